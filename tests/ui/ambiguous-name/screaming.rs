//! A name that is written like a code could mean several codes.

#![allow(non_camel_case_types)]

use immersve_errors::ImmersveErrorCode;

#[derive(Debug, ImmersveErrorCode)]
enum CardErrorCode {
    CARD_LOST,
}

fn main() {}
