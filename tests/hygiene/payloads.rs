//! What a variant holds may be written in any way, and have whatever methods.
#![deny(warnings)]

use std::convert::Infallible;
use std::marker::PhantomData;
use std::ops::Deref;

use immersve_errors::{CodeInfo, ImmersveErrorCode, UnknownCode};

fn keeps_its_promises<C: ImmersveErrorCode>() -> Vec<&'static str> {
    for info in C::CODES {
        let code = C::from_code(info.code()).unwrap();
        assert_eq!(code.as_str(), info.code());
        assert_eq!(code.info(), Some(info));
    }
    C::CODES.iter().map(CodeInfo::code).collect()
}

fn keeps<C: ImmersveErrorCode>() {
    let code = C::from_code("SOMETHING_NEW").unwrap();
    assert_eq!(code.as_str(), "SOMETHING_NEW");
    assert_eq!(code.info(), None);
}

macro_rules! text {
    () => {
        String
    };
}

macro_rules! same {
    ($($tokens:tt)*) => {
        $($tokens)*
    };
}

#[derive(Debug, PartialEq, ImmersveErrorCode)]
enum Inner {
    AddressRequired,
}

#[derive(Debug, PartialEq, ImmersveErrorCode)]
enum ByMacro {
    CardLost,
    #[immersve(embed)]
    Inner(same!(Inner)),
    #[immersve(unknown)]
    Unknown(text!()),
}

#[derive(Debug, PartialEq, ImmersveErrorCode)]
#[allow(unused_parens, reason = "a type may stand in parentheses")]
enum InParentheses {
    CardLost,
    #[immersve(embed)]
    Inner((Inner)),
    #[immersve(unknown)]
    Unknown((<str as ToOwned>::Owned)),
}

#[test]
fn a_type_may_be_written_by_a_macro_in_parentheses_or_as_a_projection() {
    let codes = ["CARD_LOST", "ADDRESS_REQUIRED"];
    assert_eq!(keeps_its_promises::<ByMacro>(), codes);
    assert_eq!(keeps_its_promises::<InParentheses>(), codes);
    keeps::<ByMacro>();
    keeps::<InParentheses>();
}

/// A text with methods in the way, which says by its type whose it is.
#[derive(Debug, Clone, PartialEq)]
struct TextOf<E>(String, PhantomData<fn() -> E>);

impl<E> From<String> for TextOf<E> {
    fn from(text: String) -> Self {
        Self(text, PhantomData)
    }
}

impl<E> AsRef<str> for TextOf<E> {
    fn as_ref(&self) -> &str {
        &self.0
    }
}

impl<E> AsRef<[u8]> for TextOf<E> {
    fn as_ref(&self) -> &[u8] {
        self.0.as_bytes()
    }
}

impl<E> Deref for TextOf<E> {
    type Target = u8;

    fn deref(&self) -> &u8 {
        &0
    }
}

#[allow(
    dead_code,
    clippy::should_implement_trait,
    clippy::unused_self,
    clippy::wrong_self_convention,
    reason = "the names are here to be in the way"
)]
impl<E> TextOf<E> {
    fn as_ref(self) {}
    fn as_str(self) {}
    fn as_text(self) {}
    fn from(_: u8) {}
    fn from_text() {}
    fn info(self) {}
    fn text(self) {}
}

#[derive(Debug, PartialEq, ImmersveErrorCode)]
enum OfItself {
    CardLost,
    #[immersve(unknown)]
    Unknown(TextOf<Self>),
}

#[test]
fn a_text_may_have_methods_of_any_name_and_the_enum_as_its_parameter() {
    assert_eq!(keeps_its_promises::<OfItself>(), ["CARD_LOST"]);
    keeps::<OfItself>();
}

/// A code enum that nobody can make a value of.
#[derive(Debug, PartialEq)]
enum Nothing<T> {
    #[expect(dead_code, reason = "nobody can make one")]
    Never(Infallible, PhantomData<fn() -> T>),
}

impl<T: std::fmt::Debug + 'static> ImmersveErrorCode for Nothing<T> {
    const CODES: &'static [CodeInfo] = &[];
    const OPERATION: Option<&'static str> = None;
    const OPEN: bool = false;

    fn from_code(_: &str) -> Option<Self> {
        None
    }

    fn as_str(&self) -> &str {
        let Self::Never(never, _) = self;
        match *never {}
    }

    fn info(&self) -> Option<&'static CodeInfo> {
        None
    }
}

#[derive(Debug, PartialEq, ImmersveErrorCode)]
enum EmbedsNothing {
    CardLost,
    #[immersve(embed)]
    Nothing(Nothing<EmbedsNothing>),
    #[immersve(unknown)]
    Unknown(UnknownCode),
}

#[derive(Debug, PartialEq, ImmersveErrorCode)]
enum IsNothing {
    #[immersve(embed)]
    Nothing(Nothing<u8>),
}

#[test]
fn an_enum_without_values_can_be_embedded() {
    assert_eq!(keeps_its_promises::<EmbedsNothing>(), ["CARD_LOST"]);
    keeps::<EmbedsNothing>();
    assert!(keeps_its_promises::<IsNothing>().is_empty());
    assert_eq!(IsNothing::from_code("CARD_LOST"), None);
}

mod catalogue {
    #[derive(Debug, PartialEq, immersve_errors::ImmersveErrorCode)]
    pub(super) enum OrderCardErrorCode {
        CardLimitReached,
        #[immersve(unknown)]
        Unknown(immersve_errors::UnknownCode),
    }
}

#[derive(Debug, PartialEq, ImmersveErrorCode)]
enum OrderCardErrorCode {
    CardOnFire,
    #[immersve(embed, unknown)]
    OrderCardErrorCode(catalogue::OrderCardErrorCode),
}

#[test]
fn an_enum_may_extend_another_of_its_name() {
    let codes = ["CARD_ON_FIRE", "CARD_LIMIT_REACHED"];
    assert_eq!(keeps_its_promises::<OrderCardErrorCode>(), codes);
    keeps::<OrderCardErrorCode>();
}
