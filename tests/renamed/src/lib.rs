//! A crate that has no dependency called `immersve_errors`; see its tests.
