enum ActivateCardErrorCode {
    #[immersve(cod = "CARD_NOT_FOUND")]
    NoSuchCard,
}
