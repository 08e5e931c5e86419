//! A name with a digit before capitals, whose code in the API may be a third one: `ERROR_3DS`.

use immersve_errors::ImmersveErrorCode;

#[derive(Debug, ImmersveErrorCode)]
enum CardErrorCode {
    Error3DS,
}

fn main() {}
