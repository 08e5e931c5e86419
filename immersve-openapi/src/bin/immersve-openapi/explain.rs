//! Explains an error code of the API, or a whole error response, to a person at a terminal.

use std::io::{self, IsTerminal as _, Read as _};

use immersve_errors::{
    CodeInfo, ErrorKind, ErrorResponse, Escaped, FORBIDDEN, INVALID_REQUEST_INPUT, Retry,
    endpoints::{self, OPERATIONS, Operation},
    http::{HeaderMap, StatusCode},
    is_base_code,
};

pub(crate) fn run(
    subject: &[String],
    list: bool,
    _json: bool,
) -> Result<(), Box<dyn std::error::Error>> {
    if list {
        return Ok(crate::output::print(&self::list())?);
    }
    let subject: Vec<&str> = subject.iter().map(String::as_str).collect();
    Ok(crate::output::print(&answer(&subject, read_body)?)?)
}

pub(crate) fn read_body() -> io::Result<Vec<u8>> {
    let mut stdin = io::stdin().lock();
    if stdin.is_terminal() {
        eprintln!("Type or paste the body, then end the input:");
    }
    let mut body = Vec::new();
    stdin.read_to_end(&mut body)?;
    Ok(body)
}

/// What to print, or what is wrong with the question.
pub(crate) fn answer(
    args: &[&str],
    read_body: impl FnOnce() -> io::Result<Vec<u8>>,
) -> Result<String, String> {
    let (operation, subject) = match *args {
        [subject] => match find(subject) {
            Some(operation) => return Ok(explain_operation(operation)),
            None => (None, subject),
        },
        [name, subject] => (Some(find(name).ok_or_else(|| no_operation(name))?), subject),
        _ => return Err("name an operation, a code or a status, or two of them".to_owned()),
    };
    let Ok(status) = subject.parse() else {
        return explain_code(operation, subject).ok_or_else(|| match operation {
            Some(_) => not_documented(operation, subject),
            None => neither(subject),
        });
    };
    match StatusCode::from_u16(status) {
        Err(_) => Err(format!("{status} is not an HTTP status")),
        Ok(status) if status.is_success() => Err(format!("{status} is not an error")),
        Ok(status) => {
            let body = read_body().map_err(|error| format!("the body cannot be read: {error}"))?;
            Ok(explain_response(operation, status, body))
        }
    }
}

/// The operation with this id, or behind a request such as `POST /api/cards/123/reissue`.
fn find(name: &str) -> Option<&'static Operation> {
    endpoints::operation(name).or_else(|| {
        let (method, path) = name.split_once(' ')?;
        endpoints::operation_at(&method.to_uppercase(), path.trim())
    })
}

/// Every operation and its codes, by resource.
pub(crate) fn list() -> String {
    let mut page = Page::default();
    let mut resource = "";
    for operation in OPERATIONS {
        if operation.resource() != resource {
            resource = operation.resource();
            page.line(resource);
        }
        page.line(&format!("  {}", title(operation)));
        for info in operation.codes() {
            page.line(&format!("    {} {}", statuses(info), info.code()));
        }
    }
    page.text
}

/// The codes of an operation, each with what it means there.
fn explain_operation(operation: &Operation) -> String {
    let mut page = Page::new(&title(operation));
    for info in operation.codes() {
        page.row(&statuses(info), info.code());
        page.row("", info.meaning());
    }
    if operation.codes().is_empty() {
        page.row("", "It documents no codes of its own.");
    }
    page.text
}

/// What a code means, and what to do about it.
fn explain_code(operation: Option<&'static Operation>, code: &str) -> Option<String> {
    let uses = uses(operation, code);
    let statuses = match (code, uses.first()) {
        (FORBIDDEN, _) => &[403],
        (code, _) if is_base_code(code) => &[400],
        (_, first) => first?.1.statuses(),
    };
    let mut page = Page::new(code);
    page.meaning(operation, code, &uses);
    for status in statuses {
        if let Ok(status) = StatusCode::from_u16(*status) {
            page.verdict(ErrorKind::new(status, Some(code)), status, &uses);
        }
    }
    Some(page.text)
}

