//! A text that is neither joined nor in capitals.

use immersve_errors::ImmersveErrorCode;

#[derive(Debug, ImmersveErrorCode)]
enum CardErrorCode {
    #[immersve(alias = "card lost")]
    CardGone,
}

fn main() {}
