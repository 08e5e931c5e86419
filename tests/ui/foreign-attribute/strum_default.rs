//! A variant for all other codes is not marked with strum's attribute.

use immersve_errors::{ImmersveErrorCode, UnknownCode};

#[derive(Debug, ImmersveErrorCode)]
enum CardErrorCode {
    CardLost,
    #[strum(default)]
    Other(UnknownCode),
}

fn main() {}
