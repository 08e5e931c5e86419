//! Several attributes are read as one list, so a key in the second one is repeated.

use immersve_errors::ImmersveErrorCode;

#[derive(Debug, ImmersveErrorCode)]
enum CardErrorCode {
    #[immersve(retry = "never")]
    #[immersve(retry = "always")]
    CardLost,
}

fn main() {}
