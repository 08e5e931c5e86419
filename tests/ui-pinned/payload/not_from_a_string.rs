//! The field of an unknown variant is `From<String>`.

use immersve_errors::ImmersveErrorCode;

#[derive(Debug, ImmersveErrorCode)]
enum CardErrorCode {
    CardLost,
    #[immersve(unknown)]
    Unknown(Vec<u8>),
}

fn main() {}
