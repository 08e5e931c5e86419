//! Constants that read the table of an enum with mistakes give no further errors.

use immersve_errors::{CodeInfo, ImmersveErrorCode};

#[derive(Debug, ImmersveErrorCode)]
#[immersve(operation = 5)]
enum CardErrorCode {
    #[immersve(cod = "CARD_GONE", alias = 5, retry = "sometimes")]
    CardLost,
    #[immersve(embed)]
    Shipping(Shipping),
}

#[derive(Debug, ImmersveErrorCode)]
#[immersve(operatoin = "order-card")]
enum Shipping {
    AddressRequired,
    #[immersve(code = "")]
    AddressInvalid,
}

const FIRST: CodeInfo = CardErrorCode::CODES[0];
const THIRD: CodeInfo = CardErrorCode::CODES[2];
const LAST: CodeInfo = Shipping::CODES[Shipping::CODES.len() - 1];
const ALIAS: &str = FIRST.aliases()[0];
const RETRY: immersve_errors::Retry = FIRST.retry().unwrap();
const OPERATION: &str = CardErrorCode::OPERATION.unwrap();
const OTHER_OPERATION: &str = Shipping::OPERATION.unwrap();

fn main() {
    println!("{THIRD:?}{LAST:?}{ALIAS}{RETRY:?}{OPERATION}{OTHER_OPERATION}");
}
