//! Finds what the arguments name, and writes the message if there is no such thing.

use immersve_errors::{
    CodeInfo, Escaped,
    endpoints::{self, OPERATIONS, Operation},
};

/// The operation with this id, or the one of a request such as `POST /api/cards/123/reissue`.
pub(super) fn find(name: &str) -> Option<&'static Operation> {
    endpoints::operation(name).or_else(|| {
        let (method, path) = name.split_once(' ')?;
        endpoints::operation_at(&method.to_uppercase(), path.trim())
    })
}

pub(super) fn no_operation(name: &str) -> String {
    let near = nearest(name, OPERATIONS.iter().map(Operation::operation_id));
    format!("no operation is called `{}`{near}", shown(name))
}

pub(super) fn neither(name: &str) -> String {
    let ids = OPERATIONS.iter().map(Operation::operation_id);
    let near = nearest(name, codes(OPERATIONS).chain(ids));
    format!(
        "`{}` is neither an operation nor a documented code{near}",
        shown(name)
    )
}

pub(super) fn not_documented(operation: Option<&'static Operation>, code: &str) -> String {
    let elsewhere: Vec<_> = endpoints::operations_with_code(code)
        .map(|(other, _)| other.operation_id())
        .collect();
    let (nobody, near) = match (operation, &elsewhere[..]) {
        (None, _) => ("no operation documents", nearest(code, codes(OPERATIONS))),
        (Some(at), []) => (
            "the operation does not document",
            nearest(code, codes([at])),
        ),
        (Some(_), others) => (
            "the operation does not document",
            format!("; it is a code of {}", others.join(", ")),
        ),
    };
    format!("{nobody} `{}`{near}", shown(code))
}

pub(super) fn codes(
    operations: impl IntoIterator<Item = &'static Operation>,
) -> impl Iterator<Item = &'static str> {
    let infos = operations.into_iter().flat_map(Operation::codes);
    infos.map(CodeInfo::code)
}

/// Advice that names the candidate that is most similar to a word, if one is similar enough.
pub(super) fn nearest<'a>(word: &str, candidates: impl Iterator<Item = &'a str>) -> String {
    let plain = |text: &str| text.to_lowercase().replace('_', "-");
    let word = plain(word);
    candidates
        .map(|candidate| (strsim::sorensen_dice(&word, &plain(candidate)), candidate))
        .filter(|(likeness, _)| *likeness > 0.4)
        .max_by(|(a, _), (b, _)| a.total_cmp(b))
        .map_or_else(String::new, |(_, candidate)| {
            format!("; did you mean `{candidate}`?")
        })
}

/// Text from outside, made safe for a terminal and cut to a readable length.
pub(super) fn shown(text: &str) -> String {
    Escaped::new(text, 128).to_string()
}
