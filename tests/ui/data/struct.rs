//! A plain variant has no fields.

use immersve_errors::ImmersveErrorCode;

#[derive(Debug, ImmersveErrorCode)]
enum CardErrorCode {
    CardLost { card: String },
}

fn main() {}
