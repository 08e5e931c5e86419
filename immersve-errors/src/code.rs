//! The code half: the trait of every code enum, and what its expansion and its users need.
//!
//! It needs no `std`, and knows nothing of responses.

mod any;
mod details;
pub(crate) mod embed;
pub(crate) mod extend;
mod hash;
pub(crate) mod held;
pub(crate) mod index;
mod info;
mod parse_error;
pub(crate) mod table;
mod unknown;

use core::fmt;

pub(crate) use self::parse_error::Unrecognized;
pub use self::{
    any::AnyCode, details::CodeDetails, info::CodeInfo, parse_error::ParseCodeError,
    unknown::UnknownCode,
};

/// The error codes of an endpoint, as a type.
///
/// Derive it on an enum with one variant per code; the derive has the same name and comes with the
/// same `use`. Everything about a code's text goes through this trait: parsing, printing, and what
/// the API documents of it.
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
/// A **closed** enum has unit variants only, can be `Copy`, and gives `None` for a text it does not
/// know. An **open** enum has one variant marked `#[immersve(unknown)]` that holds such a text
/// verbatim, so no text is ever an error; or one marked `#[immersve(embed, unknown)]` that leaves such
/// texts to another open enum. The API changes its codes often: prefer open enums in
/// anything that outlives a deployment.
///
/// # Implementing it by hand
///
/// Every item is public, so a type of your own can implement the trait. These laws are relied upon:
/// each code and alias of [`CODES`](Self::CODES) parses, `from_code(as_str(c))` gives `c`,
/// [`info`](Self::info) is `None` exactly for a text that no entry of `CODES` has, and
/// [`OPEN`](Self::OPEN) says whether every text parses.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not an Immersve code enum",
    label = "`ImmersveErrorCode` is not implemented for this type",
    note = "add `#[derive(ImmersveErrorCode)]` to `{Self}` if it is an enum of your own"
)]
pub trait ImmersveErrorCode: fmt::Debug + Send + Sync + Sized + 'static {
    /// What is known of each code: in the order of declaration, codes of embedded enums in their
    /// place, without aliases and without the `unknown` variant.
    const CODES: &'static [CodeInfo];

    /// The `operationId` of the endpoint that documents these codes, if the enum names one.
    const OPERATION: Option<&'static str>;

    /// Whether no text is ever an error: [`from_code`](Self::from_code) gives `Some` for each.
    ///
    /// An enum with an `unknown` variant is open. A type that is not can be embedded in another enum, and
    /// one that is can be extended by another enum. Where this is `true` and a text does not parse all the
    /// same, `FromStr` of an enum that extends the type panics.
    const OPEN: bool;

    /// The code with exactly this text as its code or as one of its aliases.
    ///
    /// Letter case and white space count. An open enum always gives `Some`.
    fn from_code(code: &str) -> Option<Self>;

    /// The canonical code; for an unknown code the server's text, verbatim.
    fn as_str(&self) -> &str;

    /// What is known of this code; `None` for an unknown code.
    fn info(&self) -> Option<&'static CodeInfo>;
}
