//! A code enum has no type parameter.

use immersve_errors::ImmersveErrorCode;

#[derive(Debug, ImmersveErrorCode)]
enum CardErrorCode<T> {
    CardLost,
    #[immersve(unknown)]
    Unknown(T),
}

fn main() {}
