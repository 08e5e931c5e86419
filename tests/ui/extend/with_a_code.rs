//! A code belongs on the variants of the extended enum.

use immersve_errors::{AnyCode, ImmersveErrorCode};

#[derive(Debug, ImmersveErrorCode)]
enum CardErrorCode {
    CardLost,
    #[immersve(embed, unknown, code = "DOCUMENTED")]
    Documented(AnyCode),
}

fn main() {}
