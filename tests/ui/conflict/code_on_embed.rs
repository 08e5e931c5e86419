//! An embed variant has no code of its own.

use immersve_errors::ImmersveErrorCode;

#[derive(Debug, ImmersveErrorCode)]
enum CardErrorCode {
    CardLost,
    #[immersve(embed, code = "SHIPPING")]
    Shipping(Shipping),
}

#[derive(Debug, ImmersveErrorCode)]
enum Shipping {
    #[immersve(alias = "NO_ADDRESS")]
    AddressRequired,
}

fn main() {}
