//! Names in scope do not change the meaning of the derive's code.
#![forbid(unsafe_code)]

/// A module without a prelude, where all names that the derive's code could use are something else.
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
    mod __immersve {}
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

    /// All methods that the derive's code may call, for all types.
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

/// Variants that hide the constructors of the prelude, with `Self::` or a glob import.
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

    /// Closed, so that the code for closed enums meets the names too.
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

/// A trait for all types whose methods take `self` by value, so that method lookup finds them before
/// methods with `&self`; and a constant, a static or a struct with each name that a binding may have.
#[allow(
    dead_code,
    non_camel_case_types,
    non_upper_case_globals,
    unused_macros,
    clippy::new_ret_no_self,
    clippy::wrong_self_convention,
    reason = "the names are here to be in the way"
)]
mod hostile {
    use immersve_errors::{ImmersveErrorCode, UnknownCode};

    macro_rules! in_the_way {
        ($($name:ident)*) => {
            trait InTheWay: Sized {
                const CODES: u8 = 0;
                const OPEN: u8 = 0;
                const OPERATION: u8 = 0;
                $(fn $name(self) -> &'static str {
                    "the wrong method"
                })*
            }
            impl<T> InTheWay for T {}
            mod constants {
                $(pub(super) const $name: u8 = 0;)*
            }
        };
    }
    in_the_way! {
        and_then as_ref as_str as_text borrow clone code codes count ctor deref deserialize
        deserialize_string display eq expected extend f field find fmt found from from_code from_str
        from_text get id index info info_of into join keep kind known len lookup map new next of or_else pad
        serialize serialize_str slice slots table text to_string unwrap_or_else with_aliases
        with_deprecated with_description with_retry with_statuses
    }
    #[allow(unused_imports, reason = "the names are here to be in the way")]
    use constants::*;
    static formatter: u8 = 0;
    struct serializer;
    struct deserializer;
    struct D;
    struct E;
    struct S;
    struct T;
    mod __immersve {}
    mod __private {}
    macro_rules! concat {
        () => {
            compile_error!("the wrong concat")
        };
    }
    macro_rules! compile_error {
        () => {};
    }

    #[derive(Debug, Clone, PartialEq, ImmersveErrorCode)]
    pub(super) enum Closed {
        One,
        /// Described.
        #[immersve(alias = "DEUX", status = 404, retry = "never")]
        #[doc = stringify!(by a macro)]
        #[deprecated(note = "old")]
        Two,
    }

    #[derive(Debug, Clone, PartialEq, ImmersveErrorCode)]
    pub(super) enum Open {
        Own,
        #[immersve(embed)]
        Closed(Closed),
        #[immersve(unknown)]
        Unknown(UnknownCode),
    }

    #[derive(Debug, Clone, PartialEq, ImmersveErrorCode)]
    pub(super) enum Extending {
        Mine,
        #[immersve(embed, unknown)]
        Open(Open),
    }
}

/// Several crates in one module, whose hidden names may be the same.
mod several_crates {
    #[allow(unused_imports, reason = "the names are here to be in the way")]
    mod prelude {
        pub(super) use immersve_errors::*;
        pub(super) use serde::*;
        pub(super) use serde_json::*;
    }

    #[derive(Debug, PartialEq, prelude::ImmersveErrorCode)]
    #[immersve(crate = prelude)]
    pub(super) enum Globbed {
        CardLost,
    }
}

#[test]
fn the_crate_can_be_one_of_several_in_a_prelude() {
    let code = "CARD_LOST".parse();
    assert_eq!(code, Ok(several_crates::Globbed::CardLost));
}

/// Variants in scope, each with a name that a binding of the derive's code could have.
mod variants_in_scope {
    use immersve_errors::{ImmersveErrorCode, UnknownCode};

    #[derive(Debug, Clone, PartialEq, ImmersveErrorCode)]
    #[allow(non_camel_case_types, reason = "the names are here to be in the way")]
    pub(super) enum Local {
        code,
        deserializer,
        f,
        formatter,
        found,
        id,
        serializer,
        text,
        #[immersve(unknown)]
        held(UnknownCode),
    }
    #[allow(unused_imports, reason = "the names are here to be in the way")]
    pub(super) use Local::*;
}

/// An enum and a module with a name that the derive's code could use for the runtime.
mod runtime {
    #[derive(Debug, Clone, PartialEq, immersve_errors::ImmersveErrorCode)]
    #[allow(non_camel_case_types, reason = "the name is here to be in the way")]
    pub(super) enum __rt {
        A,
        #[immersve(unknown)]
        Unknown(immersve_errors::UnknownCode),
    }

    pub(super) mod of_a_module {
        pub(super) mod __rt {
            #[derive(Debug, Clone, PartialEq, immersve_errors::ImmersveErrorCode)]
            pub(in super::super::super) enum Inner {
                A,
            }
        }

        #[derive(Debug, Clone, PartialEq, immersve_errors::ImmersveErrorCode)]
        pub(in super::super) enum Outer {
            B,
            #[immersve(embed)]
            Inner(__rt::Inner),
        }
    }
}

/// Types with a path through the enum itself.
mod by_itself {
    use immersve_errors::ImmersveErrorCode;

    pub(super) trait Has {
        type Inner;
        type Text;
    }

    impl Has for Outer {
        type Inner = Inner;
        type Text = String;
    }

    #[derive(Debug, Clone, PartialEq, ImmersveErrorCode)]
    pub(super) enum Inner {
        A,
    }

    #[derive(Debug, Clone, PartialEq, ImmersveErrorCode)]
    pub(super) enum Outer {
        B,
        #[immersve(embed)]
        Inner(<Self as Has>::Inner),
        #[immersve(unknown)]
        Unknown(<Self as Has>::Text),
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

#[test]
fn no_method_in_scope_and_no_constant_changes_its_meaning() {
    use hostile::{Closed, Extending, Open};

    keeps_its_promises::<Closed>();
    keeps_its_promises::<Open>();
    keeps_its_promises::<Extending>();
    assert_eq!(Closed::One.to_string(), "ONE");
    assert_eq!(AsRef::<str>::as_ref(&Closed::One), "ONE");
    assert_eq!(serde_json::to_string(&Closed::One).unwrap(), r#""ONE""#);
    assert!("NEW".parse::<Closed>().is_err());
    let two = Extending::Open(Open::Closed(Closed::from_code("DEUX").unwrap()));
    assert_eq!(serde_json::from_str::<Extending>(r#""DEUX""#).unwrap(), two);
    assert_eq!(two.info().unwrap().description(), "Described.\nby a macro");
    let Ok(new) = "NEW".parse::<Extending>();
    assert_eq!(new.to_string(), "NEW");
    assert_eq!(new.info(), None);
}

#[test]
fn variants_in_scope_do_not_capture_bindings() {
    use variants_in_scope::Local;

    keeps_its_promises::<Local>();
    let Ok(read) = "F".parse::<Local>();
    assert_eq!(read, Local::f);
    assert_eq!(serde_json::to_string(&read).unwrap(), r#""F""#);
}

#[test]
fn types_named_rt_do_not_hide_the_runtime() {
    keeps_its_promises::<runtime::__rt>();
    keeps_its_promises::<runtime::of_a_module::Outer>();
}

#[test]
fn a_type_may_be_named_by_way_of_the_enum() {
    keeps_its_promises::<by_itself::Outer>();
    let Ok(code) = "NEW".parse::<by_itself::Outer>();
    assert_eq!(code, by_itself::Outer::Unknown("NEW".to_owned()));
}
