//! The field of an embed variant is unnamed.

use immersve_errors::ImmersveErrorCode;

#[derive(Debug, ImmersveErrorCode)]
enum CardErrorCode {
    CardLost,
    #[immersve(embed)]
    Shipping { code: Shipping },
}

#[derive(Debug, ImmersveErrorCode)]
enum Shipping {
    #[immersve(alias = "NO_ADDRESS")]
    AddressRequired,
}

fn main() {}
