//! A `Display` of one's own needs `no_display`, which the documentation says beside the number of this error.

use std::fmt;

use immersve_errors::ImmersveErrorCode;

#[derive(Debug, ImmersveErrorCode)]
enum CardErrorCode {
    CardLost,
}

impl fmt::Display for CardErrorCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the card is lost")
    }
}

fn main() {}
