//! An unknown code cannot be built by hand.

use immersve_errors::UnknownCode;

fn main() {
    let _ = UnknownCode("CARD_LOST");
}
