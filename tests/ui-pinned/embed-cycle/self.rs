//! `Self` is the enum too, and extending it is embedding it.

use immersve_errors::ImmersveErrorCode;

#[derive(Debug, ImmersveErrorCode)]
enum CardErrorCode {
    CardLost,
    #[immersve(embed, unknown)]
    Again(Self),
}

fn main() {}
