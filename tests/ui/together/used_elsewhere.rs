//! A mistake is one error, even if the enum is used in many places.

use immersve_errors::{ApiError, ImmersveErrorCode, UnknownCode};

#[derive(Debug, Clone, Copy, PartialEq, ImmersveErrorCode)]
enum Broken {
    #[immersve(cod = "CARD_LOST")]
    CardLost,
}

#[derive(Debug, PartialEq, ImmersveErrorCode)]
enum Outer {
    Own,
    #[immersve(embed)]
    Broken(Broken),
    #[immersve(unknown)]
    Unknown(UnknownCode),
}

#[derive(Debug, PartialEq, ImmersveErrorCode)]
enum BrokenAndOpen {
    #[immersve(cod = "CARD_LOST")]
    CardLost,
    #[immersve(unknown)]
    Unknown(UnknownCode),
}

#[derive(Debug, PartialEq, ImmersveErrorCode, thiserror::Error)]
#[error("broken")]
enum BrokenWithText {
    #[immersve(cod = "CARD_LOST")]
    CardLost,
}

fn uses(error: &ApiError<Broken>) -> Result<Broken, Box<dyn std::error::Error>> {
    if error.code() == Some(&Broken::CardLost) && error.has_code(&Outer::Own) {
        println!("{} {:?}", Broken::CardLost, Broken::CODES);
    }
    let Ok(_) = "CARD_LOST".parse::<BrokenAndOpen>();
    println!("{}", BrokenWithText::CardLost);
    let json = serde_json::to_string(&Broken::CardLost)?;
    serde_json::from_str::<Broken>(&json)?;
    Ok("CARD_LOST".parse()?)
}

fn main() {
    let _ = uses;
}
