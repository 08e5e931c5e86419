//! A description is the doc comment.

use immersve_errors::ImmersveErrorCode;

#[derive(Debug, ImmersveErrorCode)]
enum CardErrorCode {
    #[immersve(description = "The card is lost.")]
    CardLost,
}

fn main() {}
