//! A variant with a code has no named fields.

use immersve_errors::ImmersveErrorCode;

#[derive(Debug, ImmersveErrorCode)]
enum CardErrorCode {
    CardLost { card: String },
}

fn main() {}
