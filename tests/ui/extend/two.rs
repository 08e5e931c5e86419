//! One enum takes what is left, and a second one would never be asked.

use immersve_errors::{AnyCode, ImmersveErrorCode};

#[derive(Debug, ImmersveErrorCode)]
enum CardErrorCode {
    CardLost,
    #[immersve(embed, unknown)]
    Documented(AnyCode),
    #[immersve(embed, unknown)]
    Others(AnyCode),
}

fn main() {}
