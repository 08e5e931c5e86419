//! A text that stays on its thread: the compiler names the type, once for `Send` and once for `Sync`.

use std::rc::Rc;

use immersve_errors::{ApiError, ImmersveErrorCode};

#[derive(Debug, ImmersveErrorCode)]
enum CardErrorCode {
    CardLost,
    #[immersve(unknown)]
    Unknown(Rc<str>),
}

fn print(error: &ApiError<CardErrorCode>) {
    println!("{error} {}", CardErrorCode::CardLost);
}

fn main() {
    let Ok(code) = "CARD_LOST".parse::<CardErrorCode>();
    println!("{code} {}", serde_json::json!(code));
    println!("{:?}", print as fn(&_));
}
