//! A code that is an alias in the embedded enum.

use immersve_errors::ImmersveErrorCode;

#[derive(Debug, ImmersveErrorCode)]
enum CardErrorCode {
    #[immersve(embed)]
    Shipping(Shipping),
    #[immersve(code = "NO_ADDRESS")]
    Homeless,
}

#[derive(Debug, ImmersveErrorCode)]
enum Shipping {
    #[immersve(alias = "NO_ADDRESS")]
    AddressRequired,
}

fn main() {}
