//! An enum may stand wherever Rust lets an item stand, and be written as Rust lets it be written.
#![deny(warnings)]

use immersve_errors::{CodeInfo, ImmersveErrorCode, UnknownCode};

fn keeps_its_promises<C: ImmersveErrorCode>() -> usize {
    for info in C::CODES {
        for text in std::iter::once(&info.code()).chain(info.aliases()) {
            let code = C::from_code(text).unwrap();
            assert_eq!(code.as_str(), info.code());
            assert_eq!(code.info(), Some(info));
        }
    }
    C::CODES.len()
}

struct Generic<T>(T);

impl<T: Clone> Generic<T> {
    const OF_A_CONSTANT: fn() -> usize = {
        #[derive(Debug, ImmersveErrorCode)]
        enum T {
            A,
            #[immersve(unknown)]
            Unknown(UnknownCode),
        }
        let _ = T::Unknown;
        keeps_its_promises::<T>
    };

    fn of_a_function<'a, U>(&'a self, _: &'a U) -> [usize; 2] {
        #[derive(Debug, ImmersveErrorCode)]
        enum U {
            A,
            #[immersve(embed)]
            Inner(Inner),
        }
        #[derive(Debug, ImmersveErrorCode)]
        enum Inner {
            B,
        }
        let of_a_closure = || {
            #[derive(Debug, ImmersveErrorCode)]
            enum U {
                C,
            }
            keeps_its_promises::<U>()
        };
        let _ = &self.0;
        [keeps_its_promises::<U>(), of_a_closure()]
    }
}

const OF_A_LENGTH: [u8; {
    #[derive(Debug, ImmersveErrorCode)]
    enum InALength {
        A,
        B,
        C,
    }
    InALength::CODES.len()
}] = [0; 3];

static OF_A_STATIC: &[CodeInfo] = {
    #[derive(Debug, ImmersveErrorCode)]
    enum InAStatic {
        A,
        B,
    }
    InAStatic::CODES
};

#[test]
fn an_enum_may_stand_in_any_block_and_hide_the_parameters_around_it() {
    assert_eq!(Generic::<u8>::OF_A_CONSTANT(), 1);
    assert_eq!(Generic(5).of_a_function(&""), [2, 1]);
    assert_eq!((OF_A_LENGTH.len(), OF_A_STATIC.len()), (3, 2));
}

/// A clause that is always true, numbers of its own, and a layout.
#[derive(Debug, Clone, Copy, PartialEq, ImmersveErrorCode)]
#[repr(i64)]
enum Numbered
where
    u8: Copy,
    for<'a> &'a u8: Copy,
{
    A = -5,
    B = i64::MAX,
    C = i64::MIN,
}

#[cfg_attr(
    all(),
    derive(Debug, ImmersveErrorCode),
    immersve(operation = "of-a-condition")
)]
enum OfACondition {
    #[cfg(any())]
    NotHere,
    #[cfg_attr(any(), immersve(bogus))]
    #[cfg_attr(all(), immersve(code = "CONDITIONAL"), doc = "Described.")]
    Here,
    #[immersve()]
    Empty,
}

#[test]
fn attributes_may_be_conditional_and_clauses_true() {
    assert_eq!(keeps_its_promises::<Numbered>(), 3);
    assert_eq!(Numbered::from_code("C"), Some(Numbered::C));
    assert_eq!(keeps_its_promises::<OfACondition>(), 2);
    assert_eq!(OfACondition::OPERATION, Some("of-a-condition"));
    assert_eq!(OfACondition::Empty.as_str(), "EMPTY");
    let here = OfACondition::Here.info().unwrap();
    assert_eq!(
        (here.code(), here.description()),
        ("CONDITIONAL", "Described.")
    );
}

#[derive(Debug, PartialEq, ImmersveErrorCode)]
#[immersve(operation = r"raw-operation")]
enum Literals {
    #[immersve(
        code = r"RAW",
        alias = r#"A"B"#,
        alias = "\u{41}\x42",
        retry = r"never"
    )]
    #[immersve(status = 0x193, status = 4_04)]
    Raw,
    #[immersve(code = "{}", alias = "{0}", alias = "%s", alias = "\\", alias = "'")]
    #[immersve(alias = "|", alias = "`", alias = "]", alias = "*/", alias = "//")]
    Signs,
    #[immersve(code = "CONTINUED_\
                HERE")]
    Continued,
}

