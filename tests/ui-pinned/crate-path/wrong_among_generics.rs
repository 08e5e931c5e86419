//! It is one error too where the compiler looks at the impls before it gives up.

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
