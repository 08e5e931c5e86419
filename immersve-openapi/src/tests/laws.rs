//! What holds for every enum and every document.

use std::{
    collections::{BTreeMap, BTreeSet, HashSet},
    process::Command,
};

use proptest::{prelude::*, sample::subsequence};

use super::{agrees, decided, decisions, document as documented};
use crate::{document::Document, source::Sources};

const CODES: [&str; 8] = [
    "CARD_LOST",
    "CARD_IS_LOST",
    "CARD_FROZEN",
    "KYC_REQUIRED",
    "KYC_EXPIRED",
    "LIMIT_REACHED",
    "CARD_V2",
    "FORBIDDEN",
];

const STATUSES: [u16; 4] = [400, 403, 409, 503];

/// Where a comment stands that belongs to an argument.
#[derive(Debug, Clone, Copy)]
enum Comment {
    None,
    Before,
    BeforeComma,
    /// After the comma, at the end of the line.
    EndOfLine,
    /// On the line before.
    OwnLine,
}

/// A variant: its code, the other codes that are aliases, statuses, and how it is written.
#[derive(Debug, Clone)]
struct Variant {
    code: &'static str,
    aliases: Vec<String>,
    statuses: Vec<u16>,
    comments: Vec<Comment>,
    is_split: bool,
    is_gone: bool,
    discriminant: Option<i16>,
}

fn comment() -> impl Strategy<Value = Comment> {
    prop::sample::select(
        &[
            Comment::None,
            Comment::Before,
            Comment::BeforeComma,
            Comment::EndOfLine,
            Comment::OwnLine,
        ][..],
    )
}

prop_compose! {
    fn variant(code: &'static str)(
        aliases in subsequence(vec!["ONE", "TWO"], 0..=2),
        statuses in subsequence(&STATUSES[..], 0..=3),
        comments in prop::collection::vec(comment(), 8),
        is_split in any::<bool>(),
        is_gone in prop::bool::weighted(0.2),
        discriminant in prop::option::weighted(0.5, prop::sample::select(&[-1_i16, 0, 1, 2, 3, 4, 254, 255][..])),
    ) -> Variant {
        let aliases = aliases.into_iter().map(|end| format!("{code}_{end}")).collect();
        Variant { code, aliases, statuses, comments, is_split, is_gone, discriminant }
    }
}

fn variants() -> impl Strategy<Value = Vec<Variant>> {
    subsequence(&CODES[..], 1..=6)
        .prop_shuffle()
        .prop_flat_map(|codes| codes.into_iter().map(variant).collect::<Vec<_>>())
}

/// What `update` reads of an argument: its value, which its comment repeats.
fn argument(text: &mut String, argument: &str, value: &str, comment: Comment, is_last: bool) {
    let comma = if is_last { "" } else { "," };
    let note = format!("={value}=");
    let argument = match comment {
        Comment::None => format!("{argument}{comma} "),
        Comment::Before => format!("/*{note}*/ {argument}{comma} "),
        Comment::BeforeComma => format!("{argument} /*{note}*/{comma} "),
        Comment::EndOfLine => format!("{argument}, //{note}\n        "),
        Comment::OwnLine => format!("\n        //{note}\n        {argument}{comma}\n        "),
    };
    text.push_str(&argument);
}

/// The source of an enum, in which each discriminant is one that compiles.
fn source(variants: &[Variant], repr: &str) -> String {
    let mut text =
        format!("{repr}#[derive(ImmersveErrorCode)]\n#[immersve(operation = \"op\")]\nenum E {{\n");
    let mut taken = HashSet::new();
    let mut next = 0_i32;
    for variant in variants {
        let value = variant
            .discriminant
            .map(i32::from)
            .filter(|it| !repr.contains("u8") || (0..=255).contains(it));
        let free = |value: &i32| !taken.contains(value) && (!repr.contains("u8") || *value < 256);
        let value = value.filter(free);
        let number = value.unwrap_or(next);
        let (number, value) = if free(&number) {
            (number, value)
        } else {
            let free = (0..256).find(|it| free(it)).unwrap();
            (free, Some(free))
        };
        taken.insert(number);
        next = number + 1;
        if variant.is_gone {
            text += "    #[deprecated(note = \"no longer documented by the API\")]\n";
        }
        let mut arguments = vec![(
            format!("code = \"{}\"", variant.code),
            variant.code.to_owned(),
        )];
        let aliases = variant.aliases.iter();
        arguments.extend(aliases.map(|alias| (format!("alias = \"{alias}\""), alias.clone())));
        let statuses = variant.statuses.iter();
        arguments.extend(statuses.map(|status| {
            (
                format!("status = {status}"),
                format!("{}:{status}", variant.code),
            )
        }));
        text += "    #[immersve(";
        let count = arguments.len();
        for (at, (source, value)) in arguments.iter().enumerate() {
            let is_split = variant.is_split && at == 1;
            if is_split {
                text += ")]\n    #[immersve(";
            }
            let is_last = at + 1 == count || (variant.is_split && at == 0);
            argument(&mut text, source, value, variant.comments[at], is_last);
        }
        let name = variant.code.replace('_', "");
        let value = value.map_or_else(String::new, |value| format!(" = {value}"));
        text.extend([")]\n    V", &name, &value, ",\n"]);
    }
    text + "}\n"
}

