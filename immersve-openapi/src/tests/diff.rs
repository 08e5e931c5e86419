//! Two documents, and the renames between them.

use super::document;
use crate::compare::{
    change::{Change, Difference, Evidence},
    diff::Diff,
};

#[test]
fn the_renames_of_the_past_are_guessed() {
    let one = |id, code| {
        document(&[(
            id,
            "POST",
            "/x",
            &[(code, "403", ""), ("IT_STAYS", "403", "")],
        )])
    };
    for (old, new, evidence) in [
        (
            "KYC_CARD_PROGRAM_REGION_MISMATCH",
            "KYC_PROFILE_REGION_MISMATCH",
            Evidence::SimilarCodes,
        ),
        (
            "CARD_UNFREEZE_DISALLOWED",
            "CARD_UNFREEZE_NOT_ALLOWED",
            Evidence::SimilarCodes,
        ),
        (
            "CARD_STATE_INVALID",
            "CARD_ACTIVATION_FORBIDDEN",
            Evidence::OnlyPair,
        ),
    ] {
        let diff = Diff::of(&one("a", old), &one("a", new));
        let changes: Vec<_> = diff.differences.iter().map(Difference::change).collect();
        let [
            Change::CodeRenamed {
                from,
                to,
                evidence: found,
                ..
            },
        ] = changes[..]
        else {
            panic!("{changes:?}");
        };
        assert_eq!((&**from, &**to, *found), (old, new, evidence));
        assert!(diff.to_string().contains("a guess"), "{diff}");
    }
    let unlike = Diff::of(&one("a", "KYC_REQUIRED"), &one("a", "MAX_CARDS_EXCEEDED"));
    assert_eq!(unlike.differences.len(), 2, "{unlike}");
    assert!(!unlike.differences.is_empty());
}

/// The renamed codes between two lists.
fn renames(old: &[(&str, &str, &str)], new: &[(&str, &str, &str)]) -> Vec<(String, String)> {
    let one = |codes| document(&[("a", "POST", "/x", codes)]);
    Diff::of(&one(old), &one(new))
        .differences
        .iter()
        .filter_map(|it| match it.change() {
            Change::CodeRenamed { from, to, .. } => Some((from.clone(), to.clone())),
            _ => None,
        })
        .collect()
}

#[test]
fn the_most_probable_rename_is_guessed() {
    let is = |from: &str, to: &str| vec![(from.to_owned(), to.to_owned())];
    let old = [("CARD_LOST", "403", "The card is lost.")];
    assert_eq!(
        renames(
            &old,
            &[
                ("LOST_CARD", "403", ""),
                ("IS_GONE", "403", "The card is lost.")
            ]
        ),
        is("CARD_LOST", "IS_GONE"),
        "what it means is better evidence than how it is spelled"
    );
    assert_eq!(
        renames(
            &old,
            &[
                ("IS_GONE", "403", "The card is lost."),
                ("CARD_GONE", "403", "The card is lost.")
            ]
        ),
        is("CARD_LOST", "CARD_GONE")
    );
    let old = [("CARD_STATE_INVALID", "403", "")];
    let new = [
        ("CARD_ACTIVATION_FORBIDDEN", "403", ""),
        ("CARD_LIMIT_REACHED", "403", ""),
    ];
    assert_eq!(renames(&old, &new[..1]).len(), 1);
    assert_eq!(renames(&old, &new), [], "it could be either");
}

#[test]
fn renames_are_guessed_among_ten_thousand_pairs_at_most() {
    let codes = |count, code: fn(usize) -> String| -> Vec<_> { (0..count).map(code).collect() };
    for (count, guessed) in [(100, 100), (101, 0)] {
        let old = codes(count, |n| format!("CARD_{n}_LOST"));
        let new = codes(100, |n| format!("CARD_{n}_GONE"));
        let rows = |codes: &[String]| -> Vec<_> {
            let leaked = codes.iter().map(|code| &*code.clone().leak());
            leaked.map(|code: &str| (code, "403", "")).collect()
        };
        assert_eq!(renames(&rows(&old), &rows(&new)).len(), guessed);
    }
}

