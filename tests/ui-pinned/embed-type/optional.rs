//! An enum is embedded as it is, not in an option.

use immersve_errors::ImmersveErrorCode;

#[derive(Debug, ImmersveErrorCode)]
enum CardErrorCode {
    CardLost,
    #[immersve(embed)]
    Shipping(Option<ShippingErrorCode>),
}

#[derive(Debug, ImmersveErrorCode)]
enum ShippingErrorCode {
    AddressRequired,
}

fn main() {}
