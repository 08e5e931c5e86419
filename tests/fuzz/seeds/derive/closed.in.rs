#[immersve(operation = "create-withdrawal-intent")]
pub enum CreateWithdrawalIntentErrorCode {
    /// The withdrawal is larger than the funding source's balance.
    #[immersve(alias = "INSUFFICIENT_FUNDS")]
    InsufficientBalance,
    /// Ten withdrawal intents are pending already.
    TooManyPendingWithdrawals,
    #[immersve(status = 503, retry = "always")]
    SomethingTemporary,
    #[immersve(code = "KYC_REQUIRED")]
    NeedsKyc,
    Forbidden,
}
