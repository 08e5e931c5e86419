//! An attribute of serde that would do nothing is no silent habit.

use immersve_errors::ImmersveErrorCode;

#[derive(Debug, ImmersveErrorCode)]
#[serde(deny_unknown_fields)]
enum CardErrorCode {
    CardLost,
}

fn main() {}
