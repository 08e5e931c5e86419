//! A near miss on the enum.

use immersve_errors::ImmersveErrorCode;

#[derive(Debug, ImmersveErrorCode)]
#[immersve(opration = "order-card")]
enum CardErrorCode {
    CardLost,
}

fn main() {}
