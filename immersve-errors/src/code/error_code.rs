//! The trait of code enums.

use super::info::CodeInfo;

/// An enum of the error codes of an operation: parsing, printing, and what is documented about each code.
///
/// Derive it on an enum with one variant per code. The derive has the same name, so one `use` imports both.
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
/// A **closed** enum rejects unknown codes: [`from_code`](Self::from_code) returns `None`. It can be `Copy`.
///
/// An **open** enum has a variant marked `#[immersve(unknown)]`, which keeps an unknown code unchanged, so any
/// string parses. A variant marked `#[immersve(embed, unknown)]` passes unknown codes on to another open enum.
///
/// Prefer open enums, because the API changes its codes often.
///
/// # Implementing it by hand
///
/// An implementation without the derive must follow these rules:
///
/// - [`from_code`](Self::from_code) returns `Some` for each code and alias in [`CODES`](Self::CODES).
/// - `from_code(c.as_str())` returns `c`.
/// - [`info`](Self::info) is `None` if and only if no entry of `CODES` has the code.
/// - [`OPEN`](Self::OPEN) is true if and only if every string parses.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not an Immersve code enum",
    label = "`ImmersveErrorCode` is not implemented for this type",
    note = "add `#[derive(ImmersveErrorCode)]` to `{Self}` if it is an enum of your own",
    note = "write `AnyCode::new(\"...\")` if it is a text, or compare `wire_code()`"
)]
pub trait ImmersveErrorCode: Send + Sync + Sized + 'static {
    /// All codes, in the order of declaration.
    ///
    /// The codes of an embedded enum take the position of its variant. Aliases and the `unknown` variant have
    /// no entry.
    const CODES: &'static [CodeInfo];

    /// The `operationId` of the operation that documents these codes, if the enum names one.
    const OPERATION: Option<&'static str>;

    /// Whether [`from_code`](Self::from_code) returns `Some` for every string.
    ///
    /// True for an enum with an `unknown` variant. Another enum can contain a closed type with `embed`, and an
    /// open type with `embed, unknown`. If this is `true` and `from_code` still rejects a string, `FromStr` of
    /// an enum that extends the type panics.
    const OPEN: bool;

    /// Parses a code or an alias of this enum.
    ///
    /// The match is exact, including case and white space. An open enum always returns `Some`.
    fn from_code(code: &str) -> Option<Self>;

    /// The canonical code; for an unknown code, the parsed string unchanged.
    fn as_str(&self) -> &str;

    /// What is documented about this code; `None` for an unknown code.
    fn info(&self) -> Option<&'static CodeInfo>;
}
