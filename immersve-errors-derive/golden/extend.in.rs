#[immersve(operation = "order-card")]
pub enum OrderCardErrorCode {
    /// Not documented yet.
    CardOnFire,
    #[doc = include_str!("space.md")]
    #[immersve(alias = "CARD_IN_ORBIT")]
    CardInSpace,
    #[immersve(embed, unknown)]
    Documented(catalogue::OrderCardErrorCode),
    #[immersve(embed)]
    Shipping(ShippingErrorCode),
}
