//! An enum with mistakes that was meant to be open can be used as an open one.

use immersve_errors::{ImmersveErrorCode, UnknownCode};

#[derive(Debug, ImmersveErrorCode)]
enum Mistyped {
    CardLost,
    #[immersve(unknwon)]
    Unknown(UnknownCode),
}

#[derive(Debug, ImmersveErrorCode)]
enum Unmarked {
    CardLost,
    Kept(String),
}

#[derive(Debug, ImmersveErrorCode)]
enum Bare {
    CardLost,
    #[immersve]
    Kept(Box<str>),
}

#[derive(Debug, ImmersveErrorCode)]
enum Garbled {
    CardLost,
    #[immersve = "unknown"]
    Other(UnknownCode),
}

#[derive(Debug, ImmersveErrorCode)]
enum Quoted {
    CardLost,
    #[immersve("unknown")]
    Other(UnknownCode),
}

#[derive(Debug, ImmersveErrorCode)]
enum OnTheField {
    CardLost,
    Kept(#[immersve(unknown)] UnknownCode),
}

#[derive(Debug, ImmersveErrorCode)]
enum Named {
    CardLost,
    #[immersve(unknown)]
    Kept { text: String },
}

fn main() {
    let Ok(_) = "CARD_LOST".parse::<Mistyped>();
    let Ok(_) = "CARD_LOST".parse::<Unmarked>();
    let Ok(_) = "CARD_LOST".parse::<Bare>();
    let Ok(_) = "CARD_LOST".parse::<Garbled>();
    let Ok(_) = "CARD_LOST".parse::<Quoted>();
    let Ok(_) = "CARD_LOST".parse::<OnTheField>();
    let Ok(_) = "CARD_LOST".parse::<Named>();
}
