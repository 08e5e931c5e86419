//! Checks that the blocks of output in the README and the guide are what the programs print.

use crate::{fenced, output, read};

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
    let printed = output("quickstart");
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
fn the_guide_shows_the_expansion_of_its_enum() {
    let shown = fenced(
        &read("immersve-errors/src/guide/generated_code.md"),
        "ignore",
    );
    let golden = |file| read(&format!("immersve-errors-derive/golden/open.{file}.rs"));
    let input = format!("#[derive(Debug, ImmersveErrorCode)]\n{}", golden("in"));
    assert_eq!(shown, [input.trim_end(), golden("out").trim_end()]);
}
