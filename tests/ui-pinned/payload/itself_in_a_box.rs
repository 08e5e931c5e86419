//! An enum of error codes cannot hold itself as the text of an unknown code.

use immersve_errors::ImmersveErrorCode;

#[derive(Debug, ImmersveErrorCode)]
enum CardErrorCode {
    CardLost,
    #[immersve(unknown)]
    Unknown(Box<Self>),
}

fn main() {}
