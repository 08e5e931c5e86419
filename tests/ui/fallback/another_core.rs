//! Another crate under the name of `core` does not hide a mistake.

extern crate alloc as core;

use immersve_errors::ImmersveErrorCode;

#[derive(Debug, ImmersveErrorCode)]
enum CardErrorCode {
    #[immersve(cod = "CARD_GONE")]
    CardLost,
}

fn main() {
    println!("{}", CardErrorCode::CardLost);
}
