//! For a number without a key, the error suggests `status`.

use immersve_errors::ImmersveErrorCode;

#[derive(Debug, ImmersveErrorCode)]
enum CardErrorCode {
    #[immersve(403)]
    CardLost,
}

fn main() {}
