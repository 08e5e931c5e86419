//! An enum belongs to one operation, so a second string is too much.

use immersve_errors::ImmersveErrorCode;

#[derive(Debug, ImmersveErrorCode)]
#[immersve(operation = "order-card", "freeze-card")]
enum CardErrorCode {
    CardLost,
}

fn main() {}
