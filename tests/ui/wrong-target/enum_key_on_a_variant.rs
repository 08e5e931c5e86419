//! A key of the enum on a variant.

use immersve_errors::ImmersveErrorCode;

#[derive(Debug, ImmersveErrorCode)]
enum CardErrorCode {
    #[immersve(operation = "order-card")]
    CardLost,
}

fn main() {}
