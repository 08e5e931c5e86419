//! Writes an explanation for a terminal.

use immersve_errors::{
    BaseCode, CodeInfo, ErrorKind, ErrorResponse, ImmersveErrorCode, Retry,
    endpoints::{self, Operation},
    http::{StatusCode, header::CONTENT_ENCODING},
};

use super::{not_documented, shown};

/// How wide the page is, in columns.
const WIDTH: usize = 80;

/// The text so far.
#[derive(Default)]
pub(super) struct Page {
    text: String,
}

/// An operation that documents a code, and the entry of the code there.
type Use = (&'static Operation, &'static CodeInfo);

impl Page {
    pub(super) fn of_operation(operation: &Operation) -> String {
        let mut page = Self::default();
        page.line(&title(operation));
        for info in operation.codes() {
            page.row(&list(info.statuses()), info.code());
            page.row("", info.meaning());
        }
        if operation.codes().is_empty() {
            page.row("", "It documents no codes of its own.");
        }
        page.text
    }

    /// `None` for a code that is not documented.
    pub(super) fn of_code(operation: Option<&'static Operation>, code: &str) -> Option<String> {
        let uses = uses(operation, code);
        let info = match base_code(code) {
            Some(info) => info,
            None => uses.first()?.1,
        };
        let mut page = Self::default();
        page.line(&shown(code));
        page.documented(operation, code, &uses);
        for status in info.statuses() {
            if let Ok(status) = StatusCode::from_u16(*status) {
                page.verdict(ErrorKind::new(status, Some(code)), status, &uses);
            }
        }
        Some(page.text)
    }

    pub(super) fn of_response(
        operation: Option<&'static Operation>,
        response: &ErrorResponse,
    ) -> String {
        let status = response.status();
        let code = response.code();
        let uses = code.map_or_else(Vec::new, |code| uses(operation, code));
        let mut page = Self::default();
        page.line(&response.to_string());
        for error in response.field_errors() {
            let text = format!("{}: {}", error.path(), error.message());
            page.row("field", &shown(&text));
        }
        let encoding = response.headers().get(CONTENT_ENCODING);
        let encoding = encoding.map(|it| String::from_utf8_lossy(it.as_bytes()));
        if let Some(encoding) = encoding.filter(|it| code.is_none() && *it != "identity") {
            let encoding = shown(&encoding);
            page.row(
                "note",
                &format!("The body is compressed ({encoding}) and was not read; ask curl for it with --compressed."),
            );
        }
        if let Some(code) = code {
            page.documented(operation, code, &uses);
        }
        let documented = uses.first().map(|(_, info)| info.statuses());
        if let Some(statuses) = documented.filter(|them| !them.contains(&status.as_u16())) {
            page.row(
                "note",
                &format!("It is documented under {}.", list(statuses)),
            );
        }
        page.verdict(response.kind(), status, &uses);
        if let Some(wait) = response.retry_after() {
            let text = format!("{} seconds, according to the response", wait.as_secs());
            page.row("wait", &text);
        }
        page.text
    }

    /// The meaning of a code, and the other operations that document it.
    fn documented(&mut self, operation: Option<&'static Operation>, code: &str, uses: &[Use]) {
        if let Some(info) = base_code(code) {
            self.row("at", "any operation");
            if info.code() != code {
                self.row("alias of", info.code());
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
            // What the API does not document about it.
            if let Some(caveat) = info.description().splitn(3, "\n\n").nth(2) {
                self.row("caveat", caveat);
            }
            if let Some(note) = info.deprecated() {
                self.row("note", &format!("Deprecated: {note}"));
            }
        }
        if operation.is_some() {
            let others: Vec<&str> = endpoints::operations_with_code(code)
                .filter(|found| !uses.contains(found))
                .map(|(other, _)| other.operation_id())
                .collect();
            let others = match &*others {
                [] => "no other operation".to_owned(),
                others => others.join(", "),
            };
            self.row("also at", &others);
        }
    }

    /// The kind of error, and whether to send the request again.
    fn verdict(&mut self, kind: ErrorKind, status: StatusCode, uses: &[Use]) {
        self.row("kind", &format!("{} ({})", kind.as_str(), status.as_u16()));
        // The remedy of a code is more exact than the advice for all errors of its kind.
        if !uses.iter().any(|(_, info)| info.remedy().is_some()) {
            self.row("advice", kind.advice());
        }
        let hint = uses.iter().find_map(|(_, info)| info.retry());
        let retry = match hint.unwrap_or(Retry::for_status(status)) {
            Retry::Never => "never: the same request gets the same answer",
            Retry::IfIdempotent => "if idempotent: the request may have taken effect",
            Retry::Always => "always; wait longer after each attempt",
            other => other.as_str(),
        };
        self.row("retry", retry);
    }

    fn line(&mut self, text: &str) {
        self.text.push_str(text);
        self.text.push('\n');
    }

    /// A string with a label before it, wrapped for a narrow terminal.
    fn row(&mut self, label: &str, text: &str) {
        let label = format!("  {label:8} ");
        let indent = " ".repeat(label.len());
        let options = textwrap::Options::new(WIDTH)
            .word_splitter(textwrap::WordSplitter::NoHyphenation)
            .initial_indent(&label)
            .subsequent_indent(&indent);
        let text: Vec<_> = text.split_whitespace().collect();
        self.line(&textwrap::fill(&text.join(" "), options));
    }
}

fn uses(operation: Option<&'static Operation>, code: &str) -> Vec<Use> {
    endpoints::operations_with_code(code)
        .filter(|(found, _)| operation.is_none_or(|operation| *found == operation))
        .collect()
}

fn title(operation: &Operation) -> String {
    let (id, method, path) = (
        operation.operation_id(),
        operation.method(),
        operation.path(),
    );
    format!("{id} ({method} {path})")
}

fn list(statuses: &[u16]) -> String {
    let statuses: Vec<_> = statuses.iter().map(u16::to_string).collect();
    statuses.join(", ")
}

fn base_code(code: &str) -> Option<&'static CodeInfo> {
    BaseCode::from_code(code)?.info()
}
