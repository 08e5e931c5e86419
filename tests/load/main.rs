//! Checks that memory does not grow over a million errors, and with large bodies.

use std::hint::black_box;
use std::sync::{Mutex, PoisonError};
use std::thread;

use http::{Response, StatusCode};
use immersve_errors::{ApiError, ErrorKind, ErrorResponse, ImmersveErrorCode, UnknownCode, decode};

#[derive(Debug, Clone, PartialEq, ImmersveErrorCode)]
enum Withdrawal {
    #[immersve(alias = "INSUFFICIENT_FUNDS")]
    InsufficientBalance,
    TooManyPendingWithdrawals,
    #[immersve(unknown)]
    Unknown(UnknownCode),
}

/// Different errors, each with the expected kind.
const MIXED: [(u16, &str, ErrorKind); 10] = [
    (
        403,
        r#"{"statusCode":403,"statusName":"Forbidden","errorCode":"INSUFFICIENT_FUNDS","reason":"Withdrawal amount exceeds Funding Source balance"}"#,
        ErrorKind::BusinessRule,
    ),
    (403, r#"{"errorCode":"FORBIDDEN"}"#, ErrorKind::AccessDenied),
    (
        403,
        r#"{"errorCode":"NEW_CODE","reason":"escaped \" \u00e9"}"#,
        ErrorKind::BusinessRule,
    ),
    (
        400,
        r#"{"statusCode":400,"errorCode":"INVALID_REQUEST_INPUT","errors":[{"message":"must be positive","path":"amount"}]}"#,
        ErrorKind::BadRequest,
    ),
    (
        400,
        r#"{"success":false,"errorCode":"INVALID_BODY","errorMap":{"firstName":"Required"}}"#,
        ErrorKind::BadRequest,
    ),
    (401, "", ErrorKind::Unauthorized),
    (404, "<h1>Not Found</h1>", ErrorKind::WrongEndpoint),
    (
        429,
        r#"{"errorCode":5,"reason":["slow down"]}"#,
        ErrorKind::RateLimited,
    ),
    (
        503,
        r#"{"errorCode":"PAYMENT_BRIDGE_ERROR","reason":"cut o"#,
        ErrorKind::Server,
    ),
    (200, r#"{"id":"#, ErrorKind::InvalidResponse),
];

/// The memory is that of the whole process, so only one test measures at a time.
static MEASURED: Mutex<()> = Mutex::new(());

/// The resident memory of this process in KiB; `None` if the system does not tell. Then the tests do not
/// check it.
fn resident() -> Option<usize> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = status
        .lines()
        .find_map(|line| line.strip_prefix("VmRSS:"))?;
    line.trim().strip_suffix("kB")?.trim().parse().ok()
}

/// Runs ten rounds on all cores, and checks that memory does not grow after the first round.
fn stays_flat(allowed: usize, round: impl Fn() + Sync) {
    let _alone = MEASURED.lock().unwrap_or_else(PoisonError::into_inner);
    let cores = thread::available_parallelism().map_or(1, usize::from);
    let mut warm = None;
    for _ in 0..10 {
        thread::scope(|scope| {
            for _ in 0..cores {
                scope.spawn(&round);
            }
        });
        let now = resident();
        if let (Some(warm), Some(now)) = (warm.or(now), now) {
            assert!(now <= warm + allowed, "from {warm} KiB to {now} KiB");
        }
        warm = warm.or(now);
    }
}

fn receive(status: u16, body: impl Into<Vec<u8>>) -> ApiError<Withdrawal> {
    let mut response = Response::new(body);
    *response.status_mut() = StatusCode::from_u16(status).unwrap();
    decode::<u64, _>(response).unwrap_err()
}

#[test]
fn a_million_mixed_errors_do_not_grow_the_memory() {
    let cores = thread::available_parallelism().map_or(1, usize::from);
    // Keeps some errors for a while, as a queue of retries does: memory that is freed late is no leak.
    let each = 1_000_000_usize.div_ceil(10 * cores * MIXED.len());
    stays_flat(4 * 1024, || {
        for _ in 0..each {
            let errors = MIXED.map(|(status, body, kind)| {
                let error = receive(status, body);
                assert_eq!(error.kind(), kind);
                error
            });
            assert_eq!(errors[0].code(), Some(&Withdrawal::InsufficientBalance));
            black_box(errors);
        }
    });
}

#[test]
fn dropped_bodies_of_64_kib_do_not_grow_the_memory() {
    const SIZE: usize = 64 * 1024;
    let object = |start: &str, filling: &str, end: &str| {
        let room = SIZE - start.len() - end.len();
        let mut body = start.to_owned();
        body.extend(
            filling
                .chars()
                .cycle()
                .take(room / filling.len() * filling.len()),
        );
        body + end
    };
    let bodies = [
        object(r#"{"errorCode":"A","reason":""#, "x", r#""}"#),
        object(r#"{"errorCode":"A","reason":""#, r"\n", r#""}"#),
        object(
            r#"{"errors":["#,
            r#"{"path":"p"},"#,
            r#"""],"errorCode":"A"}"#,
        ),
        object(r#"{"errorCode":"A","errorMap":"#, "[", ""),
        object(r#"{"errorCode":"A","x":"#, r#"{"a":"#, ""),
        object(r#"{"errorCode":"A""#, ",", ""),
        object("", "<html>", ""),
    ];
    stays_flat(8 * 1024, || {
        for body in bodies.iter().cycle().take(35) {
            let error = receive(403, body.as_str());
            assert_eq!(error.body(), body.as_bytes());
            assert!(error.to_string().len() < 1024);
            let copies: [ErrorResponse; 2] = [error.response().clone(), error.into_response()];
            black_box(copies);
        }
        let bytes = vec![0xFF; SIZE];
        assert_eq!(receive(500, bytes.clone()).body(), bytes);
    });
}
