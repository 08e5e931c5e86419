//! An embed variant has no status of its own.

use immersve_errors::ImmersveErrorCode;

#[derive(Debug, ImmersveErrorCode)]
enum CardErrorCode {
    CardLost,
    #[immersve(status = 400)]
    #[immersve(embed)]
    Shipping(Shipping),
}

#[derive(Debug, ImmersveErrorCode)]
enum Shipping {
    #[immersve(alias = "NO_ADDRESS")]
    AddressRequired,
}

fn main() {}
