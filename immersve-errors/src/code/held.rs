//! How the derive's code uses the field of a variant, without naming the type of the field.
//!
//! The compiler knows the type from the variant's constructor. So the derive's code does not depend on
//! the names and lints in scope, or on what `Self` is there.
//!
//! A wrong type gets one error only:
//!
//! - [`Part::of`](super::embed::Part::of) reports an `embed` field that is not a code enum.
//!   [`Make::keep`] and [`Held::text`] report an `unknown` field that cannot keep a text. The derive's
//!   code calls each of these once.
//! - All other methods exist for the right types only. For a wrong type, method lookup goes on to the
//!   target of `Deref`, [`Nothing`], and finds a method of the same name there. So the compiler has
//!   nothing more to report.

use core::{marker::PhantomData, ops::Deref};

use crate::{
    CodeInfo, ImmersveErrorCode,
    private::{AsText, FromText},
};

/// The field of a variant, borrowed.
#[derive(Debug)]
pub struct Held<'a, T>(pub &'a T);

impl<'a, T: ImmersveErrorCode> Held<'a, T> {
    /// The code's text.
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

impl<'a, T: FromText> Held<'a, T> {
    /// The text of an unknown code.
    ///
    /// The bound `AsText` is on the method and not on the impl. So a type without `FromText` gets one
    /// error, not two.
    #[inline]
    #[must_use]
    pub fn text(self) -> &'a str
    where
        T: AsText,
    {
        self.0.as_text()
    }
}

impl<T> Deref for Held<'_, T> {
    type Target = Nothing<()>;

    fn deref(&self) -> &Nothing<()> {
        &Nothing(PhantomData)
    }
}

/// The constructor of a variant.
#[derive(Debug)]
pub struct Make<T, E, F> {
    make: F,
    types: PhantomData<fn(T) -> E>,
}

impl<T, E, F: FnOnce(T) -> E> Make<T, E, F> {
    /// Wraps the constructor of a variant.
    #[inline]
    pub const fn new(make: F) -> Self {
        Self {
            make,
            types: PhantomData,
        }
    }
}

impl<T: ImmersveErrorCode, E, F: FnOnce(T) -> E> Make<T, E, F> {
    /// The variant with the code of this text, if the embedded enum has one.
    #[inline]
    #[must_use]
    pub fn from_code(self, code: &str) -> Option<E> {
        T::from_code(code).map(self.make)
    }

    /// What the embedded enum documents about the code with this text.
    #[inline]
    #[must_use]
    pub fn info_of(self, code: &str) -> Option<&'static CodeInfo> {
        T::from_code(code)?.info()
    }
}

impl<T, E, F: FnOnce(T) -> E> Make<T, E, F> {
    /// The variant with the text of an unknown code.
    #[inline]
    #[must_use]
    pub fn keep(self, text: &str) -> E
    where
        T: FromText,
    {
        (self.make)(T::from_text(text))
    }
}

impl<T, E, F> Deref for Make<T, E, F> {
    type Target = Nothing<E>;

    fn deref(&self) -> &Nothing<E> {
        &Nothing(PhantomData)
    }
}

/// Has methods of the same names for a field of a wrong type. Such a program does not compile.
#[derive(Debug)]
pub struct Nothing<E>(PhantomData<fn() -> E>);

#[expect(
    clippy::unused_self,
    clippy::wrong_self_convention,
    reason = "they are called as what they stand in for"
)]
impl<E> Nothing<E> {
    /// Stands in for `as_str` of a field.
    #[must_use]
    pub const fn as_str(&self) -> &'static str {
        ""
    }

    /// Stands in for `info` of a field.
    #[must_use]
    pub const fn info(&self) -> Option<&'static CodeInfo> {
        None
    }

    /// Stands in for `text` of a field.
    #[must_use]
    pub const fn text(&self) -> &'static str {
        ""
    }

    /// Stands in for `from_code` of a constructor.
    #[must_use]
    pub const fn from_code(&self, _: &str) -> Option<E> {
        None
    }

    /// Stands in for `info_of` of a constructor.
    #[must_use]
    pub const fn info_of(&self, _: &str) -> Option<&'static CodeInfo> {
        None
    }
}
