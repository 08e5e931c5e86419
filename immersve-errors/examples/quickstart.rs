//! Every kind of response of the API, and what a client learns from it.
//!
//! Starts a mock of the API on a free loopback port, calls it with `ureq`, and prints a block for each response:
//!
//! ```text
//! cargo run --example quickstart
//! ```

use std::{
    error::Error,
    io::{self, BufRead, BufReader, Write},
    net::{TcpListener, TcpStream},
    thread,
};

use immersve_errors::{ApiError, ErrorKind, ImmersveErrorCode, UnknownCode, decode};
use serde::Deserialize;
use ureq::Agent;

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

/// The body of a successful withdrawal.
#[derive(Debug, Deserialize)]
struct Withdrawal {
    id: String,
}

fn main() -> Result<(), Box<dyn Error>> {
    let server = serve()?;
    // Otherwise `ureq` drops the body of an error response, and with it the code.
    let config = Agent::config_builder().http_status_as_error(false);
    let agent = config.build().new_agent();
    for (name, title, ..) in ANSWERS {
        println!("{title}");
        match withdraw(&agent, &server, name)? {
            Ok(withdrawal) => println!("  success    {}", withdrawal.id),
            Err(error) => explain(&error),
        }
        println!();
    }
    Ok(())
}

/// Sends a withdrawal. The outer error is a transport error, the inner one an error response of the API.
fn withdraw(
    agent: &Agent,
    server: &str,
    name: &str,
) -> Result<Result<Withdrawal, ApiError<WithdrawalErrorCode>>, ureq::Error> {
    let url = format!("{server}/api/funding-sources/{name}/withdraw");
    let (head, mut body) = agent.post(url).send_empty()?.into_parts();
    let response = http::Response::from_parts(head, body.read_to_vec()?);
    Ok(decode(response))
}

/// Prints everything an error knows.
fn explain(error: &ApiError<WithdrawalErrorCode>) {
    println!("  error      {error}");
    println!("  kind       {}", error.kind());
    match error.code() {
        // A base code such as `FORBIDDEN`: the kind covers it.
        Some(WithdrawalErrorCode::Unknown(_)) if error.kind() != ErrorKind::BusinessRule => {}
        Some(code) => println!("  code       {code:?}"),
        None => {}
    }
    if let Some(code) = error.wire_code() {
        println!("  wire code  {code}");
    }
    if let Some(reason) = error.reason() {
        println!("  reason     {reason}");
    }
    for field in error.field_errors() {
        println!("  field      {field}");
    }
    if let Some(cause) = error.body_error() {
        println!("  body       {cause}");
    }
    let retry = error.retry();
    match error.retry_after() {
        Some(delay) => println!("  retry      {retry}, after {} seconds", delay.as_secs()),
        None => println!("  retry      {retry}"),
    }
    let advice = match error.code() {
        Some(WithdrawalErrorCode::InsufficientBalance) => "Withdraw less, or deposit first.",
        _ => error.advice(),
    };
    // One sentence per line.
    let advice = advice.replace(". ", ".\n             ");
    println!("  advice     {advice}");
}

/// The funding source, the title, and the response: head and body.
const ANSWERS: [(&str, &str, &str, &str); 8] = [
    (
        "empty",
        "A withdrawal beyond the balance",
        "403 Forbidden\r\nContent-Type: application/json",
        r#"{"statusCode":403,"statusName":"Forbidden","errorCode":"INSUFFICIENT_FUNDS","reason":"Withdrawal amount exceeds Funding Source balance"}"#,
    ),
    (
        "missing",
        "A funding source that does not exist",
        "403 Forbidden\r\nContent-Type: application/json",
        r#"{"statusCode":403,"statusName":"Forbidden","errorCode":"FORBIDDEN"}"#,
    ),
    (
        "future",
        "An unknown code",
        "403 Forbidden\r\nContent-Type: application/json",
        r#"{"statusCode":403,"statusName":"Forbidden","errorCode":"WITHDRAWALS_PAUSED","reason":"Withdrawals are paused until Monday"}"#,
    ),
    (
        "malformed",
        "A request with invalid fields",
        "400 Bad Request\r\nContent-Type: application/json",
        r#"{"statusCode":400,"statusName":"Bad Request","errorCode":"INVALID_REQUEST_INPUT","errors":[{"message":"Expected a positive number","path":"amount"},{"message":"Required","path":"destination.address"}]}"#,
    ),
    (
        "busy",
        "Too many requests",
        "429 Too Many Requests\r\nRetry-After: 7",
        "",
    ),
    (
        "proxy",
        "A proxy that cannot reach the API",
        "502 Bad Gateway\r\nContent-Type: text/html",
        "<html><body><h1>502 Bad Gateway</h1></body></html>",
    ),
    (
        "full",
        "A withdrawal that is accepted",
        "200 OK\r\nContent-Type: application/json",
        r#"{"id":"wi-42"}"#,
    ),
    (
        "odd",
        "A success that does not match its type",
        "200 OK\r\nContent-Type: application/json",
        r#"{"withdrawalId":"wi-42"}"#,
    ),
];

/// Starts the mock server, which runs until the program exits.
fn serve() -> io::Result<String> {
    let listener = TcpListener::bind(("127.0.0.1", 0))?;
    let address = listener.local_addr()?;
    thread::spawn(move || {
        for stream in listener.incoming() {
            if let Err(error) = stream.and_then(answer) {
                eprintln!("the server could not answer: {error}");
            }
        }
    });
    Ok(format!("http://{address}"))
}

/// Answers the single request of a connection.
fn answer(mut stream: TcpStream) -> io::Result<()> {
    let mut request = BufReader::new(&stream).lines();
    let first = request.next().transpose()?.unwrap_or_default();
    for line in request {
        if line?.is_empty() {
            break;
        }
    }
    let asked = |name| first.contains(&format!("/{name}/"));
    let answer = ANSWERS.iter().find(|(name, ..)| asked(*name));
    let (head, body) = answer.map_or(("404 Not Found", ""), |(_, _, head, body)| (head, body));
    let length = body.len();
    let response =
        format!("HTTP/1.1 {head}\r\nContent-Length: {length}\r\nConnection: close\r\n\r\n{body}");
    stream.write_all(response.as_bytes())
}
