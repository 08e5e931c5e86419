//! A unit struct is no enum.

use immersve_errors::ImmersveErrorCode;

#[derive(Debug, ImmersveErrorCode)]
struct CardLost;

fn main() {}
