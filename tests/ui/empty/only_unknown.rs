//! An enum with an unknown variant only has no codes; `AnyCode` is such a type.

use immersve_errors::{ImmersveErrorCode, UnknownCode};

#[derive(Debug, ImmersveErrorCode)]
enum CardErrorCode {
    #[immersve(unknown)]
    Unknown(UnknownCode),
}

fn main() {}
