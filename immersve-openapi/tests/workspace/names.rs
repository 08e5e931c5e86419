//! Compares rules of which two crates have a copy each. The contract tool and the derive must agree on
//! the code of a variant's name, and on what a code may be. The derive and the runtime must agree on the
//! hash. A shared crate for a few lines would cost all users of the derive compile time.
#[path = "../../../immersve-errors-derive/src/case.rs"]
mod case;

use immersve_openapi::{Document, Scaffold, Sources};
use proptest::prelude::*;

/// A document with one operation that documents these codes.
fn document(codes: &[String]) -> Document {
    let headings = codes.iter().fold(String::new(), |text, code| {
        text + "            **" + code + "**\n            What it means.\n\n"
    });
    let text = format!(
        "openapi: 3.1.0\npaths:\n  /odd:\n    get:\n      operationId: odd\n      responses:\n        \
         \"403\":\n          description: |\n{headings}"
    );
    text.parse().unwrap()
}

/// The variants of the scaffold: the name of each, and its explicit code.
fn variants(codes: &[String]) -> Vec<(proc_macro2::Ident, Option<String>)> {
    let document = document(codes);
    let source = Scaffold::new(&document.operations()[0]).source().unwrap();
    let file: syn::File = syn::parse_str(&source).unwrap();
    let [syn::Item::Enum(item)] = &file.items[..] else {
        panic!("{source}");
    };
    assert_eq!(item.variants.len(), codes.len() + 1, "{source}");
    let variants = item.variants.iter().take(codes.len());
    variants
        .map(|variant| {
            let mut explicit = None;
            let own = variant
                .attrs
                .iter()
                .filter(|it| it.path().is_ident("immersve"));
            for attr in own {
                attr.parse_nested_meta(|meta| {
                    assert!(meta.path.is_ident("code"));
                    explicit = Some(meta.value()?.parse::<syn::LitStr>()?.value());
                    Ok(())
                })
                .unwrap();
            }
            (variant.ident.clone(), explicit)
        })
        .collect()
}

proptest! {
    #[test]
    fn a_scaffold_is_explicit_exactly_where_the_derive_asks_for_it(
        codes in prop::collection::hash_set("[A-Z][A-Z0-9]{0,3}__?[A-Z0-9]{1,3}(([_.-]|__)[A-Z0-9]{1,3}){0,2}", 1..8)
    ) {
        let codes: Vec<String> = codes.into_iter().collect();
        for ((name, explicit), code) in variants(&codes).iter().zip(&codes) {
            let derived = case::wire_name(name);
            match explicit {
                None => prop_assert_eq!(derived.as_deref(), Ok(&**code)),
                Some(explicit) => {
                    prop_assert_eq!(explicit, code);
                    // A name that exists already gets a number, so it would be read as another code.
                    prop_assert_ne!(derived.as_deref(), Ok(&**code), "`{}` is enough", name);
                }
            }
        }
    }
}

#[test]
fn the_longest_code_is_the_same() {
    let derive = include_str!("../../../immersve-errors-derive/src/text.rs");
    let (_, longest) = derive.split_once("const LONGEST: usize = ").unwrap();
    let longest: usize = longest.split_once(';').unwrap().0.parse().unwrap();
    let codes = [longest, longest + 1].map(|length| format!("A_{}", "B".repeat(length - 2)));
    let read = document(&codes);
    let listed = read.operations()[0].codes().iter();
    let listed: Vec<_> = listed.map(|code| code.code()).collect();
    assert_eq!(listed, [&codes[0]]);
}

/// Whether the tool finds this code in the source of an enum with a variant of this name.
fn is_read_as(name: &proc_macro2::Ident, code: &str) -> bool {
    let source = format!(
        "#[derive(ImmersveErrorCode)]\n#[immersve(operation = \"odd\")]\nenum E {{ {name} }}"
    );
    let sources = Sources::parse("codes.rs", source).unwrap();
    let codes = [code.to_owned()];
    document(&codes).check_sources(&sources).agrees()
}

proptest! {
    #[test]
    fn the_tool_reads_the_code_of_a_name_as_the_derive_does(
        name in "(r#)?[A-Z][a-z]{1,6}([A-Z][a-z]{0,5}){1,3}"
    ) {
        let name: proc_macro2::Ident = syn::parse_str(&name).unwrap();
        if let Ok(code) = case::wire_name(&name) {
            prop_assert!(is_read_as(&name, &code), "`{}` is {}", name, code);
            prop_assert!(!is_read_as(&name, "QUITE_ANOTHER_CODE"));
        }
    }
}

/// The derive builds a perfect hash with the file, and the runtime reads it with the same one. It is a link in the
/// derive's folder; a copy instead would do as long as it is equal.
#[test]
fn the_hash_is_the_same_in_the_derive_and_in_the_runtime() {
    let derive = include_str!("../../../immersve-errors-derive/src/hash.rs");
    let runtime = include_str!("../../../immersve-errors/src/derive_support/lookup/hash.rs");
    assert!(derive == runtime, "the two copies of `hash.rs` differ");
}

#[test]
fn the_contract_tool_knows_every_enum_of_the_catalogue() {
    let catalogue = Sources::read(["../immersve-errors/src/endpoints"]).unwrap();
    assert!(catalogue.enums().count() > 30);
    for found in catalogue.enums() {
        let source = format!(
            "#[derive(ImmersveErrorCode)]\n#[immersve(operation = \"odd\")]\nenum Outer {{\n    #[immersve(embed)]\n    \
             Inner(immersve_errors::endpoints::{}),\n}}\n",
            found.name()
        );
        let sources = Sources::parse("outer.rs", source).unwrap();
        let check = document(&["ODD_CODE".to_owned()]).check_sources(&sources);
        assert!(check.warnings().is_empty(), "{:?}", check.warnings());
    }
}
