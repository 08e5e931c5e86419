//! A code that is made of a name has at most 128 characters.

use immersve_errors::ImmersveErrorCode;

#[derive(Debug, ImmersveErrorCode)]
enum CardErrorCode {
    CardCardCardCardCardCardCardCardCardCardCardCardCardCardCardCardCardCardCardCardCardCardCardCardCardCard,
}

fn main() {}
