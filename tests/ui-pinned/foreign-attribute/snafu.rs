//! `#[snafu]` without its derive is the only error.

use immersve_errors::ImmersveErrorCode;

#[derive(Debug, ImmersveErrorCode)]
enum CardErrorCode {
    #[snafu(display("the card is lost"))]
    CardLost,
}

fn main() {
    println!("{:?}", CardErrorCode::from_code("CARD_LOST"));
}
