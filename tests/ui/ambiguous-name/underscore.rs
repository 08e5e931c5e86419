//! An underscore before a capital reads two ways.

#![allow(non_camel_case_types)]

use immersve_errors::ImmersveErrorCode;

#[derive(Debug, ImmersveErrorCode)]
enum CardErrorCode {
    Card_Lost,
}

fn main() {}
