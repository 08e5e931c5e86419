//! Property tests of codes, bodies and errors, with random input.
//!
//! Each test runs 256 cases. The environment variable `PROPTEST_CASES` sets another number.

use std::collections::BTreeMap;
use std::fmt::Debug;
use std::time::{Duration, SystemTime};

use http::{HeaderMap, HeaderValue, Response, StatusCode, header};
use immersve_errors::{
    AnyCode, ApiError, CodeInfo, ErrorKind, ErrorResponse, ImmersveErrorCode, Retry, UnknownCode,
    decode,
};
use proptest::prelude::*;
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};

#[derive(Debug, Clone, Copy, PartialEq, ImmersveErrorCode)]
enum Closed {
    #[immersve(alias = "INSUFFICIENT_FUNDS", alias = "LOW_BALANCE")]
    InsufficientBalance,
    #[immersve(code = "A", alias = "a/b")]
    Short,
    #[immersve(status = 503, retry = "always")]
    PaymentBridgeError,
    #[immersve(status = 429, retry = "never")]
    QuotaUsedUp,
}

#[derive(Debug, Clone, PartialEq, ImmersveErrorCode)]
enum Open {
    #[immersve(retry = "if_idempotent")]
    InsufficientFunds,
    #[immersve(code = "Low_Balance")]
    LowBalance,
    Forbidden,
    #[immersve(unknown)]
    Unknown(UnknownCode),
}

#[derive(Debug, Clone, PartialEq, ImmersveErrorCode)]
enum Embedding {
    CardNotFound,
    #[immersve(embed)]
    Closed(Closed),
    #[immersve(alias = "CARD_MISSING")]
    CardLost,
}

#[derive(Debug, Clone, PartialEq, ImmersveErrorCode)]
enum OpenEmbedding {
    #[immersve(embed)]
    Embedding(Embedding),
    #[immersve(unknown)]
    Unknown(String),
}

/// All codes and aliases of all enums.
fn known_texts() -> Vec<&'static str> {
    [
        Closed::CODES,
        Open::CODES,
        OpenEmbedding::CODES,
        Rival::CODES,
    ]
    .into_iter()
    .flatten()
    .flat_map(|info| std::iter::once(info.code()).chain(info.aliases().iter().copied()))
    .collect()
}

/// Texts of all kinds: known codes, texts that look like codes, texts that are nearly a code, and any
/// others.
fn text() -> impl Strategy<Value = String> {
    let known = || prop::sample::select(known_texts());
    prop_oneof![
        3 => known().prop_map(str::to_owned),
        1 => "[A-Z][A-Z0-9_]{0,40}",
        1 => (known(), any::<prop::sample::Index>(), any::<char>()).prop_map(|(text, at, char)| {
            let at = at.index(text.len() + 1);
            let at = (0..=at).rev().find(|at| text.is_char_boundary(*at)).unwrap_or(0);
            format!("{}{char}{}", &text[..at], &text[at..])
        }),
        2 => any::<String>(),
        1 => prop::collection::vec(prop::sample::select(hostile_chars()), 0..400)
            .prop_map(String::from_iter),
    ]
}

/// Characters that break a line, control a terminal, or mislead the reader of a log.
fn hostile_chars() -> Vec<char> {
    "\n\r\t\0\u{7}\u{1b}\u{7f}\u{85}\u{9b}\u{2028}\u{2029}\u{202e}\u{2066}\u{feff}\\\"'{}a é🦀"
        .chars()
        .collect()
}

fn status() -> impl Strategy<Value = StatusCode> {
    prop_oneof![
        prop::sample::select(vec![200, 204, 400, 401, 403, 403, 403, 404, 429, 500, 503]),
        100..1000_u16,
    ]
    .prop_map(|status| StatusCode::from_u16(status).unwrap())
}

/// Any JSON value.
fn value() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        text().prop_map(Value::from),
    ];
    leaf.prop_recursive(3, 24, 4, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..4).prop_map(Value::from),
            prop::collection::btree_map(key(), inner, 0..4)
                .prop_map(|map| Value::Object(map.into_iter().collect())),
        ]
    })
}

