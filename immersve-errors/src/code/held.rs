//! What an expansion does with what its variants hold, without ever naming the type.
//!
//! The constructor of the variant tells the compiler the type. So nothing here depends on the names, the
//! lints or the `Self` of the place where the enum stands.
//!
//! A type that cannot be held is reported once: a code enum that is none by [`Part::of`](super::embed::Part::of), a text that is none by
//! [`Make::keep`] or by [`Held::text`], each of which an expansion calls once. The other methods of [`Held`]
//! and [`Make`] exist for the right types; for any other type the compiler goes on to what they dereference
//! to, [`Nothing`], and finds a stand-in there. So no second error follows.

use core::{marker::PhantomData, ops::Deref};

use crate::{
    CodeInfo, ImmersveErrorCode,
    private::{AsText, FromText},
};

/// What a variant holds, borrowed.
#[derive(Debug)]
pub struct Held<'a, T>(pub &'a T);

impl<'a, T: ImmersveErrorCode> Held<'a, T> {
    /// The code's text.
    #[inline]
    #[must_use]
    pub fn as_str(self) -> &'a str {
        self.0.as_str()
    }

    /// What is documented of the code.
    #[inline]
    #[must_use]
    pub fn info(self) -> Option<&'static CodeInfo> {
        self.0.info()
    }
}

impl<'a, T: FromText> Held<'a, T> {
    /// The text of an unknown code.
    ///
    /// What is not made of a text is reported for that alone, hence the two bounds in two places.
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
    /// Takes the constructor.
    #[inline]
    pub const fn new(make: F) -> Self {
        Self {
            make,
            types: PhantomData,
        }
    }
}

impl<T: ImmersveErrorCode, E, F: FnOnce(T) -> E> Make<T, E, F> {
    /// The variant around the code that has this text.
    #[inline]
    #[must_use]
    pub fn from_code(self, code: &str) -> Option<E> {
        T::from_code(code).map(self.make)
    }

    /// What the embedded enum documents of a text.
    #[inline]
    #[must_use]
    pub fn info_of(self, code: &str) -> Option<&'static CodeInfo> {
        T::from_code(code)?.info()
    }
}

impl<T, E, F: FnOnce(T) -> E> Make<T, E, F> {
    /// The variant around the text of an unknown code.
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

/// Stands in where a type cannot be held. That has been reported, and the program does not compile.
#[derive(Debug)]
pub struct Nothing<E>(PhantomData<fn() -> E>);

#[expect(
    clippy::unused_self,
    clippy::wrong_self_convention,
    reason = "they are called as what they stand in for"
)]
impl<E> Nothing<E> {
    /// Stands in for [`Held::as_str`].
    #[must_use]
    pub const fn as_str(&self) -> &'static str {
        ""
    }

    /// Stands in for [`Held::info`].
    #[must_use]
    pub const fn info(&self) -> Option<&'static CodeInfo> {
        None
    }

    /// Stands in for [`Held::text`].
    #[must_use]
    pub const fn text(&self) -> &'static str {
        ""
    }

    /// Stands in for [`Make::from_code`].
    #[must_use]
    pub const fn from_code(&self, _: &str) -> Option<E> {
        None
    }

    /// Stands in for [`Make::info_of`].
    #[must_use]
    pub const fn info_of(&self, _: &str) -> Option<&'static CodeInfo> {
        None
    }
}
