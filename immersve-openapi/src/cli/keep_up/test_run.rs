//! Runs the tests of a project, and finds the first error in what they print.

use std::{
    collections::VecDeque,
    ffi::OsString,
    io::{self, BufRead as _, BufReader, Write as _},
    iter,
    process::{Command, Stdio},
};

use anstream::adapter::strip_bytes;

/// How many lines of an error are kept.
const LINES: usize = 40;

/// How many characters of a line are kept.
const LINE: usize = 400;

/// How many of the last lines are kept, if there is no error among them that is known as one.
const LAST: usize = 20;

/// What became of the tests.
pub(crate) struct TestRun {
    pub(crate) command: String,
    pub(crate) passed: bool,
    /// The first error of the compiler, or else the first failure of a test.
    pub(crate) first_error: String,
}

impl TestRun {
    /// Runs a command, prints what it prints to standard error, and waits for its end.
    pub(crate) fn of(command: &[OsString]) -> Self {
        let words = command.iter().map(|word| word.to_string_lossy());
        let (passed, first_error) = match run(command) {
            Ok(ran) => ran,
            Err(error) => (false, format!("it could not be run: {error}")),
        };
        Self {
            command: words.collect::<Vec<_>>().join(" "),
            passed,
            first_error,
        }
    }
}

/// Whether a command passes, and the first error that it prints.
fn run(command: &[OsString]) -> io::Result<(bool, String)> {
    let [program, arguments @ ..] = command else {
        return Ok((true, String::new()));
    };
    let (reader, writer) = io::pipe()?;
    let mut child = Command::new(program)
        .args(arguments)
        .stdin(Stdio::null())
        .stdout(writer.try_clone()?)
        .stderr(writer)
        .spawn()?;
    let mut out = io::stderr().lock();
    let mut failure = None;
    let lines = BufReader::new(reader).split(b'\n').map_while(|line| {
        let printed = line.and_then(|mut line| {
            line.push(b'\n');
            out.write_all(&line).map(|()| line)
        });
        printed.map_err(|error| failure = Some(error)).ok()
    });
    let error = first_error(lines.map(|line| {
        let line = strip_bytes(&line).into_vec();
        let line = String::from_utf8_lossy(&line);
        line.trim_end().chars().take(LINE).collect()
    }));
    match failure {
        Some(failure) => Err(failure),
        None => Ok((child.wait()?.success(), error)),
    }
}

/// The first error of the compiler, up to an empty line, or the first test that fails, up to the next one. Without
/// either, the last lines. Takes all lines.
fn first_error(mut lines: impl Iterator<Item = String>) -> String {
    let is_test = |line: &str| line.starts_with("---- ");
    let is_error = |line: &str| line.starts_with("error:") || line.starts_with("error[");
    let mut shown = VecDeque::new();
    for line in lines.by_ref() {
        if is_test(&line) || is_error(&line) {
            let fails = is_test(&line);
            let goes_on = |line: &String| {
                if fails {
                    !is_test(line) && line != "failures:"
                } else {
                    !line.is_empty()
                }
            };
            shown = iter::once(line)
                .chain(lines.by_ref().take_while(goes_on))
                .take(LINES)
                .collect();
            break;
        }
        if shown.len() == LAST {
            shown.pop_front();
        }
        shown.push_back(line);
    }
    lines.for_each(drop);
    Vec::from(shown).join("\n").trim().to_owned()
}

#[cfg(test)]
mod tests {
    use super::TestRun;

    fn first_error(output: &str) -> String {
        super::first_error(output.lines().map(ToOwned::to_owned))
    }

    #[test]
    fn an_error_of_the_compiler_is_shown_up_to_its_end() {
        let output = "\
   Compiling a v0.1.0
warning: unused variable: `x`
 --> src/lib.rs:1:1

error[E0004]: non-exhaustive patterns: `CardLocked` not covered
  --> src/lib.rs:8:11
   |
8  |     match code {
   |           ^^^^

error[E0308]: mismatched types

error: could not compile `a` (lib) due to 2 previous errors
";
        assert!(
            first_error(output).starts_with("error[E0004]"),
            "{}",
            first_error(output)
        );
        assert!(first_error(output).ends_with("^^^^"));
    }

    #[test]
    fn the_first_failure_of_a_test_is_shown_with_its_message() {
        let output = "\
running 2 tests
test a ... FAILED
test b ... FAILED

failures:

---- a stdout ----

thread 'a' panicked at src/lib.rs:3:5:
one

---- b stdout ----

thread 'b' panicked at src/lib.rs:4:5:
two

failures:
    a
    b

error: test failed, to rerun pass `--lib`
";
        assert_eq!(
            first_error(output),
            "---- a stdout ----\n\nthread 'a' panicked at src/lib.rs:3:5:\none"
        );
    }

    #[test]
    fn without_a_known_error_the_last_lines_are_shown() {
        let output: Vec<String> = (0..50).map(|line| line.to_string()).collect();
        assert_eq!(first_error(&output.join("\n")), output[30..].join("\n"));
    }

    #[cfg(unix)]
    #[test]
    fn a_command_passes_if_its_status_says_so() {
        let run = |script: &str| TestRun::of(&["sh", "-c", script].map(Into::into));
        assert!(run("echo error: none").passed);
        // The rest of the output is read too, or else the command could not write it.
        assert!(run("echo error: none; echo; seq 100000").passed);
        let failed = run("printf '\\033[31merror\\033[0m: here\\n' >&2; exit 1");
        assert!(!failed.passed);
        assert_eq!(failed.first_error, "error: here");
        let unended = run("printf 'start \\033]0;title\\nerror: here\\n'; exit 1");
        assert_eq!(unended.first_error, "error: here");
        let long = run("yes ü | head -n 1000 | tr -d '\\n'; yes | head -n 100000; exit 1");
        assert_eq!(long.first_error.lines().count(), 20);
        let late = "seq 30; echo '---- a stdout ----'; seq 60; echo '---- b stdout ----'; exit 1";
        let late = run(late).first_error;
        assert!(late.starts_with("---- a stdout ----\n1\n2\n"), "{late}");
        assert!(late.ends_with("\n39"), "{late}");
        let long = run("printf 'error: '; yes ü | head -n 1000 | tr -d '\\n'; exit 1");
        assert_eq!(long.first_error.chars().count(), 400);
        let missing = TestRun::of(&["does-not-exist".into()]);
        assert!(!missing.passed);
        assert!(missing.first_error.starts_with("it could not be run: "));
    }
}