#[test]
fn renames_are_guessed_among_a_million_pairs_in_all_at_most() {
    let codes =
        |end: &str| -> Vec<String> { (0..100).map(|n| format!("CARD_{n}_{end}")).collect() };
    let (old, new) = (codes("LOST"), codes("GONE"));
    let row = |code| (code, "403", "");
    let old: Vec<_> = old.iter().map(|code| row(&**code)).collect();
    let new: Vec<_> = new.iter().map(|code| row(&**code)).collect();
    let paths: Vec<String> = (0..101).map(|n| format!("/{n:03}")).collect();
    // A hundred operations with 10,000 pairs each, and one more with `last` codes.
    let changes = |count: usize, last: usize| {
        let of = |codes: &[(&str, &str, &str)]| {
            let rows: Vec<_> = paths[..count]
                .iter()
                .enumerate()
                .map(|(at, path)| {
                    let codes = if at < 100 { codes } else { &codes[..last] };
                    (&**path, "POST", &**path, codes)
                })
                .collect();
            document(&rows)
        };
        let diff = Diff::of(&of(&old), &of(&new));
        let renames = diff
            .differences
            .iter()
            .filter(|it| matches!(it.change(), Change::CodeRenamed { .. }));
        renames.count()
    };
    assert_eq!(changes(100, 0), 10_000);
    assert_eq!(changes(101, 1), 10_000, "the last pair is one too many");
}

#[test]
fn the_same_words_under_another_code_are_a_rename() {
    let old = document(&[(
        "a",
        "POST",
        "/x",
        &[
            ("ONE_A", "403", "The card is lost."),
            ("TWO_B", "403", "The card is found."),
        ],
    )]);
    let new = document(&[(
        "a",
        "POST",
        "/x",
        &[
            ("UNO_C", "403", "The card is\nlost."),
            ("DUE_D", "403", "The card is found."),
        ],
    )]);
    let renames: Vec<_> = Diff::of(&old, &new)
        .differences
        .iter()
        .map(|it| match it.change() {
            Change::CodeRenamed {
                from, to, evidence, ..
            } => {
                assert_eq!(*evidence, Evidence::SameDescription);
                (from.clone(), to.clone())
            }
            change => panic!("{change:?}"),
        })
        .collect();
    let expected = [("ONE_A", "UNO_C"), ("TWO_B", "DUE_D")];
    assert_eq!(
        renames,
        expected.map(|(from, to)| (from.to_owned(), to.to_owned()))
    );
}

#[test]
fn a_diff_is_markdown_for_a_changelog() {
    let old = document(&[
        ("gone", "GET", "/gone", &[("CARD_LOST", "403", "")]),
        ("moved", "GET", "/old", &[]),
        (
            "same",
            "GET",
            "/same",
            &[
                ("A_A", "403", "One."),
                ("B_B", "403", "Two."),
                ("C_C", "400", "Three."),
            ],
        ),
        ("", "POST", "/unnamed", &[]),
    ]);
    let new = document(&[
        ("moved", "GET", "/new", &[]),
        ("fresh", "PUT", "/new", &[("D_D", "403", "")]),
        (
            "same",
            "GET",
            "/same",
            &[
                ("A_A", "403", "Uno."),
                ("C_C", "403", "Three."),
                ("E_E", "403", "Four\nand. More."),
            ],
        ),
        ("named", "POST", "/unnamed", &[]),
    ]);
    assert_eq!(
        Diff::of(&old, &new).to_string(),
        "\
### `moved`, `GET /new`

- was `GET /old`

### `fresh`, `PUT /new`

- new operation with `D_D`

### `same`, `GET /same`

- `C_C` is documented under 403, was under 400
- `A_A` has a new description: Uno.
- added: `E_E` (403): Four and.
- removed: `B_B` (403)

### `named`, `POST /unnamed`

- had no `operationId`

### `gone`, `GET /gone`

- the operation was removed, with its codes `CARD_LOST`
"
    );
    assert!(Diff::of(&old, &old).differences.is_empty());
    assert_eq!(Diff::of(&old, &old).to_string(), "");
}
