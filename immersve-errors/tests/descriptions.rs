//! The descriptions of the catalogue: what happened, then the action, then what is not documented. They
//! name only what the API documents, and are plain text for a terminal.
//!
//! `fixtures/names.json` lists the documented names: for each operation, the fields of its request and
//! its answer with their values; and names that belong to no operation, such as headers.

use std::collections::{BTreeMap, BTreeSet};

use immersve_errors::{
    CodeInfo, ErrorKind, ImmersveErrorCode,
    endpoints::{self, OPERATIONS, Operation, ShippingErrorCode},
};
use serde::Deserialize;

/// Codes without a remedy in their description, each with its operation.
const WITHOUT_REMEDY: &[(&str, &str)] = &[];

/// The imperatives that a remedy or an advice begins with.
const ACTIONS: &[&str] = &[
    "Ask", "Call", "Cancel", "Change", "Check", "Compare", "Complete", "Correct", "Create",
    "Execute", "Find", "Get", "Let", "Log", "Look", "Satisfy", "Send", "Set", "Shorten", "Sign",
    "Skip", "Start", "Submit", "Treat", "Upload", "Use", "Wait",
];

/// How the paragraph begins that says what is not documented.
const CAVEAT: &str = "The API does not document ";

/// The names that the API documents.
#[derive(Deserialize)]
struct Names {
    /// For each operation, the fields of its request and answer, each with its documented values.
    operations: BTreeMap<String, BTreeMap<String, Vec<String>>>,
    /// Names that belong to no operation, grouped by what they are.
    anywhere: BTreeMap<String, Vec<String>>,
}

impl Names {
    fn read() -> Self {
        serde_json::from_str(include_str!("fixtures/names.json")).unwrap()
    }

    /// The fields of an operation, and their values.
    fn of<'a>(&'a self, operation: &str) -> impl Iterator<Item = &'a str> {
        let fields = self.operations.get(operation).into_iter().flatten();
        fields.flat_map(|(field, values)| {
            let values = values.iter().map(String::as_str);
            values.chain([field.as_str()])
        })
    }

    /// The names in backticks that are not documented: no operation, no code, and no field or value of
    /// an operation that the text names.
    fn invented<'a>(&self, text: &'a str, at: Option<&Operation>) -> Vec<&'a str> {
        let about: Vec<_> = code_spans(text)
            .filter_map(endpoints::operation)
            .chain(at.and_then(|at| endpoints::operation(at.operation_id())))
            .map(Operation::operation_id)
            .collect();
        code_spans(text)
            .filter(|name| {
                let mut fields = about.iter().flat_map(|operation| self.of(operation));
                let mut anywhere = self.anywhere.values().flatten();
                endpoints::operation(name).is_none()
                    && endpoints::operations_with_code(name).next().is_none()
                    && *name != "FORBIDDEN"
                    && !fields.any(|field| field == *name)
                    && !anywhere.any(|known| known == name)
            })
            .collect()
    }
}

/// The parts of a text in backticks.
fn code_spans(text: &str) -> impl Iterator<Item = &str> {
    text.split('`').skip(1).step_by(2)
}

/// The parts of a text outside backticks.
fn prose(text: &str) -> String {
    let parts: Vec<_> = text.split('`').step_by(2).collect();
    parts.join("…")
}

/// A word that looks like the name of a field, a code or an operation.
fn is_name(word: &str) -> bool {
    let pairs = || word.chars().zip(word.chars().skip(1));
    let camel_case = pairs().any(|(a, b)| a.is_ascii_lowercase() && b.is_ascii_uppercase());
    camel_case
        || word.contains('_')
        || endpoints::operation(word).is_some_and(|_| word.contains('-'))
}

/// The reason why a text is not a plain paragraph for a terminal; `None` if it is one.
fn not_plain(text: &str) -> Option<&'static str> {
    let prose = prose(text);
    let names = |mark: fn(char) -> bool| prose.split(mark).any(is_name);
    if text.matches('`').count() % 2 != 0 {
        Some("a backtick without its partner")
    } else if text.contains("``") {
        Some("a code block or an empty code span")
    } else if text.contains('\n') {
        Some("more than one line, so no single paragraph")
    } else if prose.contains(['[', ']', '<', '>', '*', '_', '#', '|', '\\', '&']) {
        Some("a link, an emphasis or other markup")
    } else if prose.starts_with(['-', '+', ' ']) {
        Some("a list or an indented block")
    } else if names(|c| !c.is_ascii_alphanumeric() && !matches!(c, '-' | '_')) {
        Some("a name without backticks")
    } else if !text.starts_with(|c: char| c.is_ascii_uppercase() || c == '`') {
        Some("no capital at the start")
    } else if !text.ends_with('.') || text.len() < 20 {
        Some("no sentence")
    } else {
        None
    }
}

fn begins_with_an_action(text: &str) -> bool {
    ACTIONS.contains(&text.split(' ').next().unwrap_or_default())
}

/// Whether a text says that something is not documented.
fn has_caveat(text: &str) -> bool {
    ["not document", "documents no", "undocumented"]
        .iter()
        .any(|words| text.contains(words))
}

/// All codes of the catalogue, each with its operation.
fn uses() -> impl Iterator<Item = (&'static Operation, &'static CodeInfo)> {
    OPERATIONS
        .iter()
        .flat_map(|operation| operation.codes().iter().map(move |info| (operation, info)))
}

