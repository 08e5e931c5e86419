//! A deprecation is the attribute of the language.

use immersve_errors::ImmersveErrorCode;

#[derive(Debug, ImmersveErrorCode)]
enum CardErrorCode {
    #[immersve(deprecated)]
    CardLost,
}

fn main() {}
