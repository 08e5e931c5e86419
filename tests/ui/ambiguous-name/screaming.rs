//! A name that is written as a code reads two ways.

#![allow(non_camel_case_types)]

use immersve_errors::ImmersveErrorCode;

#[derive(Debug, ImmersveErrorCode)]
enum CardErrorCode {
    CARD_LOST,
}

fn main() {}
