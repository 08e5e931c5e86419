//! Only attributes of two derives are checked, and so ignored.

use immersve_errors::ImmersveErrorCode;

#[derive(Debug, ImmersveErrorCode)]
#[immersve(ignore = "schemars")]
enum CardErrorCode {
    CardLost,
}

fn main() {}
