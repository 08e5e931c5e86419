//! For `display`, the error does not suggest `no_display`.

use immersve_errors::ImmersveErrorCode;

#[derive(Debug, ImmersveErrorCode)]
#[immersve(display)]
enum CardErrorCode {
    CardLost,
}

fn main() {}