#[test]
fn literals_mean_what_they_mean_to_the_compiler() {
    keeps_its_promises::<Literals>();
    assert_eq!(Literals::OPERATION, Some("raw-operation"));
    let raw = Literals::Raw.info().unwrap();
    assert_eq!(
        (raw.aliases(), raw.statuses()),
        (&["A\"B", "AB"][..], &[403, 404][..])
    );
    assert_eq!(Literals::Signs.to_string(), "{}");
    assert_eq!(
        serde_json::from_str::<Literals>(r#""\\""#).unwrap(),
        Literals::Signs
    );
    assert_eq!(Literals::Continued.as_str(), "CONTINUED_HERE");
}

/// Enums with the names of what an expansion speaks of.
#[expect(non_camel_case_types, reason = "the names are here to be in the way")]
mod named {
    use immersve_errors::UnknownCode as Text;

    #[derive(Debug, immersve_errors::ImmersveErrorCode)]
    pub(super) enum ImmersveErrorCode {
        A,
        #[immersve(unknown)]
        UnknownCode(Text),
    }

    #[derive(Debug, immersve_errors::ImmersveErrorCode)]
    pub(super) enum CodeInfo {
        B,
    }

    #[derive(Debug, immersve_errors::ImmersveErrorCode)]
    pub(super) enum str {
        C,
        #[immersve(embed)]
        CodeInfo(CodeInfo),
    }

    #[derive(Debug, immersve_errors::ImmersveErrorCode)]
    pub(super) enum usize {
        D,
        #[immersve(unknown)]
        Box(Box<std::primitive::str>),
    }

    #[derive(Debug, immersve_errors::ImmersveErrorCode)]
    pub(super) enum Infallible {
        E,
        #[immersve(embed, unknown)]
        ParseCodeError(ImmersveErrorCode),
    }

    #[derive(Debug, immersve_errors::ImmersveErrorCode)]
    pub(super) enum r#union {
        r#dyn,
        #[immersve(code = "MOVED")]
        r#move,
        #[immersve(unknown)]
        r#fn(Text),
    }
}

#[test]
fn an_enum_may_have_the_name_of_what_an_expansion_speaks_of() {
    assert_eq!(keeps_its_promises::<named::ImmersveErrorCode>(), 1);
    assert_eq!(keeps_its_promises::<named::CodeInfo>(), 1);
    assert_eq!(keeps_its_promises::<named::str>(), 2);
    assert_eq!(keeps_its_promises::<named::usize>(), 1);
    assert_eq!(keeps_its_promises::<named::Infallible>(), 2);
    assert_eq!(keeps_its_promises::<named::r#union>(), 2);
    assert_eq!(named::r#union::r#dyn.as_str(), "DYN");
}

/// Items of the enum's own with the names of the trait's, and of its variants.
mod inherent {
    use immersve_errors::{ImmersveErrorCode, UnknownCode};

    #[derive(Debug, PartialEq, ImmersveErrorCode)]
    pub(super) enum Inner {
        A,
    }

    #[derive(Debug, PartialEq, ImmersveErrorCode)]
    pub(super) enum Outer {
        Own,
        #[immersve(embed)]
        Inner(Inner),
        #[immersve(unknown)]
        Unknown(UnknownCode),
    }

    macro_rules! in_the_way {
        ($name:ident) => {
            #[allow(
                dead_code,
                non_snake_case,
                non_upper_case_globals,
                clippy::should_implement_trait,
                clippy::unused_self,
                clippy::wrong_self_convention,
                reason = "the names are here to be in the way"
            )]
            impl $name {
                const CODES: u8 = 0;
                const OPEN: u8 = 0;
                const OPERATION: u8 = 0;
                const Own: u8 = 0;
                fn Inner() {}
                fn Unknown(_: u8) {}
                fn as_ref(self) {}
                fn as_str(self) {}
                fn deserialize() {}
                fn fmt(self) {}
                fn from_code() {}
                fn from_str() {}
                fn info(self) {}
                fn serialize(self) {}
            }
        };
    }
    in_the_way!(Inner);
    in_the_way!(Outer);
}

#[test]
fn items_of_the_enums_own_are_not_taken_for_those_of_the_trait() {
    use inherent::{Inner, Outer};

    assert_eq!(keeps_its_promises::<Inner>(), 1);
    assert_eq!(keeps_its_promises::<Outer>(), 2);
    assert_eq!(serde_json::to_string(&Outer::Own).unwrap(), r#""OWN""#);
    let Ok(read) = "A".parse::<Outer>();
    assert_eq!(read, Outer::Inner(Inner::A));
}
