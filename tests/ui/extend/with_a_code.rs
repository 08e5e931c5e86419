//! A variant with both keys has no code of its own.

use immersve_errors::{AnyCode, ImmersveErrorCode};

#[derive(Debug, ImmersveErrorCode)]
enum CardErrorCode {
    CardLost,
    #[immersve(embed, unknown, code = "DOCUMENTED")]
    Documented(AnyCode),
}

fn main() {}
