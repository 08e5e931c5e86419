//! What is printed: tables, JSON, and coloured lines.

use std::{
    fmt::Write as _,
    io::{self, Write as _},
};

use anstyle::{AnsiColor, Style};
use immersve_errors::openapi::Operation;
use serde_json::Value;

const BOLD: Style = Style::new().bold();

/// Prints to standard output. A reader that has gone away, as `head` does, is no error.
pub(crate) fn print(text: &str) -> io::Result<()> {
    let mut out = anstream::stdout().lock();
    match out.write_all(text.as_bytes()).and_then(|()| out.flush()) {
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Ok(()),
        result => result,
    }
}

pub(crate) fn print_json(value: &Value) -> io::Result<()> {
    print(&format!("{value:#}\n"))
}

/// Prints an error as cargo does.
pub(crate) fn print_error(error: &dyn std::error::Error) {
    let style = AnsiColor::Red.on_default().bold();
    // Where standard error is closed there is nobody to tell.
    let _ = writeln!(anstream::stderr(), "{style}error{style:#}: {error}");
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
pub(crate) fn table(operations: &[&Operation]) -> String {
    let mut rows = vec![["OPERATION", "REQUEST", "STATUS", "CODE"].map(str::to_owned)];
    for operation in operations {
        let name = escaped(operation.operation_id().unwrap_or("-"));
        let request = escaped(&format!("{} {}", operation.method(), operation.path()));
        for code in operation.codes() {
            let statuses: Vec<_> = code.statuses().iter().map(ToString::to_string).collect();
            let cells = (statuses.join(","), code.code().to_owned());
            rows.push([name.clone(), request.clone(), cells.0, cells.1]);
        }
        if operation.codes().is_empty() {
            rows.push([name, request, "-".to_owned(), "-".to_owned()]);
        }
    }
    let mut widths = [0; 4];
    for row in &rows {
        for (width, cell) in widths.iter_mut().zip(row) {
            *width = (*width).max(cell.chars().count());
        }
    }
    let mut text = String::new();
    for (at, row) in rows.iter().enumerate() {
        let style = if at == 0 { BOLD } else { Style::new() };
        let mut line = String::new();
        for (cell, width) in row.iter().zip(widths) {
            let _ = write!(line, "{cell:width$}  ");
        }
        let _ = writeln!(text, "{style}{}{style:#}", line.trim_end());
    }
    text
}

/// Text of a document without what a terminal would obey.
fn escaped(text: &str) -> String {
    text.chars()
        .flat_map(|c| {
            match c {
                '\'' | '"' => c.to_string(),
                _ => c.escape_debug().to_string(),
            }
            .chars()
            .collect::<Vec<_>>()
        })
        .collect()
}
