//! What other derives call `rename_all` is the default here.

use immersve_errors::ImmersveErrorCode;

#[derive(Debug, ImmersveErrorCode)]
#[immersve(rename_all = "SCREAMING_SNAKE_CASE")]
enum CardErrorCode {
    CardLost,
}

fn main() {}