prop_compose! {
    fn codes()(
        codes in subsequence(&CODES[..], 0..=8).prop_shuffle(),
        aliases in prop::collection::vec(prop::option::weighted(0.2, prop::sample::select(&["ONE", "TWO"][..])), 8),
        statuses in prop::collection::vec(subsequence(&STATUSES[..], 1..=3), 8),
    ) -> Vec<(String, Vec<u16>)> {
        let codes = codes.into_iter().zip(aliases).zip(statuses);
        codes.map(|((code, alias), statuses)| match alias {
            None => (code.to_owned(), statuses),
            Some(end) => (format!("{code}_{end}"), statuses),
        }).collect()
    }
}

fn document(codes: &[(String, Vec<u16>)]) -> Document {
    let rows: Vec<(&str, String)> = codes
        .iter()
        .flat_map(|(code, statuses)| {
            statuses
                .iter()
                .map(move |status| (&**code, status.to_string()))
        })
        .collect();
    let rows: Vec<(&str, &str, &str)> = rows
        .iter()
        .map(|(code, status)| (*code, &**status, ""))
        .collect();
    documented(&[("op", "POST", "/op", &rows)])
}

/// The values that each variant has in a source: codes and aliases, and statuses with the name of the variant.
fn values(source: &str) -> BTreeMap<String, (BTreeSet<String>, Vec<u16>, bool)> {
    let sources = Sources::parse("codes.rs", source);
    let found = sources.enums().next().unwrap();
    let codes = found.item.codes().map(|(at, code)| {
        let name = found.item.variants[at].name.clone();
        let texts = code.texts().map(str::to_owned).collect();
        (
            name,
            (texts, code.statuses.clone(), code.deprecated.is_some()),
        )
    });
    codes.collect()
}

/// The values in the comments of a source. The value of a comment stands beside it.
fn commented(source: &str) -> BTreeSet<String> {
    let mut values = BTreeSet::new();
    let mut rest = source;
    while let Some(at) = rest.find("/*=").or_else(|| rest.find("//=")) {
        // The first of both kinds.
        let at = at.min(rest.find("//=").unwrap_or(at));
        let (before, comment) = rest.split_at(at);
        let (value, after) = comment[3..].split_once('=').unwrap();
        let written = value.split_once(':').map_or_else(
            || format!("= \"{value}\""),
            |(_, status)| format!("= {status}"),
        );
        let after = after.trim_start_matches("*/");
        let before_it = before
            .trim_end()
            .trim_end_matches(',')
            .trim_end()
            .ends_with(&written);
        let after_it = after
            .trim_start()
            .split_once(' ')
            .is_some_and(|(_, rest)| rest.starts_with(&written));
        assert!(
            before_it || after_it,
            "{value} is beside its comment in\n{source}"
        );
        assert!(
            values.insert(value.to_owned()),
            "{value} has one comment in\n{source}"
        );
        rest = after;
    }
    values
}

