//! A status does not have twenty digits.

use immersve_errors::ImmersveErrorCode;

#[derive(Debug, ImmersveErrorCode)]
enum CardErrorCode {
    #[immersve(status = 99999999999999999999)]
    CardLost,
}

fn main() {}
