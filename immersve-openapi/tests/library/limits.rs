//! Tests of each limit: what is just within the limit is read, and what is above is an error that names the limit.
#![expect(
    clippy::format_push_string,
    reason = "the time to build documents does not matter here"
)]

use std::{
    fs::{self, File},
    path::Path,
};

use immersve_openapi::Document;
use tempfile::TempDir;

const HEAD: &str = "openapi: 3.1.0\n";

fn read(text: &str) -> Result<Document, String> {
    text.parse::<Document>().map_err(|error| error.to_string())
}

/// Checks that the document is read at this size, and is an error at the next one.
#[track_caller]
fn ends_at(limit: usize, document: impl Fn(usize) -> String, message: &str) {
    if let Err(error) = read(&document(limit)) {
        panic!("{limit}: {error}");
    }
    let error = read(&document(limit + 1)).expect_err("it is refused");
    assert!(error.contains(message), "{error}");
}

/// An operation with this description of a 403.
fn described(description: &str) -> String {
    format!(
        "{HEAD}paths: {{ /a: {{ get: {{ responses: {{ 403: {{ description: '{description}' }} }} }} }} }}\n"
    )
}

/// Paths that share an operation.
fn sharing(operation: &str, paths: usize) -> String {
    let mut text = format!("{HEAD}x: &x {operation}\npaths:\n");
    for path in 0..paths {
        text += &format!("  /{path}: {{ get: *x }}\n");
    }
    text
}

#[test]
fn a_document_has_64_mib() {
    let folder = TempDir::new().unwrap();
    let root = folder.path().join("root.yaml");
    for (length, fits) in [(64 * 1024 * 1024, true), (64 * 1024 * 1024 + 1, false)] {
        fs::write(&root, format!("{HEAD}#")).unwrap();
        let file = File::options().append(true).open(&root).unwrap();
        // The rest is a comment of zeros, which is an error for another reason.
        file.set_len(length).unwrap();
        let error = Document::read(&root).unwrap_err();
        let shown = format!("{error:?}");
        assert_eq!(!shown.contains("more than 67108864 bytes"), fits, "{shown}");
    }
}

#[test]
fn a_document_has_20_000_files() {
    let folder = TempDir::new().unwrap();
    let root = folder.path().join("root.yaml");
    let write = |count: usize| {
        let mut text = format!("{HEAD}paths:\n");
        for number in 0..count {
            text += &format!("  /{number}: {{ $ref: {number}.yaml }}\n");
        }
        fs::write(&root, text).unwrap();
        Document::read(&root)
    };
    for number in 0..20_000 {
        fs::write(folder.path().join(format!("{number}.yaml")), "{}").unwrap();
    }
    write(19_999).unwrap();
    let error = write(20_000).unwrap_err().to_string();
    assert!(error.contains("more than 20000 files"), "{error}");
}

#[test]
fn a_file_is_32_folders_deep() {
    let folder = TempDir::new().unwrap();
    let read = |depth: usize| {
        let path = "d/".repeat(depth);
        fs::create_dir_all(folder.path().join(&path)).unwrap();
        fs::write(folder.path().join(&path).join("x.yaml"), "{}").unwrap();
        let root = folder.path().join("root.yaml");
        fs::write(
            &root,
            format!("{HEAD}paths: {{ /a: {{ $ref: {path}x.yaml }} }}"),
        )
        .unwrap();
        Document::read(root)
    };
    read(32).unwrap();
    let error = read(33).unwrap_err().to_string();
    assert!(error.contains("more than 32 folders deep"), "{error}");
}

#[test]
fn values_nest_128_deep() {
    let nested = |depth: usize| {
        format!(
            "{HEAD}x: {}{}",
            "[".repeat(depth - 1),
            "]".repeat(depth - 1)
        )
    };
    ends_at(128, nested, "nest more than 128 deep");
    let aliased = |depth: usize| {
        let mut text = format!("{HEAD}a2: &a2 []\n");
        for level in 3..=depth {
            text += &format!("a{level}: &a{level} [*a{}]\n", level - 1);
        }
        text
    };
    ends_at(128, aliased, "nest more than 128 deep");
}

