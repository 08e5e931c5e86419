//! A variant for all other codes is not marked with serde's attribute; its name is no second error.

use immersve_errors::ImmersveErrorCode;

#[derive(Debug, ImmersveErrorCode)]
enum CardErrorCode {
    CardLost,
    #[serde(other)]
    Unknown,
}

fn main() {}
