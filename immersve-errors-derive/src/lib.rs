//! The derive macro of `immersve-errors`, which re-exports it. Depend on that crate, not on this one.

mod advice;
mod args;
mod attr;
mod case;
mod check;
mod derive;
mod description;
mod diagnostics;
mod expand;
mod fallback;
mod foreign;
#[cfg(test)]
mod golden;
mod hash;
mod index;
mod item;
mod key;
mod model;
#[cfg(test)]
mod never_panics;
mod paragraph;
mod suggest;
mod text;
mod value;

use proc_macro::TokenStream;

/// Derives `ImmersveErrorCode` for an enum of error codes, one variant a code.
///
/// Also derives `FromStr`, `AsRef<str>`, `Display`, serde's `Serialize` and `Deserialize` (as a string), and
/// `core::error::Error`, which requires `Debug`.
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
/// The code of a variant is its name in `SCREAMING_SNAKE_CASE`: `CardNotFrozen` is `CARD_NOT_FROZEN`.
///
/// These names need an explicit `code = "..."`, or they do not compile:
///
/// - ambiguous ones, such as `KYCRequired`, `CardV2` or `Card_Lost`; the error shows two possible codes
/// - those of a catch-all, such as `Unknown`, `Other` or `CatchAll`
///
/// A code or an alias has 1 to 128 visible ASCII characters. A code in lower case does not compile, because the API's
/// codes are in capitals; an alias may be in lower case. An enum has at most 8,192 codes and aliases.
///
/// # Keys
///
/// Keys are written in `#[immersve(...)]`, separated by commas, in one attribute or several.
///
/// | on | key | value | default | refused |
/// |---|---|---|---|---|
/// | the enum | `operation` | a string: the `operationId` of the endpoint | no operation | an invalid code, or a path |
/// | the enum | `crate` | a path to `immersve-errors` | `::immersve_errors` | a string |
/// | the enum | `no_display` | none | `Display` and `Error` are derived | |
/// | the enum | `ignore`, repeatable | `"serde"` or `"strum"` | their attributes are errors | |
/// | a variant | `code` | a string: the canonical code | the variant's name | a code that is claimed twice |
/// | a variant | `alias`, repeatable | a string: another spelling of the code | no aliases | a code that is claimed twice |
/// | a variant | `status`, repeatable | an integer from 400 to 599 | 403 | the same status twice |
/// | a variant | `retry` | `"never"`, `"if_idempotent"` or `"always"` | the status decides | |
/// | a variant | `embed` | none; the field is another code enum | | `code`, `alias`, `status` or `retry` with it; an open enum |
/// | a variant | `unknown` | none; the field holds the unknown code | the enum is closed | `code`, `alias`, `status` or `retry` with it; a second `unknown` |
/// | a variant | `embed, unknown` | none; the field is an open code enum | | `code`, `alias`, `status` or `retry` with it; a second `unknown`; a closed enum |
///
/// The compiler does not check whether the API has the operation; the tool `immersve-openapi` does.
///
/// The doc comment of a variant is the description of its code, with each paragraph on one line. Line breaks are
/// preserved if it contains a macro, as in `#[doc = include_str!("lost.md")]`. The note of `#[deprecated]` is the
/// deprecation of the code.
///
/// The enum's rustdoc page has a table of the codes, at the impl of `ImmersveErrorCode`.
///
/// # Open and closed enums
///
/// An enum with an `unknown` variant is open: every string is a value of it, and `FromStr` is infallible. The field is
/// an `UnknownCode`, a `String`, a `Box<str>`, a `Cow<'static, str>` or another type that is `From<String>` and
/// `AsRef<str>`.
///
/// Other enums are closed: parsing an unknown code is an error that lists the expected codes.
///
/// # Embedding
///
/// The field of an `embed` variant is another code enum, whose codes become codes of the outer enum. A string is looked
/// up among the enum's own codes, then in the embedded enums in order; otherwise it is unknown. A type that implements
/// `ImmersveErrorCode` by hand can be embedded too.
///
/// An open enum cannot be embedded, and no two variants may claim the same code; both are compile errors.
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
/// An `embed, unknown` variant adds codes to an open enum, for example one of another crate. Its field is that enum,
/// which gets all codes that no other variant has:
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
/// If both enums have a code, the variant of the outer enum wins, also for the extended enum's aliases of that code. So
/// a later version of the extended enum may add the code. `CODES` has it once, with the metadata of the outer enum.
///
/// # Beside other derives
///
/// With an attribute `#[error(...)]`, `#[snafu(...)]` or `#[display(...)]`, the derive leaves `Display` and `Error` to
/// thiserror, snafu or `derive_more`. For another derive, or your own impls, write `no_display`.
///
/// A trait that is implemented twice is the compiler's error E0119:
///
/// | `conflicting implementations of trait` | what to do |
/// |---|---|
/// | `Display`, `Error` | write `#[immersve(no_display)]` |
/// | `Serialize`, `Deserialize` | remove serde's derives |
/// | `FromStr`, `AsRef<str>` | remove strum's `EnumString` and `AsRefStr`, or your own impl |
/// | `ImmersveErrorCode` and all of the above | remove the second `ImmersveErrorCode` from the list of derives |
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
/// Attributes of serde and strum have no effect. Each is an error that names the replacement, unless it agrees with the
/// enum, as `#[serde(rename_all = "SCREAMING_SNAKE_CASE")]` does. If another derive needs them, write `ignore`:
///
/// ```
/// use immersve_errors::ImmersveErrorCode;
///
/// #[derive(Debug, ImmersveErrorCode)]
/// #[immersve(ignore = "serde")]
/// enum OrderCardErrorCode {
///     #[serde(rename = "limit")]
///     CardLimitReached,
/// }
///
/// assert_eq!(OrderCardErrorCode::CardLimitReached.as_str(), "CARD_LIMIT_REACHED");
/// ```
///
/// # Renamed or re-exported crate
///
/// If `immersve-errors` is renamed, or re-exported by another crate, set its path. Without it, the compiler reports
/// "unresolved import `immersve_errors`" at the derive.
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
/// One compilation reports all mistakes in names and attributes, each at the wrong token. If there are none, the
/// compiler checks the types of the fields, then the codes of embedded enums, and lists the codes that collide, as many
/// as fit in a message.
///
/// The traits are still implemented, so code using the enum reports no follow-on errors. The exception is a conflicting
/// attribute of strum, which leaves `FromStr`, `AsRef<str>`, `Display` and `Error` to strum's derives.
#[proc_macro_derive(ImmersveErrorCode, attributes(immersve, serde, strum))]
pub fn derive_immersve_error_code(input: TokenStream) -> TokenStream {
    derive::derive(&input.into()).into()
}
