//! So is one that says `Self`, and one that extends itself.

use immersve_errors::ImmersveErrorCode;

#[derive(Debug, ImmersveErrorCode)]
enum CardErrorCode {
    CardLost,
    #[immersve(embed, unknown)]
    Again(Self),
}

fn main() {}
