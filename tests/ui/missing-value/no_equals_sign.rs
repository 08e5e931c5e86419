//! Cut off behind a sign that does not belong there.

use immersve_errors::ImmersveErrorCode;

#[derive(Debug, ImmersveErrorCode)]
enum CardErrorCode {
    #[immersve(code:)]
    CardLost,
}

fn main() {}
