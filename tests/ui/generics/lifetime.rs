//! A code enum has no lifetime parameter.

use immersve_errors::ImmersveErrorCode;

#[derive(Debug, ImmersveErrorCode)]
enum CardErrorCode<'a> {
    CardLost,
    #[immersve(unknown)]
    Unknown(&'a str),
}

fn main() {}
