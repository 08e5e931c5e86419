//! Which Rust files are read, and how many.

use std::{fs, path::Path, slice};

use tempfile::TempDir;

use crate::{
    compare::{enums::Comparison, rename::Renames},
    document::Document,
    error::FileError,
    options::Options,
    source::Sources,
    update::{Decisions, Edits},
};

/// Writes a file of this length that is read as Rust, until its first bracket turns out to be wrong.
fn write_source(path: &Path, length: usize) {
    let mut text = ") ImmersveErrorCode".to_owned();
    text += &" ".repeat(length - text.len());
    fs::write(path, text).unwrap();
}

#[test]
fn a_rust_file_has_8_mib() {
    let folder = TempDir::new().unwrap();
    let path = folder.path().join("codes.rs");
    write_source(&path, 8 * 1024 * 1024);
    Sources::read(slice::from_ref(&path), &[]).unwrap();
    write_source(&path, 8 * 1024 * 1024 + 1);
    let error = Sources::read(slice::from_ref(&path), &[])
        .unwrap_err()
        .to_string();
    assert!(
        error.ends_with("codes.rs: the file has more than 8388608 bytes"),
        "{error}"
    );
}

#[test]
fn all_rust_files_have_256_mib() {
    let folder = TempDir::new().unwrap();
    let path = |name: String| folder.path().join(name);
    write_source(&path("0.rs".into()), 8 * 1024 * 1024);
    for link in 1..31 {
        fs::hard_link(path("0.rs".into()), path(format!("{link}.rs"))).unwrap();
    }
    write_source(&path("x.rs".into()), 8 * 1024 * 1024 - 100);
    write_source(&path("y.rs".into()), 100);
    Sources::read(&[folder.path().to_owned()], &[]).unwrap();
    write_source(&path("y.rs".into()), 101);
    let error = Sources::read(&[folder.path().to_owned()], &[])
        .unwrap_err()
        .to_string();
    assert!(
        error.ends_with("y.rs: the files have more than 268435456 bytes"),
        "{error}"
    );
}

/// A document whose operation `op` has this many codes.
fn large(codes: usize) -> Document {
    let row = |code: usize| format!("            **C_{code}X**\n\n");
    let step = 6_000;
    let mut text =
        "openapi: 3.1.0\npaths:\n  /op:\n    post:\n      operationId: op\n      responses:\n"
            .to_owned();
    for (status, first) in (400..).zip((0..codes).step_by(step)) {
        let rows: Vec<String> = (first..codes.min(first + step)).map(row).collect();
        let response = format!(
            "        \"{status}\":\n          description: |\n{}",
            rows.concat()
        );
        text.push_str(&response);
    }
    text.parse().unwrap()
}

fn enums(count: usize) -> String {
    let one = |number| {
        format!(
            "#[derive(ImmersveErrorCode)]\n#[immersve(operation = \"op\")]\nenum E{number} {{ A }}\n"
        )
    };
    (0..count).map(one).collect::<Vec<_>>().concat()
}

#[test]
fn the_operations_of_all_enums_have_a_million_codes() {
    let document = large(100_000);
    let sources = Sources::parse("codes.rs", &enums(11));
    let renames = &mut Renames::default();
    let compared = Comparison::of(&document, &sources, &Options::default(), renames);
    assert_eq!(
        compared.err().unwrap().to_string(),
        "codes.rs:31: the operations that the enums name have more than 1000000 codes together"
    );
}

/// The update of this many files, each with a comment of this length, to which it adds a code.
fn update(files: usize, comment: usize) -> Result<Edits, FileError> {
    let source = format!("// {}\n{}", "x".repeat(comment), enums(1));
    let files = (0..files).map(|number| (format!("{number}.rs").into(), source.clone()));
    let sources = Sources::of(files.collect()).unwrap();
    let (options, decisions) = (Options::default(), Decisions::default());
    Edits::of(&large(1), &sources, &options, &decisions)
}

#[test]
fn an_updated_file_has_8_mib() {
    let edits = update(1, 8 * 1024 * 1024 - 1000).unwrap();
    assert_eq!((edits.files.len(), edits.failures.len()), (1, 0));
    let edits = update(1, 8 * 1024 * 1024 - 100).unwrap();
    assert!(edits.files.is_empty() && edits.changes.is_empty());
    assert_eq!(
        edits.failures[0].to_string(),
        "0.rs:1: is not updated: it would have more than 8388608 bytes"
    );
}

#[test]
fn all_updated_files_have_64_mib() {
    assert_eq!(
        update(9, 8_000_000).unwrap_err().to_string(),
        "the updated files would have more than 67108864 bytes"
    );
}
