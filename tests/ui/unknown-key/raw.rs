//! A raw identifier is the same word.

use immersve_errors::ImmersveErrorCode;

#[derive(Debug, ImmersveErrorCode)]
enum CardErrorCode {
    #[immersve(r#type = "A")]
    CardLost,
}

fn main() {}
