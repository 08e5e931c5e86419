//! Uses of an enum with a type parameter give no further errors.

use immersve_errors::ImmersveErrorCode;

#[derive(Debug, ImmersveErrorCode)]
enum CardErrorCode<T> {
    CardLost,
    #[immersve(unknown)]
    Unknown(T),
}

fn print<T>(code: &CardErrorCode<T>) {
    println!("{code} {}", code.as_str());
}

fn main() {
    let Ok(code) = "CARD_LOST".parse::<CardErrorCode<String>>();
    print(&code);
    println!("{:?} {code:?}", CardErrorCode::<String>::CODES);
}
