enum FreezeCardErrorCode {
    CardAlreadyFrozen,
    #[immersve(unknown)]
    Unknown(UnknownCode),
}
