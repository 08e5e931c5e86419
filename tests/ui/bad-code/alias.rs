//! An alias follows the rules of a code.

use immersve_errors::ImmersveErrorCode;

#[derive(Debug, ImmersveErrorCode)]
enum CardErrorCode {
    #[immersve(alias = "CARD GONE")]
    CardLost,
}

fn main() {}
