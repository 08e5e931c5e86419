//! A struct that already has the impls of a code enum gives one error.

use std::fmt;
use std::str::FromStr;

use immersve_errors::ImmersveErrorCode;

#[derive(Debug, thiserror::Error, ImmersveErrorCode)]
struct CardErrorCode {
    code: String,
}

impl fmt::Display for CardErrorCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.code.fmt(f)
    }
}

impl FromStr for CardErrorCode {
    type Err = fmt::Error;

    fn from_str(code: &str) -> Result<Self, fmt::Error> {
        Ok(Self { code: code.into() })
    }
}

fn main() {}
