#[immersvectra(e = my_sdk::immersve_errors)]
enum OrderCardErrorCode {
    CardLimitReached,
    #[immersve(embed)]
    Shipping(ShippingErrorCode+),
    #[deprecored(note = "not sent since 1013")]
    CardNotOrderEd,
    #[immersve(embed)]
    Kyc(kyc::ErrorCode),
    #[immersve(unknown)]
    Unknown(Box<str>),
}
