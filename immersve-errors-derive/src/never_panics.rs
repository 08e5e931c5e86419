//! Checks that the derive does not panic, whatever tokens it gets: valid enums with random changes, and random tokens.

use proc_macro2::{Delimiter, Group, Literal, Punct, Spacing, TokenStream, TokenTree};
use proptest::prelude::*;
use proptest::sample::Index;

use crate::derive::derive;

/// Enums that use the whole grammar, rightly and wrongly. The tests change them at random.
static SEEDS: [&str; 6] = [
    include_str!("../golden/closed.in.rs"),
    include_str!("../golden/embed.in.rs"),
    include_str!("../golden/thiserror.in.rs"),
    include_str!("../golden/extend.in.rs"),
    r#"#[immersve(no_display, crate = "a::b", operation = 5, code = "A")] #[immersve] #[deprecated]
    pub(crate) enum E<'a, T: 'a = u8, const N: usize = 3> where T: Copy {
        #[immersve(code = "A B", alias = "Ä", status = 99, status = 1e5, retry = "allways")] A = 1,
        #[immersve("A", = , ==, embed = 1, unknown, code(1), r#code = 5, a::b)] KYCFail(u8, u8),
        #[immersve = "x"] Strukt { #[immersve(unknown)] a: [u8; 3] },
        #[immersve[unknown]] #[deprecated(note = "x", since)] U(#[immersve] fn(u8) -> u8),
        #[doc = include_str!("x")] #[doc(hidden)] r#try, Café, __, #[immersve(status = -403)] Empty(),
    }"#,
    "#[immersve{a}] union U { a: u8, #[immersve(b)] c: u16 }",
];

/// Tokens that the derive reads, or that look like them.
static WORDS: [&str; 24] = [
    "immersve",
    "operation",
    "crate",
    "no_display",
    "code",
    "alias",
    "status",
    "retry",
    "embed",
    "unknown",
    "error",
    "deprecated",
    "doc",
    "enum",
    "struct",
    "r#try",
    "self",
    "CODE",
    "\"\"",
    "\"CODE\"",
    "403",
    "999999999999999999999999",
    "'c'",
    "b\"x\"",
];

/// One change to one token, at any depth.
#[derive(Debug, Clone)]
enum Change {
    Remove,
    Double,
    Word(Index),
    Punct(char),
    Literal(String),
    Wrap(Delimiter),
    Unwrap,
    CutOff,
}

fn change() -> impl Strategy<Value = Change> {
    prop_oneof![
        Just(Change::Remove),
        Just(Change::Double),
        any::<Index>().prop_map(Change::Word),
        prop::sample::select(&['=', ',', ':', '#', '<', '>', '-', '!', '\''][..])
            .prop_map(Change::Punct),
        any::<String>().prop_map(Change::Literal),
        prop::sample::select(
            &[
                Delimiter::None,
                Delimiter::Parenthesis,
                Delimiter::Brace,
                Delimiter::Bracket
            ][..]
        )
        .prop_map(Change::Wrap),
        Just(Change::Unwrap),
        Just(Change::CutOff),
    ]
}

/// The number of tokens, with those in groups.
fn count(tokens: &TokenStream) -> usize {
    tokens
        .clone()
        .into_iter()
        .map(|token| match token {
            TokenTree::Group(group) => 1 + count(&group.stream()),
            _ => 1,
        })
        .sum()
}

