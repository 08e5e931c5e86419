//! Advice does not lead to the next error.

use immersve_errors::{AnyCode, ImmersveErrorCode};

#[derive(Debug, ImmersveErrorCode)]
enum CardErrorCode {
    CardLost,
    #[immersve(from, embed, unknown)]
    Any(AnyCode),
}

fn main() {}
