//! The hint is not a path to the type of the runtime.

use immersve_errors::ImmersveErrorCode;

#[derive(Debug, ImmersveErrorCode)]
enum CardErrorCode {
    #[immersve(retry = Retry::IfIdempotent)]
    CardLost,
}

fn main() {}
