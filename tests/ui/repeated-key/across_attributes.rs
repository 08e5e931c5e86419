//! Several attributes are one list.

use immersve_errors::ImmersveErrorCode;

#[derive(Debug, ImmersveErrorCode)]
enum CardErrorCode {
    #[immersve(retry = "never")]
    #[immersve(retry = "always")]
    CardLost,
}

fn main() {}
