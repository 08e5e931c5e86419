//! An enum that extends an open enum needs no other unknown variant.

use immersve_errors::{AnyCode, ImmersveErrorCode, UnknownCode};

#[derive(Debug, ImmersveErrorCode)]
enum CardErrorCode {
    CardLost,
    #[immersve(embed, unknown)]
    Documented(AnyCode),
    #[immersve(unknown)]
    Unknown(UnknownCode),
}

fn main() {}
