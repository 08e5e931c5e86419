//! Enums with mistakes may stand in unusual places, among names that are in the way.

use immersve_errors::ImmersveErrorCode;

mod hostile {
    #![no_implicit_prelude]
    #![allow(dead_code, non_camel_case_types, unused_macros)]
    mod core {}
    mod std {}
    mod immersve_errors {}
    macro_rules! compile_error {
        () => {};
    }
    macro_rules! panic {
        () => {};
    }
    trait InTheWay: ::core::marker::Sized {
        fn as_str(self) {}
        fn from_code(self) {}
        fn never(self) {}
    }
    impl<T> InTheWay for T {}
    struct Option;
    struct Result;
    struct str;
    struct usize;
    fn never() {}

    #[derive(::core::fmt::Debug, ::immersve_errors::ImmersveErrorCode)]
    pub(super) enum CardErrorCode {
        #[immersve(cod = "CARD_GONE")]
        CardLost,
        #[immersve(embed)]
        Shipping(),
    }

    pub(super) fn generic<'a, T>(code: &'a T) -> &'a T {
        #[derive(::core::fmt::Debug, ::immersve_errors::ImmersveErrorCode)]
        enum T {
            CardLost,
            #[immersve(unknown)]
            Unknown,
        }
        code
    }
}

const IN_A_CONSTANT: usize = {
    #[derive(Debug, ImmersveErrorCode)]
    enum CardErrorCode {
        #[immersve(code = "")]
        CardLost,
    }
    assert!(CardErrorCode::CODES.len() == 1);
    CardErrorCode::CODES.len()
};

struct Generic<T>(T);

impl<T> Generic<T> {
    const LENGTH: usize = {
        #[derive(Debug, ImmersveErrorCode)]
        enum CardErrorCode {
            #[immersve(alias = "CARD_LOST")]
            CardLost,
        }
        CardErrorCode::CODES[0].aliases()[0].len()
    };
}

#[derive(Debug, Clone, Copy, ImmersveErrorCode)]
enum OfNumber<const NUMBER: usize> {
    CardLost,
}

fn number(code: OfNumber<3>) -> Option<OfNumber<3>> {
    let parsed: OfNumber<3> = code.as_str().parse().unwrap();
    println!("{parsed} {:?} {}", parsed.info(), OfNumber::<3>::CODES.len());
    OfNumber::from_code("CARD_LOST")
}

fn main() {
    let code = hostile::CardErrorCode::from_code("CARD_LOST").unwrap();
    println!("{code} {IN_A_CONSTANT} {}", Generic::<u8>::LENGTH);
    println!("{:?} {}", number(OfNumber::CardLost), hostile::generic(&5));
}