/// What a response means, and what to do about it.
fn explain_response(
    operation: Option<&'static Operation>,
    status: StatusCode,
    body: Vec<u8>,
) -> String {
    let response = ErrorResponse::new(status, HeaderMap::new(), body);
    let mut page = Page::new(&response.to_string());
    for error in response.field_errors() {
        let text = format!("{}: {}", error.path(), error.message());
        page.row("field", &shown(&text));
    }
    let mut found = Vec::new();
    if let Some(code) = response.code() {
        found = uses(operation, code);
        page.meaning(operation, code, &found);
        if let Some((_, info)) = found.first()
            && !info.statuses().contains(&status.as_u16())
        {
            page.row(
                "note",
                &format!("It is documented under {}.", statuses(info)),
            );
        }
    }
    page.verdict(response.kind(), status, &found);
    page.text
}

/// An operation that documents a code, and what is known of the code there.
type Use = (&'static Operation, &'static CodeInfo);

fn uses(operation: Option<&'static Operation>, code: &str) -> Vec<Use> {
    endpoints::operations_with_code(code)
        .filter(|(found, _)| operation.is_none_or(|operation| *found == operation))
        .collect()
}

fn title(operation: &Operation) -> String {
    let (method, path) = (operation.method(), operation.path());
    format!("{} ({method} {path})", operation.operation_id())
}

fn statuses(info: &CodeInfo) -> String {
    let statuses: Vec<_> = info.statuses().iter().map(u16::to_string).collect();
    statuses.join(", ")
}

fn no_operation(name: &str) -> String {
    let near = nearest(name, OPERATIONS.iter().map(Operation::operation_id));
    format!("no operation is called `{}`{near}", shown(name))
}

fn neither(name: &str) -> String {
    let ids = OPERATIONS.iter().map(Operation::operation_id);
    let near = nearest(name, codes(OPERATIONS).chain(ids));
    format!(
        "`{}` is neither an operation nor a documented code{near}",
        shown(name)
    )
}

fn not_documented(operation: Option<&'static Operation>, code: &str) -> String {
    let elsewhere: Vec<_> = endpoints::operations_with_code(code)
        .map(|(other, _)| other.operation_id())
        .collect();
    let (nobody, near) = match (operation, &elsewhere[..]) {
        (None, _) => ("no operation documents", nearest(code, codes(OPERATIONS))),
        (Some(at), []) => (
            "the operation does not document",
            nearest(code, codes([at])),
        ),
        (Some(_), others) => (
            "the operation does not document",
            format!("; it is a code of {}", others.join(", ")),
        ),
    };
    format!("{nobody} `{}`{near}", shown(code))
}

fn codes(
    operations: impl IntoIterator<Item = &'static Operation>,
) -> impl Iterator<Item = &'static str> {
    let infos = operations.into_iter().flat_map(Operation::codes);
    infos.map(CodeInfo::code)
}

/// Advice that names the candidate that is most like a word, if one is like it at all.
fn nearest<'a>(word: &str, candidates: impl Iterator<Item = &'a str>) -> String {
    let plain = |text: &str| text.to_lowercase().replace('_', "-");
    let word = plain(word);
    candidates
        .map(|candidate| (strsim::sorensen_dice(&word, &plain(candidate)), candidate))
        .filter(|(likeness, _)| *likeness > 0.4)
        .max_by(|(a, _), (b, _)| a.total_cmp(b))
        .map_or_else(String::new, |(_, candidate)| {
            format!("; did you mean `{candidate}`?")
        })
}

/// Text from outside, made safe for a terminal and cut to a readable length.
fn shown(text: &str) -> String {
    Escaped::new(text, 128).to_string()
}

/// What is printed, line by line.
#[derive(Default)]
struct Page {
    text: String,
}

impl Page {
    fn new(title: &str) -> Self {
        let mut page = Self::default();
        page.line(title);
        page
    }

