//! Checks that the blocks of output in the README are what the programs print.

use std::fs;

use crate::{fenced, output, read, root};

/// The block of the README that begins with this text.
fn block(language: &str, beginning: &str) -> String {
    fenced(&read("README.md"), language)
        .into_iter()
        .find(|block| block.starts_with(beginning))
        .unwrap_or_else(|| {
            panic!("the README has no {language} block that begins with {beginning}")
        })
}

#[test]
fn the_readme_shows_the_output_of_the_quickstart() {
    let printed = output(&root(), &["--example", "quickstart"]);
    let shown = block("text", "A withdrawal beyond the balance");
    for answer in shown.split("\n\n") {
        assert!(printed.contains(answer), "{answer}\nis not in\n{printed}");
    }
}

#[test]
fn the_readme_shows_the_compile_error_of_its_enum() {
    let case = read("tests/ui/together/readme.rs");
    let shown = block(
        "rust,compile_fail",
        "use immersve_errors::{ImmersveErrorCode, UnknownCode};",
    );
    assert_eq!(case.trim_end(), format!("{shown}\n\nfn main() {{}}"));
    let error = read("tests/ui/together/readme.stderr");
    assert_eq!(
        block("text", "error:").trim_end(),
        error
            .replace("ui/together/readme.rs", "src/codes.rs")
            .trim_end()
    );
}

#[test]
fn the_readme_shows_the_reports_of_the_command() {
    let folder = tempfile::tempdir().unwrap();
    for part in ["api", "src"] {
        fs::create_dir(folder.path().join(part)).unwrap();
    }
    let document = folder.path().join("api/immersve.yaml");
    fs::write(document, include_str!("unfreeze-card.yaml")).unwrap();
    let source = folder.path().join("src/codes.rs");
    fs::write(source, include_str!("codes.rs.txt")).unwrap();
    for (beginning, arguments) in [
        ("$ immersve-openapi check", "check api/immersve.yaml src"),
        (
            "$ immersve-openapi update",
            "update --check api/immersve.yaml src",
        ),
    ] {
        let arguments: Vec<_> = ["--bin", "immersve-openapi", "--"]
            .into_iter()
            .chain(arguments.split(' '))
            .collect();
        let printed = output(folder.path(), &arguments);
        let shown = block("console", beginning);
        let (command, shown) = shown.split_once('\n').unwrap();
        assert_eq!(
            command,
            format!("$ immersve-openapi {}", arguments[3..].join(" "))
        );
        assert_eq!(shown.trim_end(), printed.trim_end());
    }
}
