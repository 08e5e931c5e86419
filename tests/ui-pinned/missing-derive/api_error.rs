//! An error of a type that is no code enum.

use immersve_errors::ApiError;

#[derive(Debug)]
enum CardErrorCode {
    CardLost,
}

fn code(error: &ApiError<CardErrorCode>) -> Option<&CardErrorCode> {
    error.code()
}

fn main() {
    let _ = code;
}
