//! Enums written by `macro_rules`, whose fragments are in invisible groups when the derive reads them.

use immersve_errors::{CodeInfo, ImmersveErrorCode, UnknownCode};

macro_rules! codes {
    (
        $(#[$meta:meta])*
        $vis:vis enum $name:ident in $krate:path, $operation:expr;
        $(
            code $variant:ident = $code:literal, [$($alias:expr),*], $status:expr, $retry:literal,
                $doc:expr;
        )*
        embed $embedded:ident: $inner:ty;
        unknown $unknown:ident: $payload:ty;
    ) => {
        $(#[$meta])*
        #[derive(Debug, Clone, PartialEq, ImmersveErrorCode)]
        #[immersve(crate = $krate, operation = $operation)]
        $vis enum $name {
            $(
                #[doc = $doc]
                #[immersve(code = $code $(, alias = $alias)*, status = $status, retry = $retry)]
                $variant,
            )*
            #[immersve(embed)]
            $embedded($inner),
            #[immersve(unknown)]
            $unknown($payload),
        }
    };
}

#[derive(Debug, Clone, PartialEq, ImmersveErrorCode)]
enum Shipping {
    AddressRequired,
}

codes! {
    /// Written by a macro.
    #[non_exhaustive]
    enum Cards in immersve_errors, "order-card";
    code Limit = "CARD_LIMIT_REACHED", ["TOO_MANY_CARDS", "CARD_LIMIT"], 409, "never", "No more.";
    code NeedsKyc = "KYC_REQUIRED", [], 403, "if_idempotent", "Who?";
    embed Shipping: Shipping;
    unknown Other: std::borrow::Cow<'static, str>;
}

/// Whole arguments as one fragment.
macro_rules! with_meta {
    ($name:ident $(, $variant:ident $($arg:meta)?)*) => {
        #[derive(Debug, Clone, PartialEq, ImmersveErrorCode)]
        enum $name {
            $($(#[$arg])? $variant,)*
        }
    };
}

with_meta!(Plain, One, NeedsKyc immersve(code = "KYC_REQUIRED", alias = "KYC",));

/// Tokens passed on unchanged, with `$crate` among them.
macro_rules! with_tokens {
    ($name:ident { $($args:tt)* }) => {
        #[derive(Debug, Clone, PartialEq, ImmersveErrorCode)]
        #[immersve(crate = $crate::macros::immersve_errors_of_this_crate)]
        enum $name {
            #[immersve($($args)*)]
            Only,
            #[immersve(unknown)]
            Unknown(UnknownCode),
        }
    };
}

use immersve_errors as immersve_errors_of_this_crate;

with_tokens!(Passed { code = "PASSED", status = 400 });

#[test]
fn macro_fragments_of_every_kind_are_read() {
    let table: Vec<_> = Cards::CODES.iter().map(CodeInfo::code).collect();
    assert_eq!(
        table,
        ["CARD_LIMIT_REACHED", "KYC_REQUIRED", "ADDRESS_REQUIRED"]
    );
    assert_eq!(Cards::OPERATION, Some("order-card"));
    let limit = &Cards::CODES[0];
    assert_eq!(limit.description(), "No more.");
    assert_eq!(limit.aliases(), ["TOO_MANY_CARDS", "CARD_LIMIT"]);
    assert_eq!(limit.statuses(), [409]);
    let Ok(code) = "NEW".parse::<Cards>();
    assert_eq!(code, Cards::Other("NEW".into()));
    assert_eq!(
        Cards::from_code("ADDRESS_REQUIRED"),
        Some(Cards::Shipping(Shipping::AddressRequired))
    );
}

#[test]
fn a_whole_attribute_may_be_a_fragment() {
    assert_eq!(Plain::from_code("KYC"), Some(Plain::NeedsKyc));
    assert_eq!(Plain::One.as_str(), "ONE");
}

#[test]
fn arguments_may_be_passed_on_as_tokens() {
    assert_eq!(Passed::from_code("PASSED"), Some(Passed::Only));
    assert_eq!(
        Passed::Only.info().map(CodeInfo::statuses),
        Some(&[400][..])
    );
}

macro_rules! described {
    ($doc:expr) => {
        #[derive(Debug, ImmersveErrorCode)]
        enum Described {
            #[doc = $doc]
            Fragment,
            /// Before.
            #[doc = concat!("It is ", stringify!(put together), ".")]
            ///
            /// After.
            Joined,
            #[doc = include_str!("described.txt")]
            Included,
            /**
             * Led by stars,
             * on two lines.
             */
            Stars,
        }
    };
}

described!(concat!("Written ", "elsewhere."));

#[test]
fn a_description_that_a_macro_writes_is_kept() {
    let [fragment, joined, included, stars] = Described::CODES else {
        panic!("there are four codes");
    };
    assert_eq!(fragment.description(), "Written elsewhere.");
    assert_eq!(
        joined.description(),
        "Before.\nIt is put together.\n\nAfter."
    );
    assert_eq!(included.description(), include_str!("described.txt").trim());
    assert_eq!(stars.description(), "Led by stars, on two lines.");
}
