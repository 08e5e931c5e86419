//! Independent mistakes are reported together, each once and at its token.

use immersve_errors::{ImmersveErrorCode, UnknownCode};

#[derive(Debug, ImmersveErrorCode)]
#[immersve(operation = 5, code = "A")]
enum CardErrorCode {
    #[immersve(code = "")]
    Empty,
    #[immersve(cod = "KYC_REQUIRED", status = 99)]
    KYCRequired,
    CardV2,
    #[immersve(alias = "CARD_LOST", retry = "sometimes")]
    Lost,
    CardLost,
    WithData(u8),
    #[immersve(embed, code = "SHIPPING")]
    Shipping,
    #[immersve]
    Bare,
    #[immersve(unknown)]
    Unknown(UnknownCode),
    #[immersve(unknown)]
    Other(UnknownCode),
}

fn main() {}
