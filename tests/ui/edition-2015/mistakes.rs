//! Mistakes are explained in edition 2015 too, also if a macro wrote the enum.

extern crate immersve_errors;

use immersve_errors::ImmersveErrorCode;

#[derive(Debug, ImmersveErrorCode)]
#[immersve(operatoin = "order-card")]
enum CardErrorCode {
    KYCRequired,
    #[immersve(unknown)]
    Unknown(String),
}

macro_rules! codes {
    ($name:ident: $variant:ident, $inner:ty) => {
        #[derive(Debug, ImmersveErrorCode)]
        enum $name {
            #[immersve(cod = "CARD_GONE")]
            $variant,
            #[immersve(embed)]
            Inner($inner),
        }
    };
}

codes!(ByMacro: CardLost, Inner);

#[derive(Debug, ImmersveErrorCode)]
enum Inner {
    AddressRequired,
}

fn main() {
    let Ok(_) = "CARD_LOST".parse::<CardErrorCode>();
}
