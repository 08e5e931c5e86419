//! The crate is a path; the string tells which.

use immersve_errors::ImmersveErrorCode;

#[derive(Debug, ImmersveErrorCode)]
#[immersve(crate = "immersve_errors")]
enum CardErrorCode {
    CardLost,
}

fn main() {}
