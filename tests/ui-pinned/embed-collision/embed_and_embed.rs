//! A code that two embedded enums have.

use immersve_errors::ImmersveErrorCode;

#[derive(Debug, ImmersveErrorCode)]
enum CardErrorCode {
    CardLost,
    #[immersve(embed)]
    Shipping(Shipping),
    #[immersve(embed)]
    Billing(billing::Codes),
}

#[derive(Debug, ImmersveErrorCode)]
enum Shipping {
    #[immersve(alias = "NO_ADDRESS")]
    AddressRequired,
}

mod billing {
    #[derive(Debug, immersve_errors::ImmersveErrorCode)]
    pub enum Codes {
        NoFunds,
        AddressRequired,
    }
}

fn main() {}
