//! A unit struct is not an enum.

use immersve_errors::ImmersveErrorCode;

#[derive(Debug, ImmersveErrorCode)]
struct CardLost;

fn main() {}
