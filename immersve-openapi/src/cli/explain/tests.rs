//! Questions and their answers.

use std::io;

use immersve_errors::{
    ErrorKind,
    endpoints::{self, OPERATIONS, Operation},
};

use super::{codes, nearest};

/// The answer to a question that needs no response.
fn ask(args: &[&str]) -> Result<String, String> {
    super::answer(args, || panic!("nothing was to be read"))
}

/// The answer to a question with this on standard input.
fn answer(args: &[&str], input: impl Into<Vec<u8>>) -> Result<String, String> {
    super::answer(args, || Ok(input.into()))
}

/// The answer to a question about a response with this status and body.
fn ask_with_body(args: &[&str], status: u16, body: &str) -> String {
    let response = format!("HTTP/1.1 {status}\r\n\r\n{body}");
    answer(&[args, &["-"]].concat(), response).unwrap()
}

fn title(operation: &Operation) -> String {
    let (method, path) = (operation.method(), operation.path());
    format!("{} ({method} {path})", operation.operation_id())
}

/// The labels of a page, and the text beside them without line breaks.
fn labels_and_text(page: &str) -> (Vec<&str>, String) {
    let (labels, texts): (Vec<_>, Vec<_>) = page
        .lines()
        .skip(1)
        .map(|line| line.split_at_checked(11).unwrap_or((line, "")))
        .unzip();
    let labels = labels.into_iter().map(str::trim);
    (
        labels.filter(|label| !label.is_empty()).collect(),
        texts.join(" "),
    )
}

#[test]
fn every_code_at_an_operation_is_explained_by_its_whole_description() {
    for operation in OPERATIONS {
        for info in operation.codes() {
            let page = ask(&[operation.operation_id(), info.code()]).unwrap();
            let (labels, text) = labels_and_text(&page);
            let paragraphs: Vec<_> = info.description().split("\n\n").collect();
            let mut expected = vec![
                "at", "meaning", "remedy", "caveat", "also at", "kind", "retry",
            ];
            expected.retain(|label| *label != "caveat" || paragraphs.len() == 3);
            assert_eq!(labels, expected, "{page}");
            let request = title(operation);
            let mut wrapped = page.lines().filter(|line| !line.ends_with(&request));
            assert!(wrapped.all(|line| line.len() <= 80), "{page}");
            for part in paragraphs {
                assert!(text.contains(part), "{part:?} is not in\n{page}");
            }
        }
    }
}

#[test]
fn a_request_names_its_operation() {
    let by_request = ask(&["post /api/cards/123/reissue", "CARD_NOT_FOUND"]);
    assert!(by_request.is_ok());
    assert_eq!(by_request, ask(&["reissue-card", "CARD_NOT_FOUND"]));
}

#[test]
fn a_code_alone_is_explained_at_every_operation() {
    let text = ask(&["ACCOUNT_TYPE_INVALID"]).unwrap();
    assert_eq!(text.matches("\n  at ").count(), 7);
    assert_eq!(text.matches("\n  meaning ").count(), 7);
    assert_eq!(text.matches("\n  kind ").count(), 1);
}

#[test]
fn an_alias_is_explained_as_its_code() {
    let text = ask(&["INSUFFICIENT_FUNDS"]).unwrap();
    assert!(
        text.contains("\n  alias of INSUFFICIENT_BALANCE\n"),
        "{text}"
    );
}

#[test]
fn a_retry_hint_goes_before_the_verdict_of_the_status() {
    let text = ask(&["PAYMENT_BRIDGE_ERROR"]).unwrap();
    assert!(text.contains("\n  kind     server (503)\n"), "{text}");
    assert!(text.contains("\n  retry    always"), "{text}");
    let text = ask_with_body(&[], 503, "");
    assert!(text.contains("\n  retry    if idempotent"), "{text}");
}

