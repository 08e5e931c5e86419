//! Compiles and runs the README's examples. What the tests need is with the tests.

/// Not there in a package, which has no README above it: only the test run looks.
#[cfg(doctest)]
#[doc = include_str!("../../README.md")]
struct Readme;
