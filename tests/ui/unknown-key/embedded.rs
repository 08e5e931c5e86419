//! `embedded` is `embed`.

use immersve_errors::ImmersveErrorCode;

#[derive(Debug, ImmersveErrorCode)]
enum CardErrorCode {
    CardLost,
    #[immersve(embedded)]
    Shipping(Shipping),
}

#[derive(Debug, ImmersveErrorCode)]
enum Shipping {
    AddressRequired,
}

fn main() {}
