//! Enums that embed or extend an enum with mistakes, and constants that read their tables, give no further errors.

use immersve_errors::{ApiError, CodeInfo, ImmersveErrorCode, ParseCodeError, UnknownCode};

#[derive(Debug, Clone, PartialEq, Eq, Hash, ImmersveErrorCode)]
enum Closed {
    #[immersve(cod = "CARD_GONE")]
    CardLost,
    CardStolen,
}

#[derive(Debug, Clone, PartialEq, Eq, Hash, ImmersveErrorCode)]
enum Open {
    #[immersve(statuses = 404)]
    AddressRequired,
    #[immersve(unknown)]
    Unknown(UnknownCode),
}

#[derive(Debug, Clone, PartialEq, Eq, Hash, ImmersveErrorCode)]
enum Extending {
    CardFrozen,
    #[immersve(embed)]
    Closed(Closed),
    #[immersve(embed, unknown)]
    Open(Open),
}

const TABLE: &[CodeInfo] = Extending::CODES;
const LENGTH: usize = Closed::CODES.len() + TABLE.len();
static TEXTS: [&str; LENGTH] = [""; LENGTH];
const _: () = assert!(Closed::CODES.len() == 2 && !Closed::OPEN && Extending::OPEN);
const _: () = match Closed::CODES {
    [lost, _] if lost.aliases().is_empty() => {}
    _ => panic!("there are two codes"),
};

fn read(error: ApiError<Extending>) -> Result<Closed, ParseCodeError> {
    match error.into_code() {
        Some(Extending::Closed(code)) => Ok(code),
        Some(code) => code.as_str().parse::<Closed>(),
        None => "CARD_LOST".parse(),
    }
}

fn main() {
    let Ok(code) = "CARD_LOST".parse::<Extending>();
    println!("{code} {TEXTS:?} {}", TABLE[0].code());
    println!("{:?} {}", read as fn(_) -> _, const { Open::CODES[0].code() });
}
