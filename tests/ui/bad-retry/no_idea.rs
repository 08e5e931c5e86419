//! For a value that is like no other, the error has the list of values only.

use immersve_errors::ImmersveErrorCode;

#[derive(Debug, ImmersveErrorCode)]
enum CardErrorCode {
    #[immersve(retry = "5s")]
    CardLost,
}

fn main() {}
