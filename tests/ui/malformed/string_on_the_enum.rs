//! A value without a key on the enum.

use immersve_errors::ImmersveErrorCode;

#[derive(Debug, ImmersveErrorCode)]
#[immersve("order-card")]
enum CardErrorCode {
    CardLost,
}

fn main() {}
