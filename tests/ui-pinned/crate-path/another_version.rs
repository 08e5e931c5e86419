//! Expansions find no module of their version in the runtime of another one.

use other_version::ImmersveErrorCode;

mod other_version {
    pub use immersve_errors::ImmersveErrorCode;

    pub mod __immersve_errors_0_0_1 {}
}

#[derive(Debug, ImmersveErrorCode)]
#[immersve(crate = other_version)]
enum CardErrorCode {
    CardLost,
}

fn main() {
    println!("{:?}", CardErrorCode::from_code("CARD_LOST"));
}
