//! Runs one hot path many times, so that `tests/perf/instructions.py` can count its instructions.
//!
//! Each path is called through a pointer, so that it is not inlined into the loop, like code of another
//! crate. So the count is that of the path and one indirect call.

use std::{env, hint::black_box};

use http::{HeaderMap, StatusCode};
use immersve_errors::{ApiError, ErrorResponse, ImmersveErrorCode, UnknownCode};
use serde::de::DeserializeOwned;

/// The codes that `create-card` documents under 403.
#[derive(Debug, ImmersveErrorCode)]
enum Closed {
    LivenessMismatch,
    CardProgramInvalid,
    FundingChannelInvalid,
    BetaAccessDenied,
    KycRequired,
    #[immersve(alias = "CONTACT_MOBILE_REQUIRED")]
    ContactEmailRequired,
    ContactPhoneRequired,
    ExpectedSpendPrereqRequired,
    CardRegionNotSupported,
    MaxCardsExceeded,
    MaxActiveCardsExceeded,
    ShippingCountryUnsupported,
}

#[derive(Debug, ImmersveErrorCode)]
enum Plain {
    InsufficientBalance,
    TooManyPendingWithdrawals,
    FundingStrategyNotSupported,
}

#[derive(Debug, ImmersveErrorCode)]
enum Open {
    #[immersve(alias = "INSUFFICIENT_FUNDS")]
    InsufficientBalance,
    TooManyPendingWithdrawals,
    FundingStrategyNotSupported,
    #[immersve(unknown)]
    Unknown(UnknownCode),
}

const BODY: &str = r#"{"statusCode":403,"statusName":"Forbidden","errorCode":"INSUFFICIENT_BALANCE","reason":"Withdrawal amount exceeds Funding Source balance"}"#;

fn json<T: DeserializeOwned>(text: &str) -> Option<T> {
    serde_json::from_str(text).ok()
}

fn decode(body: &str) -> ApiError<Open> {
    let response = ErrorResponse::new(StatusCode::FORBIDDEN, HeaderMap::new(), body);
    ApiError::from(response)
}

fn repeat<T, R>(times: u64, path: fn(T) -> R, argument: T)
where
    T: Copy,
{
    let path = black_box(path);
    for _ in 0..times {
        black_box(path(black_box(argument)));
    }
}

fn main() {
    let mut args = env::args().skip(1);
    let path = args.next().unwrap_or_default();
    let times = args
        .next()
        .and_then(|times| times.parse().ok())
        .unwrap_or(0);
    let code = Open::TooManyPendingWithdrawals;
    match path.as_str() {
        "from_code" => repeat(times, Closed::from_code, "CONTACT_EMAIL_REQUIRED"),
        "from_code_alias" => repeat(times, Closed::from_code, "CONTACT_MOBILE_REQUIRED"),
        "from_code_unknown" => repeat(times, Closed::from_code, "SOMETHING_NEW"),
        "from_code_plain" => repeat(times, Plain::from_code, "INSUFFICIENT_BALANCE"),
        "from_code_open" => repeat(times, Open::from_code, "INSUFFICIENT_BALANCE"),
        "from_code_open_alias" => repeat(times, Open::from_code, "INSUFFICIENT_FUNDS"),
        "from_code_open_unknown" => repeat(times, Open::from_code, "SOMETHING_NEW"),
        "json" => repeat(times, json::<Closed>, r#""CONTACT_EMAIL_REQUIRED""#),
        "json_open" => repeat(times, json::<Open>, r#""INSUFFICIENT_BALANCE""#),
        "json_open_unknown" => repeat(times, json::<Open>, r#""SOMETHING_NEW""#),
        "as_str" => repeat(times, Open::as_str, &code),
        "info" => repeat(times, Open::info, &code),
        "decode" => repeat(times, decode, BODY),
        other => panic!("no hot path is called `{other}`"),
    }
}
