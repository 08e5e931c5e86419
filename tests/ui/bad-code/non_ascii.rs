//! A code is ASCII.

use immersve_errors::ImmersveErrorCode;

#[derive(Debug, ImmersveErrorCode)]
enum CardErrorCode {
    #[immersve(code = "CAFÉ_CLOSED")]
    CafeClosed,
}

fn main() {}
