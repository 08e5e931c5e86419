//! Any other value gets the list alone.

use immersve_errors::ImmersveErrorCode;

#[derive(Debug, ImmersveErrorCode)]
enum CardErrorCode {
    #[immersve(retry = "5s")]
    CardLost,
}

fn main() {}
