//! An embed variant has only one field.

use immersve_errors::ImmersveErrorCode;

#[derive(Debug, ImmersveErrorCode)]
enum CardErrorCode {
    CardLost,
    #[immersve(embed)]
    Shipping(Shipping, Shipping),
}

#[derive(Debug, ImmersveErrorCode)]
enum Shipping {
    #[immersve(alias = "NO_ADDRESS")]
    AddressRequired,
}

fn main() {}
