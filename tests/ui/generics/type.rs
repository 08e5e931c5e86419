//! Codes do not depend on a type.

use immersve_errors::ImmersveErrorCode;

#[derive(Debug, ImmersveErrorCode)]
enum CardErrorCode<T> {
    CardLost,
    #[immersve(unknown)]
    Unknown(T),
}

fn main() {}
