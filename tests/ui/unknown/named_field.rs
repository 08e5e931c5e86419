//! An unknown variant holds the text in an unnamed field.

use immersve_errors::{ImmersveErrorCode, UnknownCode};

#[derive(Debug, ImmersveErrorCode)]
enum CardErrorCode {
    CardLost,
    #[immersve(unknown)]
    Unknown { code: UnknownCode },
}

fn main() {}
