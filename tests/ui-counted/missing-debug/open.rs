//! An open enum without `Debug` that embeds another and is used is one error.

use immersve_errors::{ApiError, ImmersveErrorCode, UnknownCode};

#[derive(ImmersveErrorCode)]
enum CardErrorCode {
    CardLost,
    #[immersve(embed)]
    Shipping(Shipping),
    #[immersve(unknown)]
    Unknown(UnknownCode),
}

#[derive(Debug, ImmersveErrorCode)]
enum Shipping {
    AddressRequired,
}

fn print(error: &ApiError<CardErrorCode>) {
    let Ok(code) = "CARD_LOST".parse::<CardErrorCode>();
    println!("{code} {}", error.kind() == immersve_errors::ErrorKind::Server);
}

fn main() {
    let _ = print;
}
