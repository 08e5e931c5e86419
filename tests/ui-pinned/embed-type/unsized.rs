//! A type without a size is the compiler's error alone.

use immersve_errors::ImmersveErrorCode;

#[derive(Debug, ImmersveErrorCode)]
enum CardErrorCode {
    CardLost,
    #[immersve(embed)]
    Shipping([u8]),
}

fn main() {
    let code: Result<CardErrorCode, _> = "CARD_LOST".parse();
    println!("{:?} {:?}", code.map(|code| code.as_str().to_owned()), CardErrorCode::CODES);
    println!("{}", serde_json::json!(CardErrorCode::from_code("CARD_LOST")));
}
