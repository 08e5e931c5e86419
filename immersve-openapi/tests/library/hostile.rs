//! Tests with hostile documents: each gives an error with its place, in limited time.
#![expect(
    clippy::format_push_string,
    reason = "documents are built here, and no time is short"
)]

use std::{
    fs::{self, File},
    path::Path,
    sync::mpsc,
    thread,
    time::Duration,
};

use immersve_openapi::{Document, FileError};
use tempfile::TempDir;

/// How long reading a document may take. A debug build on a busy machine needs some seconds for the slowest.
const LIMIT: Duration = Duration::from_secs(60);

const HEAD: &str = "openapi: 3.1.0\n";

/// Writes the files below a folder, and reads the first of them from a thread with a small stack.
fn read_files(folder: &Path, files: &[(&str, &str)]) -> Result<Document, FileError> {
    for (name, text) in files {
        let path = folder.join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }
    read(folder.join(files[0].0))
}

fn read(root: impl Into<std::path::PathBuf>) -> Result<Document, FileError> {
    let root = root.into();
    let (send, receive) = mpsc::channel();
    let reader = thread::Builder::new().stack_size(256 * 1024);
    let reader = reader.spawn(move || send.send(Document::read(root)));
    let document = receive.recv_timeout(LIMIT).expect("it ends in time");
    reader.unwrap().join().unwrap().unwrap();
    document
}

/// The error of a document of these files, without the path of the folder.
fn error_of(files: &[(&str, &str)]) -> String {
    let folder = TempDir::new().unwrap();
    let error = read_files(folder.path(), files).expect_err("it is refused");
    without(folder.path(), &error)
}

fn without(folder: &Path, error: &FileError) -> String {
    let text = error.to_string().replace('\\', "/");
    assert!(!text.contains('\n'), "{text}");
    assert!(text.len() < 2048, "{text}");
    text.replace(&format!("{}/", folder.display()).replace('\\', "/"), "")
}

/// The error of a document with this path item.
fn error_of_item(item: &str) -> String {
    error_of(&[("root.yaml", &format!("{HEAD}paths:\n  /x:\n    {item}\n"))])
}

#[test]
fn deep_nesting_is_refused() {
    let deep = |unit: &str| format!("{HEAD}x-deep: {}", unit.repeat(100_000));
    let mut block = format!("{HEAD}x-deep:\n");
    for depth in 1..2000 {
        block += &format!("{}a:\n", " ".repeat(depth));
    }
    for text in [deep("["), deep("{a: "), deep("{\"a\":"), block] {
        let error = error_of(&[("root.yaml", &text)]);
        assert!(error.starts_with("root.yaml:"), "{error}");
    }
    let error = error_of(&[("root.json", &"{\"a\":".repeat(100_000))]);
    assert!(error.starts_with("root.json:1:"), "{error}");
}

#[test]
fn the_nesting_of_a_real_schema_is_allowed() {
    let folder = TempDir::new().unwrap();
    for depth in [100, 125] {
        let text = format!("{HEAD}x-deep: {}{}", "[".repeat(depth), "]".repeat(depth));
        read_files(folder.path(), &[("root.yaml", &text)]).unwrap();
    }
}

