//! An enum can extend only one open enum.

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
