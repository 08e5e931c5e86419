//! An enum with mistakes that was meant to be closed can be used as a closed one.

use immersve_errors::{ImmersveErrorCode, ParseCodeError};

#[derive(Debug, ImmersveErrorCode)]
enum CardErrorCode {
    CardLost,
    Shipping(Shipping),
}

#[derive(Debug, ImmersveErrorCode)]
enum Shipping {
    AddressRequired,
}

fn main() {
    let error: ParseCodeError = "CARD_LOST".parse::<CardErrorCode>().unwrap_err();
    println!("{error}");
}
