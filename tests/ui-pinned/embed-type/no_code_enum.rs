//! An embedded type is a code enum.

use immersve_errors::ImmersveErrorCode;

#[derive(Debug, ImmersveErrorCode)]
enum CardErrorCode {
    CardLost,
    #[immersve(embed)]
    Inner(inner::Codes),
}

mod inner {
    #[derive(Debug)]
    pub enum Codes {
        AddressRequired,
    }
}

fn main() {}
