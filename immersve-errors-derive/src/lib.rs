//! The derive of `immersve-errors`, which re-exports it. Depend on that crate, not on this one.

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

/// Turns an enum into the error codes of an endpoint.
///
/// Each variant is one code. The derive implements `ImmersveErrorCode`, `FromStr`, `AsRef<str>`, serde's
/// `Serialize` and `Deserialize` (as a string), `Display` (which writes the code) and
/// `core::error::Error`, for which the enum must implement `Debug`.
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
/// Some names could mean several codes, such as `KYCRequired`, `CardV2` or `Card_Lost`. They do not compile
/// without `code = "..."`, and the error shows two of the codes. Nor does a plain variant with a name such as
/// `Unknown`, `Other` or `CatchAll`, which looks like one for unknown codes. A code or an alias has 1 to 128
/// visible ASCII characters. A code such as `"card_lost"` does not compile, because the API writes its codes in
/// capitals; an alias may be in lower case. An enum has at most
/// 8,192 codes and aliases.
///
/// # Keys
///
/// Keys are written in `#[immersve(...)]`, separated by commas, in one attribute or several.
///
/// | on | key | value | without it | a compile error |
/// |---|---|---|---|---|
/// | the enum | `operation` | a string: the `operationId` of the endpoint | no operation | a text that cannot be a code, or a path |
/// | the enum | `crate` | a path to `immersve-errors` | `::immersve_errors` | a string |
/// | the enum | `no_display` | none | `Display` and `Error` are derived | |
/// | the enum | `ignore`, any number | `"serde"` or `"strum"` | an attribute of these is an error | |
/// | a variant | `code` | a string: the canonical code | the variant's name | a text that is claimed twice |
/// | a variant | `alias`, any number | a string: another text for the same code | no aliases | a text that is claimed twice |
/// | a variant | `status`, any number | an integer from 400 to 599 | 403 | the same status twice |
/// | a variant | `retry` | `"never"`, `"if_idempotent"` or `"always"` | the HTTP status decides | |
/// | a variant | `embed` | none; the field is another code enum | | `code`, `alias`, `status` or `retry` with it; an open enum |
/// | a variant | `unknown` | none; the field keeps the text | the enum is closed | `code`, `alias`, `status` or `retry` with it; a second `unknown` |
/// | a variant | `embed, unknown` | none; the field is an open code enum | | `code`, `alias`, `status` or `retry` with it; a second `unknown`; a closed enum |
///
/// The doc comment of a variant becomes the description of its code, with each paragraph on one line, and
/// `#[deprecated]` its deprecation note. Text that a macro adds to the comment, as in
/// `#[doc = include_str!("lost.md")]`, is part of the description too; such a description keeps its lines.
///
/// The rustdoc page of the enum has a table of the codes, at the impl of `ImmersveErrorCode`.
///
/// # Open and closed
///
/// An enum with an `unknown` variant is open: it accepts every text, and `FromStr` is infallible. The
/// field of that variant is an `UnknownCode`, a `String`, a `Box<str>`, a `Cow<'static, str>` or another
/// type that is `From<String>` and `AsRef<str>`. An enum without one is closed: parsing an unknown text
/// is an error that lists the expected codes.
///
/// # Embedding
///
/// The field of an `embed` variant is another code enum. Its codes become codes of the outer enum. A
/// text is looked up among the enum's own codes, then in the embedded enums from first to last; if none
/// has it, it is unknown. An open enum cannot be embedded, and no two variants may claim the same text;
/// both are compile errors. A type that implements `ImmersveErrorCode` by hand can be embedded too.
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
/// The field of a variant with both `embed` and `unknown` is an open enum, which gets all texts that no
/// other variant has. So you can add codes to an enum of another crate:
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
/// Both enums may have the same code, as the next version of the extended enum may add it. Then the
/// variant of the outer enum is used, also for an alias that the extended enum has for that code. `CODES` has
/// the code once, as the outer enum documents it.
///
/// # Beside other derives
///
/// If the enum or a variant has an attribute `#[error(...)]`, `#[snafu(...)]` or `#[display(...)]`, the derive
/// leaves `Display` and `Error` to `thiserror`, `snafu` or `derive_more`. For another derive, or for impls of your
/// own, write `no_display`. `Serialize`, `Deserialize`, `FromStr` and `AsRef<str>` cannot be implemented a second time.
///
/// A trait that is implemented twice is the compiler's error E0119:
///
/// | `conflicting implementations of trait` | what to do |
/// |---|---|
/// | `Display`, `Error` | write `#[immersve(no_display)]` |
/// | `Serialize`, `Deserialize` | remove serde's derives |
/// | `FromStr`, `AsRef<str>` | remove strum's `EnumString` and `AsRefStr`, or your own impl |
/// | `ImmersveErrorCode`, and all of these | the list of derives has `ImmersveErrorCode` twice; remove one |
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
/// The derive does not read attributes of serde and strum. Each is an error that names the key to write instead, unless it
/// says what the enum does anyway, as `#[serde(rename_all = "SCREAMING_SNAKE_CASE")]` does. If another derive needs the
/// attributes, ignore them:
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
/// # Under another path
///
/// If `immersve-errors` is renamed, or re-exported by another crate, say where it is. Otherwise the compiler reports
/// "unresolved import `immersve_errors`" at the name of the derive.
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
/// One compilation reports all mistakes in names and attributes, each at the token that is wrong. If there are none, the
/// compiler checks the types of the fields, then the codes of embedded enums, and lists all codes that collide.
///
/// The traits are implemented in spite of mistakes, so code that uses the enum reports no follow-on errors.
#[proc_macro_derive(ImmersveErrorCode, attributes(immersve, serde, strum))]
pub fn derive_immersve_error_code(input: TokenStream) -> TokenStream {
    derive::derive(&input.into()).into()
}
