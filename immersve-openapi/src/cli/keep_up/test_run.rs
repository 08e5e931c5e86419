//! Runs the tests of a project, and finds the first error in what they print.

use std::{
    collections::VecDeque,
    ffi::OsString,
    io::{self, BufRead as _, BufReader, Write as _},
    process::{Command, Stdio},
};

use anstream::adapter::strip_bytes;

/// How many lines of an error are kept.
const LINES: usize = 40;

/// How many bytes of a line are kept.
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
        let mut errors = FirstError::default();
        let (passed, first_error) = match run(command, &mut errors) {
            Ok(passed) => (passed, errors.text()),
            Err(error) => (false, format!("it could not be run: {error}")),
        };
        Self {
            command: words.collect::<Vec<_>>().join(" "),
            passed,
            first_error,
        }
    }
}

fn run(command: &[OsString], errors: &mut FirstError) -> io::Result<bool> {
    let [program, arguments @ ..] = command else {
        return Ok(true);
    };
    let (reader, writer) = io::pipe()?;
    let mut child = Command::new(program)
        .args(arguments)
        .stdin(Stdio::null())
        .stdout(writer.try_clone()?)
        .stderr(writer)
        .spawn()?;
    let mut out = io::stderr().lock();
    let mut reader = BufReader::new(reader);
    let mut line = Vec::new();
    while reader.read_until(b'\n', &mut line)? > 0 {
        out.write_all(&line)?;
        errors.read(&String::from_utf8_lossy(&strip_bytes(&line).into_vec()));
        line.clear();
    }
    Ok(child.wait()?.success())
}

/// The first error among lines of cargo, of the compiler and of the test harness.
#[derive(Default)]
struct FirstError {
    lines: Vec<String>,
    state: State,
    last: VecDeque<String>,
}

#[derive(Default, PartialEq)]
enum State {
    #[default]
    Before,
    /// In an error of the compiler, which an empty line ends.
    Error,
    /// In the output of a test, which that of the next one ends.
    Test,
    After,
}

impl FirstError {
    fn read(&mut self, line: &str) {
        let line = line.trim_end();
        let line = line.get(..LINE).unwrap_or(line);
        if self.last.len() == LAST {
            self.last.pop_front();
        }
        self.last.push_back(line.to_owned());
        let of_test = line.starts_with("---- ");
        match self.state {
            State::Before if of_test => self.state = State::Test,
            State::Before if line.starts_with("error:") || line.starts_with("error[") => {
                self.state = State::Error;
            }
            State::Error if line.is_empty() => self.state = State::After,
            State::Test if of_test || line == "failures:" => self.state = State::After,
            _ => {}
        }
        if matches!(self.state, State::Error | State::Test) {
            self.lines.push(line.to_owned());
            if self.lines.len() == LINES {
                self.state = State::After;
            }
        }
    }

    fn text(self) -> String {
        let lines = if self.lines.is_empty() {
            Vec::from(self.last)
        } else {
            self.lines
        };
        lines.join("\n").trim().to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::{FirstError, TestRun};

    fn first_error(output: &str) -> String {
        let mut errors = FirstError::default();
        output.lines().for_each(|line| errors.read(line));
        errors.text()
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
        let failed = run("printf '\\033[31merror\\033[0m: here\\n' >&2; exit 1");
        assert!(!failed.passed);
        assert_eq!(failed.first_error, "error: here");
        let missing = TestRun::of(&["does-not-exist".into()]);
        assert!(!missing.passed);
        assert!(missing.first_error.starts_with("it could not be run: "));
    }
}