/// Keys that the reader of bodies knows, and others.
fn key() -> impl Strategy<Value = String> {
    const KNOWN: [&str; 9] = [
        "errorCode",
        "reason",
        "message",
        "errorMessage",
        "errors",
        "errorMap",
        "path",
        "statusCode",
        "success",
    ];
    prop_oneof![
        6 => prop::sample::select(&KNOWN[..]).prop_map(str::to_owned),
        1 => text(),
    ]
}

/// An object like those of the API, where any key can have any value.
fn object() -> impl Strategy<Value = BTreeMap<String, Value>> {
    let field_errors = prop::collection::vec((text(), text()), 0..4).prop_map(|errors| {
        let errors = errors
            .iter()
            .map(|(path, message)| json!({"path": path, "message": message}));
        errors.collect::<Value>()
    });
    let typical = (text(), text(), field_errors).prop_map(|(code, reason, errors)| {
        BTreeMap::from([
            ("errorCode".to_owned(), code.into()),
            ("reason".to_owned(), reason.into()),
            ("errors".to_owned(), errors),
        ])
    });
    (typical, prop::collection::btree_map(key(), value(), 0..5)).prop_map(|(mut object, more)| {
        object.extend(more);
        object
    })
}

/// Bodies of all kinds: like those of the API, changed, cut, and no JSON at all.
fn body() -> impl Strategy<Value = Vec<u8>> {
    let json = || object().prop_map(|object| serde_json::to_vec(&object).unwrap());
    let bent =
        (json(), any::<prop::sample::Index>(), any::<u8>()).prop_map(|(mut body, at, byte)| {
            let at = at.index(body.len());
            body[at] = byte;
            body
        });
    let cut = (json(), any::<prop::sample::Index>()).prop_map(|(mut body, at)| {
        body.truncate(at.index(body.len()));
        body
    });
    prop_oneof![
        3 => json(),
        2 => bent,
        2 => cut,
        1 => prop::collection::vec(any::<u8>(), 0..200),
        1 => text().prop_map(String::into_bytes),
    ]
}

fn response(status: StatusCode, body: &[u8]) -> ErrorResponse {
    ErrorResponse::new(status, HeaderMap::new(), body)
}

fn error<C: ImmersveErrorCode>(status: StatusCode, code: &str) -> ApiError<C> {
    ErrorResponse::builder(status).code(code).build().into()
}

/// Checks that a value that was read from a text is printed, looked up and read again as the same code.
fn code_laws<C>(text: &str) -> Result<(), TestCaseError>
where
    C: ImmersveErrorCode + PartialEq + Debug + Serialize + DeserializeOwned,
{
    let entry = C::CODES
        .iter()
        .find(|info| info.code() == text || info.aliases().contains(&text));
    let json = serde_json::to_string(text).unwrap();
    let binary = postcard::to_allocvec(text).unwrap();
    let Some(code) = C::from_code(text) else {
        prop_assert_eq!(entry, None);
        prop_assert!(serde_json::from_str::<C>(&json).is_err());
        prop_assert!(postcard::from_bytes::<C>(&binary).is_err());
        return Ok(());
    };

    let written = match entry {
        Some(info) => info.code(),
        None => text,
    };
    prop_assert_eq!(code.as_str(), written);
    prop_assert_eq!(code.info(), entry);
    let again = C::from_code(code.as_str());
    prop_assert_eq!(again.as_ref(), Some(&code));

    prop_assert_eq!(&serde_json::from_str::<C>(&json).unwrap(), &code);
    prop_assert_eq!(
        serde_json::to_string(&code).unwrap(),
        serde_json::to_string(written).unwrap()
    );
    prop_assert_eq!(&postcard::from_bytes::<C>(&binary).unwrap(), &code);
    prop_assert_eq!(
        postcard::to_allocvec(&code).unwrap(),
        postcard::to_allocvec(written).unwrap()
    );
    Ok(())
}

