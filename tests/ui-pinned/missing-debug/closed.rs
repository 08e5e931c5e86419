//! `Error` wants `Debug`, and the compiler says so at the enum.

use immersve_errors::ImmersveErrorCode;

#[derive(ImmersveErrorCode)]
enum CardErrorCode {
    CardLost,
}

fn main() {}
