//! A second status needs the key again.

use immersve_errors::ImmersveErrorCode;

#[derive(Debug, ImmersveErrorCode)]
enum CardErrorCode {
    #[immersve(status = 404, 409)]
    CardLost,
}

fn main() {}