/// Checks that `has_code` gives the same answer for two errors in both directions.
fn symmetry<C: ImmersveErrorCode, D: ImmersveErrorCode>(
    a: &str,
    b: &str,
) -> Result<(), TestCaseError> {
    let (Some(c), Some(d)) = (C::from_code(a), D::from_code(b)) else {
        return Ok(());
    };
    let status = StatusCode::FORBIDDEN;
    let (of_c, of_d) = (error::<C>(status, a), error::<D>(status, b));
    if a.is_empty() || b.is_empty() {
        // An empty code is no code.
        return Ok(());
    }
    let names = |code: &str, info: Option<&'static CodeInfo>| {
        info.map_or_else(
            || vec![code.to_owned()],
            |info| {
                let aliases = info.aliases().iter().map(ToString::to_string);
                aliases.chain([info.code().to_owned()]).collect()
            },
        )
    };
    let (names_c, names_d) = (names(c.as_str(), c.info()), names(d.as_str(), d.info()));
    let same = names_c.iter().any(|name| names_d.contains(name));
    prop_assert_eq!(of_c.has_code(&d), same);
    prop_assert_eq!(of_d.has_code(&c), same);
    Ok(())
}

/// All that an error tells, without its type.
#[derive(Debug, PartialEq)]
struct Said {
    wire_code: Option<String>,
    kind: ErrorKind,
    retry: Retry,
    info: Option<&'static CodeInfo>,
    label: &'static str,
    advice: &'static str,
    interrupted: bool,
    line: String,
}

impl Said {
    fn by<C: ImmersveErrorCode>(error: &ApiError<C>) -> Self {
        Self {
            wire_code: error.wire_code().map(str::to_owned),
            kind: error.kind(),
            retry: error.retry(),
            info: error.info(),
            label: error.code_label(),
            advice: error.advice(),
            interrupted: error.is_interrupted(),
            line: error.to_string(),
        }
    }
}

/// An error that is cast from enum to enum. Each enum has a number.
#[derive(Debug, Clone)]
enum Travelling {
    Closed(ApiError<Closed>),
    Open(ApiError<Open>),
    Embedding(ApiError<Embedding>),
    OpenEmbedding(ApiError<OpenEmbedding>),
    Rival(ApiError<Rival>),
    Any(ApiError<AnyCode>),
}

/// Runs the same code for the error of each enum.
macro_rules! with {
    ($travelling:expr, $error:ident => $done:expr) => {
        match $travelling {
            Travelling::Closed($error) => $done,
            Travelling::Open($error) => $done,
            Travelling::Embedding($error) => $done,
            Travelling::OpenEmbedding($error) => $done,
            Travelling::Rival($error) => $done,
            Travelling::Any($error) => $done,
        }
    };
}

impl Travelling {
    const ENUMS: usize = 6;

    /// Reads an error as the enum with this number.
    fn read(error: ApiError<AnyCode>, number: usize) -> Self {
        let interrupted = error.is_interrupted();
        let response = error.into_response();
        macro_rules! read {
            ($Variant:ident) => {
                Self::$Variant(if interrupted {
                    ApiError::interrupted(response, "reset")
                } else {
                    response.into()
                })
            };
        }
        match number {
            0 => read!(Closed),
            1 => read!(Open),
            2 => read!(Embedding),
            3 => read!(OpenEmbedding),
            4 => read!(Rival),
            _ => read!(Any),
        }
    }

    fn cast(self, number: usize) -> Self {
        with!(self, error => match number {
            0 => Self::Closed(error.cast()),
            1 => Self::Open(error.cast()),
            2 => Self::Embedding(error.cast()),
            3 => Self::OpenEmbedding(error.cast()),
            4 => Self::Rival(error.cast()),
            _ => Self::Any(error.cast()),
        })
    }

    fn said(&self) -> Said {
        with!(self, error => Said::by(error))
    }

    fn operation(&self) -> Option<&'static str> {
        with!(self, error => error.operation())
    }

    /// The typed code, as `Debug` shows it.
    fn code(&self) -> String {
        with!(self, error => format!("{:?}", error.code()))
    }

    /// Those of all known texts for which `has_code` is true.
    fn has(&self) -> Vec<&'static str> {
        let has = |text: &&str| with!(self, error => error.has_code(&AnyCode::new(*text)));
        known_texts().into_iter().filter(has).collect()
    }
}

/// Documents codes of the other enums in another way: with another hint and alias.
#[derive(Debug, Clone, Copy, PartialEq, ImmersveErrorCode)]
#[immersve(operation = "rival")]
enum Rival {
    #[immersve(alias = "PAYMENT_BRIDGE_ERROR", status = 503, retry = "never")]
    BridgeDown,
    #[immersve(code = "INSUFFICIENT_FUNDS", retry = "always")]
    Poor,
    #[immersve(alias = "A")]
    QuotaUsedUp,
}

