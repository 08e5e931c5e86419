//! Derives the code of a variant from its name, and rejects names that could mean several codes.

use proc_macro2::Ident;
use syn::ext::IdentExt as _;

/// Common names of a catch-all variant, in lower case.
const CATCHALLS: [&str; 8] = [
    "unknown",
    "other",
    "others",
    "unrecognized",
    "unrecognised",
    "catchall",
    "fallback",
    "default",
];

/// The name in `SCREAMING_SNAKE_CASE`, or why it is ambiguous.
pub(crate) fn wire_name(ident: &Ident) -> Result<String, String> {
    let name = ident.unraw().to_string();
    if !name.is_ascii() || name.bytes().all(|byte| byte == b'_') {
        return Err(
            "no code can be derived from this name; write `#[immersve(code = \"...\")]`".to_owned(),
        );
    }
    let (serde, reader) = (serde_spelling(&name), reader_spelling(&name));
    if CATCHALLS.contains(&&*name.to_ascii_lowercase()) {
        return Err(format!(
            "this variant would be the code `{serde}`; for unknown codes, write `#[immersve(unknown)] \
             {name}(UnknownCode)`; if the API has this code, write `#[immersve(code = \"{serde}\")]`"
        ));
    }
    if serde != reader {
        return Err(format!(
            "this name could mean several codes; write the one of the API, such as \
             `#[immersve(code = \"{reader}\")]` or `#[immersve(code = \"{serde}\")]`"
        ));
    }
    Ok(serde)
}

/// Serde's rule: every capital begins a new word.
fn serde_spelling(name: &str) -> String {
    let mut spelling = String::with_capacity(name.len() + 8);
    for (at, c) in name.char_indices() {
        if at > 0 && c.is_ascii_uppercase() {
            spelling.push('_');
        }
        spelling.push(c.to_ascii_uppercase());
    }
    spelling
}

/// What a reader expects: acronyms and numbers are words, and underscores separate words.
fn reader_spelling(name: &str) -> String {
    let chars: Vec<char> = name.chars().collect();
    let mut spelling = String::with_capacity(name.len() + 8);
    for (at, &c) in chars.iter().enumerate() {
        if c == '_' {
            continue;
        }
        let opens_word = at > 0 && {
            let before = chars[at - 1];
            let after = chars.get(at + 1);
            before == '_'
                || before.is_ascii_digit() != c.is_ascii_digit()
                || (c.is_ascii_uppercase()
                    && (before.is_ascii_lowercase() || after.is_some_and(char::is_ascii_lowercase)))
        };
        if opens_word && !spelling.is_empty() {
            spelling.push('_');
        }
        spelling.push(c.to_ascii_uppercase());
    }
    spelling
}

#[cfg(test)]
mod tests {
    use proc_macro2::{Ident, Span};

    use super::wire_name;

    fn of(name: &str) -> Result<String, String> {
        wire_name(&Ident::new(name, Span::call_site()))
    }

    /// Whether the name has no code, and the message says why.
    fn is_unclear(name: &str, why: &[&str]) -> bool {
        of(name).is_err_and(|message| why.iter().all(|part| message.contains(part)))
    }

    #[test]
    fn ordinary_names_follow_serde() {
        for (name, wire) in [
            ("A", "A"),
            ("Forbidden", "FORBIDDEN"),
            ("InsufficientBalance", "INSUFFICIENT_BALANCE"),
            ("XRay", "X_RAY"),
            ("PlanX", "PLAN_X"),
            ("camelCase", "CAMEL_CASE"),
            ("snake_case", "SNAKE_CASE"),
        ] {
            assert_eq!(of(name).as_deref(), Ok(wire), "{name}");
        }
    }

    #[test]
    fn raw_identifiers_lose_their_prefix() {
        let raw = Ident::new_raw("try", Span::call_site());
        assert_eq!(wire_name(&raw).as_deref(), Ok("TRY"));
    }

    #[test]
    fn names_that_read_two_ways_are_unclear() {
        for (name, serde, reader) in [
            ("KYCRequired", "K_Y_C_REQUIRED", "KYC_REQUIRED"),
            ("NeedsKYC", "NEEDS_K_Y_C", "NEEDS_KYC"),
            ("AB", "A_B", "AB"),
            ("CardV2", "CARD_V2", "CARD_V_2"),
            ("Http404", "HTTP404", "HTTP_404"),
            ("Failed3dsCheck", "FAILED3DS_CHECK", "FAILED_3_DS_CHECK"),
            ("Card_Lost", "CARD__LOST", "CARD_LOST"),
            ("CARD_LOST", "C_A_R_D__L_O_S_T", "CARD_LOST"),
            ("_Card", "__CARD", "CARD"),
            ("card_", "CARD_", "CARD"),
        ] {
            let [serde, reader] = [serde, reader].map(|code| format!("code = \"{code}\""));
            let why = ["could mean several codes", &serde, &reader];
            assert!(is_unclear(name, &why), "{name}");
        }
    }

    #[test]
    fn a_name_for_all_other_codes_is_unclear() {
        for name in [
            "Unknown",
            "Other",
            "other",
            "Unrecognised",
            "CatchAll",
            "Fallback",
        ] {
            let advice = format!("`#[immersve(unknown)] {name}(UnknownCode)`");
            assert!(is_unclear(name, &[&advice]), "{name}");
        }
        assert_eq!(of("OtherCard").as_deref(), Ok("OTHER_CARD"));
    }

    #[test]
    fn names_without_ascii_words_have_no_code() {
        for name in ["Café", "注文", "__"] {
            assert!(is_unclear(name, &["no code can be derived"]), "{name}");
        }
    }
}
