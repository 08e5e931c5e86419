//! A tuple that has no size gets the compiler's errors alone, of which there are two.

use immersve_errors::ImmersveErrorCode;

#[derive(Debug, ImmersveErrorCode)]
enum CardErrorCode {
    CardLost,
    #[immersve(unknown)]
    Unknown((u8, str)),
}

fn main() {}
