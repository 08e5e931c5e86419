//! A missing comma between two variants is the compiler's error alone, however the enum is used.

use immersve_errors::ImmersveErrorCode;

#[derive(Debug, ImmersveErrorCode)]
enum CardErrorCode {
    CardLost
    CardStolen,
    CardFrozen,
}

fn main() {
    let code: Result<CardErrorCode, _> = "CARD_LOST".parse();
    println!("{:?} {:?}", code.map(|code| code.as_str().to_owned()), CardErrorCode::CODES);
    println!("{}", serde_json::json!(CardErrorCode::from_code("CARD_LOST")));
}