#[test]
fn base_codes_are_explained_by_the_taxonomy() {
    for args in [&["FORBIDDEN"][..], &["create-card", "FORBIDDEN"]] {
        let text = ask(args).unwrap();
        assert!(text.contains("\n  at       any operation\n"), "{text}");
        assert!(
            text.contains("\n  kind     access_denied (403)\n"),
            "{text}"
        );
        assert!(
            text.contains(ErrorKind::AccessDenied.advice().split_at(40).0),
            "{text}"
        );
    }
    for (code, alias) in [("INVALID_REQUEST_INPUT", false), ("BAD_REQUEST", true)] {
        let text = ask(&[code]).unwrap();
        assert!(text.contains("\n  kind     bad_request (400)\n"), "{text}");
        let row = "\n  alias of INVALID_REQUEST_INPUT\n";
        assert_eq!(text.contains(row), alias, "{text}");
    }
}

#[test]
fn a_spelling_mistake_gets_the_most_similar_name() {
    for (args, problem) in [
        (
            &["creat-card", "KYC_REQUIRED"][..],
            "no operation is called `creat-card`; did you mean `create-card`?",
        ),
        (
            &["create-card", "KYC_REQUIERD"],
            "the operation does not document `KYC_REQUIERD`; did you mean `KYC_REQUIRED`?",
        ),
        (
            &["create-card", "CARD_NOT_FOUND"],
            "the operation does not document `CARD_NOT_FOUND`; it is a code of reissue-card",
        ),
        (
            &["card-create"],
            "`card-create` is neither an operation nor a documented code; \
             did you mean `create-card`?",
        ),
        (
            &["kyc_required"],
            "`kyc_required` is neither an operation nor a documented code; \
             did you mean `KYC_REQUIRED`?",
        ),
        (
            &["xyzzy"],
            "`xyzzy` is neither an operation nor a documented code",
        ),
    ] {
        assert_eq!(ask(args).unwrap_err(), problem);
    }
}

#[test]
fn every_name_is_most_similar_to_itself() {
    let ids = || OPERATIONS.iter().map(Operation::operation_id);
    for name in ids().chain(codes(OPERATIONS)) {
        let advice = nearest(name, ids().chain(codes(OPERATIONS)));
        assert_eq!(advice, format!("; did you mean `{name}`?"));
    }
}

#[test]
fn a_response_is_explained_from_status_and_body() {
    let body = r#"{"statusCode":400,"errorCode":"LANGUAGE_REQUIRED","reason":"No language"}"#;
    let text = ask_with_body(&["reissue-card"], 400, body);
    assert!(
        text.starts_with("400 LANGUAGE_REQUIRED: No language\n"),
        "{text}"
    );
    assert!(text.contains("\n  also at  create-card\n"), "{text}");
    assert!(text.contains("\n  kind     bad_request (400)\n"), "{text}");
    assert!(!text.contains("\n  note "), "{text}");

    let text = ask_with_body(&[], 403, body);
    assert_eq!(text.matches("\n  at ").count(), 2, "{text}");
    assert!(
        text.contains("\n  note     It is documented under 400.\n"),
        "{text}"
    );
    assert!(
        text.contains("\n  kind     business_rule (403)\n"),
        "{text}"
    );
}

