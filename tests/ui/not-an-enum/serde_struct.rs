//! A struct that serde derives for gives one error.

use immersve_errors::ImmersveErrorCode;

#[derive(Debug, serde::Serialize, serde::Deserialize, thiserror::Error, ImmersveErrorCode)]
#[error("{code}")]
struct CardErrorCode {
    code: String,
}

fn main() {}
