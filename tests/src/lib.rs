//! Compiles and runs the examples of the README.

/// Only in a test run, as a package has no README in the folder above.
#[cfg(doctest)]
#[doc = include_str!("../../README.md")]
struct Readme;
