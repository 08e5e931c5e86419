//! A rule for all names is not that of strum.

use immersve_errors::ImmersveErrorCode;

#[derive(Debug, ImmersveErrorCode)]
#[strum(serialize_all = "kebab-case")]
enum CardErrorCode {
    CardLost,
}

fn main() {}
