//! An attribute with brackets instead of parentheses.

use immersve_errors::ImmersveErrorCode;

#[derive(Debug, ImmersveErrorCode)]
enum CardErrorCode {
    #[immersve[code = "CARD_LOST"]]
    Lost,
}

fn main() {}
