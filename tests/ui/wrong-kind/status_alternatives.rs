//! Statuses with `|` between them.

use immersve_errors::ImmersveErrorCode;

#[derive(Debug, ImmersveErrorCode)]
enum CardErrorCode {
    #[immersve(status = 400 | 404)]
    CardLost,
}

fn main() {}
