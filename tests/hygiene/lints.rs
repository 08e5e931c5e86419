//! The derive's code is quiet under all lints. The test is that this file compiles and passes clippy.
#![forbid(unsafe_code)]
#![deny(
    warnings,
    future_incompatible,
    let_underscore,
    missing_copy_implementations,
    missing_debug_implementations,
    missing_docs,
    nonstandard_style,
    rust_2018_idioms,
    single_use_lifetimes,
    trivial_casts,
    trivial_numeric_casts,
    unreachable_pub,
    unused,
    unused_lifetimes,
    unused_qualifications,
    unused_results,
    clippy::all,
    clippy::cargo,
    clippy::nursery,
    clippy::pedantic
)]
// The derive is not the reason for duplicate dependencies of the workspace.
#![allow(clippy::multiple_crate_versions, clippy::cargo_common_metadata)]

use immersve_errors::{CodeInfo, ImmersveErrorCode, UnknownCode};

/// Public and closed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ImmersveErrorCode)]
#[non_exhaustive]
pub enum Public {
    /// Described.
    #[immersve(alias = "OLD_FIRST", status = 503, retry = "if_idempotent")]
    First,
    /// Deprecated.
    #[deprecated(note = "gone")]
    Second,
}

/// Public and open.
#[derive(Debug, Clone, PartialEq, Eq, ImmersveErrorCode)]
#[immersve(operation = "open")]
#[non_exhaustive]
pub enum Open {
    /// Of its own.
    Own,
    /// From elsewhere.
    #[immersve(embed)]
    Public(Public),
    /// Not known.
    #[immersve(unknown)]
    Unknown(UnknownCode),
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ImmersveErrorCode)]
enum Private {
    First,
    Second,
}

/// Deprecated as a whole.
#[deprecated(since = "0.1.0")]
#[derive(Debug, Clone, Copy, PartialEq, Eq, ImmersveErrorCode)]
pub enum Old {
    /// One.
    One,
    /// Two.
    #[deprecated]
    Two,
}

/// Embeds a deprecated enum, and allows that.
#[derive(Debug, Clone, PartialEq, Eq, ImmersveErrorCode)]
#[allow(deprecated, reason = "the user's own leave is enough")]
pub enum EmbedsOld {
    /// Deprecated.
    #[immersve(embed)]
    Old(Old),
    /// Not known.
    #[immersve(unknown)]
    Unknown(String),
}

/// Has no derived `Display`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ImmersveErrorCode, thiserror::Error)]
#[error("quiet")]
pub enum Quiet {
    /// One.
    One,
}

/// The derive adds no `allow` for an enum without anything deprecated, as a forbidden lint cannot be
/// allowed.
#[forbid(deprecated)]
pub mod forbidden {
    use immersve_errors::ImmersveErrorCode;

    use super::Open;

    /// Extends.
    #[derive(Debug, Clone, PartialEq, Eq, ImmersveErrorCode)]
    pub enum Extending {
        /// Of its own.
        Mine,
        /// From elsewhere.
        #[immersve(embed, unknown)]
        Open(Open),
    }
}

/// A lint that the user allows for the enum is allowed in the derive's code too.
#[deny(clippy::absolute_paths, clippy::std_instead_of_alloc)]
pub mod allowed {
    use immersve_errors::ImmersveErrorCode;

    /// A text of the old kind.
    #[deprecated]
    #[derive(Debug, Clone, PartialEq, Eq)]
    pub struct OldText(String);

    #[allow(deprecated, reason = "it is written for what is deprecated")]
    impl From<String> for OldText {
        fn from(text: String) -> Self {
            Self(text)
        }
    }

    #[allow(deprecated, reason = "it is written for what is deprecated")]
    impl AsRef<str> for OldText {
        fn as_ref(&self) -> &str {
            &self.0
        }
    }

    /// Keeps a deprecated text. The derive of `Eq` would warn.
    #[derive(Debug, Clone, PartialEq, ImmersveErrorCode)]
    #[allow(clippy::derive_partial_eq_without_eq, reason = "see above")]
    #[expect(
        deprecated,
        unused_qualifications,
        reason = "both are heard of at the enum, and nowhere else"
    )]
    pub enum Keeps {
        /// Of its own.
        Own,
        /// Not known.
        #[immersve(unknown)]
        Unknown(self::OldText),
    }

    /// Keeps a text of a type with a whole path.
    #[derive(Debug, Clone, PartialEq, Eq, ImmersveErrorCode)]
    #[allow(
        unused_qualifications,
        clippy::absolute_paths,
        clippy::std_instead_of_alloc,
        reason = "as above"
    )]
    pub enum Qualified {
        /// Of its own.
        Own,
        /// Not known.
        #[immersve(unknown)]
        Unknown(std::boxed::Box<::std::primitive::str>),
    }
}

#[test]
fn quiet_expansions_still_work() {
    #[derive(Debug, Clone, Copy, PartialEq, Eq, ImmersveErrorCode)]
    enum Local {
        First,
        Second,
    }

    fn codes<C: ImmersveErrorCode>() -> Vec<&'static str> {
        C::CODES.iter().map(CodeInfo::code).collect()
    }
    for codes in [codes::<Public>(), codes::<Private>(), codes::<Local>()] {
        assert_eq!(codes, ["FIRST", "SECOND"]);
    }
    assert_eq!(codes::<Open>(), ["OWN", "FIRST", "SECOND"]);
    assert_eq!(codes::<EmbedsOld>(), ["ONE", "TWO"]);
    assert_eq!(codes::<Quiet>(), ["ONE"]);
    assert_eq!(Private::First.as_str(), "FIRST");
    assert_eq!(Private::Second.as_str(), "SECOND");
    assert_eq!(Local::First.as_str(), "FIRST");
    assert_eq!(Local::Second.as_str(), "SECOND");
}
