//! The same status cannot be given twice.

use immersve_errors::ImmersveErrorCode;

#[derive(Debug, ImmersveErrorCode)]
enum CardErrorCode {
    #[immersve(status = 403, status = 403)]
    CardLost,
}

fn main() {}
