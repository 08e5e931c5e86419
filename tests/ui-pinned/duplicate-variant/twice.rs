//! A variant that is declared twice: the second error is that of `derive(Debug)`.

use immersve_errors::ImmersveErrorCode;

#[derive(Debug, ImmersveErrorCode)]
enum CardErrorCode {
    CardLost,
    CardStolen,
    CardLost,
}

fn main() {
    let code: Result<CardErrorCode, _> = "CARD_LOST".parse();
    println!("{:?} {:?}", code.map(|code| code.as_str().to_owned()), CardErrorCode::CODES);
    println!("{}", serde_json::json!(CardErrorCode::from_code("CARD_LOST")));
}
