//! A code in lower case.

use immersve_errors::ImmersveErrorCode;

#[derive(Debug, ImmersveErrorCode)]
enum CardErrorCode {
    #[immersve(code = "card_lost")]
    CardLost,
}

fn main() {}
