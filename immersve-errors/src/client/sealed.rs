//! Seals the traits of the adapters, so that methods can be added to them.

pub trait Sealed {}

impl<B> Sealed for http::Response<B> {}

#[cfg(feature = "reqwest")]
impl Sealed for reqwest::Response {}

#[cfg(feature = "reqwest-blocking")]
impl Sealed for reqwest::blocking::Response {}
