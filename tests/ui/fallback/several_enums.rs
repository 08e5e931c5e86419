//! The mistakes of several enums are reported in the order of the file.

use immersve_errors::ImmersveErrorCode;

#[derive(Debug, ImmersveErrorCode)]
enum CardErrorCode {
    #[immersve(cod = "CARD_GONE")]
    CardLost,
}

#[derive(Debug, ImmersveErrorCode)]
enum ShippingErrorCode {
    #[immersve(statsu = 404)]
    ShippingAddressRequired,
}

#[derive(Debug, ImmersveErrorCode)]
enum KycErrorCode {
    #[immersve(embed)]
    Card(CardErrorCode),
    KYCRequired,
}

fn main() {
    println!("{:?}", KycErrorCode::from_code("CARD_LOST"));
}
