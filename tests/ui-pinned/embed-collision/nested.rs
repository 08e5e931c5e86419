//! A code of an enum that is embedded in the embedded enum.

use immersve_errors::ImmersveErrorCode;

#[derive(Debug, ImmersveErrorCode)]
enum CardErrorCode {
    AddressRequired,
    #[immersve(embed)]
    Common(Common),
}

#[derive(Debug, ImmersveErrorCode)]
enum Common {
    #[immersve(embed)]
    Shipping(Shipping),
}

#[derive(Debug, ImmersveErrorCode)]
enum Shipping {
    #[immersve(alias = "NO_ADDRESS")]
    AddressRequired,
}

fn main() {}
