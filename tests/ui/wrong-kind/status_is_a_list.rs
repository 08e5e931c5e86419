//! Each status needs its own `status`.

use immersve_errors::ImmersveErrorCode;

#[derive(Debug, ImmersveErrorCode)]
enum CardErrorCode {
    #[immersve(status = [400, 403])]
    CardLost,
}

fn main() {}
