//! The names that codes and operations have in Rust, and the code of a variant's name.

use std::collections::HashMap;

use heck::ToUpperCamelCase as _;

/// The name of the variant for a code, and whether it needs an explicit `code`.
pub(crate) fn variant(code: &str) -> (String, bool) {
    let mut name = upper_camel(code);
    let mut explicit = !is_plain(code);
    if name.is_empty() || name.starts_with(|c: char| c.is_ascii_digit()) {
        name.insert_str(0, "Code");
    } else if name == "Self" {
        // `Self` is the one keyword that looks like a variant. It cannot be a raw identifier either.
        name.push_str("Code");
        explicit = true;
    } else if name.len() > 2 && name.bytes().all(|byte| byte.is_ascii_uppercase()) {
        // If each word has one letter, the name would look like a constant.
        name[1..].make_ascii_lowercase();
    }
    (name, explicit)
}

/// For each code the name of its new variant, and whether it needs an explicit `code`.
///
/// If two codes lead to the same name, the one that needs no explicit `code` gets it.
pub(crate) fn variants(codes: &[&str], taken: &mut HashMap<String, u32>) -> Vec<(String, bool)> {
    let names: Vec<_> = codes
        .iter()
        .map(|code| {
            let (name, explicit) = variant(code);
            let explicit = explicit || taken.contains_key(&name);
            (name, explicit)
        })
        .collect();
    let plain = names.iter().filter(|(_, explicit)| !explicit);
    taken.extend(plain.map(|(name, _)| (name.clone(), 1)));
    names
        .into_iter()
        .map(|(name, explicit)| {
            if explicit {
                (unique(&name, taken), true)
            } else {
                (name, false)
            }
        })
        .collect()
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
pub(crate) fn unique(name: &str, taken: &mut HashMap<String, u32>) -> String {
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

    use super::{enumeration, unique, variant};

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
            assert_eq!(variant(code), (name.into(), false));
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
            assert_eq!(variant(code), (name.into(), true));
        }
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
