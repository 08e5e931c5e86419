//! `has_code` with a text.

use immersve_errors::ApiError;

fn lost(error: &ApiError) -> bool {
    error.has_code("CARD_LOST")
}

fn main() {
    let _ = lost;
}
