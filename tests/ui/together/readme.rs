use immersve_errors::{ImmersveErrorCode, UnknownCode};

#[derive(Debug, ImmersveErrorCode)]
enum CreateCardErrorCode {
    KYCRequired,
    #[immersve(statu = 400)]
    ShippingAddressRequired,
    #[immersve(alias = "SHIPPING_ADDRESS_REQUIRED")]
    NoAddress,
    #[immersve(unknown)]
    Unknown(UnknownCode),
}

fn main() {}
