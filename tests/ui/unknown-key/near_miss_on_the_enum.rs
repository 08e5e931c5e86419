//! A misspelled key on the enum.

use immersve_errors::ImmersveErrorCode;

#[derive(Debug, ImmersveErrorCode)]
#[immersve(opration = "order-card")]
enum CardErrorCode {
    CardLost,
}

fn main() {}