/// The enum without attributes, in a module, for the compiler.
fn plain(source: &str, number: usize) -> String {
    let file: syn::File =
        syn::parse_str(source).unwrap_or_else(|error| panic!("{error}\n{source}"));
    let [syn::Item::Enum(item)] = &*file.items else {
        panic!("{source}");
    };
    let repr = if source.contains("repr(u8)") {
        "#[repr(u8)] "
    } else {
        ""
    };
    let variants = item.variants.iter().map(|variant| {
        let name = &variant.ident;
        match &variant.discriminant {
            Some((
                _,
                syn::Expr::Lit(syn::ExprLit {
                    lit: syn::Lit::Int(number),
                    ..
                }),
            )) => {
                format!("{name} = {number}, ")
            }
            Some((_, syn::Expr::Unary(syn::ExprUnary { expr, .. }))) => {
                let syn::Expr::Lit(syn::ExprLit {
                    lit: syn::Lit::Int(number),
                    ..
                }) = &**expr
                else {
                    panic!("{source}");
                };
                format!("{name} = -{number}, ")
            }
            _ => format!("{name}, "),
        }
    });
    format!(
        "mod m{number} {{ {repr}enum E {{ {} }} }}\n",
        variants.collect::<String>()
    )
}

const REPRS: [&str; 2] = ["", "#[repr(u8)]\n"];

proptest! {
    #[test]
    fn an_update_takes_away_only_what_is_not_documented(
        variants in variants(),
        repr in prop::sample::select(&REPRS[..]),
        codes in codes(),
        accepts in any::<bool>(),
    ) {
        let before = source(&variants, repr);
        let document = document(&codes);
        let decisions = decisions(&document, &before, accepts);
        let edits = decided(&document, &before, &decisions);
        prop_assert!(edits.warnings.is_empty(), "{:?}\n{before}", edits.warnings);
        let after = edits.files.first().map_or(&before, |file| &file.after);

        // A second update is a no-op, and a check finds nothing.
        let again = decided(&document, after, &decisions);
        prop_assert!(again.files.is_empty() && again.agrees(), "{}\n{after}", again.diff());
        prop_assert!(agrees(&document, after), "{after}");

        // No variant, code or alias goes. A variant is deprecated only if no code of it is documented.
        let (old, new) = (values(&before), values(after));
        let is_documented = |text: &String| codes.iter().any(|(code, _)| code == text);
        for (name, (texts, _, was_gone)) in &old {
            let (now, statuses, is_gone) = &new[name];
            prop_assert!(now.is_superset(texts), "{name}\n{after}");
            if now.iter().any(is_documented) && !name.contains("FORBIDDEN") {
                prop_assert!(!is_gone, "{name}\n{after}");
                let expected: BTreeSet<u16> = codes
                    .iter()
                    .filter(|(code, _)| now.contains(code))
                    .flat_map(|(_, statuses)| statuses.iter().copied())
                    .collect();
                prop_assert!(statuses.iter().all(|it| expected.contains(it)), "{name}\n{after}");
            }
            prop_assert!(!was_gone || *is_gone || now.iter().any(is_documented), "{name}\n{after}");
        }

        // Each comment stays beside its value, and goes with it.
        let mut kept = commented(&before);
        kept.retain(|value| match value.split_once(':') {
            None => true,
            Some((code, status)) => new
                .values()
                .any(|(texts, statuses, _)| texts.contains(code) && statuses.contains(&status.parse().unwrap())),
        });
        prop_assert_eq!(commented(after), kept, "{}\n=>\n{}", before, after);
    }
}

#[test]
fn what_compiled_compiles_after_an_update() {
    use proptest::{strategy::ValueTree as _, test_runner::TestRunner};

    let mut runner = TestRunner::deterministic();
    let strategy = (variants(), prop::sample::select(&REPRS[..]), codes());
    let mut modules = "#![allow(dead_code)]\n".to_owned();
    for number in 0..300 {
        let (variants, repr, codes) = strategy.new_tree(&mut runner).unwrap().current();
        let before = source(&variants, repr);
        let document = document(&codes);
        let edits = decided(
            &document,
            &before,
            &decisions(&document, &before, number % 2 == 0),
        );
        modules += &plain(&before, 2 * number);
        let after = edits.files.first().map_or(&before, |file| &file.after);
        modules += &plain(after, 2 * number + 1);
    }
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("codes.rs");
    std::fs::write(&path, &modules).unwrap();
    let mut compiler = Command::new("rustc");
    compiler.args([
        "--crate-type=lib",
        "--emit=metadata",
        "--edition=2024",
        "--out-dir",
    ]);
    let output = compiler.arg(folder.path()).arg(&path).output().unwrap();
    assert!(
        output.status.success(),
        "{}",
        String::from_utf8_lossy(&output.stderr)
    );
}
