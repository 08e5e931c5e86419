//! What is printed: tables, JSON, and coloured lines.

use std::{
    fmt::Write as _,
    io::{self, BufWriter, Write as _},
    path::Path,
};

use anstyle::{AnsiColor, Style};
use immersve_errors::Escaped;
use serde::Serialize;
use tabwriter::TabWriter;

use crate::{Document, DocumentedOperation, FileError, Warning};

/// How much of a name is shown in a table, in bytes.
const NAME: usize = 256;

const BOLD: Style = Style::new().bold();

/// Prints to standard output. If the reader closes the pipe early, as `head` does, that is not an error.
pub(crate) fn print(text: &str) -> io::Result<()> {
    let mut out = anstream::stdout().lock();
    match out.write_all(text.as_bytes()).and_then(|()| out.flush()) {
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Ok(()),
        result => result,
    }
}

/// Prints JSON piece by piece, as it can be much larger than the value.
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

/// Prints an error as cargo does.
pub(crate) fn print_error(error: &dyn std::error::Error) {
    let style = AnsiColor::Red.on_default().bold();
    // If standard error is closed, the error cannot be printed anywhere.
    let mut text = error.to_string();
    let mut source = error.source();
    while let Some(error) = source {
        let _ = write!(text, ": {error}");
        source = error.source();
    }
    let _ = writeln!(anstream::stderr(), "{style}error{style:#}: {text}");
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

    /// Prints warnings as cargo does.
    pub(crate) fn print(&mut self, warnings: &[Warning]) {
        let style = AnsiColor::Yellow.on_default().bold();
        for warning in warnings {
            let _ = writeln!(anstream::stderr(), "{style}warning{style:#}: {warning}");
        }
        self.printed += warnings.len();
    }

    pub(crate) const fn any(&self) -> bool {
        self.printed > 0
    }
}

/// Prints a remark that is no warning.
pub(crate) fn print_note(note: &str) {
    let style = AnsiColor::Cyan.on_default().bold();
    let _ = writeln!(anstream::stderr(), "{style}note{style:#}: {note}");
}

/// That enums agree with the document, and how many were not checked.
pub(crate) fn agreement(enums: usize, unchecked: usize) -> String {
    let agree = match enums {
        1 => "one enum agrees with the document".to_owned(),
        many => format!("{many} enums agree with the document"),
    };
    let rest = match unchecked {
        0 => String::new(),
        1 => ", one names no operation and is not checked".to_owned(),
        many => format!(", {many} name no operation and are not checked"),
    };
    format!("{agree}{rest}\n")
}

/// A unified diff with its lines in the colours of their signs.
pub(crate) fn coloured_diff(diff: &str) -> String {
    let mut text = String::new();
    for line in diff.split_inclusive('\n') {
        let style = match line.as_bytes() {
            [b'+', b'+', b'+', b' ', ..] | [b'-', b'-', b'-', b' ', ..] => BOLD,
            [b'@', ..] => AnsiColor::Cyan.on_default(),
            [b'+', ..] => AnsiColor::Green.on_default(),
            [b'-', ..] => AnsiColor::Red.on_default(),
            _ => Style::new(),
        };
        let (line, end) = line
            .strip_suffix('\n')
            .map_or((line, ""), |line| (line, "\n"));
        let _ = write!(text, "{style}{line}{style:#}{end}");
    }
    text
}

/// A diff with its lines in the colours of their signs.
pub(crate) fn coloured(drift: &str) -> String {
    let mut text = String::new();
    for line in drift.lines() {
        let style = match line.as_bytes() {
            [b' ', b' ', b'+', ..] => AnsiColor::Green.on_default(),
            [b' ', b' ', b'-', ..] => AnsiColor::Red.on_default(),
            [b' ', b' ', b'~' | b'>', ..] => AnsiColor::Yellow.on_default(),
            [b' ' | b'#', ..] | [] => Style::new(),
            _ => BOLD,
        };
        let _ = writeln!(text, "{style}{line}{style:#}");
    }
    text
}

/// One row for each code, and one for an operation without any.
pub(crate) fn table(operations: &[&DocumentedOperation]) -> io::Result<String> {
    let mut table = TabWriter::new(Vec::new()).ansi(true);
    writeln!(table, "{BOLD}OPERATION\tREQUEST\tSTATUS\tCODE{BOLD:#}")?;
    for operation in operations {
        let id = shown(operation.operation_id().unwrap_or("-"));
        let request = format!("{} {}", operation.method(), operation.path());
        let request = shown(&request);
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

/// A name of the document without control characters for a terminal.
fn shown(text: &str) -> Escaped<'_> {
    Escaped::new(text, NAME)
}
