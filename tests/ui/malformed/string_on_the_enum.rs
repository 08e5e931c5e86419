//! For a string without a key on the enum, the error suggests `operation`.

use immersve_errors::ImmersveErrorCode;

#[derive(Debug, ImmersveErrorCode)]
#[immersve("order-card")]
enum CardErrorCode {
    CardLost,
}

fn main() {}
