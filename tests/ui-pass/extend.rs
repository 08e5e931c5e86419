//! An open enum, extended.

use immersve_errors::{AnyCode, ImmersveErrorCode};

#[derive(Debug, Clone, PartialEq, ImmersveErrorCode)]
enum CardErrorCode {
    #[immersve(embed, unknown)]
    Any(AnyCode),
}

fn main() {
    let Ok(code) = "CARD_LOST".parse::<CardErrorCode>();
    assert_eq!(code, CardErrorCode::Any(AnyCode::new("CARD_LOST")));
}
