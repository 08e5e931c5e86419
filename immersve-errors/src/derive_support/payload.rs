//! Payloads of variants, without naming their types.
//!
//! The compiler infers the type from the variant's constructor, so expansions do not depend on the names and lints in
//! scope, or on the meaning of `Self`.
//!
//! A payload of a wrong type is a single error:
//!
//! - [`CodeTable::of`](super::CodeTable::of) reports an `embed` payload that is not a code enum.
//!   [`VariantCtor::keep`] and [`FieldRef::text`] report an `unknown` payload that cannot hold a string. An expansion
//!   calls each of these once.
//! - All other methods exist only for the right types. For a wrong type, method lookup continues with the target of
//!   `Deref`, [`WrongPayload`], and finds a method of the same name, so the compiler has nothing more to report.

use alloc::string::String;
use core::{marker::PhantomData, ops::Deref};

use crate::code::{self, CodeInfo, ImmersveErrorCode, UnknownCode};

/// A payload of an `embed` variant.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not an Immersve code enum",
    label = "`embed` needs the code enum itself, as in `Shipping(ShippingErrorCode)`",
    note = "a `Box`, an `Option`, a `Vec` or a reference of a code enum is none",
    note = "add `#[derive(ImmersveErrorCode)]` to it if it is an enum of your own",
    note = "write `#[immersve(unknown)]` alone for `UnknownCode` or a string"
)]
pub trait Embeddable: ImmersveErrorCode {}

// Otherwise the compiler lists all code enums.
#[diagnostic::do_not_recommend]
impl<C: ImmersveErrorCode> Embeddable for C {}

/// A payload of an `unknown` variant: created from a string, and read as one.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot hold an unknown code",
    label = "expected `UnknownCode`, or a type that is `From<String>` and `AsRef<str>`",
    note = "`UnknownCode`, `String`, `Box<str>` and `Cow<'static, str>` can"
)]
pub trait UnknownPayload: AsRef<str> {
    /// Creates the payload from a string, unchanged.
    fn from_text(text: &str) -> Self;
}

// Otherwise the compiler lists all types that implement `From`.
#[diagnostic::do_not_recommend]
impl<T: From<String> + AsRef<str>> UnknownPayload for T {
    fn from_text(text: &str) -> Self {
        String::from(text).into()
    }
}

impl UnknownPayload for UnknownCode {
    fn from_text(text: &str) -> Self {
        code::keep(text)
    }
}

/// A borrowed payload.
#[derive(Debug)]
pub struct FieldRef<'a, T>(pub &'a T);

impl<'a, T: ImmersveErrorCode> FieldRef<'a, T> {
    /// The code of the embedded enum.
    #[inline]
    #[must_use]
    pub fn as_str(self) -> &'a str {
        self.0.as_str()
    }

    /// What is documented about the code.
    #[inline]
    #[must_use]
    pub fn info(self) -> Option<&'static CodeInfo> {
        self.0.info()
    }
}

impl<'a, T: UnknownPayload> FieldRef<'a, T> {
    /// The unknown code.
    #[inline]
    #[must_use]
    pub fn text(self) -> &'a str {
        self.0.as_ref()
    }
}

impl<T> Deref for FieldRef<'_, T> {
    type Target = WrongPayload<()>;

    fn deref(&self) -> &WrongPayload<()> {
        &WrongPayload(PhantomData)
    }
}

/// The constructor of a variant.
#[derive(Debug)]
pub struct VariantCtor<T, E, F> {
    ctor: F,
    types: PhantomData<fn(T) -> E>,
}

impl<T, E, F: FnOnce(T) -> E> VariantCtor<T, E, F> {
    /// Wraps the constructor of a variant.
    #[inline]
    pub const fn new(ctor: F) -> Self {
        Self {
            ctor,
            types: PhantomData,
        }
    }

    /// The variant with an unknown code.
    #[inline]
    #[must_use]
    pub fn keep(self, text: &str) -> E
    where
        T: UnknownPayload,
    {
        (self.ctor)(T::from_text(text))
    }
}

impl<T: ImmersveErrorCode, E, F: FnOnce(T) -> E> VariantCtor<T, E, F> {
    /// The variant with this code, if the embedded enum knows it.
    #[inline]
    #[must_use]
    pub fn from_code(self, code: &str) -> Option<E> {
        T::from_code(code).map(self.ctor)
    }

    /// What the embedded enum documents about this code.
    #[inline]
    #[must_use]
    pub fn info_of(self, code: &str) -> Option<&'static CodeInfo> {
        T::from_code(code)?.info()
    }

    /// The variant with this code, unless `known` finds another variant.
    ///
    /// If the embedded enum reads the string as an alias of a code of the outer enum, the variant of the outer enum
    /// takes precedence.
    #[inline]
    #[must_use]
    pub fn extend(self, text: &str, known: impl Fn(&str) -> Option<E>) -> Option<E> {
        if let Some(found) = known(text) {
            return Some(found);
        }
        let inner = T::from_code(text)?;
        let code = inner.as_str();
        let outer = if code == text { None } else { known(code) };
        outer.or_else(|| Some((self.ctor)(inner)))
    }
}

impl<T, E, F> Deref for VariantCtor<T, E, F> {
    type Target = WrongPayload<E>;

    fn deref(&self) -> &WrongPayload<E> {
        &WrongPayload(PhantomData)
    }
}

/// Stands in for a payload of a wrong type, with methods of the same names.
#[derive(Debug)]
pub struct WrongPayload<E>(PhantomData<fn() -> E>);

#[expect(
    clippy::unused_self,
    clippy::wrong_self_convention,
    reason = "they are called as what they stand in for"
)]
impl<E> WrongPayload<E> {
    /// Stands in for [`FieldRef::as_str`].
    #[must_use]
    pub const fn as_str(&self) -> &'static str {
        ""
    }

    /// Stands in for [`FieldRef::info`].
    #[must_use]
    pub const fn info(&self) -> Option<&'static CodeInfo> {
        None
    }

    /// Stands in for [`FieldRef::text`].
    #[must_use]
    pub const fn text(&self) -> &'static str {
        ""
    }

    /// Stands in for [`VariantCtor::from_code`].
    #[must_use]
    pub const fn from_code(&self, _: &str) -> Option<E> {
        None
    }

    /// Stands in for [`VariantCtor::info_of`].
    #[must_use]
    pub const fn info_of(&self, _: &str) -> Option<&'static CodeInfo> {
        None
    }

    /// Stands in for [`VariantCtor::extend`].
    #[must_use]
    pub fn extend(&self, _: &str, _: impl Fn(&str) -> Option<E>) -> Option<E> {
        None
    }
}
