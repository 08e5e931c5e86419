enum UnfreezeCardErrorCode {
    #[error("the card is not frozen")]
    CardNotFrozen,
}
