//! Whatever is done with an enum with mistakes gives no further errors.

use std::error::Error;
use std::fmt::Display;
use std::str::FromStr;

use immersve_errors::{ApiError, CodeInfo, ImmersveErrorCode, ParseCodeError, UnknownCode};

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, ImmersveErrorCode)]
enum Closed {
    #[immersve(cod = "CARD_GONE")]
    CardLost,
    CardStolen,
}

#[derive(Debug, Clone, PartialEq, Eq, ImmersveErrorCode)]
enum Open {
    #[immersve(status = 200)]
    CardLost,
    #[immersve(unknown)]
    Unknown(UnknownCode),
}

#[derive(Debug, thiserror::Error, ImmersveErrorCode)]
enum Described {
    #[immersve(retry = "sometimes")]
    #[error("it is lost")]
    CardLost,
}

#[derive(Debug, thiserror::Error)]
enum SdkError {
    #[error("{0}")]
    Closed(#[from] Closed),
    #[error("the API refused")]
    Api(#[source] ApiError<Open>),
    #[error(transparent)]
    Described(#[from] Described),
    #[error("no code")]
    Parse(#[from] ParseCodeError),
}

const FIRST: &str = Closed::CODES[0].code();
const LENGTH: usize = {
    let mut length = 0;
    let mut place = 0;
    while place < Closed::CODES.len() {
        length += Closed::CODES[place].code().len();
        place += 1;
    }
    length
};
static TEXTS: [&str; Closed::CODES.len()] = [FIRST, Closed::CODES[1].code()];

enum Numbers {
    Codes = Closed::CODES.len() as isize,
    Operation = Open::OPERATION.unwrap().len() as isize,
}

trait Table {}
impl Table for [u8; Closed::CODES.len()] {}

fn place(text: &str) -> Numbers {
    match text {
        FIRST => Numbers::Codes,
        _ => Numbers::Operation,
    }
}

fn boxed(text: &str) -> Result<Closed, Box<dyn Error>> {
    Ok(text.parse::<Closed>()?)
}

fn converted(text: &str) -> Result<Closed, SdkError> {
    Ok(text.parse::<Closed>()?)
}

fn refused(text: &str) -> Result<Closed, ParseCodeError> {
    Closed::from_str(text)
}

fn never_refused(text: &str) -> Open {
    text.parse().unwrap_or_else(|error| match error {})
}

fn generic<T: FromStr + Error + 'static>(text: &str) -> Box<dyn Error>
where
    T::Err: Display + Into<Box<dyn Error + Send + Sync>> + 'static,
{
    Box::new(text.parse::<T>().map_err(|error| error.to_string()).unwrap())
}

fn length<C: ImmersveErrorCode>() -> usize {
    C::CODES.iter().map(CodeInfo::aliases).map(<[_]>::len).sum()
}

fn is_known(error: &ApiError<Closed>) -> bool {
    matches!(error.code(), Some(Closed::CardLost | Closed::CardStolen))
        && error.has_code(&Open::CardLost)
        && error.code_as::<Described>().is_some()
}

fn cast(error: ApiError) -> ApiError<Open> {
    error.cast::<Closed>().cast()
}

fn main() {
    let Ok(code) = "CARD_LOST".parse::<Open>();
    println!("{code} {code:?} {} {LENGTH} {TEXTS:?}", place(FIRST) as u8);
    println!("{}", "X".parse::<Closed>().map_err(|error| error.code().len()).unwrap_err());
    println!("{:?} {:?}", boxed("CARD_LOST"), converted("CARD_LOST"));
    println!("{:?} {:?}", refused("CARD_LOST"), never_refused("CARD_LOST"));
    println!("{} {}", generic::<Closed>(""), generic::<Open>(""));
    println!("{} {}", length::<Closed>(), length::<Described>());
    println!("{:?} {:?}", is_known as fn(_) -> _, cast as fn(_) -> _);
    println!("{:?}", serde_json::from_str::<Closed>("").map(|code| serde_json::to_string(&code)));
    let read: fn(&str) -> Option<Closed> = ImmersveErrorCode::from_code;
    println!("{:?} {}", read(""), Closed::OPEN);
    std::thread::spawn(|| Closed::CardLost.info().unwrap().code()).join().unwrap();
}
