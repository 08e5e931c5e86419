//! An alias that is a code in the embedded enum.

use immersve_errors::ImmersveErrorCode;

#[derive(Debug, ImmersveErrorCode)]
enum CardErrorCode {
    #[immersve(alias = "ADDRESS_REQUIRED")]
    Homeless,
    #[immersve(embed)]
    Shipping(Shipping),
}

#[derive(Debug, ImmersveErrorCode)]
enum Shipping {
    #[immersve(alias = "NO_ADDRESS")]
    AddressRequired,
}

fn main() {}
