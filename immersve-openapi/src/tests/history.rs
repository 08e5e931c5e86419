//! Tests that update enums, which a person has edited, to one document after the other.

use std::fmt::Write as _;

use immersve_errors::{CodeInfo, ImmersveErrorCode};
use proptest::{prelude::*, sample::subsequence};

use super::{OperationRow, agrees, decided, decisions, document as documented};
use crate::{document::Document, scaffold, update::Edits};

/// An operation, and its codes with status and meaning.
type State<'a> = &'a [(&'a str, &'a [(&'a str, &'a str, &'a str)])];

const LIMIT: (&str, &str, &str) = ("THING_LIMIT_REACHED", "403", "There are too many things.");
const NAME: (&str, &str, &str) = ("THING_NAME_INVALID", "400", "The name is empty.");
const KIND: (&str, &str, &str) = ("THING_KIND_UNKNOWN", "403", "No such kind.");
const ADDRESS: (&str, &str, &str) = ("SHIPPING_ADDRESS_REQUIRED", "400", "Where to?");
const BETA: (&str, &str, &str) = (
    "THING_BETA_ONLY",
    "403",
    "Things are not for all yet.\n\n- ask\n- wait",
);

/// The codes that the API documented, one state after the other.
const HISTORY: &[State<'_>] = &[
    // The enum was scaffolded here.
    &[("create-thing", &[LIMIT, NAME, KIND, ADDRESS])],
    // A code is new in the middle, and one at the beginning.
    &[(
        "create-thing",
        &[
            ("THING_STORE_CLOSED", "503", "> ```\n> run()\n> ```"),
            LIMIT,
            BETA,
            NAME,
            KIND,
            ADDRESS,
        ],
    )],
    // Statuses change.
    &[(
        "create-thing",
        &[
            ("THING_STORE_CLOSED", "500", "Closed."),
            LIMIT,
            BETA,
            ("THING_NAME_INVALID", "422", ""),
            KIND,
            ADDRESS,
        ],
    )],
    // A code is removed.
    &[(
        "create-thing",
        &[
            ("THING_STORE_CLOSED", "500", "Closed."),
            LIMIT,
            ("THING_NAME_INVALID", "422", ""),
            KIND,
            ADDRESS,
        ],
    )],
    // A code is renamed, and one has two statuses.
    &[(
        "create-thing",
        &[
            ("THING_STORE_IS_CLOSED", "500", "Closed."),
            LIMIT,
            ("THING_NAME_INVALID", "422", ""),
            ("THING_NAME_INVALID", "400", ""),
            KIND,
            ADDRESS,
        ],
    )],
    // The removed code is documented again; another one is removed.
    &[(
        "create-thing",
        &[
            ("THING_STORE_IS_CLOSED", "500", "Closed."),
            BETA,
            LIMIT,
            NAME,
            ADDRESS,
        ],
    )],
    // An operation is new.
    &[
        (
            "create-thing",
            &[
                ("THING_STORE_IS_CLOSED", "500", "Closed."),
                BETA,
                LIMIT,
                NAME,
                ADDRESS,
            ],
        ),
        (
            "drop-thing",
            &[
                ("THING_IS_HEAVY", "403", "It cannot be dropped."),
                ("THING_V2_NEEDED", "400", ""),
            ],
        ),
    ],
    // The rename is reverted: the alias is documented again.
    &[
        (
            "create-thing",
            &[
                ("THING_STORE_CLOSED", "4XX", "Closed."),
                BETA,
                LIMIT,
                NAME,
                ADDRESS,
            ],
        ),
        (
            "drop-thing",
            &[
                ("THING_IS_HEAVY", "403", "It cannot be dropped."),
                ("THING_V2_NEEDED", "400", ""),
            ],
        ),
    ],
    // The document is put in another order, and everything is documented under another status.
    &[
        (
            "drop-thing",
            &[
                ("THING_V2_NEEDED", "default", ""),
                ("THING_IS_HEAVY", "409", "It cannot be dropped."),
            ],
        ),
        (
            "create-thing",
            &[
                ADDRESS,
                ("THING_NAME_INVALID", "404", ""),
                ("THING_LIMIT_REACHED", "429", ""),
                ("THING_BETA_ONLY", "451", ""),
                ("THING_STORE_CLOSED", "502", ""),
            ],
        ),
    ],
    // An operation is removed, and a code that cannot come from a name is new.
    &[(
        "create-thing",
        &[
            ADDRESS,
            NAME,
            LIMIT,
            BETA,
            ("THING.KIND-2_X", "403", "Odd."),
            ("THING_STORE_CLOSED", "503", ""),
        ],
    )],
    // Everything is documented again, and more.
    &[
        (
            "drop-thing",
            &[
                ("THING_IS_HEAVY", "403", "Too heavy."),
                ("THING_V2_NEEDED", "400", ""),
                ("THING_IS_LIGHT", "403", "Too light."),
            ],
        ),
        (
            "create-thing",
            &[
                LIMIT,
                NAME,
                KIND,
                ADDRESS,
                BETA,
                ("THING.KIND-2_X", "403", "Odd."),
                ("THING_STORE_CLOSED", "503", ""),
                ("SELF_THING", "403", ""),
            ],
        ),
    ],
];

fn document<'a>(
    state: impl IntoIterator<Item = (&'a str, &'a [(&'a str, &'a str, &'a str)])>,
) -> Document {
    let state: Vec<_> = state
        .into_iter()
        .map(|(id, codes)| (id, format!("/{id}"), codes))
        .collect();
    let rows: Vec<OperationRow<'_>> = state
        .iter()
        .map(|(id, path, codes)| (*id, "POST", &**path, *codes))
        .collect();
    documented(&rows)
}

/// The source after an update, in which all guessed renames are accepted or rejected.
fn update(document: &Document, source: &str, accept_renames: bool) -> (String, Edits) {
    let decisions = decisions(document, source, accept_renames);
    let edits = decided(document, source, &decisions);
    let text = edits.files.first().map_or(source, |file| &file.after);
    (text.to_owned(), edits)
}

/// The lines that a person wrote into the first source.
const BY_HAND: &[&str] = &[
    "// Everything about things. Ask Ada before you move this file.",
    "/// What shipping can answer, wherever something is shipped.",
    "    ShippingAddressRequired,",
    "/// Why there is no thing. (These words are mine.)",
    "#[allow(dead_code)] // the app uses half of them",
    "    // The ones that users see come first.",
    "    /// Say so kindly.",
    "    #[doc(alias = \"quota\")]",
    "    ThingLimitReached, /* see the wiki */",
    "    #[rustfmt::skip]",
    "    ThingNameInvalid,",
    "    #[cfg(all())]",
    "    ThingKindUnknown,",
    "    // Shipping is its own team.",
    "    Shipping(ShippingErrorCode),",
    "/// Not about codes at all.",
    "    42",
];

#[expect(unreachable_pub, reason = "it is written for a library")]
mod last {
    include!("../../tests/fixtures/history/last.rs");
}

#[test]
fn updates_keep_what_a_person_wrote_and_end_with_the_last_codes() {
    let mut source = include_str!("../../tests/fixtures/history/start.rs").to_owned();
    for (at, state) in HISTORY.iter().enumerate() {
        let document = document(state.iter().copied());
        if at == 6 {
            let drop_thing = document.operation("drop-thing").unwrap();
            let drop_thing = scaffold::source(drop_thing, false).unwrap();
            source = format!("{source}\n{drop_thing}");
        }
        let (updated, edits) = update(&document, &source, true);
        assert_eq!(
            edits.files.is_empty(),
            matches!(at, 0 | 6),
            "{at}: {}",
            edits.diff()
        );
        let gone = usize::from(at == 9);
        assert_eq!(edits.warnings.len(), gone, "{at}: {:?}", edits.warnings);
        let (again, edits) = update(&document, &updated, true);
        assert!(edits.files.is_empty(), "{at}: {}", edits.diff());
        assert_eq!(agrees(&document, &again), gone == 0, "{at}: {again}");
        let mut lines = updated.lines();
        for line in BY_HAND {
            assert!(
                lines.any(|it| it == *line),
                "{at}: {line:?} is not in\n{updated}"
            );
        }
        source = updated;
    }
    let path = concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/tests/fixtures/history/last.rs"
    );
    if std::env::var_os("BLESS").is_some() {
        std::fs::write(path, &source).unwrap();
    }
    assert_eq!(
        source,
        include_str!("../../tests/fixtures/history/last.rs"),
        "set BLESS to accept"
    );
}

fn reads<C: ImmersveErrorCode>(document: &Document) {
    let operation = document.operation(C::OPERATION.unwrap()).unwrap();
    assert!(!operation.codes().is_empty());
    for code in operation.codes() {
        let read = C::from_code(code.code()).unwrap();
        let info = read.info().map(CodeInfo::code);
        assert_eq!(info, Some(code.code()), "it is documented, not unknown");
    }
}

#[test]
fn the_updated_enums_compile_and_read_every_code() {
    let document = document(HISTORY.last().unwrap().iter().copied());
    document.check::<last::CreateThingErrorCode>().unwrap();
    document.check::<last::DropThingErrorCode>().unwrap();
    reads::<last::CreateThingErrorCode>(&document);
    reads::<last::DropThingErrorCode>(&document);
    assert_eq!(last::answer(), 42);
    let old = last::CreateThingErrorCode::from_code("THING_STORE_IS_CLOSED").unwrap();
    assert_eq!(
        old.as_str(),
        "THING_STORE_CLOSED",
        "the other name is an alias now"
    );
}

const CODES: [&str; 10] = [
    "CARD_LOST",
    "CARD_IS_LOST",
    "CARD_V2",
    "CARD_2_LOST",
    "A_B_C",
    "CARD-LOST_X",
    "KYC_REQUIRED",
    "KYC_IS_REQUIRED",
    "SELF_MADE",
    "FORBIDDEN",
];

const STATUSES: [&str; 6] = ["400", "403", "503", "4XX", "5XX", "default"];

/// Codes with statuses; a code may have several.
fn codes() -> impl Strategy<Value = Vec<(&'static str, &'static str, &'static str)>> {
    (
        subsequence(&CODES[..], 1..=CODES.len()).prop_shuffle(),
        prop::collection::vec(subsequence(&STATUSES[..], 1..3), CODES.len()),
        prop::collection::vec(
            prop::sample::select(&["", "One.", "Two\nlines.", "    code"][..]),
            CODES.len(),
        ),
    )
        .prop_map(|(codes, statuses, meanings)| {
            let rows = codes.into_iter().zip(statuses).zip(meanings);
            rows.flat_map(|((code, statuses), meaning)| {
                statuses
                    .into_iter()
                    .map(move |status| (code, status, meaning))
            })
            .collect()
        })
}

/// Changes of a source that a person may make and that do not change its meaning.
fn by_hand(source: &str, style: u8, marks: &[bool]) -> String {
    let mut marks = marks.iter().copied().cycle();
    let mut number = 0;
    let mut edited = String::new();
    let mut in_enum = false;
    for line in source.lines() {
        in_enum |= line.ends_with('{');
        edited.push_str(line);
        let is_item = in_enum && !line.trim_start().starts_with("///");
        if is_item && marks.next().unwrap_or(false) {
            number += 1;
            let _ = write!(edited, " // c{number}c");
        }
        edited.push('\n');
        if in_enum && line.ends_with(',') && marks.next().unwrap_or(false) {
            number += 1;
            let _ = write!(edited, "\n\t/* c{number}c */\n");
        }
    }
    match style % 4 {
        0 => edited,
        1 => edited.replace('\n', "\r\n"),
        2 => edited.replace("    ", "\t").trim_end().to_owned(),
        _ => edited.replace(" = ", "=").replace(", ", " , "),
    }
}

/// The comments of `by_hand`, in their order.
fn comments(source: &str) -> Vec<&str> {
    source
        .split('c')
        .filter(|it| !it.is_empty() && it.bytes().all(|b| b.is_ascii_digit()))
        .collect()
}

proptest! {
    #[test]
    fn updated_enums_pass_the_check_and_keep_what_a_person_wrote(
        states in prop::collection::vec(codes(), 1..5),
        style in any::<u8>(),
        marks in prop::collection::vec(any::<bool>(), 1..40),
        accept_renames in any::<bool>(),
    ) {
        let first = document([("op", &states[0][..])]);
        let scaffold = scaffold::source(&first.operations()[0], false);
        // An operation with only `FORBIDDEN` has no scaffold.
        prop_assume!(scaffold.is_ok());
        let mut source = by_hand(&scaffold.unwrap(), style, &marks);
        let before = comments(&source).join(" ");
        for state in &states {
            let document = document([("op", &state[..])]);
            let (updated, edits) = update(&document, &source, accept_renames);
            prop_assert!(edits.warnings.is_empty(), "{:?}", edits.warnings);
            let (_, further) = update(&document, &updated, accept_renames);
            prop_assert!(further.files.is_empty(), "{}", further.diff());
            prop_assert!(agrees(&document, &updated), "{updated}");
            prop_assert_eq!(comments(&updated).join(" "), &*before, "{}", updated);
            let returns = updated.matches("\r\n").count();
            if style % 4 == 1 {
                prop_assert_eq!(returns, updated.matches('\n').count());
            } else {
                prop_assert_eq!(returns, 0);
            }
            prop_assert_eq!(updated.ends_with('\n'), source.ends_with('\n'));
            source = updated;
        }
    }
}
