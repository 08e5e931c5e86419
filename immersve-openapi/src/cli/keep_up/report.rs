//! The body of a pull request: changed enums, open decisions, test results, and the other changes of the API.

use std::{collections::HashSet, fmt, path::Path};

use crate::{
    compare::{
        change::{Change, Difference},
        comments::StaleComment,
        diff::Diff,
    },
    document::{Document, warning::Warning},
    sanitize::markdown::{code_name, safe_line, safe_sentence},
    update::{Edits, report::SourceChange},
};

use super::{published::Commit, test_run::TestRun};

/// How many bytes the changes of the API may have. GitHub accepts 65,536 characters in all.
const CHANGES: usize = 40_000;

/// How many entries a list has at most.
const ENTRIES: usize = 100;

/// `Display` is Markdown.
pub(crate) struct Report<'a> {
    pub(crate) copy: &'a Path,
    pub(crate) commit: Option<Commit>,
    pub(crate) branch: Option<&'a str>,
    pub(crate) document: &'a Document,
    pub(crate) edits: &'a Edits,
    /// The command that decides the guessed renames.
    pub(crate) command: Option<String>,
    pub(crate) stale: Vec<StaleComment>,
    pub(crate) tests: Option<TestRun>,
    /// What changed since the older copy; `None` if there was none.
    pub(crate) diff: Option<Diff>,
}

impl Report<'_> {
    /// Whether the tests pass.
    pub(crate) fn passes(&self) -> bool {
        self.tests.as_ref().is_none_or(|tests| tests.passed)
    }

    pub(crate) fn has_decisions(&self) -> bool {
        self.edits.left > 0 || !self.stale.is_empty()
    }
}

impl fmt::Display for Report<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.summary(f)?;
        self.enums(f)?;
        self.decisions(f)?;
        self.not_checked(f)?;
        self.tests(f)?;
        self.changes_of_the_api(f)
    }
}