#[test]
fn a_document_has_2_000_000_values() {
    // The root, its two keys and their values are five values. An anchor counts as ten more.
    let list = |values: usize| {
        let (anchors, values) = ((values - 5) / 11, (values - 5) % 11);
        format!(
            "{HEAD}x: [{}{}]",
            "&a a,".repeat(anchors),
            "a,".repeat(values)
        )
    };
    ends_at(2_000_000, list, "more than 2000000 values");
}

#[test]
fn a_key_has_4096_characters() {
    let key = |length: usize| format!("{HEAD}{}: a\n", "k".repeat(length));
    read(&key(4096)).unwrap();
    read(&key(4098)).unwrap_err();
}

#[test]
fn a_directive_has_1024_bytes_and_16_parameters() {
    let long = |length: usize| format!("%X {}\n---\n{HEAD}", "x".repeat(length - 2));
    ends_at(1024, long, "limit of 1024 bytes");
    let many = |parameters: usize| format!("%X{}\n---\n{HEAD}", " x".repeat(parameters));
    ends_at(16, many, "limit of 16 parameters");
}

#[test]
fn a_description_has_256_kib() {
    let long = |length: usize| described(&"x".repeat(length));
    ends_at(256 * 1024, long, "a description of more than 262144 bytes");
}

#[test]
fn a_table_has_16_columns() {
    let table = |columns: usize| {
        let row = |cell: &str| format!("            |{}\n", cell.repeat(columns));
        let rows = row("a|") + &row("-|") + &row("A_CODE|");
        let text = described("").replace("''", "|\n");
        let (before, _) = text.split_once(" }").unwrap();
        let block = before
            .replace("{ /a: {", "\n /a:\n ")
            .replace("get: {", " get:\n   ")
            .replace("responses: {", "responses:\n    ")
            .replace("403: {", "403:\n     ");
        read(&(block + "\n" + &rows)).unwrap()
    };
    // A row has one `|` more than columns.
    assert_eq!(table(15).operations()[0].codes().len(), 1);
    assert!(table(15).warnings().is_empty());
    assert_eq!(table(16).operations()[0].codes().len(), 0);
    assert_eq!(table(16).warnings().len(), 1);
}

#[test]
fn descriptions_have_4_000_000_elements() {
    let many = |text: &str, count: usize| {
        let mut document = format!("{HEAD}paths:\n");
        for path in 0..count {
            document += &format!(
                "  /{path}: {{ get: {{ responses: {{ 403: {{ description: '{text}' }} }} }} }}\n"
            );
        }
        read(&document)
    };
    let text = "*a* ".repeat(50_000);
    many(&text, 10).unwrap();
    let error = many(&text, 20).unwrap_err();
    assert!(
        error.contains("more than 4000000 elements of Markdown"),
        "{error}"
    );
}

#[test]
fn a_document_has_100_000_operations() {
    ends_at(
        100_000,
        |paths| sharing("{}", paths),
        "more than 100000 operations",
    );
}

#[test]
fn a_document_has_200_000_codes() {
    let codes: Vec<_> = (0..2000).map(|code| format!("- A_{code}\\n")).collect();
    let codes = codes.concat();
    let operation = format!("{{ responses: {{ 403: {{ description: \"{codes}\" }} }} }}");
    ends_at(
        100,
        |paths| sharing(&operation, paths),
        "more than 200000 codes",
    );
}

#[test]
fn names_have_2048_bytes() {
    let id = |length: usize| {
        let id = "x".repeat(length);
        format!("{HEAD}paths: {{ /a: {{ get: {{ operationId: {id} }} }} }}")
    };
    ends_at(2048, id, "an `operationId` of more than 2048 bytes");
    let path = |length: usize| format!("{HEAD}paths: {{ /{}: {{}} }}", "x".repeat(length - 1));
    ends_at(2048, path, "a path of more than 2048 bytes");
    let method = |length: usize| {
        let method = "X".repeat(length);
        format!("{HEAD}paths: {{ /a: {{ additionalOperations: {{ {method}: {{}} }} }} }}")
    };
    ends_at(2048, method, "a method of more than 2048 bytes");
}

