//! For a key that is like no other, the error has the list of keys only.

use immersve_errors::ImmersveErrorCode;

#[derive(Debug, ImmersveErrorCode)]
enum CardErrorCode {
    #[immersve(colour = "red")]
    CardLost,
}

fn main() {}
