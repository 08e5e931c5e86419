//! The field of an unknown variant is `AsRef<str>`.

use immersve_errors::ImmersveErrorCode;

#[derive(Debug, ImmersveErrorCode)]
enum CardErrorCode {
    CardLost,
    #[immersve(unknown)]
    Unknown(&'static str),
}

fn main() {}