    fn line(&mut self, text: &str) {
        self.text.push_str(text);
        self.text.push('\n');
    }

    /// A text with a label before it, wrapped for a narrow terminal.
    fn row(&mut self, label: &str, text: &str) {
        let label = format!("  {label:8} ");
        let indent = " ".repeat(label.len());
        let options = textwrap::Options::new(80)
            .word_splitter(textwrap::WordSplitter::NoHyphenation)
            .initial_indent(&label)
            .subsequent_indent(&indent);
        let text: Vec<_> = text.split_whitespace().collect();
        self.line(&textwrap::fill(&text.join(" "), options));
    }

    /// What a code means, and where else it occurs.
    fn meaning(&mut self, operation: Option<&'static Operation>, code: &str, uses: &[Use]) {
        if is_base_code(code) {
            self.row("at", "any operation");
            if !matches!(code, FORBIDDEN | INVALID_REQUEST_INPUT) {
                self.row("alias of", INVALID_REQUEST_INPUT);
            }
            return;
        }
        if uses.is_empty() {
            return self.row("meaning", &not_documented(operation, code));
        }
        for (at, info) in uses {
            self.line(&format!("  {:8} {}", "at", title(at)));
            if info.code() != code {
                self.row("alias of", info.code());
            }
            self.row("meaning", info.meaning());
            if let Some(remedy) = info.remedy() {
                self.row("remedy", remedy);
            }
        }
        if operation.is_some() {
            let elsewhere: Vec<_> = endpoints::operations_with_code(code)
                .filter(|found| !uses.contains(found))
                .map(|(other, _)| other.operation_id())
                .collect();
            match elsewhere[..] {
                [] => self.row("also at", "no other operation"),
                _ => self.row("also at", &elsewhere.join(", ")),
            }
        }
    }