/// Applies a change to the token at which `countdown` reaches zero.
fn apply(tokens: TokenStream, countdown: &mut Option<usize>, change: &Change) -> TokenStream {
    let mut out = TokenStream::new();
    for token in tokens {
        if *countdown == Some(0) {
            *countdown = None;
            match change {
                Change::Remove => {}
                Change::Double => out.extend([token.clone(), token]),
                Change::Word(word) => {
                    out.extend(word.get(&WORDS).parse::<TokenStream>().unwrap());
                }
                Change::Punct('\'') => out.extend("'a".parse::<TokenStream>().unwrap()),
                Change::Punct(c) => {
                    out.extend([TokenTree::from(Punct::new(*c, Spacing::Joint)), token]);
                }
                Change::Literal(text) => out.extend([TokenTree::from(Literal::string(text))]),
                Change::Wrap(delimiter) => {
                    out.extend([TokenTree::from(Group::new(*delimiter, token.into()))]);
                }
                Change::Unwrap => match token {
                    TokenTree::Group(group) => out.extend(group.stream()),
                    token => out.extend([token]),
                },
                Change::CutOff => return out,
            }
            continue;
        }
        if let Some(left) = countdown {
            *left -= 1;
        }
        out.extend([match token {
            TokenTree::Group(group) => {
                let mut bent =
                    Group::new(group.delimiter(), apply(group.stream(), countdown, change));
                bent.set_span(group.span());
                bent.into()
            }
            token => token,
        }]);
    }
    out
}

/// Any tokens at all.
fn tokens() -> impl Strategy<Value = TokenStream> {
    let leaf = prop_oneof![
        any::<Index>().prop_map(|word| word.get(&WORDS).parse::<TokenStream>().unwrap()),
        prop::sample::select(&['=', ',', ':', '#', '<', '>'][..])
            .prop_map(|c| TokenTree::from(Punct::new(c, Spacing::Alone)).into()),
    ];
    leaf.prop_recursive(4, 64, 8, |inner| {
        (
            prop::collection::vec(inner, 0..8),
            prop::sample::select(
                &[
                    Delimiter::None,
                    Delimiter::Parenthesis,
                    Delimiter::Brace,
                    Delimiter::Bracket,
                ][..],
            ),
        )
            .prop_map(|(inner, delimiter)| {
                let group = Group::new(delimiter, inner.into_iter().collect());
                TokenTree::from(group).into()
            })
    })
}

/// Whether `syn` can read the tokens as items.
fn is_items(tokens: TokenStream) -> bool {
    syn::parse2::<syn::File>(tokens).is_ok()
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn changed_enums_expand_without_panic(
        seed in prop::sample::select(&SEEDS[..]),
        changes in prop::collection::vec((any::<Index>(), change()), 1..12),
    ) {
        let mut tokens: TokenStream = seed.parse().unwrap();
        for (at, change) in changes {
            let mut countdown = Some(at.index(count(&tokens).max(1)));
            tokens = apply(tokens, &mut countdown, &change);
        }
        let out = derive(&tokens);
        prop_assert!(is_items(out.clone()), "{tokens}\n\n=>\n\n{out}");
    }

    #[test]
    fn random_arguments_expand_without_panic(
        on_enum in prop::collection::vec(tokens(), 0..12),
        on_variant in prop::collection::vec(tokens(), 0..12),
    ) {
        let out = derive(&quote::quote! {
            #[immersve(#(#on_enum)*)]
            enum E { #[immersve(#(#on_variant)*)] Variant }
        });
        prop_assert!(is_items(out.clone()), "{out}");
    }

    #[test]
    fn random_tokens_expand_without_panic(tokens in prop::collection::vec(tokens(), 0..24)) {
        let out = derive(&tokens.into_iter().collect());
        prop_assert!(is_items(out.clone()), "{out}");
    }
}

#[test]
fn seeds_reach_both_the_impls_and_the_fallback() {
    let outs = SEEDS.map(|seed| derive(&seed.parse().unwrap()).to_string());
    let broken = outs.map(|out| out.contains("compile_error !"));
    assert_eq!(broken, [false, false, false, false, true, true]);
}

#[test]
fn an_enum_with_a_bound_as_payload_expands_to_tokens_that_parse() {
    for bound in ["Inner +", "dyn Inner +", "impl Inner +", "dyn Inner + Send"] {
        for mark in ["embed", "unknown"] {
            let source = format!("enum E {{ A, #[immersve({mark})] B({bound}) }}");
            let out = derive(&source.parse().unwrap());
            assert!(
                syn::parse2::<syn::File>(out.clone()).is_ok(),
                "{source}\n=>\n{out}"
            );
        }
    }
}
