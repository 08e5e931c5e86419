//! A name with an underscore before a capital could mean several codes.

#![allow(non_camel_case_types)]

use immersve_errors::ImmersveErrorCode;

#[derive(Debug, ImmersveErrorCode)]
enum CardErrorCode {
    Card_Lost,
}

fn main() {}
