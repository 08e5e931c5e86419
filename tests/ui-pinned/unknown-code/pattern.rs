//! No pattern matches the text of an unknown code.

use immersve_errors::UnknownCode;

fn lost(code: &UnknownCode) -> bool {
    matches!(code, UnknownCode("CARD_LOST"))
}

fn main() {
    let _ = lost;
}
