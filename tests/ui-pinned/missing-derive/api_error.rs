//! An `ApiError` of a type that is not a code enum.

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
