//! `explain`: what an error code of the API, or a whole error response, means.

mod page;
mod response;
#[cfg(test)]
mod tests;

use std::{error::Error, io};

use clap::Args;
use immersve_errors::{
    CodeInfo, Escaped,
    endpoints::{self, OPERATIONS, Operation},
};

use self::page::Page;
use super::{Outcome, output};

/// Explain a code, an operation or an error response
///
/// Prints the meaning and remedy of a code, at one operation or at all that document it; the codes of an operation; or
/// what a response means, which is read from standard input in the form of `curl -i`.
#[derive(Debug, Args)]
#[command(
    override_usage = "immersve-openapi explain [OPERATION] CODE\n       \
                      immersve-openapi explain OPERATION\n       \
                      immersve-openapi explain [OPERATION] -",
    after_help = "Examples:\n  \
                  immersve-openapi explain create-card KYC_REQUIRED\n  \
                  curl -i https://example.com/api/cards | immersve-openapi explain -"
)]
pub(crate) struct ExplainArgs {
    /// Operation (an operationId or a request such as "POST /api/cards"), code, or - for standard input
    #[arg(num_args = 1..=2, required = true)]
    subject: Vec<String>,
}

impl ExplainArgs {
    pub(crate) fn run(&self) -> Result<Outcome, Box<dyn Error>> {
        let subject: Vec<&str> = self.subject.iter().map(String::as_str).collect();
        output::print(&answer(&subject, response::read)?)?;
        Ok(Outcome::Agree)
    }
}

/// The explanation, or what is wrong with the arguments.
fn answer(subject: &[&str], read: impl FnOnce() -> io::Result<Vec<u8>>) -> Result<String, String> {
    let (operation, subject) = match *subject {
        [operation, subject] => {
            let ids = OPERATIONS.iter().map(Operation::operation_id);
            let found = find(operation).ok_or_else(|| {
                let near = nearest(operation, ids);
                format!("no operation is called `{}`{near}", shown(operation))
            })?;
            (Some(found), subject)
        }
        [subject] => match find(subject) {
            Some(operation) => return Ok(Page::of_operation(operation)),
            None => (None, subject),
        },
        _ => return Err("expected an operation, a code or -".to_owned()),
    };
    if subject != "-" {
        return Page::of_code(operation, subject).ok_or_else(|| not_documented(operation, subject));
    }
    let bytes = read().map_err(|error| format!("the response cannot be read: {error}"))?;
    let response = response::parse(&bytes)?;
    let status = response.status();
    if status.is_success() {
        return Err(format!("{status} is not an error"));
    }
    Ok(Page::of_response(operation, &response))
}

/// The operation with this id, or the one of a request such as `POST /api/cards/123/reissue`.
fn find(name: &str) -> Option<&'static Operation> {
    endpoints::operation(name).or_else(|| {
        let (method, path) = name.split_once(' ')?;
        endpoints::operation_at(&method.to_uppercase(), path.trim())
    })
}

/// That the operation, or every operation, lacks a code.
fn not_documented(operation: Option<&'static Operation>, code: &str) -> String {
    let name = shown(code);
    let Some(operation) = operation else {
        let ids = OPERATIONS.iter().map(Operation::operation_id);
        let near = nearest(code, codes(OPERATIONS).chain(ids));
        return format!("`{name}` is neither an operation nor a documented code{near}");
    };
    let elsewhere: Vec<&str> = endpoints::operations_with_code(code)
        .map(|(other, _)| other.operation_id())
        .collect();
    let advice = match &*elsewhere {
        [] => nearest(code, codes([operation])),
        others => format!("; it is a code of {}", others.join(", ")),
    };
    format!("the operation does not document `{name}`{advice}")
}

fn codes(
    operations: impl IntoIterator<Item = &'static Operation>,
) -> impl Iterator<Item = &'static str> {
    let infos = operations.into_iter().flat_map(Operation::codes);
    infos.map(CodeInfo::code)
}

/// Advice that names the candidate that is most similar to a word, if one is similar enough.
fn nearest<'a>(word: &str, candidates: impl Iterator<Item = &'a str>) -> String {
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

/// Foreign text, made safe for a terminal and truncated to a readable length.
fn shown(text: &str) -> String {
    Escaped::new(text, 128).to_string()
}
