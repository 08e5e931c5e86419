//! A name outside ASCII gives no code.

use immersve_errors::ImmersveErrorCode;

#[derive(Debug, ImmersveErrorCode)]
enum CardErrorCode {
    CaféClosed,
}

fn main() {}