#[test]
fn alias_bombs_do_not_multiply() {
    let mut laughs = format!("{HEAD}a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
    for level in 1..12 {
        let aliases = vec![format!("*a{}", level - 1); 10].join(", ");
        laughs += &format!("a{level}: &a{level} [{aliases}]\n");
    }
    let mut quadratic = format!("{HEAD}a: &a [{}]\n", "x, ".repeat(20_000));
    let mut text = format!("{HEAD}a: &a \"{}\"\n", "x".repeat(1 << 20));
    let mut merges = format!("{HEAD}m0: &m0 {{ k: v }}\n");
    for number in 1..100 {
        quadratic += &format!("b{number}: &b{number} *a\n").replace("&b", "# ");
        text += &format!("b{number}: &b{number} y\n");
    }
    for number in 0..1000 {
        quadratic += &format!("c{number}: *a\n");
        text += &format!("c{number}: *a\n");
    }
    for level in 1..30 {
        let before = level - 1;
        merges += &format!("m{level}: &m{level} {{ <<: [*m{before}, *m{before}], k{level}: v }}\n");
    }
    for bomb in [laughs, quadratic, text, merges] {
        let folder = TempDir::new().unwrap();
        let document = read_files(folder.path(), &[("root.yaml", &bomb)]).unwrap();
        assert!(document.operations().is_empty());
    }
    let itself = format!("{HEAD}a: &a [*a]\n");
    assert_eq!(
        error_of(&[("root.yaml", &itself)]),
        "root.yaml:2:8: an alias inside its own anchor"
    );
}

#[test]
fn a_reference_has_2048_bytes() {
    let of_length = |length: usize| error_of_item(&format!("$ref: './{}'", "x".repeat(length - 2)));
    let longest = of_length(2048);
    assert!(!longest.contains("more than"), "{longest}");
    let longer = of_length(2049);
    assert!(
        longer.ends_with(": a `$ref` of more than 2048 bytes"),
        "{longer}"
    );
}

#[test]
fn references_that_leave_the_folder_are_refused() {
    for (reference, why) in [
        ("/etc/passwd", "an absolute path"),
        ("//host/share/x.yaml", "an absolute path"),
        ("\\\\host\\share\\x.yaml", "an absolute path"),
        ("../outside.yaml", "leaves the document's folder"),
        ("inside/../../outside.yaml", "leaves the document's folder"),
        ("..%2Foutside.yaml", "leaves the document's folder"),
        ("%2e%2e/outside.yaml", "leaves the document's folder"),
        ("%2Fetc/passwd", "an absolute path"),
        ("inside\\..\\..\\outside.yaml", "not a relative path"),
        ("file:///etc/passwd", "not a relative path"),
        (
            "https://example.com/x.yaml",
            "not a relative path; only files in the document's folder are read",
        ),
        ("C:/x.yaml", "not a relative path"),
        ("C:x.yaml", "not a relative path"),
        ("x.yaml%00", "not a relative path"),
        ("inside/C:x.yaml", "not a relative path"),
        ("%ff.yaml", "not UTF-8"),
    ] {
        let folder = TempDir::new().unwrap();
        fs::write(folder.path().join("outside.yaml"), "get: {}").unwrap();
        let text = format!("{HEAD}paths:\n  /x:\n    $ref: '{reference}'\n");
        let error = read_files(&folder.path().join("docs"), &[("root.yaml", &text)]).unwrap_err();
        assert_eq!(error.line(), Some(4), "{error}");
        assert!(error.file().ends_with("root.yaml"), "{error}");
        assert!(error.to_string().contains(why), "{reference}: {error}");
    }
}

#[test]
fn a_path_with_dots_that_stays_in_the_folder_is_followed() {
    let folder = TempDir::new().unwrap();
    let document = read_files(
        folder.path(),
        &[
            (
                "root.yaml",
                "openapi: 3.1.0\npaths:\n  /x: { $ref: a/b/item.yaml }\n",
            ),
            ("a/b/item.yaml", "get: { $ref: ../../c/get.yaml }\n"),
            ("c/get.yaml", "operationId: x\n"),
        ],
    );
    assert_eq!(document.unwrap().operations()[0].operation_id(), Some("x"));
}

#[cfg(unix)]
#[test]
fn links_pipes_and_folders_are_refused() {
    use std::os::unix::fs::symlink;

    let folder = TempDir::new().unwrap();
    let docs = folder.path().join("docs");
    fs::create_dir_all(docs.join("folder.yaml")).unwrap();
    fs::write(folder.path().join("outside.yaml"), "get: {}").unwrap();
    symlink("../outside.yaml", docs.join("link.yaml")).unwrap();
    symlink("..", docs.join("up")).unwrap();
    let pipe = std::process::Command::new("mkfifo")
        .arg(docs.join("pipe.yaml"))
        .status();
    assert!(pipe.unwrap().success());
    for (reference, why) in [
        ("link.yaml", "is a symbolic link"),
        ("up/outside.yaml", "is a symbolic link"),
        ("pipe.yaml", "is not a file"),
        ("folder.yaml", "is not a file"),
        (".", "is not a file"),
    ] {
        let text = format!("{HEAD}paths:\n  /x:\n    $ref: {reference}\n");
        let error = read_files(&docs, &[("root.yaml", &text)]).unwrap_err();
        assert!(error.to_string().contains(why), "{reference}: {error}");
        assert_eq!(error.line(), Some(4), "{error}");
    }
}

#[test]
fn a_missing_file_is_named_with_the_line_of_its_reference() {
    let error = error_of(&[
        (
            "docs/root.yaml",
            &format!("{HEAD}paths:\n  /x:\n    $ref: a/item.yaml\n"),
        ),
        (
            "docs/a/item.yaml",
            "get: {}\npost:\n  # twice the folder\n  $ref: a/post.yaml\n",
        ),
    ]);
    assert_eq!(
        error,
        "docs/a/item.yaml:4: `$ref: a/post.yaml`: no such file: docs/a/a/post.yaml"
    );
    let error = read("no/such/root.yaml").unwrap_err();
    assert_eq!(error.to_string(), "no/such/root.yaml: cannot be read");
    let source = std::error::Error::source(&error).unwrap().to_string();
    assert_eq!(
        format!("{error:?}"),
        format!("no/such/root.yaml: cannot be read: {source}")
    );
}

#[test]
fn a_pointer_that_leads_nowhere_is_an_error() {
    for (reference, why) in [
        ("#/components/x", "root.yaml has no `x` there"),
        ("#/nothing", "root.yaml has no `nothing` there"),
        ("#anchor", "not a JSON pointer"),
        ("#/paths/~1x/get/9", "has no `get` there"),
    ] {
        let text =
            format!("{HEAD}components: {{}}\npaths:\n  /x:\n    put:\n      $ref: '{reference}'\n");
        let error = error_of(&[("root.yaml", &text)]);
        assert!(error.starts_with("root.yaml:6: `$ref: "), "{error}");
        assert!(error.contains(why), "{error}");
    }
}

#[test]
fn circles_are_shown_with_their_places() {
    assert_eq!(
        error_of_item("$ref: '#/paths/~1x'"),
        "root.yaml:4: a `$ref` leads back to itself"
    );
    assert_eq!(
        error_of(&[
            (
                "root.yaml",
                &format!("{HEAD}paths:\n  /x:\n    $ref: a.yaml\n")
            ),
            ("a.yaml", "# once\n$ref: b.yaml\n"),
            ("b.yaml", "$ref: a.yaml\n"),
        ]),
        "a.yaml:2: a `$ref` leads back to itself, through b.yaml:1"
    );
    let through_a_pointer = error_of(&[(
        "root.yaml",
        &format!(
            "{HEAD}paths:\n  /x: {{ $ref: '#/a/b/c' }}\na: {{ $ref: '#/d/b' }}\nd: {{ $ref: '#/a/b' }}\n"
        ),
    )]);
    assert!(
        through_a_pointer.contains("leads back to itself"),
        "{through_a_pointer}"
    );
}

#[test]
fn long_chains_are_refused() {
    let mut text = format!("{HEAD}paths:\n  /x: {{ $ref: '#/c/n0' }}\nc:\n");
    for number in 0..1000 {
        text += &format!("  n{number}: {{ $ref: '#/c/n{}' }}\n", number + 1);
    }
    let error = error_of(&[("root.yaml", &text)]);
    assert!(
        error.contains("more than 64 references in a row"),
        "{error}"
    );
}

#[test]
fn references_that_multiply_are_refused() {
    // Each level refers twice to the level below it.
    let mut text =
        format!("{HEAD}paths:\n  /x: {{ $ref: '#/l50/a/a' }}\nl0: {{ a: {{ a: {{}} }} }}\n");
    for level in 1..=50 {
        let below = level - 1;
        text +=
            &format!("l{level}: {{ a: {{ $ref: '#/l{below}/a/a' }}, $ref: '#/l{below}/a/a' }}\n");
    }
    error_of(&[("root.yaml", &text)]);

    // Many references lead to one large map.
    let mut text = format!("{HEAD}r: &r\n");
    for class in 1..=5 {
        for status in 0..100 {
            text += &format!("  {}: {{}}\n", class * 100 + status);
        }
    }
    text += "i: { get: { responses: { $ref: '#/r' } } }\npaths:\n";
    for path in 0..5_000 {
        text += &format!("  /{path}: {{ $ref: '#/i' }}\n");
    }
    let error = error_of(&[("root.yaml", &text)]);
    assert!(
        error.contains("resolving the references of the document takes more than"),
        "{error}"
    );
}

#[test]
fn descriptions_and_operations_that_multiply_are_refused() {
    let mut text = format!("{HEAD}d:\n  403:\n    description: |\n");
    for code in 0..1000 {
        text += &format!("      **CODE_{code}**\n");
    }
    text += "i: { get: { responses: { $ref: '#/d' } } }\npaths:\n";
    for path in 0..300 {
        text += &format!("  /{path}: {{ $ref: '#/i' }}\n");
    }
    let error = error_of(&[("root.yaml", &text)]);
    assert!(error.contains("more than 200000 codes"), "{error}");

    let mut text = format!(
        "{HEAD}i: {{ get: {{}}, put: {{}}, post: {{}}, patch: {{}}, head: {{}}, trace: {{}}, options: {{}}, delete: {{}} }}\npaths:\n"
    );
    for path in 0..13_000 {
        text += &format!("  /{path}: {{ $ref: '#/i' }}\n");
    }
    let error = error_of(&[("root.yaml", &text)]);
    assert!(error.contains("more than 100000 operations"), "{error}");
}

#[test]
fn values_and_bytes_that_multiply_over_files_are_refused() {
    let folder = TempDir::new().unwrap();
    let mut root = format!("{HEAD}paths:\n");
    // An anchor counts as ten values.
    let values = format!("x-a: [{}]\n", "&a a, ".repeat(10_000));
    for number in 0..20 {
        fs::write(folder.path().join(format!("{number}.yaml")), &values).unwrap();
        root += &format!("  /{number}: {{ $ref: {number}.yaml }}\n");
    }
    let error = read_files(folder.path(), &[("root.yaml", &root)]).unwrap_err();
    assert!(
        error.to_string().contains("more than 2000000 values"),
        "{error}"
    );

    let large = File::create(folder.path().join("0.yaml")).unwrap();
    large.set_len(65 * 1024 * 1024).unwrap();
    let error = read(folder.path().join("root.yaml")).unwrap_err();
    assert!(
        format!("{error:?}").contains("more than 67108864 bytes"),
        "{error:?}"
    );
}

#[test]
fn malformed_files_are_errors_with_file_and_line() {
    let root = format!("{HEAD}paths:\n  /x: {{ $ref: item.yaml }}\n");
    for (item, place) in [
        ("get:\n  responses: [1, 2\n  x: y\n", "item.yaml:3:"),
        ("get:\n\tresponses: {}\n", "item.yaml:2:"),
        ("get: {}\npost: {}\nget: {}\n", "item.yaml:3:"),
        ("get: {}\n---\nget: {}\n", "item.yaml:"),
        ("get: *nowhere\n", "item.yaml:1:"),
        ("get: {}\n\u{1b}[31m: x\n", "item.yaml:2:"),
        (
            "- a list\n",
            "item.yaml:1: a path item must be a map; found a list",
        ),
        ("", "item.yaml:1: a path item must be a map; found nothing"),
        (
            "get: 1\n",
            "item.yaml:1: an operation must be a map; found a scalar",
        ),
        (
            "get:\n  $ref: [a]\n",
            "item.yaml:2: expected a string in `$ref`; found a list",
        ),
    ] {
        let error = error_of(&[("root.yaml", &root), ("item.yaml", item)]);
        assert!(error.starts_with(place), "{item:?}: {error}");
    }
    let folder = TempDir::new().unwrap();
    fs::write(folder.path().join("item.yaml"), b"get: {}\n# \xff\n").unwrap();
    let error = read_files(folder.path(), &[("root.yaml", &root)]).unwrap_err();
    assert_eq!(without(folder.path(), &error), "item.yaml:2: not UTF-8");
}

#[test]
fn files_that_are_not_openapi_3_are_refused() {
    for (text, why) in [
        ("swagger: '2.0'\npaths: {}\n", "the field `openapi`"),
        ("openapi: 4.0.0\n", "only 3.x is"),
        ("openapi: [3.1.0]\n", "only 3.x is"),
        ("just a text\n", "an OpenAPI document must be a map; found"),
        ("", "an OpenAPI document must be a map; found"),
    ] {
        let error = error_of(&[("root.yaml", text)]);
        assert!(error.starts_with("root.yaml:1: "), "{error}");
        assert!(error.contains(why), "{error}");
    }
    let empty = TempDir::new().unwrap();
    let document = read_files(empty.path(), &[("root.yaml", "openapi: 3.1.0\n")]);
    assert!(document.unwrap().operations().is_empty());
}
