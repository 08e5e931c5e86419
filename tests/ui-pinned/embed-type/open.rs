//! An open enum cannot be embedded without `unknown`.

use immersve_errors::ImmersveErrorCode;

#[derive(Debug, ImmersveErrorCode)]
enum CardErrorCode {
    CardLost,
    #[immersve(embed)]
    Inner(inner::Codes),
}

mod inner {
    use immersve_errors::{ImmersveErrorCode, UnknownCode};

    #[derive(Debug, ImmersveErrorCode)]
    pub enum Codes {
        AddressRequired,
        #[immersve(unknown)]
        Unknown(UnknownCode),
    }
}

fn main() {}
