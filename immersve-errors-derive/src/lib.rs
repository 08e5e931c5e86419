//! The derive behind `immersve-errors`, which re-exports it: depend on that crate, not on this one.

mod attr;
mod case;
mod check;
mod derive;
mod description;
mod diagnostics;
mod expand;
mod fallback;
#[cfg(test)]
mod golden;
mod hash;
mod index;
mod key;
mod model;
#[cfg(test)]
mod never_panics;
mod suggest;
mod text;
mod value;

use proc_macro::TokenStream;

/// Turns an enum into the error codes of an endpoint.
///
/// Each variant stands for one code, and the enum gets everything that goes with a code's text: the
/// trait `ImmersveErrorCode`, `FromStr`, `AsRef<str>`, serde's `Serialize` and `Deserialize` (as a
/// string), `Display` (the code) and `core::error::Error`. The last one asks for `Debug`.
///
/// ```
/// use immersve_errors::{ImmersveErrorCode, Retry, UnknownCode};
///
/// /// Codes of `POST /api/funding-sources/{fundingSourceId}/withdraw`.
/// #[derive(Debug, Clone, PartialEq, ImmersveErrorCode)]
/// #[immersve(operation = "create-withdrawal-intent")]
/// enum WithdrawalErrorCode {
///     /// The withdrawal is larger than the balance.
///     #[immersve(alias = "INSUFFICIENT_FUNDS")]
///     InsufficientBalance,
///     #[immersve(code = "KYC_REQUIRED")]
///     NeedsKyc,
///     #[immersve(status = 503, retry = "always")]
///     BridgeDown,
///     #[immersve(unknown)]
///     Unknown(UnknownCode),
/// }
/// use WithdrawalErrorCode::*;
///
/// assert_eq!("INSUFFICIENT_FUNDS".parse(), Ok(InsufficientBalance));
/// assert_eq!(InsufficientBalance.as_str(), "INSUFFICIENT_BALANCE");
/// assert_eq!(NeedsKyc.to_string(), "KYC_REQUIRED");
///
/// let Ok(new) = "CARD_ON_FIRE".parse::<WithdrawalErrorCode>();
/// assert_eq!(new.as_str(), "CARD_ON_FIRE");
///
/// let info = BridgeDown.info().unwrap();
/// assert_eq!((info.statuses(), info.retry()), (&[503][..], Some(Retry::Always)));
/// ```
///
/// # Names
///
/// A variant's code is its name in `SCREAMING_SNAKE_CASE`: `CardNotFrozen` is `CARD_NOT_FROZEN`.
/// Where a reader could expect another spelling, as in `KYCRequired`, `CardV2` or `Card_Lost`, the
/// derive asks for `code = "..."` and quotes both. A code is 1 to 128 visible ASCII characters, and
/// so is an alias.
///
/// # Keys
///
/// All keys stand in `#[immersve(...)]`, separated by commas, in one attribute or several.
///
/// | on | key | value | without it | refused |
/// |---|---|---|---|---|
/// | the enum | `operation` | a string: the `operationId` of the endpoint | no operation | a text that could not be a code |
/// | the enum | `crate` | a path to `immersve-errors` | `::immersve_errors` | a string |
/// | the enum | `no_display` | none | `Display` and `Error` are derived | |
/// | a variant | `code` | a string: the canonical code | the variant's name | a text claimed twice |
/// | a variant | `alias`, any number | a string: another text for the same code | no aliases | a text claimed twice |
/// | a variant | `status`, any number | an integer from 400 to 599 | 403 | the same one twice |
/// | a variant | `retry` | `"never"`, `"if_idempotent"` or `"always"` | left to the HTTP status | |
/// | a variant | `embed` | none: the one field is another code enum | | any of the four keys above beside it |
/// | a variant | `unknown` | none: the one field keeps the text | a closed enum | a second one, or any of the same four keys beside it |
/// | a variant | `embed, unknown` | none: the one field is an open code enum | | a second one, a plain `unknown`, or any of the same four keys beside it |
///
/// A variant's doc comment becomes the code's description, and `#[deprecated]` its deprecation note. What
/// a macro adds to the comment, as in `#[doc = include_str!("lost.md")]`, is part of the description too.
///
/// The page that rustdoc makes of the enum has a table of the codes, at the impl of
/// `ImmersveErrorCode`. Other builds do not make it.
///
/// # Open and closed
///
/// With an `unknown` variant the enum is open: no text is an error, and `FromStr` is infallible. It
/// holds an `UnknownCode`, a `String`, a `Box<str>`, a `Cow<'static, str>` or whatever else is
/// `From<String>` and `AsRef<str>`. Without one the enum is closed, and a text that it does not know
/// is an error that lists what was expected.
///
/// # Embedding
///
/// An `embed` variant holds another code enum, and everything sees through it. A text is looked up
/// among the enum's own codes, then in the embedded enums from first to last, and is unknown last.
/// No code or alias may be claimed twice, and an embedded enum must be closed; both are compile
/// errors. A type with an impl written by hand can be embedded too.
///
/// ```
/// use immersve_errors::{CodeInfo, ImmersveErrorCode};
///
/// #[derive(Debug, PartialEq, ImmersveErrorCode)]
/// enum ShippingErrorCode {
///     ShippingAddressRequired,
/// }
///
/// #[derive(Debug, PartialEq, ImmersveErrorCode)]
/// enum OrderCardErrorCode {
///     #[immersve(embed)]
///     Shipping(ShippingErrorCode),
///     CardLimitReached,
/// }
///
/// let code = OrderCardErrorCode::from_code("SHIPPING_ADDRESS_REQUIRED").unwrap();
/// assert_eq!(code, OrderCardErrorCode::Shipping(ShippingErrorCode::ShippingAddressRequired));
/// assert_eq!(code.as_str(), "SHIPPING_ADDRESS_REQUIRED");
///
/// let codes: Vec<_> = OrderCardErrorCode::CODES.iter().map(CodeInfo::code).collect();
/// assert_eq!(codes, ["SHIPPING_ADDRESS_REQUIRED", "CARD_LIMIT_REACHED"]);
/// ```
///
/// # Extending an open enum
///
/// A variant that is both `embed` and `unknown` holds an open enum, and takes all texts that no other
/// variant stands for. So a crate adds the codes that it knows to an enum that it does not own:
///
/// ```
/// use immersve_errors::{CodeInfo, ImmersveErrorCode, UnknownCode};
///
/// #[derive(Debug, PartialEq, ImmersveErrorCode)]
/// enum DocumentedErrorCode {
///     CardLimitReached,
///     #[immersve(unknown)]
///     Unknown(UnknownCode),
/// }
///
/// #[derive(Debug, PartialEq, ImmersveErrorCode)]
/// enum OrderCardErrorCode {
///     CardOnFire,
///     #[immersve(embed, unknown)]
///     Documented(DocumentedErrorCode),
/// }
///
/// let Ok(code) = "CARD_LIMIT_REACHED".parse::<OrderCardErrorCode>();
/// assert_eq!(code, OrderCardErrorCode::Documented(DocumentedErrorCode::CardLimitReached));
///
/// let Ok(code) = "CARD_IN_SPACE".parse::<OrderCardErrorCode>();
/// assert_eq!(code.as_str(), "CARD_IN_SPACE");
///
/// let codes: Vec<_> = OrderCardErrorCode::CODES.iter().map(CodeInfo::code).collect();
/// assert_eq!(codes, ["CARD_ON_FIRE", "CARD_LIMIT_REACHED"]);
/// ```
///
/// A code that both enums have is no mistake, as the extended one may learn it in its next version. The
/// outer enum's variant wins, and the table has the code once, with what the outer enum says of it.
///
/// # Beside other derives
///
/// Where `thiserror`'s `#[error(...)]` stands on the enum or a variant, `Display` and `Error` are
/// left to it. For any other derive, or for impls of your own, say `no_display`.
///
/// ```
/// use immersve_errors::ImmersveErrorCode;
///
/// #[derive(Debug, ImmersveErrorCode)]
/// #[immersve(no_display)]
/// enum FreezeCardErrorCode {
///     CardAlreadyFrozen,
/// }
///
/// impl std::fmt::Display for FreezeCardErrorCode {
///     fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
///         f.write_str("the card is frozen already")
///     }
/// }
///
/// assert_eq!(FreezeCardErrorCode::CardAlreadyFrozen.to_string(), "the card is frozen already");
/// assert_eq!(FreezeCardErrorCode::CardAlreadyFrozen.as_str(), "CARD_ALREADY_FROZEN");
/// ```
///
/// # Elsewhere
///
/// A crate that re-exports `immersve-errors` names the path, as does one that renames it:
///
/// ```
/// mod my_sdk {
///     pub use immersve_errors as errors;
/// }
///
/// #[derive(Debug, my_sdk::errors::ImmersveErrorCode)]
/// #[immersve(crate = my_sdk::errors)]
/// enum CloseCardErrorCode {
///     CardAlreadyClosed,
/// }
/// ```
///
/// # Errors
///
/// All mistakes of one enum are reported at once, each at the token that is wrong. The enum gets its
/// impls all the same, so that no further errors follow where it is used.
#[proc_macro_derive(ImmersveErrorCode, attributes(immersve))]
pub fn derive_immersve_error_code(input: TokenStream) -> TokenStream {
    derive::derive(&input.into()).into()
}

/// What the page of an enum shows of its codes; for expansions of the derive only.
#[doc(hidden)]
#[proc_macro]
pub fn table_of_codes(input: TokenStream) -> TokenStream {
    expand::table_of_codes(input.into()).into()
}
