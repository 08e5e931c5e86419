//! The README's example, held to compile and pass.
#![doc = include_str!("../../README.md")]
