//! The trait of all code enums.

use super::info::CodeInfo;

/// An enum of the error codes of an operation.
///
/// Derive it on an enum with one variant for each code. The derive has the same name, so one `use`
/// imports both. The trait parses a code, prints it, and gives what is documented about it.
///
/// ```
/// use immersve_errors::ImmersveErrorCode;
///
/// /// Codes of `POST /api/cards/{cardId}/unfreeze`.
/// #[derive(Debug, Clone, Copy, PartialEq, Eq, ImmersveErrorCode)]
/// #[immersve(operation = "unfreeze-card")]
/// enum UnfreezeCardErrorCode {
///     /// The card is not frozen.
///     CardNotFrozen,
///     /// This caller may not lift the freeze.
///     #[immersve(alias = "CARD_UNFREEZE_DISALLOWED")]
///     CardUnfreezeNotAllowed,
/// }
///
/// let code = UnfreezeCardErrorCode::from_code("CARD_UNFREEZE_DISALLOWED");
/// assert_eq!(code, Some(UnfreezeCardErrorCode::CardUnfreezeNotAllowed));
/// assert_eq!(UnfreezeCardErrorCode::CardNotFrozen.as_str(), "CARD_NOT_FROZEN");
/// assert_eq!(UnfreezeCardErrorCode::from_code("SOMETHING_NEW"), None);
/// assert_eq!(UnfreezeCardErrorCode::CODES.len(), 2);
/// ```
///
/// # Closed and open enums
///
/// A **closed** enum gives `None` for a text that it does not know. It can be `Copy`.
///
/// An **open** enum has one variant marked `#[immersve(unknown)]`, which keeps such a text unchanged. So
/// every text is a value of the enum. A variant marked `#[immersve(embed, unknown)]` passes such texts on to
/// another open enum instead.
///
/// The API often changes its codes, so prefer open enums.
///
/// # Implementing it by hand
///
/// A type of your own can implement the trait without the derive. This crate relies on these rules:
///
/// - [`from_code`](Self::from_code) gives `Some` for each code and alias in [`CODES`](Self::CODES).
/// - `from_code(c.as_str())` gives `c`.
/// - [`info`](Self::info) is `None` for a text that no entry of `CODES` has, and only for such a text.
/// - [`OPEN`](Self::OPEN) is true if every text parses, and only then.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not an Immersve code enum",
    label = "`ImmersveErrorCode` is not implemented for this type",
    note = "add `#[derive(ImmersveErrorCode)]` to `{Self}` if it is an enum of your own",
    note = "write `AnyCode::new(\"...\")` if it is a text, or compare `wire_code()`"
)]
pub trait ImmersveErrorCode: Send + Sync + Sized + 'static {
    /// The table of all codes, in the order of declaration.
    ///
    /// The codes of an embedded enum stand where its variant does. Aliases have no entry of their own, and
    /// neither has the `unknown` variant.
    const CODES: &'static [CodeInfo];

    /// The `operationId` of the operation that documents these codes, if the enum names one.
    const OPERATION: Option<&'static str>;

    /// Whether [`from_code`](Self::from_code) gives `Some` for every text.
    ///
    /// It is true for an enum with an `unknown` variant. A closed type can be embedded in another enum,
    /// with `embed`; an open type can be extended by another enum, with `embed, unknown`. If an
    /// implementation by hand says `true` here and then refuses a text, `FromStr` of an enum that
    /// extends it panics.
    const OPEN: bool;

    /// The value for a text that is exactly a code or an alias of this enum.
    ///
    /// Letter case and white space matter. An open enum always gives `Some`.
    fn from_code(code: &str) -> Option<Self>;

    /// The canonical code; for an unknown code, the text that was parsed, unchanged.
    fn as_str(&self) -> &str;

    /// What is documented about this code; `None` for an unknown code.
    fn info(&self) -> Option<&'static CodeInfo>;
}