#[test]
fn a_response_with_an_undocumented_code_is_explained_by_its_status() {
    let text = ask_with_body(&["create-card"], 403, r#"{"errorCode":"SOMETHING_NEW"}"#);
    assert!(text.contains("does not document `SOMETHING_NEW`"), "{text}");
    assert!(
        text.contains("\n  kind     business_rule (403)\n"),
        "{text}"
    );

    let text = ask_with_body(&[], 502, "<h1>Bad Gateway</h1>");
    assert!(text.starts_with("502 Bad Gateway\n"), "{text}");
    assert!(text.contains("\n  kind     server (502)\n"), "{text}");
    assert!(!text.contains("meaning"), "{text}");
}

#[test]
fn text_of_a_body_is_escaped_for_the_terminal() {
    let body = r#"{"errorCode":"\u001b[2J\n","reason":"\u001b[31m","errors":[{"path":"\u001b","message":"\u0007\u202e"}]}"#;
    for args in [&[][..], &["create-card"]] {
        let text = ask_with_body(args, 400, body);
        let raw = |c: char| c != '\n' && c.is_control() || c == '\u{202e}';
        assert!(!text.contains(raw), "{text:?}");
        assert!(text.contains(r"\u{1b}"), "{text}");
    }
    let problem = ask(&["\u{1b}[2J"]).unwrap_err();
    assert!(!problem.contains('\u{1b}'), "{problem:?}");
}

#[test]
fn input_that_cannot_be_read_is_an_error() {
    let broken = super::answer(&["-"], || Err(io::Error::other("gone"))).unwrap_err();
    assert_eq!(broken, "the response cannot be read: gone");
}

#[test]
fn an_operation_alone_is_explained_by_its_codes() {
    let text = ask(&["create-card"]).unwrap();
    assert!(
        text.starts_with("create-card (POST /api/cards)\n"),
        "{text}"
    );
    for info in endpoints::operation("create-card").unwrap().codes() {
        let heading = {
            let statuses: Vec<_> = info.statuses().iter().map(u16::to_string).collect();
            format!("\n  {:8} {}\n", statuses.join(", "), info.code())
        };
        assert!(text.contains(&heading), "{text}");
    }
    let text = ask(&["list-cards"]).unwrap();
    assert!(text.contains("no codes of its own"), "{text}");
}

#[test]
fn a_whole_response_is_explained_as_curl_prints_it() {
    let body = r#"{"errorCode":"KYC_REQUIRED","reason":"No KYC"}"#;
    for head in [
        "HTTP/1.1 403 Forbidden\r\ncontent-type: application/json\r\n\r\n",
        "HTTP/2 403 \r\ncontent-type: application/json\r\n\r\n",
        "HTTP/3 403\n\n",
        "HTTP/1.1 200 Connection established\r\n\r\nHTTP/1.1 100 Continue\r\n\r\nHTTP/1.0 403 No\r\n\r\n",
    ] {
        let text = answer(&["create-card", "-"], format!("{head}{body}")).unwrap();
        assert!(text.starts_with("403 KYC_REQUIRED: No KYC\n"), "{text}");
        assert!(text.contains("\n  also at  reissue-card\n"), "{text}");
        assert!(
            text.contains("\n  kind     business_rule (403)\n"),
            "{text}"
        );
    }
}

#[test]
fn the_headers_of_a_whole_response_are_used() {
    let head =
        "HTTP/1.1 429 Too Many Requests\r\nRetry-After: 30\r\nContent-Encoding: gzip\r\n\r\n\u{1f}";
    let text = answer(&["-"], head).unwrap();
    assert!(text.contains("\n  wait     30 seconds"), "{text}");
    assert!(text.contains("compressed (gzip)"), "{text}");
    let only_head = answer(&["-"], "HTTP/1.1 503 Service Unavailable\nRetry-After: 1").unwrap();
    assert!(only_head.contains("\n  wait     1 seconds"), "{only_head}");
}

#[test]
fn input_that_is_not_a_response_is_refused() {
    for (input, problem) in [
        (
            "{}",
            "the response does not begin with a status line such as `HTTP/1.1 403 Forbidden`",
        ),
        ("", "the response does not begin with a status line"),
        ("HTTP/1.1 200 OK\r\n\r\n{}", "200 OK is not an error"),
        (
            "HTTP/1.1 4x3 No\r\n\r\n",
            "the head of the response is malformed",
        ),
        (
            "HTTP/1.1 403 No\r\nbad header\r\n\r\n",
            "the head of the response is malformed",
        ),
        ("HTTP/", "the head of the response is"),
    ] {
        let found = answer(&["-"], input).unwrap_err();
        assert!(found.starts_with(problem), "{input:?}: {found}");
    }
}
