//! An enum belongs to one operation.

use immersve_errors::ImmersveErrorCode;

#[derive(Debug, ImmersveErrorCode)]
#[immersve(operation = "order-card", operation = "freeze-card")]
enum CardErrorCode {
    CardLost,
}

fn main() {}
