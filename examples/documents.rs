//! Tests the code of the README and the guide.

#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;

#[cfg(doctest)]
#[path = "../immersve-errors/src/guide.rs"]
mod guide;
