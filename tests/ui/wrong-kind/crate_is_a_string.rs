//! The crate is a path; the error shows the path of a string.

use immersve_errors::ImmersveErrorCode;

#[derive(Debug, ImmersveErrorCode)]
#[immersve(crate = "immersve_errors")]
enum CardErrorCode {
    CardLost,
}

fn main() {}
