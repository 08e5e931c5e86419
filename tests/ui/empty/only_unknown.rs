//! An enum that knows nothing is `AnyCode`.

use immersve_errors::{ImmersveErrorCode, UnknownCode};

#[derive(Debug, ImmersveErrorCode)]
enum CardErrorCode {
    #[immersve(unknown)]
    Unknown(UnknownCode),
}

fn main() {}
