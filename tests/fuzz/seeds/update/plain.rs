#[derive(Debug, ImmersveErrorCode)]
#[immersve(operation = "op")]
pub enum E {
    /// Doc.
    CardLost,
    #[immersve(code = "OLD", alias = "CARD_V2", status = 400, status = 403)]
    Old, // c
    #[immersve(unknown)]
    Unknown(UnknownCode),
}
