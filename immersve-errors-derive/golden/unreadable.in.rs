enum CardErrorCode {
    CardLost
    CardFrozen,
    3dSecureFailed,
    #[immersve(unknown)]
    Unknown(UnknownCode),
}