#[test]
fn operations_have_64_mib_of_text() {
    let meaning = "x".repeat(200_000);
    let operation = format!("{{ responses: {{ 403: {{ description: '**A_B** {meaning}' }} }} }}");
    let error = read(&sharing(&operation, 400)).unwrap_err();
    assert!(
        error.contains("more than 67108864 bytes of text"),
        "{error}"
    );
    read(&sharing(&operation, 300)).unwrap();
}

#[test]
fn references_take_2_000_000_steps() {
    // Each path takes one step for its entry, one for the reference, one for the pointer, and one for each field of the
    // item.
    let fields: Vec<_> = (0..97).map(|field| format!("x-{field}: a, ")).collect();
    let fields = fields.concat();
    let paths = |count: usize| {
        let mut text = format!("{HEAD}i: {{ {fields} }}\npaths:\n");
        for path in 0..count {
            text += &format!("  /{path}: {{ $ref: '#/i' }}\n");
        }
        text
    };
    read(&paths(19_000)).unwrap();
    let error = read(&paths(21_000)).unwrap_err();
    assert!(error.contains("more than 2000000 steps"), "{error}");
}

#[test]
fn a_thousand_warnings_are_kept() {
    let paths = |count: usize| {
        let mut text = format!("{HEAD}paths:\n");
        for path in 0..count {
            text += &format!("  no-{path}: {{}}\n");
        }
        read(&text).unwrap()
    };
    assert_eq!(paths(1000).warnings().len(), 1000);
    let many = paths(1500);
    assert_eq!(many.warnings().len(), 1000);
    assert_eq!(
        many.warnings()[999].message(),
        "this, and 500 more warnings"
    );
    let error = many.deny_warnings().unwrap_err().to_string();
    assert_eq!(error.lines().count(), 22, "{error}");
    assert!(error.ends_with("and 980 more"), "{error}");
}

/// These documents have a few megabytes on disk, and could cause much more work.
#[test]
fn a_document_at_its_limits_ends_in_time() {
    let folder = TempDir::new().unwrap();
    let document = |name: &str, text: &str| {
        let path = folder.path().join(name);
        fs::write(&path, text).unwrap();
        path
    };
    let time = |path: &Path| {
        let start = std::time::Instant::now();
        let _ = Document::read(path);
        let taken = start.elapsed();
        assert!(taken.as_secs() < 10, "{}: {taken:?}", path.display());
    };
    // A debug build takes more than ten times as long for the same.
    let (files, descriptions) = if cfg!(debug_assertions) {
        (50, 2)
    } else {
        (1000, 50)
    };
    let mut merges = "m0: &m0 { k: v }\n".to_owned();
    for level in 1..100 {
        let before = level - 1;
        merges += &format!("m{level}: &m{level} {{ <<: [*m{before}, *m{before}], k{level}: v }}\n");
    }
    let mut root = format!("{HEAD}paths:\n");
    for number in 0..files {
        fs::write(folder.path().join(format!("m{number}.yaml")), &merges).unwrap();
        root += &format!("  /{number}: {{ $ref: m{number}.yaml }}\n");
    }
    time(&document("merges.yaml", &root));
    for (number, unit) in ["*_", "[", "> - ", "`a", "<a b=\"", "A_B ", "**a\n\n"]
        .iter()
        .enumerate()
    {
        let text = unit.repeat(200_000 / unit.len());
        let mut root = json_head();
        for path in 0..descriptions {
            let text = serde_json::to_string(&format!("{path}{text}")).unwrap();
            root += &format!(
                "\"/{path}\": {{\"get\": {{\"responses\": {{\"403\": {{\"description\": {text}}}}}}}}},"
            );
        }
        root.pop();
        time(&document(&format!("{number}.json"), &(root + "}}")));
    }
}

fn json_head() -> String {
    "{\"openapi\": \"3.1.0\", \"paths\": {".to_owned()
}
