//! The error for an unknown key suggests no key that is already given.

use immersve_errors::{AnyCode, ImmersveErrorCode};

#[derive(Debug, ImmersveErrorCode)]
enum CardErrorCode {
    CardLost,
    #[immersve(from, embed, unknown)]
    Any(AnyCode),
}

fn main() {}
