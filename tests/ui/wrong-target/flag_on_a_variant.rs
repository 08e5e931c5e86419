//! A flag of the enum on a variant.

use immersve_errors::ImmersveErrorCode;

#[derive(Debug, ImmersveErrorCode)]
enum CardErrorCode {
    #[immersve(no_display)]
    CardLost,
}

fn main() {}
