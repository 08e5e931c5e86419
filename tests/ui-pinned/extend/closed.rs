//! A closed enum cannot be embedded with `unknown`.

use immersve_errors::ImmersveErrorCode;

#[derive(Debug, ImmersveErrorCode)]
enum CardErrorCode {
    CardLost,
    #[immersve(embed, unknown)]
    Documented(Documented),
}

#[derive(Debug, ImmersveErrorCode)]
enum Documented {
    CardStolen,
}

fn main() {
    let Ok(code) = "CARD_LOST".parse::<CardErrorCode>();
    println!("{code}");
}
