//! Finds the known word nearest to a misspelt one.

/// The nearest candidate, at most one edit away, or two in a longer word.
pub(crate) fn nearest(
    word: &str,
    candidates: impl Iterator<Item = &'static str>,
) -> Option<&'static str> {
    let word = snake(word);
    candidates
        .map(|candidate| (edits(&word, candidate), candidate))
        .filter(|(edits, candidate)| *edits <= if candidate.len() > 4 { 2 } else { 1 })
        .min_by_key(|(edits, _)| *edits)
        .map(|(_, candidate)| candidate)
}

/// A word in snake case, whatever its naming convention.
pub(crate) fn snake(word: &str) -> String {
    let mut snake = String::with_capacity(word.len() + 4);
    let mut before_is_lower = false;
    for c in word.chars() {
        if c.is_uppercase() && before_is_lower {
            snake.push('_');
        }
        before_is_lower = c.is_lowercase();
        match c {
            '-' | ' ' => snake.push('_'),
            c => snake.extend(c.to_lowercase()),
        }
    }
    snake
}

/// The number of insertions, deletions, substitutions and transpositions between two words.
fn edits(a: &str, b: &str) -> usize {
    let (a, b): (Vec<char>, Vec<char>) = (a.chars().collect(), b.chars().collect());
    let mut rows = vec![vec![0; b.len() + 1]; a.len() + 1];
    for i in 0..=a.len() {
        for j in 0..=b.len() {
            rows[i][j] = if i == 0 || j == 0 {
                i + j
            } else {
                let change = usize::from(a[i - 1] != b[j - 1]);
                let mut least = (rows[i - 1][j] + 1)
                    .min(rows[i][j - 1] + 1)
                    .min(rows[i - 1][j - 1] + change);
                if i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1] {
                    least = least.min(rows[i - 2][j - 2] + 1);
                }
                least
            };
        }
    }
    rows[a.len()][b.len()]
}

#[cfg(test)]
mod tests {
    use super::{edits, nearest, snake};

    #[test]
    fn words_of_every_convention_become_snake_case() {
        for word in [
            "if_idempotent",
            "ifIdempotent",
            "IfIdempotent",
            "if-idempotent",
            "IF_IDEMPOTENT",
            "If Idempotent",
        ] {
            assert_eq!(snake(word), "if_idempotent");
        }
    }

    #[test]
    fn edits_are_counted() {
        for (a, b, count) in [
            ("code", "code", 0),
            ("", "code", 4),
            ("code", "", 4),
            ("cod", "code", 1),
            ("codes", "code", 1),
            ("node", "code", 1),
            ("cdoe", "code", 1),
            ("statsu", "status", 1),
            ("ocdoe", "code", 2),
            ("rename", "code", 5),
        ] {
            assert_eq!(edits(a, b), count, "{a} {b}");
        }
    }

    #[test]
    fn the_nearest_candidate_wins_if_it_is_near_enough() {
        let nearest = |word| nearest(word, ["code", "node_x", "status"].into_iter());
        assert_eq!(nearest("node"), Some("code"));
        assert_eq!(nearest("nodex"), Some("node_x"));
        assert_eq!(nearest("statsu"), Some("status"));
        assert_eq!(nearest("sttausses"), None);
        assert_eq!(nearest("coed"), Some("code"));
        assert_eq!(nearest("coders"), None);
        assert_eq!(nearest("statusss"), Some("status"));
        assert_eq!(nearest("coding"), None);
    }
}
