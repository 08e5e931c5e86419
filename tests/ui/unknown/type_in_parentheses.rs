//! The type of the field is not an argument of the key.

use immersve_errors::ImmersveErrorCode;

#[derive(Debug, ImmersveErrorCode)]
enum CardErrorCode {
    CardLost,
    #[immersve(unknown(UnknownCode))]
    Unknown,
}

fn main() {}
