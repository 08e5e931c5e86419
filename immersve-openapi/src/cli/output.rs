//! What is printed: tables, JSON, and coloured lines.

use std::{
    error::Error,
    fmt::{Display, Write as _},
    io::{self, BufWriter, Write as _},
    path::Path,
};

use anstyle::{AnsiColor, Style};
use serde::Serialize;
use tabwriter::TabWriter;

use crate::{
    document::{Document, operation::DocumentedOperation, warning::Warning},
    error::FileError,
    sanitize::terminal::name,
    source::Sources,
};

const BOLD: Style = Style::new().bold();

/// Prints to standard output. If the reader closes the pipe early, as `head` does, that is not an error.
pub(crate) fn print(text: &str) -> io::Result<()> {
    let mut out = anstream::stdout().lock();
    match out.write_all(text.as_bytes()).and_then(|()| out.flush()) {
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Ok(()),
        result => result,
    }
}

/// Streams JSON, which can be much larger than the value.
pub(crate) fn print_json(value: &impl Serialize) -> io::Result<()> {
    let mut out = BufWriter::new(io::stdout().lock());
    let written = serde_json::to_writer_pretty(&mut out, value)
        .map_err(io::Error::from)
        .and_then(|()| out.write_all(b"\n"))
        .and_then(|()| out.flush());
    match written {
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Ok(()),
        result => result,
    }
}

/// Prints an error with its causes.
pub(crate) fn print_error(error: &dyn Error) {
    let mut text = error.to_string();
    let mut source = error.source();
    while let Some(error) = source {
        let _ = write!(text, ": {error}");
        source = error.source();
    }
    print_message(AnsiColor::Red, "error", &text);
}

/// Prints a note.
pub(crate) fn print_note(note: &str) {
    print_message(AnsiColor::Cyan, "note", note);
}

/// Prints a message as cargo does.
fn print_message(color: AnsiColor, label: &str, text: &str) {
    let style = color.on_default().bold();
    // If standard error is closed, the message cannot be printed anywhere.
    let _ = writeln!(anstream::stderr(), "{style}{label}{style:#}: {text}");
}

/// Counts the warnings of a run, and prints them.
#[derive(Default)]
pub(crate) struct Warnings {
    printed: usize,
}

impl Warnings {
    /// Reads a document, and prints its warnings.
    pub(crate) fn read(&mut self, root: &Path) -> Result<Document, FileError> {
        let document = Document::read(root)?;
        self.print(document.warnings());
        Ok(document)
    }

    pub(crate) fn print(&mut self, warnings: &[Warning]) {
        for warning in warnings {
            print_message(AnsiColor::Yellow, "warning", &warning.to_string());
        }
        self.printed += warnings.len();
    }

    pub(crate) const fn any(&self) -> bool {
        self.printed > 0
    }
}

/// Prints what is wrong as errors.
pub(crate) fn print_errors(errors: &[impl Display]) {
    for error in errors {
        print_message(AnsiColor::Red, "error", &error.to_string());
    }
}

/// Checks that an enum was compared, or that there is a failure that says why none was.
pub(crate) fn any_enum(
    sources: &Sources,
    compared: usize,
    failures: &[Warning],
) -> Result<(), Box<dyn Error>> {
    if !failures.is_empty() || compared > 0 {
        return Ok(());
    }
    Err(if sources.enums().next().is_some() {
        "no enum in the given files names an operation, and none is `--shared`".into()
    } else {
        "no enum in the given files derives `ImmersveErrorCode`".into()
    })
}

/// How many enums were looked at.
pub(crate) struct Counts {
    pub(crate) enums: usize,
    pub(crate) differ: usize,
    pub(crate) unchecked: usize,
}

impl Counts {
    /// How many enums agree with the document, and how many do not.
    pub(crate) fn summary(&self) -> String {
        if self.enums == 0 {
            return String::new();
        }
        let count = |count: usize, one: &str, many: &str| match count {
            0 => String::new(),
            1 => format!(", 1 {one}"),
            count => format!(", {count} {many}"),
        };
        let agree = match self.enums - self.differ {
            1 => "1 enum agrees".to_owned(),
            many => format!("{many} enums agree"),
        };
        let differ = count(self.differ, "does not", "do not");
        let unchecked = count(
            self.unchecked,
            "names no operation and is not checked",
            "name no operation and are not checked",
        );
        format!("{agree} with the document{differ}{unchecked}\n")
    }
}

/// A unified diff with its lines in the colours of their signs.
pub(crate) fn coloured_diff(diff: &str) -> String {
    styled(diff, |line| match line.as_bytes() {
        [b'+', b'+', b'+', b' ', ..] | [b'-', b'-', b'-', b' ', ..] => BOLD,
        [b'@', ..] => AnsiColor::Cyan.on_default(),
        [b'+', ..] => AnsiColor::Green.on_default(),
        [b'-', ..] => AnsiColor::Red.on_default(),
        _ => Style::new(),
    })
}

/// A report with its lines in the colours of their signs.
pub(crate) fn coloured(report: &str) -> String {
    styled(report, |line| match line.as_bytes() {
        [b' ', b' ', b'+', ..] => AnsiColor::Green.on_default(),
        [b' ', b' ', b'-', ..] => AnsiColor::Red.on_default(),
        [b' ', b' ', b'~' | b'>', ..] => AnsiColor::Yellow.on_default(),
        [b' ' | b'#', ..] | [] => Style::new(),
        _ => BOLD,
    })
}

fn styled(text: &str, style: impl Fn(&str) -> Style) -> String {
    let mut styled = String::new();
    for line in text.lines() {
        let style = style(line);
        let _ = writeln!(styled, "{style}{line}{style:#}");
    }
    styled
}

/// One row for each code, and one for an operation without any.
pub(crate) fn table(operations: &[&DocumentedOperation]) -> io::Result<String> {
    let mut table = TabWriter::new(Vec::new()).ansi(true);
    writeln!(table, "{BOLD}OPERATION\tREQUEST\tSTATUS\tCODE{BOLD:#}")?;
    for operation in operations {
        let id = name(operation.operation_id().unwrap_or("-"));
        let request = format!("{} {}", operation.method(), operation.path());
        let request = name(&request);
        for code in operation.codes() {
            let statuses: Vec<_> = code.statuses().iter().map(ToString::to_string).collect();
            let (statuses, code) = (statuses.join(","), code.code());
            writeln!(table, "{id}\t{request}\t{statuses}\t{code}")?;
        }
        if operation.codes().is_empty() {
            writeln!(table, "{id}\t{request}\t-\t-")?;
        }
    }
    let bytes = table
        .into_inner()
        .map_err(|error| io::Error::other(error.to_string()))?;
    String::from_utf8(bytes).map_err(io::Error::other)
}
