//! A plain variant holds no data, however much.

use immersve_errors::ImmersveErrorCode;

#[derive(Debug, ImmersveErrorCode)]
enum CardErrorCode {
    CardLost(u32, String),
}

fn main() {}
