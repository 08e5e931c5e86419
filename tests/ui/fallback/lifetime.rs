//! Uses of an enum with a lifetime give no further errors.

use std::borrow::Cow;

use immersve_errors::ImmersveErrorCode;

#[derive(Debug, ImmersveErrorCode)]
enum CardErrorCode<'a> {
    CardLost,
    #[immersve(unknown)]
    Unknown(Cow<'a, str>),
}

fn read(text: &str) -> CardErrorCode<'_> {
    let Ok(code) = text.parse();
    code
}

fn print(code: &CardErrorCode<'_>) {
    println!("{code} {} {:?}", code.as_str(), code.info());
}

fn main() {
    print(&read("CARD_LOST"));
    println!("{:?} {}", CardErrorCode::CODES, serde_json::json!(CardErrorCode::CardLost));
}