/// Checks for one line of bounded length without control characters.
fn one_safe_line(shown: &str) -> Result<(), TestCaseError> {
    const STATUS: usize = "403 ".len();
    const CODE: usize = 128 + '…'.len_utf8();
    const REASON: usize = ": ".len() + 256 + '…'.len_utf8();
    const MORE: usize = " (and 4294967296 more)".len();
    let bad = |c: &char| {
        c.is_control()
            || matches!(c, '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}' | '\u{3164}')
    };
    prop_assert_eq!(shown.chars().find(bad), None, "{}", shown);
    prop_assert!(
        shown.len() <= STATUS + CODE + 2 * REASON + MORE,
        "{}",
        shown.len()
    );
    Ok(())
}

/// The text that the reader should find in an object, according to `serde_json`.
fn expected_text<'a>(object: &'a BTreeMap<String, Value>, key: &str) -> Option<&'a str> {
    object.get(key)?.as_str().filter(|text| !text.is_empty())
}

#[test]
fn every_code_and_alias_is_read_as_its_variant() {
    fn check<C: ImmersveErrorCode + PartialEq + Debug + Serialize + DeserializeOwned>() {
        let mut seen = Vec::new();
        for info in C::CODES {
            let code = C::from_code(info.code()).unwrap();
            assert!(!seen.contains(&code), "{code:?} has two codes");
            for alias in info.aliases() {
                assert_eq!(C::from_code(alias).as_ref(), Some(&code));
            }
            code_laws::<C>(info.code()).unwrap();
            seen.push(code);
        }
        assert!(!seen.is_empty());
    }
    check::<Closed>();
    check::<Open>();
    check::<Embedding>();
    check::<OpenEmbedding>();
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_text_is_read_written_and_looked_up_as_one_code(text in text()) {
        code_laws::<Closed>(&text)?;
        code_laws::<Open>(&text)?;
        code_laws::<Embedding>(&text)?;
        code_laws::<OpenEmbedding>(&text)?;
        code_laws::<AnyCode>(&text)?;
    }

    #[test]
    fn an_open_enum_keeps_every_text(text in text()) {
        let code = Open::from_code(&text).unwrap();
        if code.info().is_none() {
            prop_assert_eq!(code.as_str(), &*text);
            prop_assert_eq!(code.to_string(), &*text);
        }
        prop_assert!(OpenEmbedding::from_code(&text).is_some());
    }

    #[test]
    fn an_unrecognized_code_is_reported_on_one_safe_line(text in text()) {
        if let Err(error) = text.parse::<Embedding>() {
            prop_assert_eq!(error.code(), &*text);
            let shown = error.to_string();
            one_safe_line(&shown)?;
            prop_assert!(shown.contains("`CARD_NOT_FOUND`"));
        }
    }

    #[test]
    fn has_code_is_symmetric(a in text(), b in text()) {
        symmetry::<Closed, Open>(&a, &b)?;
        symmetry::<Closed, Embedding>(&a, &b)?;
        symmetry::<Open, OpenEmbedding>(&a, &b)?;
        symmetry::<AnyCode, Closed>(&a, &b)?;
        symmetry::<Open, AnyCode>(&a, &a)?;
        symmetry::<Closed, OpenEmbedding>(&a, &a)?;
    }

    /// An error that was cast through several enums equals the error that was read directly as the first
    /// of them that documents its code. Only the typed code is that of the last enum. After a cast back
    /// to the first enum, the typed code is equal too.
    #[test]
    fn a_chain_of_casts_is_the_error_that_would_have_been_read_directly(
        status in status(),
        body in prop_oneof![
            prop::sample::select(known_texts())
                .prop_map(|text| json!({"errorCode": text}).to_string().into_bytes()),
            body(),
        ],
        cut in any::<bool>(),
        chain in prop::collection::vec(0..Travelling::ENUMS, 1..6),
    ) {
        let response = response(status, &body);
        let error = if cut {
            ApiError::interrupted(response, "reset")
        } else {
            ApiError::from(response)
        };
        let read = |number| Travelling::read(error.clone(), number);
        let mut travelled = read(chain[0]);
        for next in &chain[1..] {
            travelled = travelled.cast(*next);
        }
        let last = chain[chain.len() - 1];
        let documenting = chain
            .iter()
            .find(|number| read(**number).said().info.is_some())
            .unwrap_or(&last);
        prop_assert_eq!(travelled.said(), read(*documenting).said());
        prop_assert_eq!(travelled.has(), read(*documenting).has());
        prop_assert_eq!(travelled.code(), read(last).code());
        let named = chain.iter().find_map(|number| read(*number).operation());
        prop_assert_eq!(travelled.operation(), named);

        // Cast back to the first enum.
        if read(chain[0]).said().info.is_some() {
            let back = travelled.cast(chain[0]);
            let direct = read(chain[0]);
            prop_assert_eq!(back.said(), direct.said());
            prop_assert_eq!(back.code(), direct.code());
            prop_assert_eq!(back.has(), direct.has());
            prop_assert_eq!(format!("{back:?}"), format!("{direct:?}"));
        }
    }

    #[test]
    fn the_verdict_is_that_of_the_code_or_of_the_status(status in status(), text in text()) {
        prop_assume!(!text.is_empty());
        let error = error::<OpenEmbedding>(status, &text);
        let kind = ErrorKind::new(status, Some(&text));
        let hint = error.code().and_then(ImmersveErrorCode::info).and_then(CodeInfo::retry);
        prop_assert_eq!(error.kind(), kind);
        // A success has taken effect, so a hint does not make it safe to repeat.
        let expected = if status.is_success() {
            Retry::Never
        } else {
            hint.unwrap_or(Retry::for_status(status))
        };
        prop_assert_eq!(error.retry(), expected);
    }

    #[test]
    fn the_bytes_of_any_body_are_kept(status in status(), body in body()) {
        let error: ApiError<Closed> = response(status, &body).into();
        prop_assert_eq!(error.body(), &*body);
        prop_assert_eq!(error.status(), status);
        prop_assert_eq!(error.into_response().into_parts().2, body);
    }

    #[test]
    fn a_decoded_response_keeps_status_headers_and_body(status in status(), body in body()) {
        let mut sent = Response::new(body.clone());
        *sent.status_mut() = status;
        match decode::<BTreeMap<String, u8>, Open>(sent) {
            Ok(read) => {
                prop_assert!(status.is_success());
                prop_assert_eq!(serde_json::from_slice::<BTreeMap<String, u8>>(&body).unwrap(), read);
            }
            Err(error) => {
                prop_assert_eq!(error.body(), &*body);
                prop_assert_eq!(error.body_error().is_some(), status.is_success());
                prop_assert_eq!(error.kind() == ErrorKind::InvalidResponse, status.is_success());
                one_safe_line(&error.to_string())?;
            }
        }
    }

    #[test]
    fn an_object_is_read_as_serde_json_reads_it(object in object()) {
        let body = serde_json::to_vec(&object).unwrap();
        let read = response(StatusCode::FORBIDDEN, &body);
        prop_assert_eq!(read.code(), expected_text(&object, "errorCode"));
        let reason = ["reason", "message", "errorMessage"]
            .into_iter()
            .find_map(|key| expected_text(&object, key));
        prop_assert_eq!(read.reason(), reason);
    }

    #[test]
    fn fields_before_a_syntax_error_are_kept(object in object(), end in "[^}, \\t\\r\\n]?") {
        let whole = serde_json::to_string(&object).unwrap();
        let broken = whole[..whole.len() - 1].to_owned() + &end;
        // A digit or dot would continue a number, and so change the field before it.
        prop_assume!(!end.starts_with(|c: char| c.is_ascii_digit() || matches!(c, '.' | 'e' | 'E')));
        let whole = response(StatusCode::FORBIDDEN, whole.as_bytes());
        let broken = response(StatusCode::FORBIDDEN, broken.as_bytes());
        prop_assert_eq!(broken.code(), whole.code());
        prop_assert_eq!(broken.reason(), whole.reason());
        prop_assert_eq!(broken.field_errors(), whole.field_errors());
    }

    #[test]
    fn a_serialized_response_reads_back(status in status(), body in body()) {
        let first = response(status, &body);
        let written = serde_json::to_vec(&first).unwrap();
        let second = response(status, &written);
        prop_assert_eq!(second.code(), first.code());
        prop_assert_eq!(second.reason(), first.reason());
        prop_assert_eq!(second.field_errors(), first.field_errors());
        prop_assert_eq!(second.kind(), first.kind());
        prop_assert_eq!(second.to_string(), first.to_string());
        prop_assert_eq!(serde_json::to_vec(&second).unwrap(), written);
    }

    #[test]
    fn a_built_response_reads_back(
        status in status(),
        code in text(),
        reason in text(),
        errors in prop::collection::vec((text(), text()), 0..4),
    ) {
        let mut builder = ErrorResponse::builder(status).code(&*code).reason(&*reason);
        for (path, message) in &errors {
            builder = builder.field_error(&**path, &**message);
        }
        let built = builder.build();
        prop_assert_eq!(built.code().unwrap_or_default(), code);
        prop_assert_eq!(built.reason().unwrap_or_default(), reason);
        let read: Vec<_> = built
            .field_errors()
            .iter()
            .map(|error| (error.path().to_owned(), error.message().to_owned()))
            .collect();
        prop_assert_eq!(read, errors);
    }

    #[test]
    fn display_is_one_safe_line(status in status(), body in body()) {
        let response = response(status, &body);
        one_safe_line(&response.to_string())?;
        one_safe_line(&ApiError::<Closed>::from(response).to_string())?;
    }

    #[test]
    fn a_wait_is_the_time_between_two_dates(
        sent in 0..253_402_300_799_u64,
        until in 0..253_402_300_799_u64,
    ) {
        let date = |seconds| {
            let time = SystemTime::UNIX_EPOCH + Duration::from_secs(seconds);
            HeaderValue::try_from(httpdate::fmt_http_date(time)).unwrap()
        };
        let response = ErrorResponse::builder(StatusCode::TOO_MANY_REQUESTS)
            .header(header::DATE, date(sent))
            .header(header::RETRY_AFTER, date(until))
            .build();
        let wait = Duration::from_secs(until.saturating_sub(sent));
        prop_assert_eq!(response.retry_after(), Some(wait));
    }

    #[test]
    fn a_wait_built_by_hand_is_never_shortened(seconds in any::<u64>(), nanos in 0..1_000_000_000_u32) {
        let wait = Duration::new(seconds, nanos);
        let built = ErrorResponse::builder(StatusCode::TOO_MANY_REQUESTS).retry_after(wait).build();
        let whole = seconds.saturating_add(u64::from(nanos > 0));
        prop_assert_eq!(built.retry_after(), Some(Duration::from_secs(whole)));
    }

    #[test]
    fn any_retry_after_header_is_read_without_a_panic(retry_after in header_value(), date in header_value()) {
        let digits = std::str::from_utf8(retry_after.as_bytes())
            .ok()
            .map(str::trim)
            .filter(|text| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit()));
        let response = ErrorResponse::builder(StatusCode::SERVICE_UNAVAILABLE)
            .header(header::RETRY_AFTER, retry_after.clone())
            .header(header::DATE, date)
            .build();
        let wait = response.retry_after();
        match digits {
            Some(digits) => {
                let seconds = digits.parse().unwrap_or(u64::MAX);
                prop_assert_eq!(wait, Some(Duration::from_secs(seconds)));
            }
            // The header is a date, or cannot be read; and dates end with the year 9999.
            None => prop_assert!(wait.unwrap_or_default().as_secs() < 9999 * 366 * 86400),
        }
    }
}

/// Header values: numbers, dates with small errors, and any bytes that HTTP allows.
fn header_value() -> impl Strategy<Value = HeaderValue> {
    prop_oneof![
        "[ \t]?[0-9]{1,30}[ \t]?",
        "(Sun|Mon|Sunday),? [0-9]{2}[ -](Nov|Feb)[ -]([0-9]{2}|[0-9]{4}) [0-9]{2}:[0-9]{2}:[0-9]{2} GMT",
        "(Sun|Mon) (Nov|Feb) [ 0-9][0-9] [0-9]{2}:[0-9]{2}:[0-9]{2} [0-9]{4}",
        any::<String>(),
    ]
    .prop_filter_map("not a header value", |text| HeaderValue::from_bytes(text.as_bytes()).ok())
}
