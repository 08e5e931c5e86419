//! Mistakes of one list are reported together.

use immersve_errors::ImmersveErrorCode;

#[derive(Debug, ImmersveErrorCode)]
enum CardErrorCode {
    #[immersve(code = 5, "A", alias, status = 1, retry = "no", +, colour)]
    CardLost,
}

fn main() {}
