//! An open enum is extended with two keys.

use immersve_errors::{AnyCode, ImmersveErrorCode};

#[derive(Debug, ImmersveErrorCode)]
enum CardErrorCode {
    CardLost,
    #[immersve(extends)]
    Documented(AnyCode),
}

fn main() {}
