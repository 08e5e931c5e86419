//! A semicolon after a variant.

use immersve_errors::ImmersveErrorCode;

#[derive(Debug, ImmersveErrorCode)]
enum CardErrorCode {
    CardLost;
    CardStolen,
}

fn main() {
    let code: Result<CardErrorCode, _> = "CARD_LOST".parse();
    println!("{:?} {:?}", code.map(|code| code.as_str().to_owned()), CardErrorCode::CODES);
    println!("{}", serde_json::json!(CardErrorCode::from_code("CARD_LOST")));
}
