//! An unknown key with `r#`.

use immersve_errors::ImmersveErrorCode;

#[derive(Debug, ImmersveErrorCode)]
enum CardErrorCode {
    #[immersve(r#type = "A")]
    CardLost,
}

fn main() {}
