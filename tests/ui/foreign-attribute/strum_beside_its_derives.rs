//! Where strum's derives implement the same traits, its attribute is still the only error.

use std::fmt;
use std::str::FromStr;

use immersve_errors::ImmersveErrorCode;

#[derive(Debug, ImmersveErrorCode)]
enum CardErrorCode {
    #[strum(serialize = "CARD_GONE")]
    CardLost,
}

// As `EnumString`, `AsRefStr` and `Display` write them.
impl FromStr for CardErrorCode {
    type Err = fmt::Error;

    fn from_str(_: &str) -> Result<Self, fmt::Error> {
        Ok(Self::CardLost)
    }
}

impl AsRef<str> for CardErrorCode {
    fn as_ref(&self) -> &str {
        "CARD_GONE"
    }
}

impl fmt::Display for CardErrorCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("CARD_GONE")
    }
}

fn main() {}
