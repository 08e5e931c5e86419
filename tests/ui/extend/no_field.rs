//! The variant holds the extended enum.

use immersve_errors::ImmersveErrorCode;

#[derive(Debug, ImmersveErrorCode)]
enum CardErrorCode {
    CardLost,
    #[immersve(embed, unknown)]
    Documented,
}

fn main() {}
