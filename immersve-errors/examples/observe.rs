//! One structured event for each error: its status, its kind, its code, and no body.
//!
//! Prints the events as lines of JSON, as a log collector would get them:
//!
//! ```text
//! cargo run --example observe
//! ```

use http::StatusCode;
use immersve_errors::{ApiError, ErrorKind, ErrorResponse, ImmersveErrorCode, UnknownCode};

/// Codes of `POST /api/funding-sources/{fundingSourceId}/withdraw`.
#[derive(Debug, Clone, PartialEq, ImmersveErrorCode)]
#[immersve(operation = "create-withdrawal-intent")]
enum WithdrawalErrorCode {
    /// The withdrawal is larger than the balance of the funding source.
    #[immersve(alias = "INSUFFICIENT_FUNDS")]
    InsufficientBalance,
    #[immersve(unknown)]
    Unknown(UnknownCode),
}

/// Writes the event of an error.
///
/// `operation`, `status`, `kind` and `code` have few values, whatever the server sends, so each can be
/// a label of a metric. `wire_code` is the server's own text: it tells which codes are new, and is no
/// label. The reason is left out, for it may name a customer.
fn observe<C: ImmersveErrorCode>(error: &ApiError<C>) {
    let wire_code = error.wire_code().unwrap_or_default();
    let wire_code: String = wire_code.chars().take(64).collect();
    macro_rules! event {
        ($level:ident) => {
            tracing::event!(
                tracing::Level::$level,
                operation = C::OPERATION,
                status = error.status().as_u16(),
                kind = error.kind().as_str(),
                code = error.code_label(),
                wire_code,
                retry = error.retry().as_str(),
                retry_after_seconds = error.retry_after().map(|wait| wait.as_secs()),
                body_bytes = error.body().len(),
                truncated = error.response().is_truncated(),
                "the API answered with an error",
            )
        };
    }
    match error.kind() {
        // Part of the business: somebody has too little money.
        ErrorKind::BusinessRule => event!(INFO),
        // Passes by itself.
        ErrorKind::RateLimited | ErrorKind::Server => event!(WARN),
        // Somebody has to look at it.
        _ => event!(ERROR),
    }
}

/// Errors as a day may bring them, the last two with what must not get into a log.
fn errors() -> [ApiError<WithdrawalErrorCode>; 5] {
    [
        ApiError::from_code(WithdrawalErrorCode::InsufficientBalance),
        ErrorResponse::builder(StatusCode::FORBIDDEN)
            .code("INSUFFICIENT_FUNDS")
            .reason("Withdrawal amount exceeds Funding Source balance")
            .build()
            .into(),
        ErrorResponse::builder(StatusCode::TOO_MANY_REQUESTS)
            .retry_after(std::time::Duration::from_secs(7))
            .build()
            .into(),
        ErrorResponse::builder(StatusCode::FORBIDDEN)
            .code("NEW_TODAY\n{\"level\":\"INFO\",\"fields\":{\"message\":\"all is well\"}}")
            .build()
            .into(),
        ErrorResponse::new(
            StatusCode::BAD_GATEWAY,
            http::HeaderMap::new(),
            r#"<html>cannot forward {"pan":"4111111111111111"}</html>"#,
        )
        .into(),
    ]
}

fn main() {
    tracing_subscriber::fmt()
        .json()
        .without_time()
        .with_target(false)
        .init();
    for error in errors() {
        observe(&error);
    }
}

#[cfg(test)]
mod tests {
    use std::{
        io::Write,
        sync::{Arc, Mutex},
    };

    use serde_json::Value;

    use super::*;

    #[derive(Clone, Default)]
    struct Log(Arc<Mutex<Vec<u8>>>);

    impl Write for Log {
        fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
            self.0.lock().unwrap().write(bytes)
        }

        fn flush(&mut self) -> std::io::Result<()> {
            Ok(())
        }
    }

    fn lines() -> Vec<String> {
        let log = Log::default();
        let writer = log.clone();
        let subscriber = tracing_subscriber::fmt()
            .json()
            .with_writer(move || writer.clone())
            .finish();
        tracing::subscriber::with_default(subscriber, || errors().iter().for_each(observe));
        let log = log.0.lock().unwrap().clone();
        let text = String::from_utf8(log).unwrap();
        text.lines().map(str::to_owned).collect()
    }

    #[test]
    fn each_error_is_one_event_with_bounded_labels() {
        let events: Vec<Value> = lines()
            .iter()
            .map(|line| serde_json::from_str(line).unwrap())
            .collect();
        let labels: Vec<_> = events
            .iter()
            .map(|event| {
                let fields = &event["fields"];
                assert_eq!(fields["operation"], "create-withdrawal-intent");
                (
                    event["level"].as_str().unwrap(),
                    fields["status"].as_u64().unwrap(),
                    fields["kind"].as_str().unwrap(),
                    fields["code"].as_str().unwrap(),
                )
            })
            .collect();
        assert_eq!(
            labels,
            [
                ("INFO", 403, "business_rule", "INSUFFICIENT_BALANCE"),
                ("INFO", 403, "business_rule", "INSUFFICIENT_BALANCE"),
                ("WARN", 429, "rate_limited", "none"),
                ("INFO", 403, "business_rule", "unknown"),
                ("WARN", 502, "server", "none"),
            ]
        );
        assert_eq!(events[2]["fields"]["retry_after_seconds"], 7);
    }

    #[test]
    fn a_code_cannot_forge_a_line() {
        assert_eq!(lines().len(), errors().len());
        assert!(
            lines()[3].contains(r#""wire_code":"NEW_TODAY\n{\"level\""#),
            "{}",
            lines()[3]
        );
    }

    #[test]
    fn no_body_and_no_reason_is_logged() {
        for line in lines() {
            for text in [
                "4111111111111111",
                "cannot forward",
                "Withdrawal amount exceeds",
            ] {
                assert!(!line.contains(text), "{line}");
            }
        }
    }
}
