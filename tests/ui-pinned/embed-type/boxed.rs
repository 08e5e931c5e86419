//! An enum is embedded as it is, not in a box.

use immersve_errors::ImmersveErrorCode;

#[derive(Debug, ImmersveErrorCode)]
enum CardErrorCode {
    CardLost,
    #[immersve(embed)]
    Shipping(Box<ShippingErrorCode>),
}

#[derive(Debug, ImmersveErrorCode)]
enum ShippingErrorCode {
    AddressRequired,
}

fn main() {}
