//! A variant with a code has no data, even with two fields.

use immersve_errors::ImmersveErrorCode;

#[derive(Debug, ImmersveErrorCode)]
enum CardErrorCode {
    CardLost(u32, String),
}

fn main() {}
