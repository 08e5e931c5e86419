//! A code that comes from a name has at most 128 characters.

use immersve_errors::ImmersveErrorCode;

#[derive(Debug, ImmersveErrorCode)]
enum CardErrorCode {
    CardCardCardCardCardCardCardCardCardCardCardCardCardCardCardCardCardCardCardCardCardCardCardCardCardCard,
}

fn main() {}
