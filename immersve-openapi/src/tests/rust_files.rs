//! Which Rust files are read, and how many.

use std::{fs, path::Path, slice};

use tempfile::TempDir;

use crate::source::Sources;

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
