//! A box does not help an enum that embeds itself.

use immersve_errors::ImmersveErrorCode;

#[derive(Debug, ImmersveErrorCode)]
enum CardErrorCode {
    CardLost,
    #[immersve(embed)]
    Again(Box<CardErrorCode>),
}

fn main() {}
