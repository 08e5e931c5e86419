//! A rule for all names is not that of serde.

use immersve_errors::ImmersveErrorCode;

#[derive(Debug, ImmersveErrorCode)]
#[serde(rename_all = "snake_case")]
enum CardErrorCode {
    CardLost,
}

fn main() {}