fn place((operation, info): (&Operation, &CodeInfo)) -> String {
    let id = operation.operation_id();
    format!("{} at {id}: {}", info.code(), info.description())
}

#[test]
fn descriptions_name_only_what_the_api_documents() {
    let names = Names::read();
    let mut checked = 0;
    for (operation, info) in uses() {
        let invented = names.invented(info.description(), Some(operation));
        assert!(
            invented.is_empty(),
            "{invented:?} in {}",
            place((operation, info))
        );
        checked += code_spans(info.description()).count();
        // The advice for an error is the remedy alone, so the remedy names the operation of each field.
        let invented = names.invented(info.remedy().unwrap_or_default(), Some(operation));
        assert!(
            invented.is_empty(),
            "{invented:?} in the remedy of {}",
            place((operation, info))
        );
    }
    assert!(checked > 300, "{checked}");
}

#[test]
fn advice_names_only_what_the_api_documents() {
    let names = Names::read();
    for kind in ErrorKind::ALL {
        let invented = names.invented(kind.advice(), None);
        assert!(invented.is_empty(), "{invented:?} in the advice for {kind}");
    }
}

#[test]
fn a_name_that_no_named_operation_documents_is_found() {
    let names = Names::read();
    let freeze = endpoints::operation("freeze-card");
    for (text, invented) in [
        ("`get-card` shows `isBlocked`.", &[][..]),
        ("Look at `isBlocked`.", &["isBlocked"]),
        ("`get-account` shows `isBlocked`.", &["isBlocked"]),
        ("`get-card` shows `frozen`.", &["frozen"]),
        ("`get-cards` shows `cardId`.", &["get-cards"]),
        (
            "Look at `cardId`, `CARD_NOT_FOUND`, `FORBIDDEN` and `Retry-After`.",
            &[],
        ),
        ("The code `CARD_MISSING`.", &["CARD_MISSING"]),
    ] {
        assert_eq!(names.invented(text, freeze), invented, "{text}");
    }
}

#[test]
fn every_operation_of_the_fixture_exists() {
    for operation in Names::read().operations.keys() {
        assert!(endpoints::operation(operation).is_some(), "{operation}");
    }
}

#[test]
fn every_description_says_what_happened_and_what_to_do() {
    for found in uses() {
        let (operation, info) = found;
        assert_eq!(not_plain(info.meaning()), None, "{}", place(found));
        let exempt = WITHOUT_REMEDY.contains(&(operation.operation_id(), info.code()));
        match info.remedy() {
            Some(remedy) => {
                assert_eq!(not_plain(remedy), None, "{}", place(found));
                assert!(begins_with_an_action(remedy), "{}", place(found));
            }
            None => assert!(exempt, "no remedy: {}", place(found)),
        }
        assert_eq!(info.remedy().is_none(), exempt, "{}", place(found));
    }
    let known: BTreeSet<_> = uses()
        .map(|(operation, info)| (operation.operation_id(), info.code()))
        .collect();
    assert!(WITHOUT_REMEDY.iter().all(|exempt| known.contains(exempt)));
}

#[test]
fn what_is_not_documented_stands_in_the_last_paragraph() {
    for found in uses() {
        let (_, info) = found;
        let paragraphs: Vec<_> = info.description().split("\n\n").collect();
        assert!(paragraphs.len() <= 3, "{}", place(found));
        for text in [info.meaning(), info.remedy().unwrap_or_default()] {
            assert!(!has_caveat(text), "{}", place(found));
        }
        if let Some(caveat) = paragraphs.get(2) {
            assert_eq!(not_plain(caveat), None, "{}", place(found));
            assert!(caveat.starts_with(CAVEAT), "{}", place(found));
        }
    }
}

#[test]
fn advice_is_plain_text_that_begins_with_an_action() {
    for kind in ErrorKind::ALL {
        assert_eq!(not_plain(kind.advice()), None, "{kind}");
        assert!(begins_with_an_action(kind.advice()), "{kind}");
        assert!(!has_caveat(kind.advice()), "{kind}");
    }
}

#[test]
fn text_that_a_terminal_cannot_show_is_refused() {
    assert_eq!(not_plain("`get-card` shows the card's `isBlocked`."), None);
    for text in [
        "A backtick that opens ` only.",
        "Text.\n```\nlet code = 1;\n```\nMore text.",
        "A paragraph on two\nlines is torn.",
        "One paragraph.\n\nAnd another one.",
        "See [`ErrorKind`] for more of this.",
        "See <https://example.com> for more.",
        "This is **important** to know.",
        "- The first item of a list.",
        "Look at isBlocked of the card.",
        "Look at the card with get-card.",
        "The code is KYC_REQUIRED in this case.",
        "begins in the middle of a sentence.",
        "It does not end",
        "Short.",
    ] {
        assert!(not_plain(text).is_some(), "{text:?}");
    }
}

/// A shipping code belongs to two operations, so its description may name both.
#[test]
fn a_description_names_its_own_operation_only_if_two_share_it() {
    for found in uses() {
        let (operation, info) = found;
        let shared = ShippingErrorCode::from_code(info.code()).is_some();
        let own = code_spans(info.description()).any(|name| name == operation.operation_id());
        assert!(!own || shared, "{}", place(found));
    }
}
