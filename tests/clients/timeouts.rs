//! The time to read from a server that sends slowly, compared with the client's timeout.
//!
//! Run it with `--nocapture` to see the time of each client.

use std::{
    io::Write,
    thread::{self, sleep},
    time::{Duration, Instant},
};

use immersve_errors::{AnyCode, ApiError, ReadOptions};

use crate::{
    client::{Client, Failure},
    server::serve_raw,
    with_every_client,
};

with_every_client! {
    a_body_that_drips_ends_at_the_clients_timeout,
    a_header_that_drips_ends_at_the_clients_timeout,
    a_limited_success_that_drips_ends_at_the_given_timeout,
    a_timeout_of_the_options_keeps_what_arrived,
    an_error_that_arrives_slowly_is_whole,
}

const TIMEOUT: Duration = Duration::from_secs(1);
const DRIP: Duration = Duration::from_millis(400);

/// Sends a head, then a part of the rest every 400 ms, for twelve seconds.
fn drip(head: &'static str, unit: &'static str) -> String {
    serve_raw(move |stream| {
        stream.write_all(head.as_bytes())?;
        for _ in 0..30 {
            sleep(DRIP);
            stream.write_all(unit.as_bytes())?;
        }
        Ok(())
    })
}

fn timed<T>(client: &str, case: &str, read: impl FnOnce() -> T) -> T {
    let started = Instant::now();
    let result = read();
    let took = started.elapsed();
    println!("{client} {case}: {} ms", took.as_millis());
    assert!(took < 2 * TIMEOUT, "{client} {case}: {took:?}");
    result
}

fn name<C>() -> &'static str {
    let name = std::any::type_name::<C>();
    name.rsplit("::").next().unwrap_or(name)
}

fn a_body_that_drips_ends_at_the_clients_timeout<C: Client>(_: &C) {
    let cases = [
        (
            "success by length",
            "HTTP/1.1 200 OK\r\nContent-Length: 30\r\n\r\n",
            "1",
        ),
        (
            "success by chunk",
            "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n",
            "1\r\n1\r\n",
        ),
        (
            "error by length",
            "HTTP/1.1 403 Forbidden\r\nContent-Length: 30\r\n\r\n",
            "1",
        ),
        (
            "error by chunk",
            "HTTP/1.1 403 Forbidden\r\nTransfer-Encoding: chunked\r\n\r\n",
            "1\r\n1\r\n",
        ),
        ("error to the end", "HTTP/1.1 500 Oh\r\n\r\n", "1"),
    ];
    // Each case waits for its timeout, so they run in parallel.
    thread::scope(|scope| {
        for (case, head, unit) in cases {
            scope.spawn(move || {
                let url = drip(head, unit);
                let mut options = ReadOptions::new();
                if case.starts_with("error") && !C::TIMES_WHOLE_BODIES {
                    options = options.with_slow_body_limit(TIMEOUT);
                }
                let error: ApiError = timed(name::<C>(), case, || {
                    let client = C::with_timeout(TIMEOUT);
                    client.decode_with::<u64, _>(&url, options).unwrap_err()
                });
                assert!(error.is_interrupted());
                assert!(error.response().is_truncated());
                if case.starts_with("error") {
                    assert!(error.body().starts_with(b"11"), "{:?}", error.body());
                }
            });
        }
    });
}

fn a_header_that_drips_ends_at_the_clients_timeout<C: Client>(_: &C) {
    let url = drip("HTTP/1.1 200 OK\r\nX-Slow: ", "1");
    let failure = timed(name::<C>(), "header", || {
        C::with_timeout(TIMEOUT).fails(&url)
    });
    assert_eq!(failure, Some(Failure::Timeout));
}

fn a_limited_success_that_drips_ends_at_the_given_timeout<C: Client>(_: &C) {
    let url = drip(
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n",
        "1\r\n1\r\n",
    );
    let options = ReadOptions::new()
        .with_success_limit(1000)
        .with_slow_body_limit(Duration::from_millis(700));
    let error = timed(name::<C>(), "limited success by chunk", || {
        C::with_timeout(TIMEOUT).decode_with::<u64, AnyCode>(&url, options)
    });
    assert!(error.unwrap_err().is_interrupted());
}

fn a_timeout_of_the_options_keeps_what_arrived<C: Client>(client: &C) {
    let options = ReadOptions::new().with_slow_body_limit(Duration::from_millis(700));
    for head in [
        "HTTP/1.1 200 OK\r\nContent-Length: 30\r\n\r\n",
        "HTTP/1.1 403 Forbidden\r\nContent-Length: 30\r\n\r\n",
    ] {
        let url = drip(head, "1");
        let error = timed(name::<C>(), "timeout of the reader", || {
            client.decode_with::<u64, AnyCode>(&url, options)
        });
        let error = error.unwrap_err();
        assert_eq!(error.body(), b"11");
        let failure = error.body_error().and_then(std::error::Error::source);
        let failure: &std::io::Error = failure.unwrap().downcast_ref().unwrap();
        assert_eq!(failure.kind(), std::io::ErrorKind::TimedOut);
    }
    let given = ReadOptions::new().with_slow_body_limit(Duration::MAX);
    let url = crate::server::serve_body(200, "7");
    assert_eq!(client.decode_with::<u64, AnyCode>(&url, given).unwrap(), 7);
}

fn an_error_that_arrives_slowly_is_whole(client: &impl Client) {
    let body = r#"{"errorCode":"KYC_REQUIRED"}"#;
    let url = serve_raw(move |stream| {
        write!(
            stream,
            "HTTP/1.1 403 Forbidden\r\nContent-Length: {}\r\n\r\n",
            body.len()
        )?;
        for part in body.as_bytes().chunks(4) {
            stream.write_all(part)?;
            sleep(DRIP);
        }
        // The last byte has arrived, so nothing that follows is an interruption.
        sleep(TIMEOUT);
        Ok(())
    });
    let error: ApiError = client.decode::<(), _>(&url).unwrap_err();
    assert_eq!(error.wire_code(), Some("KYC_REQUIRED"));
    assert!(!error.response().is_truncated() && error.body_error().is_none());
}
