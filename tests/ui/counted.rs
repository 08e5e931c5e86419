//! One mistake is one error, counted as cargo's users see them.
//!
//! A plain `rustc`, and trybuild with it, prints an error once that the compiler has found several times.
//! With incremental compilation each of them is printed. So each case is compiled a second time, as cargo
//! does for a user, and must give the errors that its `.stderr` has.
//!
//! The cases below `ui-counted/` are not compared word by word: the compiler quotes the standard library, if its source
//! is installed. Their `.stderr` has the headings only.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::{env, fs, io};

use serde_json::Value;

/// One case, by its path within `tests`.
struct Case {
    path: PathBuf,
    /// The name of its binary.
    name: String,
}

fn cases(folder: &str) -> io::Result<Vec<Case>> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut cases = Vec::new();
    for rule in fs::read_dir(root.join(folder))? {
        let rule = rule?;
        // The other entries are the sources of this test.
        if !rule.file_type()?.is_dir() {
            continue;
        }
        for file in fs::read_dir(rule.path())? {
            let path = file?.path();
            if path.extension().is_some_and(|extension| extension == "rs") {
                let case = path.strip_prefix(root).unwrap().to_path_buf();
                let name = case
                    .with_extension("")
                    .to_string_lossy()
                    .replace(['/', '\\'], "-");
                cases.push(Case { path, name });
            }
        }
    }
    cases.sort_by(|a, b| a.name.cmp(&b.name));
    Ok(cases)
}

/// The headings of a `.stderr`, without `error` and the number of the error.
fn blessed(case: &Case) -> Vec<String> {
    let stderr = fs::read_to_string(case.path.with_extension("stderr")).unwrap_or_default();
    let mut headings: Vec<_> = stderr
        .lines()
        .filter(|line| line.starts_with("error"))
        .filter_map(|line| Some(line.split_once(": ")?.1.to_owned()))
        .collect();
    headings.sort_unstable();
    headings
}

/// Writes a package with a binary for each case, beside the build of this one.
fn write_package(folder: &Path, cases: &[Case]) -> io::Result<()> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let workspace = root.parent().unwrap();
    let mut manifest = format!(
        "[package]\nname = \"counted\"\nversion = \"0.0.0\"\nedition = \"2024\"\npublish = false\n\n\
         [dependencies]\nimmersve-errors = {{ path = '{}' }}\nserde_json = \"1\"\nthiserror = \"2\"\n\n\
         [workspace]\n",
        workspace.join("immersve-errors").display()
    );
    for Case { path, name } in cases {
        let path = root.join(path);
        let _ = write!(
            manifest,
            "\n[[bin]]\nname = {name:?}\npath = '{}'\n",
            path.display()
        );
        if name.starts_with("ui-edition-2015-") {
            manifest.push_str("edition = \"2015\"\n");
        }
    }
    fs::create_dir_all(folder)?;
    fs::write(folder.join("Cargo.toml"), manifest)?;
    fs::copy(workspace.join("Cargo.lock"), folder.join("Cargo.lock"))?;
    Ok(())
}

/// The errors of each binary, as cargo passes them on.
fn errors(folder: &Path) -> BTreeMap<String, Vec<String>> {
    let output = Command::new(env::var_os("CARGO").unwrap_or_else(|| "cargo".into()))
        .args([
            "check",
            "--offline",
            "--keep-going",
            "--message-format=json",
            "--manifest-path",
        ])
        .arg(folder.join("Cargo.toml"))
        .arg("--target-dir")
        .arg(folder.join("target"))
        .env("CARGO_INCREMENTAL", "1")
        .env_remove("RUSTFLAGS")
        .output()
        .unwrap();
    let mut errors: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for line in output.stdout.split(|byte| *byte == b'\n') {
        let Ok(message) = serde_json::from_slice::<Value>(line) else {
            continue;
        };
        let (target, message) = (&message["target"]["name"], &message["message"]);
        let (Some(target), Some("error")) = (target.as_str(), message["level"].as_str()) else {
            continue;
        };
        let text = message["message"].as_str().unwrap_or_default();
        // The sum that rustc adds is no error of its own.
        if !text.starts_with("aborting due to") {
            let heading = text.lines().next().unwrap_or_default();
            errors
                .entry(target.to_owned())
                .or_default()
                .push(heading.to_owned());
        }
    }
    assert!(
        !errors.is_empty(),
        "cargo found no errors at all:\n{}",
        String::from_utf8_lossy(&output.stderr)
    );
    errors
}

#[test]
fn one_mistake_is_one_error_with_incremental_compilation() {
    let mut cases = cases("ui").unwrap();
    cases.extend(
        ["ui-counted", "ui-pinned"]
            .into_iter()
            .filter(|_| super::pinned())
            .flat_map(|folder| self::cases(folder).unwrap()),
    );
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("counted");
    write_package(&folder, &cases).unwrap();
    let mut errors = errors(&folder);

    let mut wrong = String::new();
    for case in &cases {
        let mut counted = errors.remove(&case.name).unwrap_or_default();
        counted.sort_unstable();
        let blessed = blessed(case);
        if counted != blessed {
            let _ = writeln!(
                wrong,
                "{}: {counted:#?}, and in its `.stderr`: {blessed:#?}",
                case.name
            );
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}
