//! The embedded enum is the type of the field, and not the value of the key.

use immersve_errors::ImmersveErrorCode;

#[derive(Debug, ImmersveErrorCode)]
enum CardErrorCode {
    CardLost,
    #[immersve(embed = shipping::Codes)]
    Shipping,
}

mod shipping {
    #[derive(Debug, immersve_errors::ImmersveErrorCode)]
    pub enum Codes {
        AddressRequired,
    }
}

fn main() {}
