//! An enum cannot embed itself, not even in a box.

use immersve_errors::ImmersveErrorCode;

#[derive(Debug, ImmersveErrorCode)]
enum CardErrorCode {
    CardLost,
    #[immersve(embed)]
    Again(Box<CardErrorCode>),
}

fn main() {}