impl Report<'_> {
    fn summary(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let copy = code_name(&self.copy.display().to_string());
        write!(f, "This brings {copy} and your enums up to the document")?;
        if let Some(commit) = &self.commit {
            match &commit.page {
                Some(page) => write!(f, " of commit [`{}`]({page})", commit.short())?,
                None => write!(f, " of commit `{}`", commit.short())?,
            }
            write!(f, ", {}", commit.day)?;
        }
        f.write_str(".\n")
    }

    fn enums(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("\n### Your enums\n")?;
        let changes = &self.edits.changes;
        if changes.is_empty() {
            f.write_str("\nNo enum was changed.\n")?;
        }
        for of_enum in changes.chunk_by(|a, b| (&a.file, &a.enum_name) == (&b.file, &b.enum_name)) {
            let [first, ..] = of_enum else { continue };
            let file = code_name(&first.file);
            writeln!(f, "\n{} in {file}:\n", code_name(&first.enum_name))?;
            list(f, of_enum, changed)?;
        }
        Ok(())
    }

    fn decisions(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Edits {
            undecided, by_hand, ..
        } = self.edits;
        if undecided.is_empty() && by_hand.is_empty() && self.stale.is_empty() {
            return Ok(());
        }
        f.write_str("\n### For you to decide\n\n")?;
        list(f, undecided, question)?;
        if let Some(command) = &self.command {
            f.write_str(
                "\nThis accepts the renames: each variant keeps its name, gets the new code, and has the old one as \
                 an alias. Where the new code is another error, write `--reject-rename` instead.\n\n```sh\n",
            )?;
            // A local branch of this name may be an old one.
            let branch = self.branch.and_then(|branch| shlex::try_quote(branch).ok());
            if let Some(branch) = &branch {
                writeln!(
                    f,
                    "git fetch origin {branch}\ngit switch --detach FETCH_HEAD"
                )?;
            }
            let lines = command.replace(" --accept-rename ", " \\\n    --accept-rename ");
            writeln!(f, "{lines}")?;
            if let Some(branch) = branch {
                writeln!(
                    f,
                    "git commit --all --message 'Decide on renamed codes'\ngit push origin HEAD:{branch}"
                )?;
            }
            f.write_str("```\n\n")?;
        }
        list(f, by_hand, warning)?;
        list(f, &self.stale, stale)
    }

    fn not_checked(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Edits {
            failures, warnings, ..
        } = self.edits;
        let lists = [failures, warnings, self.document.warnings()];
        if lists.iter().all(|list| list.is_empty()) {
            return Ok(());
        }
        f.write_str("\n### Not checked\n\n")?;
        lists
            .iter()
            .try_for_each(|entries| list(f, entries, warning))
    }

    fn tests(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Some(tests) = &self.tests else {
            return Ok(());
        };
        let command = code_name(&tests.command);
        f.write_str("\n### Tests\n\n")?;
        if tests.passed {
            return writeln!(f, "{command} passes.");
        }
        let error = &tests.first_error;
        let longest = error.split(|c| c != '`').map(str::len).max().unwrap_or(0);
        let fence = "`".repeat(longest.max(2) + 1);
        write!(
            f,
            "{command} fails. The first error:\n\n{fence}text\n{error}\n{fence}\n"
        )
    }

    /// Without the codes that are in the lists above.
    fn changes_of_the_api(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("\n### The rest of the API\n\n")?;
        let Some(diff) = &self.diff else {
            return f.write_str("There was no copy to compare the document with.\n");
        };
        let Edits {
            changes, undecided, ..
        } = self.edits;
        let told = changes.iter().chain(undecided);
        let told: HashSet<_> = told
            .flat_map(|it| codes(&it.change).map(|code| (&*it.operation, code)))
            .collect();
        let is_told = |difference: &Difference| {
            let mut codes = codes(difference.change());
            !matches!(difference.change(), Change::DescriptionChanged { .. })
                && codes.any(|code| told.contains(&(difference.operation(), code)))
        };
        let rest = diff.differences.iter().filter(|it| !is_told(it)).cloned();
        let rest = Diff {
            differences: rest.collect(),
        };
        let operations: HashSet<&str> = rest.differences.iter().map(Difference::request).collect();
        let summary = match operations.len() {
            0 => return f.write_str("Nothing else changed.\n"),
            1 => "1 operation changed".to_owned(),
            many => format!("{many} operations changed"),
        };
        let text = rest
            .to_string()
            .replace("\n### ", "\n#### ")
            .replacen("### ", "#### ", 1);
        let mut shown = &*text;
        if text.len() > CHANGES {
            let end = (0..=CHANGES).rev().find(|at| text.is_char_boundary(*at));
            let head = &text[..end.unwrap_or(0)];
            shown = head.rsplit_once("\n\n").map_or("", |(head, _)| head);
        }
        let more = if shown.len() < text.len() {
            "\n\nThere is more; `immersve-openapi diff` shows all.\n"
        } else {
            ""
        };
        write!(
            f,
            "<details>\n<summary>{summary}</summary>\n\n{shown}{more}\n</details>\n"
        )
    }
}

fn list<T>(f: &mut fmt::Formatter<'_>, entries: &[T], text: impl Fn(&T) -> String) -> fmt::Result {
    for entry in entries.iter().take(ENTRIES) {
        writeln!(f, "- {}", text(entry))?;
    }
    match entries.len().saturating_sub(ENTRIES) {
        0 => Ok(()),
        more => writeln!(f, "- and {more} more"),
    }
}

/// The old and new code of a change.
fn codes(change: &Change) -> impl Iterator<Item = &str> {
    let (first, second) = match change {
        Change::CodeRenamed { from, to, .. } => (Some(from), Some(to)),
        Change::CodeAdded { code, .. }
        | Change::CodeRemoved { code, .. }
        | Change::CodeRestored { code }
        | Change::StatusesChanged { code, .. }
        | Change::DescriptionChanged { code, .. } => (Some(code), None),
        _ => (None, None),
    };
    first.into_iter().chain(second).map(String::as_str)
}

