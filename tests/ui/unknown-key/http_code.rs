//! `http_code` is `status`.

use immersve_errors::ImmersveErrorCode;

#[derive(Debug, ImmersveErrorCode)]
enum CardErrorCode {
    #[immersve(http_code = 404)]
    CardLost,
}

fn main() {}
