//! No enum of error codes is the text of one.

use immersve_errors::ImmersveErrorCode;

#[derive(Debug, ImmersveErrorCode)]
enum CardErrorCode {
    CardLost,
    #[immersve(unknown)]
    Unknown(Box<Self>),
}

fn main() {}