fn changed(change: &SourceChange) -> String {
    let told = safe_line(&change.told());
    match &change.change {
        Change::CodeAdded { description, .. } => format!("{told}. {}", safe_sentence(description)),
        _ => told + ".",
    }
}

fn question(change: &SourceChange) -> String {
    let name = code_name(&change.enum_name);
    format!("{name}: {}.", safe_line(&change.question()))
}

fn stale(comment: &StaleComment) -> String {
    format!(
        "The doc comment of {} is {}. The document says of `{}`: {}",
        code_name(&format!("{}::{}", comment.enum_name, comment.variant)),
        comment.whose(),
        comment.code,
        safe_sentence(&comment.now),
    )
}

fn warning(warning: &Warning) -> String {
    let message = safe_line(warning.message());
    if warning.file().is_empty() {
        return message;
    }
    let location = format!("{}:{}", warning.file(), warning.line());
    format!("{}: {message}", code_name(&location))
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use pulldown_cmark::{Event, Options, Parser, Tag};

    use super::Report;
    use crate::{
        cli::keep_up::test_run::TestRun, compare::diff::Diff, document::Document, update::Edits,
    };

    /// The report about a change to a document with these operations, each with its description.
    fn report(operations: usize, description: &str) -> String {
        let older: Document = "openapi: 3.1.0\npaths: {}".parse().unwrap();
        let paths: Vec<String> = (0..operations)
            .map(|at| {
                let description = serde_json::to_string(description).unwrap();
                format!(
                    r#""/{at}": {{"get": {{"operationId": {description}, "responses":
                    {{"403": {{"description": {description}}}}}}}}}"#
                )
            })
            .collect();
        let document = format!(
            r#"{{"openapi": "3.1.0", "paths": {{{}}}}}"#,
            paths.join(",")
        );
        let document: Document = document.parse().unwrap();
        let report = Report {
            copy: Path::new("api"),
            commit: None,
            branch: None,
            document: &document,
            edits: &Edits::default(),
            command: None,
            stale: Vec::new(),
            tests: Some(TestRun {
                command: "cargo test".to_owned(),
                passed: false,
                first_error: format!("error: {description}\n```\n{description}"),
            }),
            diff: Some(Diff::of(&older, &document)),
        };
        report.to_string()
    }

    #[test]
    fn the_text_is_no_longer_than_github_accepts_and_the_fold_is_closed() {
        let description = format!("**A_B** {}", "word ".repeat(100));
        let text = report(400, &description);
        assert!(text.len() < 65_536, "{}", text.len());
        assert!(text.ends_with("shows all.\n\n</details>\n"));
    }

    #[test]
    fn a_document_adds_no_html_links_or_headings_to_the_text() {
        for description in [
            "</details><b>x</b>",
            "[x](http://x.y) @team",
            "\n### x\n\n- y",
            "`",
        ] {
            let text = report(2, &format!("**A_B** {description}"));
            let mut headings = Vec::new();
            for event in Parser::new_ext(&text, Options::all()) {
                match event {
                    Event::Html(html) => assert!(
                        [
                            "<details>\n",
                            "<summary>2 operations changed</summary>\n",
                            "</details>\n"
                        ]
                        .contains(&&*html),
                        "{html}"
                    ),
                    Event::Start(Tag::Heading { level, .. }) => headings.push(level as usize),
                    Event::Start(Tag::Link { .. }) | Event::InlineHtml(_) => panic!("{text}"),
                    _ => {}
                }
            }
            let sections = 3 + usize::from(text.contains("\n### Not checked\n"));
            let expected = [vec![3; sections], vec![4; 2]].concat();
            assert_eq!(headings, expected, "{text}");
        }
    }
}
