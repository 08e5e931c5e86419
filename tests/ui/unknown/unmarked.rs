//! A variant that is named like one for unknown codes is marked as one, or has an explicit code.

use immersve_errors::ImmersveErrorCode;

#[derive(Debug, ImmersveErrorCode)]
enum CardErrorCode {
    CardLost,
    #[immersve(code = "OTHER")]
    Other,
    Unknown,
}

fn main() {}
