//! An unknown code cannot be compared with a string; the message says how to ask.

use immersve_errors::UnknownCode;

fn lost(code: &UnknownCode) -> bool {
    *code == "CARD_LOST"
}

fn main() {
    let _ = lost;
}
