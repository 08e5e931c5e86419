//! Compiles and runs the code of the README and of the guide, which needs more dependencies than a user has.

#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;

#[cfg(doctest)]
#[path = "../immersve-errors/src/guide.rs"]
mod guide;
