//! Logging and metrics: a structured event and a counter for each error, without its body.
//!
//! Prints the events as JSON lines, and then the counters:
//!
//! ```text
//! cargo run -p examples --example observe
//! ```

use std::borrow::Cow;

use http::StatusCode;
use immersve_errors::{ApiError, ErrorKind, ErrorResponse, ImmersveErrorCode, UnknownCode};
use metrics_util::debugging::DebuggingRecorder;

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

/// Logs and counts an error.
///
/// `error.type` and `http.response.status_code` are OpenTelemetry's names. The cardinality of these two, `operation`
/// and `kind` does not depend on the server, so they can be metric labels. `wire_code` reveals new codes, but its
/// cardinality is unbounded. The reason is omitted, because it may contain personal data.
fn observe<C: ImmersveErrorCode>(error: &ApiError<C>) {
    let error_type = error_type(error);
    metrics::counter!(
        "immersve.client.errors",
        "error.type" => error_type.clone(),
        "operation" => C::OPERATION.unwrap_or("unknown"),
    )
    .increment(1);

    macro_rules! event {
        ($level:ident) => {
            tracing::event!(
                tracing::Level::$level,
                "error.type" = &*error_type,
                "http.response.status_code" = error.status().as_u16(),
                operation = C::OPERATION,
                kind = error.kind().as_str(),
                wire_code = error.escaped_code().map(tracing::field::display),
                retry = error.retry().as_str(),
                retry_after_seconds = error.retry_after().map(|wait| wait.as_secs()),
                body_bytes = error.body().len(),
                truncated = error.response().is_truncated(),
                "the API returned an error",
            )
        };
    }
    match error.kind() {
        // Expected, such as an insufficient balance.
        ErrorKind::BusinessRule => event!(INFO),
        // Temporary.
        ErrorKind::RateLimited | ErrorKind::Server => event!(WARN),
        // Needs attention.
        _ => event!(ERROR),
    }
}

/// OpenTelemetry's `error.type`: the code if it is documented, or else the status, as in its HTTP conventions.
fn error_type<C: ImmersveErrorCode>(error: &ApiError<C>) -> Cow<'static, str> {
    match error.code_label() {
        "none" | "unknown" => error.status().as_u16().to_string().into(),
        documented => documented.into(),
    }
}

/// Five errors, of which the last two contain text that must not be logged.
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
    let recorder = DebuggingRecorder::new();
    metrics::with_local_recorder(&recorder, || errors().iter().for_each(observe));
    for counter in counters(&recorder) {
        println!("{counter}");
    }
}

/// The counters, one line per set of labels.
fn counters(recorder: &DebuggingRecorder) -> Vec<String> {
    let counted = recorder.snapshotter().snapshot().into_vec();
    let mut lines: Vec<_> = counted
        .into_iter()
        .map(|(key, _, _, value)| format!("{} {value:?}", key.key()))
        .collect();
    lines.sort();
    lines
}

#[cfg(test)]
mod tests {
    use std::{cell::RefCell, io::Write, sync::Once};

    use serde_json::Value;

    use super::*;

    thread_local! {
        /// The log of the test on this thread.
        static LOG: RefCell<Vec<u8>> = const { RefCell::new(Vec::new()) };
    }

    struct Log;

    impl Write for Log {
        fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
            LOG.with_borrow_mut(|log| log.write(bytes))
        }

        fn flush(&mut self) -> std::io::Result<()> {
            Ok(())
        }
    }

    /// Sets up the log before the first event of any test, because `tracing` caches whether an event is enabled.
    fn listen() {
        static STARTED: Once = Once::new();
        STARTED.call_once(|| tracing_subscriber::fmt().json().with_writer(|| Log).init());
    }

    fn lines() -> Vec<String> {
        listen();
        LOG.take();
        errors().iter().for_each(observe);
        let text = String::from_utf8(LOG.take()).unwrap();
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
                    fields["http.response.status_code"].as_u64().unwrap(),
                    fields["kind"].as_str().unwrap(),
                    fields["error.type"].as_str().unwrap(),
                )
            })
            .collect();
        assert_eq!(
            labels,
            [
                ("INFO", 403, "business_rule", "INSUFFICIENT_BALANCE"),
                ("INFO", 403, "business_rule", "INSUFFICIENT_BALANCE"),
                ("WARN", 429, "rate_limited", "429"),
                ("INFO", 403, "business_rule", "403"),
                ("WARN", 502, "server", "502"),
            ]
        );
        assert_eq!(events[2]["fields"]["retry_after_seconds"], 7);
    }

    #[test]
    fn each_error_is_counted_by_bounded_labels() {
        listen();
        let recorder = DebuggingRecorder::new();
        metrics::with_local_recorder(&recorder, || errors().iter().for_each(observe));
        let counters = counters(&recorder);
        assert_eq!(counters.len(), 4, "{counters:?}");
        for (error_type, count) in [
            ("403", 1),
            ("429", 1),
            ("502", 1),
            ("INSUFFICIENT_BALANCE", 2),
        ] {
            let (label, value) = (
                format!("error.type = {error_type}"),
                format!("Counter({count})"),
            );
            let found = |line: &&String| line.contains(&label) && line.contains(&value);
            assert!(counters.iter().any(|line| found(&line)), "{counters:?}");
        }
        assert!(!counters.concat().contains("NEW_TODAY"));
    }

    #[test]
    fn a_code_cannot_forge_a_line() {
        assert_eq!(lines().len(), errors().len());
        assert!(
            lines()[3].contains(r#""wire_code":"NEW_TODAY\\n{\"level\""#),
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
