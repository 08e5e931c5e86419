//! All kinds of answers of the API, and what a client learns from each.
//!
//! It starts a server on a free loopback port that answers as the API does, calls it with `reqwest`, and
//! prints one block for each answer:
//!
//! ```text
//! cargo run --example quickstart
//! ```

use std::error::Error;

use axum::{
    Router,
    http::{StatusCode, header},
    response::{IntoResponse, Response},
    routing::post,
};
use immersve_errors::{ApiError, ErrorKind, ImmersveErrorCode, Retry, UnknownCode, decode};
use serde::Deserialize;

/// Codes of `POST /api/funding-sources/{fundingSourceId}/withdraw`.
#[derive(Debug, ImmersveErrorCode)]
#[immersve(operation = "create-withdrawal-intent")]
#[non_exhaustive]
enum WithdrawalErrorCode {
    /// The withdrawal is larger than the balance of the funding source.
    #[immersve(alias = "INSUFFICIENT_FUNDS")]
    InsufficientBalance,
    /// Ten withdrawals are pending already: wait until one is settled.
    TooManyPendingWithdrawals,
    /// This kind of funding source cannot withdraw.
    FundingStrategyNotSupported,
    #[immersve(unknown)]
    Unknown(UnknownCode),
}

/// The API's answer to a withdrawal that it accepts.
#[derive(Debug, Deserialize)]
struct Withdrawal {
    id: String,
}

#[tokio::main]
async fn main() -> Result<(), Box<dyn Error>> {
    let server = serve().await?;
    for (name, title, _) in ANSWERS {
        println!("{title}");
        match withdraw(&server, name).await? {
            Ok(withdrawal) => println!("  withdrawal  {}", withdrawal.id),
            Err(error) => explain(&error),
        }
        println!();
    }
    Ok(())
}

/// Sends a withdrawal. The outer error is one of the connection, the inner one is an error of the API.
async fn withdraw(
    server: &str,
    name: &str,
) -> reqwest::Result<Result<Withdrawal, ApiError<WithdrawalErrorCode>>> {
    let url = format!("{server}/api/funding-sources/{name}/withdraw");
    let response = reqwest::Client::new().post(url).send().await?;
    let status = response.status();
    let headers = response.headers().clone();
    let mut complete = http::Response::new(response.bytes().await?);
    *complete.status_mut() = status;
    *complete.headers_mut() = headers;
    Ok(decode(complete))
}

/// Prints what a program can learn from an error.
fn explain(error: &ApiError<WithdrawalErrorCode>) {
    println!("  error       {error}");
    println!("  kind        {}", error.kind());
    match error.code() {
        // A code that belongs to a status, such as `FORBIDDEN`: the kind says what it means.
        Some(WithdrawalErrorCode::Unknown(_)) if error.kind() != ErrorKind::BusinessRule => {}
        Some(code) => println!("  typed code  {code:?}"),
        None => {}
    }
    if let Some(code) = error.wire_code() {
        println!("  wire code   {code}");
    }
    if let Some(reason) = error.reason() {
        println!("  reason      {reason}");
    }
    for field in error.field_errors() {
        println!("  field       {field}");
    }
    if let Some(cause) = error.invalid_body() {
        println!("  body        {cause}");
    }
    let retry = match error.retry() {
        Retry::Always => "yes",
        Retry::IfIdempotent => "only if it is idempotent",
        _ => "no",
    };
    match error.retry_after() {
        Some(wait) => println!("  send again  {retry}, after {} seconds", wait.as_secs()),
        None => println!("  send again  {retry}"),
    }
    let advice = match error.code() {
        Some(WithdrawalErrorCode::InsufficientBalance) => "Withdraw less, or deposit first.",
        _ => error.advice(),
    };
    // One sentence on each line.
    let advice = advice.replace(". ", ".\n              ");
    println!("  what to do  {advice}");
}

/// The name of a funding source, a title, and the answer for that funding source.
type Answer = (&'static str, &'static str, fn() -> Response);

const ANSWERS: [Answer; 8] = [
    ("empty", "A withdrawal beyond the balance", || {
        json(
            403,
            r#"{"statusCode":403,"statusName":"Forbidden","errorCode":"INSUFFICIENT_FUNDS","reason":"Withdrawal amount exceeds Funding Source balance"}"#,
        )
    }),
    ("missing", "A funding source that does not exist", || {
        json(
            403,
            r#"{"statusCode":403,"statusName":"Forbidden","errorCode":"FORBIDDEN"}"#,
        )
    }),
    ("future", "A code that nobody knows yet", || {
        json(
            403,
            r#"{"statusCode":403,"statusName":"Forbidden","errorCode":"WITHDRAWALS_PAUSED","reason":"Withdrawals are paused until Monday"}"#,
        )
    }),
    ("malformed", "A request with invalid fields", || {
        json(
            400,
            r#"{"statusCode":400,"statusName":"Bad Request","errorCode":"INVALID_REQUEST_INPUT","errors":[{"message":"Expected a positive number","path":"amount"},{"message":"Required","path":"destination.address"}]}"#,
        )
    }),
    ("busy", "Too many requests", || {
        (StatusCode::TOO_MANY_REQUESTS, [(header::RETRY_AFTER, "7")]).into_response()
    }),
    ("proxy", "A proxy that cannot reach the API", || {
        let page = "<html><body><h1>502 Bad Gateway</h1></body></html>";
        (StatusCode::BAD_GATEWAY, axum::response::Html(page)).into_response()
    }),
    ("full", "A withdrawal that is accepted", || {
        json(200, r#"{"id":"wi-42"}"#)
    }),
    ("odd", "A success of another shape", || {
        json(200, r#"{"withdrawalId":"wi-42"}"#)
    }),
];

fn json(status: u16, body: &'static str) -> Response {
    let status = StatusCode::from_u16(status).unwrap_or_default();
    (status, [(header::CONTENT_TYPE, "application/json")], body).into_response()
}

/// Starts the server. It runs until the program ends.
async fn serve() -> std::io::Result<String> {
    let mut router = Router::new();
    for (name, _, answer) in ANSWERS {
        let path = format!("/api/funding-sources/{name}/withdraw");
        router = router.route(&path, post(async move || answer()));
    }
    let listener = tokio::net::TcpListener::bind(("127.0.0.1", 0)).await?;
    let address = listener.local_addr()?;
    tokio::spawn(async move { axum::serve(listener, router).await });
    Ok(format!("http://{address}"))
}
