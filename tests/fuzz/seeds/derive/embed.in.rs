#[immersve(crate = my_sdk::immersve_errors)]
enum OrderCardErrorCode {
    CardLimitReached,
    #[immersve(embed)]
    Shipping(ShippingErrorCode),
    #[deprecated(note = "not sent since 2026")]
    CardNotOrdered,
    #[immersve(embed)]
    Kyc(kyc::ErrorCode),
    #[immersve(unknown)]
    Unknown(Box<str>),
}
