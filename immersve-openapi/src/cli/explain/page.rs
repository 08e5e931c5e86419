//! Prints an explanation for a terminal.

use immersve_errors::Retry;

use super::{
    explanation::{CodeMeaning, DocumentedAt, Explanation, OperationCodes, Response, Verdict},
    question::shown,
};

/// How wide the page is, in columns.
const WIDTH: usize = 80;

pub(super) fn show(explanation: &Explanation) -> String {
    let mut page = Page::default();
    match explanation {
        Explanation::Operations { operations } => page.list(operations),
        Explanation::Operation(operation) => page.operation(operation),
        Explanation::Code(code) => page.code(code),
        Explanation::Response(response) => page.response(response),
    }
    page.text
}

/// The printed text.
#[derive(Default)]
struct Page {
    text: String,
}

fn list(statuses: &[u16]) -> String {
    let statuses: Vec<_> = statuses.iter().map(u16::to_string).collect();
    statuses.join(", ")
}

impl Page {
    fn line(&mut self, text: &str) {
        self.text.push_str(text);
        self.text.push('\n');
    }

    /// A text with a label before it, wrapped for a narrow terminal.
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

    /// Every operation and its codes, by resource.
    fn list(&mut self, operations: &[OperationCodes]) {
        let mut resource = "";
        for operation in operations {
            if operation.resource != resource {
                resource = operation.resource;
                self.line(resource);
            }
            self.line(&format!(
                "  {} ({})",
                operation.operation, operation.request
            ));
            for code in &operation.codes {
                self.line(&format!("    {} {}", list(code.statuses), code.code));
            }
        }
    }

    fn operation(&mut self, operation: &OperationCodes) {
        self.line(&format!("{} ({})", operation.operation, operation.request));
        for code in &operation.codes {
            self.row(&list(code.statuses), code.code);
            self.row("", code.meaning);
        }
        if operation.codes.is_empty() {
            self.row("", "It documents no codes of its own.");
        }
    }

    fn code(&mut self, code: &CodeMeaning) {
        self.line(&shown(&code.code));
        self.documented(&code.code, &code.documented);
        for verdict in &code.verdicts {
            self.verdict(verdict);
        }
    }

    fn response(&mut self, response: &Response) {
        self.line(&response.summary);
        for error in &response.field_errors {
            let text = format!("{}: {}", error.path, error.message);
            self.row("field", &shown(&text));
        }
        if let Some(encoding) = &response.encoding {
            let encoding = shown(encoding);
            self.row(
                "note",
                &format!("The body is compressed ({encoding}) and was not read; ask curl for it with --compressed."),
            );
        }
        if let (Some(code), Some(documented)) = (&response.code, &response.documented) {
            self.documented(code, documented);
        }
        if let Some(statuses) = response.expected_statuses {
            self.row(
                "note",
                &format!("It is documented under {}.", list(statuses)),
            );
        }
        self.verdict(&response.verdict);
        if let Some(seconds) = response.retry_after {
            self.row(
                "wait",
                &format!("{seconds} seconds, according to the response"),
            );
        }
    }

    /// The meaning of a code, and the other operations that document it.
    fn documented(&mut self, code: &str, documented: &DocumentedAt) {
        if documented.anywhere {
            self.row("at", "any operation");
            if let Some(code) = documented.alias_of {
                self.row("alias of", code);
            }
            return;
        }
        if let Some(unknown) = &documented.unknown {
            return self.row("meaning", unknown);
        }
        for at in &documented.at {
            self.line(&format!("  {:8} {} ({})", "at", at.operation, at.request));
            if at.code != code {
                self.row("alias of", at.code);
            }
            self.row("meaning", at.meaning);
            if let Some(remedy) = at.remedy {
                self.row("remedy", remedy);
            }
            if let Some(caveat) = at.caveat {
                self.row("caveat", caveat);
            }
            if let Some(note) = at.deprecated {
                self.row("note", &format!("Deprecated: {note}"));
            }
        }
        match documented.also_at.as_deref() {
            None => {}
            Some([]) => self.row("also at", "no other operation"),
            Some(operations) => self.row("also at", &operations.join(", ")),
        }
    }

    /// The kind of error, and whether to send the request again.
    fn verdict(&mut self, verdict: &Verdict) {
        self.row("kind", &format!("{} ({})", verdict.kind, verdict.status));
        if let Some(advice) = verdict.advice {
            self.row("advice", advice);
        }
        let retry = match verdict.retry.parse() {
            Ok(Retry::Never) => "never: the same request gets the same answer",
            Ok(Retry::IfIdempotent) => "if idempotent: the request may have taken effect",
            Ok(Retry::Always) => "always; wait longer after each attempt",
            _ => verdict.retry,
        };
        self.row("retry", retry);
    }
}
