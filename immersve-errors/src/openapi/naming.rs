//! The variant that means a code, by the rules of the derive.

/// The variant for a code, and whether it takes an explicit `code` to mean it.
pub(super) fn variant(code: &str) -> (String, bool) {
    let mut name = pascal(code);
    if name.is_empty() || name.starts_with(|c: char| c.is_ascii_digit()) {
        name.insert_str(0, "Code");
    } else if name == "Self" {
        // The one keyword that looks like a variant; it cannot be a raw identifier either.
        name.push_str("Code");
    }
    if name.len() > 2 && name.bytes().all(|byte| byte.is_ascii_uppercase()) {
        // Words of one letter each; together they would look like a constant.
        name[1..].make_ascii_lowercase();
    }
    let explicit = !means(&name, code);
    (name, explicit)
}

/// Whether the derive reads this code from this name: serde's spelling and a reader's must agree.
fn means(name: &str, code: &str) -> bool {
    serde_spelling(name) == code && reader_spelling(name) == code
}

fn pascal(text: &str) -> String {
    words(text)
        .flat_map(|word| {
            let (first, rest) = word.split_at(1);
            [first.to_ascii_uppercase(), rest.to_ascii_lowercase()]
        })
        .collect()
}

/// The parts that are ASCII letters and digits.
pub(super) fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !c.is_ascii_alphanumeric())
        .filter(|word| !word.is_empty())
}

/// Every capital but the first character opens a word.
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

/// An acronym is a word, and so is a number. The names here have no underscores.
fn reader_spelling(name: &str) -> String {
    let bytes = name.as_bytes();
    let mut spelling = String::with_capacity(name.len() + 8);
    for (at, c) in name.char_indices() {
        let opens_word = at.checked_sub(1).is_some_and(|before| {
            let before = bytes[before];
            let after = bytes.get(at + 1);
            before.is_ascii_digit() != c.is_ascii_digit()
                || (c.is_ascii_uppercase()
                    && (before.is_ascii_lowercase() || after.is_some_and(u8::is_ascii_lowercase)))
        });
        if opens_word {
            spelling.push('_');
        }
        spelling.push(c.to_ascii_uppercase());
    }
    spelling
}

#[cfg(test)]
mod tests {
    use super::variant;

    #[test]
    fn names_that_read_one_way_need_no_explicit_code() {
        for (code, name) in [
            ("A", "A"),
            ("FORBIDDEN", "Forbidden"),
            ("INSUFFICIENT_BALANCE", "InsufficientBalance"),
            ("X_RAY", "XRay"),
            ("PLAN_X", "PlanX"),
            ("TRY", "Try"),
        ] {
            assert_eq!(variant(code), (name.into(), false));
        }
    }

    #[test]
    fn other_names_do() {
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
}
