//! A key that is like no other gets the list alone.

use immersve_errors::ImmersveErrorCode;

#[derive(Debug, ImmersveErrorCode)]
enum CardErrorCode {
    #[immersve(colour = "red")]
    CardLost,
}

fn main() {}
