//! A variant without data has no parentheses.

use immersve_errors::ImmersveErrorCode;

#[derive(Debug, ImmersveErrorCode)]
enum CardErrorCode {
    CardLost(),
}

fn main() {}