    /// What kind of error it is, and whether to send the request again.
    fn verdict(&mut self, kind: ErrorKind, status: StatusCode, uses: &[Use]) {
        let hint = uses.iter().find_map(|(_, info)| info.retry());
        let retry = match hint.unwrap_or(Retry::for_status(status)) {
            Retry::Never => "never: the same request gets the same answer",
            Retry::IfIdempotent => "if idempotent: the request may have taken effect",
            Retry::Always => "always, after a wait that grows from try to try",
            other => other.as_str(),
        };
        self.row("kind", &format!("{kind} ({})", status.as_u16()));
        // The remedy of a code says more than the advice for all errors of its kind.
        if uses.iter().all(|(_, info)| info.remedy().is_none()) {
            self.row("advice", kind.advice());
        }
        self.row("retry", retry);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The answer to a question that needs no body.
    fn ask(args: &[&str]) -> Result<String, String> {
        answer(args, || panic!("nothing was to be read"))
    }

    fn ask_with_body(args: &[&str], body: impl Into<Vec<u8>>) -> String {
        answer(args, || Ok(body.into())).unwrap()
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
    fn every_code_at_an_operation_is_explained_by_its_meaning_and_remedy() {
        for operation in OPERATIONS {
            for info in operation.codes() {
                let page = ask(&[operation.operation_id(), info.code()]).unwrap();
                let (labels, text) = labels_and_text(&page);
                let expected = ["at", "meaning", "remedy", "also at", "kind", "retry"];
                assert_eq!(labels, expected, "{page}");
                let request = title(operation);
                let mut wrapped = page.lines().filter(|line| !line.ends_with(&request));
                assert!(wrapped.all(|line| line.len() <= 80), "{page}");
                for part in [info.meaning(), info.remedy().unwrap()] {
                    let part = part.replace('\n', " ");
                    assert!(text.contains(&part), "{part:?} is not in\n{page}");
                }
            }
        }
    }

    #[test]
    fn a_request_stands_for_its_operation() {
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
    fn an_alias_is_explained_as_the_code_it_stands_for() {
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
        let text = ask_with_body(&["503"], "");
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
    fn a_slip_gets_the_nearest_name() {
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
    fn every_name_is_its_own_nearest() {
        let ids = || OPERATIONS.iter().map(Operation::operation_id);
        for name in ids().chain(codes(OPERATIONS)) {
            let advice = nearest(name, ids().chain(codes(OPERATIONS)));
            assert_eq!(advice, format!("; did you mean `{name}`?"));
        }
    }

    #[test]
    fn a_response_is_explained_from_status_and_body() {
        let body = r#"{"statusCode":400,"errorCode":"LANGUAGE_REQUIRED","reason":"No language"}"#;
        let text = ask_with_body(&["reissue-card", "400"], body);
        assert!(
            text.starts_with("400 LANGUAGE_REQUIRED: No language\n"),
            "{text}"
        );
        assert!(text.contains("\n  also at  create-card\n"), "{text}");
        assert!(text.contains("\n  kind     bad_request (400)\n"), "{text}");
        assert!(!text.contains("\n  note "), "{text}");

        let text = ask_with_body(&["403"], body);
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
    fn a_response_that_nothing_documents_is_explained_by_its_status() {
        let text = ask_with_body(&["create-card", "403"], r#"{"errorCode":"SOMETHING_NEW"}"#);
        assert!(text.contains("does not document `SOMETHING_NEW`"), "{text}");
        assert!(
            text.contains("\n  kind     business_rule (403)\n"),
            "{text}"
        );

        let text = ask_with_body(&["502"], "<h1>Bad Gateway</h1>");
        assert!(text.starts_with("502 Bad Gateway\n"), "{text}");
        assert!(text.contains("\n  kind     server (502)\n"), "{text}");
        assert!(!text.contains("meaning"), "{text}");
    }

    #[test]
    fn nothing_from_a_body_reaches_the_terminal_raw() {
        let body = r#"{"errorCode":"\u001b[2J\n","reason":"\u001b[31m","errors":[{"path":"\u001b","message":"\u0007\u202e"}]}"#;
        for args in [&["400"][..], &["create-card", "400"]] {
            let text = ask_with_body(args, body);
            let raw = |c: char| c != '\n' && c.is_control() || c == '\u{202e}';
            assert!(!text.contains(raw), "{text:?}");
            assert!(text.contains(r"\u{1b}"), "{text}");
        }
        let problem = ask(&["\u{1b}[2J"]).unwrap_err();
        assert!(!problem.contains('\u{1b}'), "{problem:?}");
    }

    #[test]
    fn only_an_error_status_is_explained() {
        assert_eq!(ask(&["200"]).unwrap_err(), "200 OK is not an error");
        assert_eq!(
            ask(&["create-card", "42"]).unwrap_err(),
            "42 is not an HTTP status"
        );
        let broken = answer(&["403"], || Err(io::Error::other("gone"))).unwrap_err();
        assert_eq!(broken, "the body cannot be read: gone");
    }

    #[test]
    fn the_list_has_every_operation_and_every_code() {
        let text = list();
        let indented = |by: &str| {
            let lines = text.lines().filter_map(|line| line.strip_prefix(by));
            lines.filter(|line| !line.starts_with(' ')).count()
        };
        let resources = indented("");
        let groups = OPERATIONS.chunk_by(|a, b| a.resource() == b.resource());
        assert_eq!(
            (resources, indented("  "), indented("    ")),
            (groups.count(), 77, 77)
        );
    }

    #[test]
    fn an_operation_alone_is_explained_by_its_codes() {
        let text = ask(&["create-card"]).unwrap();
        assert!(
            text.starts_with("create-card (POST /api/cards)\n"),
            "{text}"
        );
        for info in endpoints::operation("create-card").unwrap().codes() {
            let heading = format!("\n  {:8} {}\n", statuses(info), info.code());
            assert!(text.contains(&heading), "{text}");
        }
        let text = ask(&["list-cards"]).unwrap();
        assert!(text.contains("no codes of its own"), "{text}");
    }
}
