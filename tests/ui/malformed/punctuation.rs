//! A punctuation mark instead of a key.

use immersve_errors::ImmersveErrorCode;

#[derive(Debug, ImmersveErrorCode)]
enum CardErrorCode {
    #[immersve(+)]
    CardLost,
}

fn main() {}
