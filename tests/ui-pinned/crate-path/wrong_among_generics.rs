//! A path that leads nowhere gives one error too in a crate that has generic impls with constants.

use immersve_errors::ImmersveErrorCode;

#[derive(Debug, ImmersveErrorCode)]
#[immersve(crate = my_sdk::errors)]
enum CardErrorCode {
    CardLost,
}

struct Page<T>(T);

impl<T> Page<T> {
    const LENGTH: usize = 50;
}

fn main() {
    println!("{}", Page::<CardErrorCode>::LENGTH);
}
