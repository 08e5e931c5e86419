//! The names that codes and operations have in Rust, and the code of a variant's name.

use std::collections::HashMap;

use heck::ToUpperCamelCase as _;

/// How long a code or an operation may be, in bytes.
const LONGEST: usize = 128;

/// For each code the name of its new variant, in an enum that has these variants already.
///
/// If two codes lead to the same name, the one that needs no explicit `code` gets it; the other gets a number.
pub(crate) fn variants<'a>(
    codes: &[&str],
    taken: impl IntoIterator<Item = &'a String>,
) -> Vec<String> {
    let mut taken: HashMap<String, u32> = taken.into_iter().map(|name| (name.clone(), 1)).collect();
    let names: Vec<_> = codes
        .iter()
        .map(|code| {
            let name = variant(code);
            let is_free = !needs_code(&name, code) && !taken.contains_key(&name);
            (name, is_free)
        })
        .collect();
    let free = names.iter().filter(|(_, is_free)| *is_free);
    taken.extend(free.map(|(name, _)| (name.clone(), 1)));
    names
        .into_iter()
        .map(|(name, is_free)| {
            if is_free {
                name
            } else {
                unique(&name, &mut taken)
            }
        })
        .collect()
}

/// The name of the variant for a code.
fn variant(code: &str) -> String {
    let mut name = upper_camel(code);
    if name.is_empty() || name.starts_with(|c: char| c.is_ascii_digit()) {
        name.insert_str(0, "Code");
    } else if name == "Self" {
        // `Self` is the one keyword that looks like a variant. It cannot be a raw identifier either.
        name.push_str("Code");
    } else if name.len() > 2 && name.bytes().all(|byte| byte.is_ascii_uppercase()) {
        // If each word has one letter, the name would look like a constant.
        name[1..].make_ascii_lowercase();
    }
    name
}

/// Whether a variant with this name needs an explicit `code`: the derive gets another code from the name, or none, as
/// the name could mean several codes.
pub(crate) fn needs_code(variant: &str, code: &str) -> bool {
    !is_plain(code) || wire_name(variant) != code
}

/// The variant for a code as Rust source on one line.
pub(crate) fn declaration(variant: &str, code: &str) -> String {
    if needs_code(variant, code) {
        format!("#[immersve(code = \"{code}\")] {variant}")
    } else {
        variant.to_owned()
    }
}

/// The code that the derive gets from a variant's name: each capital begins a word. The derive does not accept a name
/// that could mean another code.
pub(crate) fn wire_name(name: &str) -> String {
    let mut code = String::with_capacity(name.len() + 8);
    for (at, c) in name.char_indices() {
        if at > 0 && c.is_ascii_uppercase() {
            code.push('_');
        }
        code.push(c.to_ascii_uppercase());
    }
    code
}

/// The name of the enum for the operation with this name.
pub(crate) fn enumeration(operation: &str) -> String {
    let mut name = upper_camel(operation);
    if name.is_empty() || name.starts_with(|c: char| c.is_ascii_digit()) {
        name.insert_str(0, "Operation");
    }
    name.push_str("ErrorCode");
    name
}

/// The name, with a number after it if it is taken.
fn unique(name: &str, taken: &mut HashMap<String, u32>) -> String {
    let mut candidate = name.to_owned();
    loop {
        let uses = taken.entry(candidate.clone()).or_default();
        *uses += 1;
        if *uses == 1 {
            return candidate;
        }
        let uses = taken.entry(name.to_owned()).or_default();
        *uses += u32::from(candidate != name);
        candidate = format!("{name}{uses}");
    }
}

/// Whether the derive accepts this in `#[immersve(operation = "...")]`.
pub(crate) fn is_operation(name: &str) -> bool {
    (1..=LONGEST).contains(&name.len())
        && !name.starts_with('/')
        && name.chars().all(|c| c.is_ascii_graphic())
}

/// The words of ASCII letters and digits, each beginning with a capital.
fn upper_camel(text: &str) -> String {
    text.replace(|c: char| !c.is_ascii_alphanumeric(), " ")
        .to_upper_camel_case()
}

/// Whether the derive gets the code from the variant's name. It does not accept a name that could mean several codes:
/// one with a digit, and one with two words of one letter after each other, which look like an acronym.
fn is_plain(code: &str) -> bool {
    let words: Vec<&str> = code.split('_').collect();
    let letters =
        |word: &&str| !word.is_empty() && word.bytes().all(|byte| byte.is_ascii_uppercase());
    words.iter().all(letters) && !words.windows(2).any(|pair| pair.concat().len() == 2)
}

#[cfg(test)]
mod tests {
    use std::collections::HashMap;

    use super::{enumeration, needs_code, unique, variant, variants};

    #[test]
    fn names_with_one_meaning_need_no_explicit_code() {
        for (code, name) in [
            ("FORBIDDEN", "Forbidden"),
            ("INSUFFICIENT_BALANCE", "InsufficientBalance"),
            ("TRY", "Try"),
            ("A", "A"),
            ("X_RAY", "XRay"),
            ("PLAN_X", "PlanX"),
        ] {
            assert_eq!(variant(code), name);
            assert!(!needs_code(name, code), "{code}");
        }
    }

    #[test]
    fn names_with_two_meanings_need_an_explicit_code() {
        for (code, name) in [
            ("CARD_V2", "CardV2"),
            ("CARD_2_LOST", "Card2Lost"),
            ("3DS_FAILED", "Code3dsFailed"),
            ("A_B", "AB"),
            ("A_B_C", "Abc"),
            ("X_Y_RAY", "XYRay"),
            ("CARD-LOST", "CardLost"),
            ("CARD.LOST", "CardLost"),
            ("CARD__LOST", "CardLost"),
            ("SELF", "SelfCode"),
        ] {
            assert_eq!(variant(code), name);
            assert!(needs_code(name, code), "{code}");
        }
    }

    #[test]
    fn a_name_that_is_taken_gets_a_number_and_its_code() {
        let taken = ["CardLost".to_owned()];
        let codes = ["CARD_V2", "CARD__V_2", "CARD_LOST", "CARD_FOUND"];
        let names = variants(&codes, &taken);
        assert_eq!(names, ["CardV2", "CardV22", "CardLost2", "CardFound"]);
        assert!(needs_code("CardLost2", "CARD_LOST"));
    }

    #[test]
    fn every_operation_has_an_enum() {
        for (operation, name) in [
            ("create-card", "CreateCardErrorCode"),
            ("createCard", "CreateCardErrorCode"),
            ("POST /auth/logout", "PostAuthLogoutErrorCode"),
            ("3ds", "Operation3dsErrorCode"),
            ("²", "OperationErrorCode"),
            ("", "OperationErrorCode"),
        ] {
            assert_eq!(enumeration(operation), name);
        }
    }

    #[test]
    fn a_taken_name_gets_the_next_free_number() {
        let mut taken = HashMap::new();
        let names = ["A", "A", "A3", "A", "A", "A2"].map(|name| unique(name, &mut taken));
        assert_eq!(names, ["A", "A2", "A3", "A4", "A5", "A22"]);
    }
}
