//! One hot path, so many times: what `tests/perf/instructions.py` counts the instructions of.

use std::{env, hint::black_box};

use http::{HeaderMap, StatusCode};
use immersve_errors::{ApiError, ErrorResponse, ImmersveErrorCode, UnknownCode};

/// The codes that `create-card` documents under 403.
#[derive(Debug, ImmersveErrorCode)]
enum Closed {
    LivenessMismatch,
    CardProgramInvalid,
    FundingChannelInvalid,
    BetaAccessDenied,
    KycRequired,
    ContactEmailRequired,
    ContactPhoneRequired,
    ExpectedSpendPrereqRequired,
    CardRegionNotSupported,
    MaxCardsExceeded,
    MaxActiveCardsExceeded,
    ShippingCountryUnsupported,
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

fn main() {
    let mut args = env::args().skip(1);
    let path = args.next().unwrap_or_default();
    let times = args
        .next()
        .and_then(|times| times.parse().ok())
        .unwrap_or(0);
    let code = Open::from_code("TOO_MANY_PENDING_WITHDRAWALS");
    for _ in 0..times {
        match path.as_str() {
            "from_code" => drop(black_box(Closed::from_code(black_box(
                "CONTACT_EMAIL_REQUIRED",
            )))),
            "from_code_open" => drop(black_box(Open::from_code(black_box(
                "INSUFFICIENT_BALANCE",
            )))),
            "from_code_alias" => drop(black_box(Open::from_code(black_box("INSUFFICIENT_FUNDS")))),
            "from_code_unknown" => drop(black_box(Open::from_code(black_box("SOMETHING_NEW")))),
            "as_str" => drop(black_box(black_box(&code).as_ref().map(Open::as_str))),
            "info" => drop(black_box(black_box(&code).as_ref().map(Open::info))),
            "decode" => drop(black_box(ApiError::<Open>::from(ErrorResponse::new(
                StatusCode::FORBIDDEN,
                HeaderMap::new(),
                black_box(BODY),
            )))),
            other => panic!("no hot path is called `{other}`"),
        }
    }
}
