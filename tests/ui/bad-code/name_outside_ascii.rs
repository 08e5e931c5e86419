//! No code can be made of a name that is not ASCII.

use immersve_errors::ImmersveErrorCode;

#[derive(Debug, ImmersveErrorCode)]
enum CardErrorCode {
    CaféClosed,
}

fn main() {}
