//! The derive means what it means, whatever the names around it mean.
#![forbid(unsafe_code)]

/// A module without a prelude, where every name that could matter is something else.
#[no_implicit_prelude]
#[allow(
    dead_code,
    non_camel_case_types,
    unused_macros,
    reason = "the names are here to be in the way"
)]
mod shadowed {
    mod alloc {}
    mod core {}
    mod immersve_errors {}
    mod serde {}
    mod std {}
    mod __private {}

    struct bool;
    struct char;
    struct str;
    struct u16;
    struct usize;

    struct Box;
    struct CodeInfo;
    struct Deserialize;
    struct Deserializer;
    struct Display;
    struct Err;
    struct Error;
    struct FromStr;
    struct Index;
    struct Infallible;
    struct None;
    struct Ok;
    struct Option;
    struct Result;
    struct Retry;
    struct Serialize;
    struct Serializer;
    struct Some;
    struct String;
    struct ParseCodeError;
    trait AsRef {}
    trait Clone {}
    trait Copy {}
    trait From {}
    trait Into {}
    trait Sized {}

    fn from_code() {}
    fn drop() {}

    macro_rules! panic {
        () => {
            compile_error!("the wrong panic")
        };
    }
    macro_rules! impls {
        () => {
            compile_error!("the wrong impls")
        };
    }

    /// Every method that the expansion may call, for everything.
    trait InTheWay {
        fn as_str(&self) {}
        fn as_ref(&self) {}
        fn code(&self) {}
        fn find(&self) {}
        fn fmt(&self) {}
        fn get(&self) {}
        fn info(&self) {}
        fn into(&self) {}
        fn len(&self) {}
        fn or_else(&self) {}
        fn pad(&self) {}
        fn serialize_str(&self) {}
        fn text(&self) {}
        fn unwrap_or_else(&self) {}
    }
    impl<T: ?::core::marker::Sized> InTheWay for T {}

    #[derive(
        ::core::fmt::Debug,
        ::core::clone::Clone,
        ::core::cmp::PartialEq,
        ::immersve_errors::ImmersveErrorCode,
    )]
    #[immersve(operation = "x")]
    pub(super) enum Closed {
        /// Described.
        #[immersve(alias = "OLD_PLAIN", status = 503, retry = "always")]
        Plain,
        #[deprecated(note = "old")]
        Aged,
    }

    #[derive(
        ::core::fmt::Debug,
        ::core::clone::Clone,
        ::core::cmp::PartialEq,
        ::immersve_errors::ImmersveErrorCode,
    )]
    pub(super) enum Open {
        Own,
        #[immersve(embed)]
        Closed(Closed),
        #[immersve(unknown)]
        Unknown(::immersve_errors::UnknownCode),
    }
}

/// Variants that hide the prelude's constructors wherever `Self::` or a glob brings them in.
mod prelude_variants {
    use immersve_errors::{ImmersveErrorCode, UnknownCode};

    #[derive(Debug, Clone, PartialEq, ImmersveErrorCode)]
    #[allow(non_camel_case_types, reason = "`r#try` is written as it is")]
    pub(super) enum Prelude {
        Ok,
        Err,
        Some,
        None,
        Error,
        String,
        Option,
        r#try,
        #[immersve(unknown)]
        Infallible(UnknownCode),
    }
    #[allow(unused_imports, reason = "the names are here to be in the way")]
    use Prelude::{Err, None, Ok, Option, Some, String};

    /// Closed, so that the other half of the expansion meets the names too.
    #[derive(Debug, Clone, Copy, PartialEq, ImmersveErrorCode)]
    pub(super) enum Closed {
        Err,
        #[immersve(code = "CODES")]
        #[allow(clippy::upper_case_acronyms, reason = "a constant of the trait")]
        CODES,
        #[immersve(code = "OPEN")]
        #[allow(clippy::upper_case_acronyms, reason = "a constant of the trait")]
        OPEN,
        #[immersve(code = "RUNTIME")]
        #[allow(non_camel_case_types, reason = "the alias of the expansion")]
        __rt,
    }
}

use immersve_errors::ImmersveErrorCode;

fn keeps_its_promises<C: ImmersveErrorCode>() {
    for info in C::CODES {
        for text in std::iter::once(&info.code()).chain(info.aliases()) {
            let code = C::from_code(text).unwrap();
            assert_eq!(code.as_str(), info.code());
            assert_eq!(code.info(), Some(info));
        }
    }
}

#[test]
fn no_name_around_the_enum_changes_its_meaning() {
    keeps_its_promises::<shadowed::Closed>();
    keeps_its_promises::<shadowed::Open>();
    assert!("NEW".parse::<shadowed::Closed>().is_err());
    let Ok(code) = "NEW".parse::<shadowed::Open>();
    assert_eq!(serde_json::to_string(&code).unwrap(), r#""NEW""#);
    assert_eq!(
        serde_json::from_str::<shadowed::Open>(r#""NEW""#).unwrap(),
        code
    );
}

#[test]
fn variants_may_be_named_like_the_prelude() {
    use prelude_variants::{Closed, Prelude};

    keeps_its_promises::<Prelude>();
    keeps_its_promises::<Closed>();
    assert_eq!(Prelude::from_code("OK"), Some(Prelude::Ok));
    assert_eq!(Prelude::from_code("TRY"), Some(Prelude::r#try));
    let Ok(code) = "ERR".parse::<Prelude>();
    assert_eq!(code, Prelude::Err);
    assert_eq!("ERR".parse(), Ok(Closed::Err));
    assert_eq!(Closed::__rt.as_str(), "RUNTIME");
}

#[test]
fn an_enum_may_live_in_a_function_and_embed_another() {
    use errors_by_another_name as errors;
    mod errors_by_another_name {
        pub(super) use immersve_errors::*;
    }

    fn inner() -> Option<&'static str> {
        #[derive(Debug, immersve_errors::ImmersveErrorCode)]
        #[immersve(crate = errors)]
        enum Inner {
            One,
        }
        #[derive(Debug, ImmersveErrorCode)]
        enum Outer {
            #[immersve(embed)]
            Inner(Inner),
        }
        Outer::from_code("ONE")?
            .info()
            .map(immersve_errors::CodeInfo::code)
    }
    assert_eq!(inner(), Some("ONE"));
}
