//! `explain`: what an error code of the API, or a whole error response, means.

mod explanation;
mod input;
mod page;
mod question;
#[cfg(test)]
mod tests;

use std::{error::Error, io};

use immersve_errors::{
    ErrorResponse,
    endpoints::OPERATIONS,
    http::{HeaderMap, StatusCode},
};

use self::{
    explanation::Explanation,
    question::{find, neither, no_operation, not_documented},
};
use super::output;

pub(crate) fn run(subject: &[String], list: bool, json: bool) -> Result<(), Box<dyn Error>> {
    let subject: Vec<&str> = subject.iter().map(String::as_str).collect();
    let explanation = if list {
        Explanation::list(OPERATIONS)
    } else {
        answer(&subject, input::read)?
    };
    if json {
        output::print_json(&explanation)?;
    } else {
        output::print(&page::show(&explanation))?;
    }
    Ok(())
}

/// The explanation, or what is wrong with the arguments.
fn answer(
    args: &[&str],
    read: impl FnOnce(&str) -> io::Result<Vec<u8>>,
) -> Result<Explanation, String> {
    let (operation, subject) =
        match *args {
            [subject] => match find(subject) {
                Some(operation) => return Ok(Explanation::operation(operation)),
                None => (None, subject),
            },
            [first, second] => match (find(first), find(second)) {
                (Some(operation), _) => (Some(operation), second),
                (None, Some(operation)) => (Some(operation), first),
                (None, None) => return Err(no_operation(first)),
            },
            _ => return Err(
                "expected an operation, a code or a status, or an operation and one of the others"
                    .to_owned(),
            ),
        };
    if subject == "-" {
        let bytes =
            read("response").map_err(|error| format!("the response cannot be read: {error}"))?;
        let response = input::response(&bytes)?;
        is_error(response.status())?;
        return Ok(Explanation::response(operation, &response));
    }
    let Ok(status) = subject.parse() else {
        return Explanation::code(operation, subject).ok_or_else(|| match operation {
            Some(_) => not_documented(operation, subject),
            None => neither(subject),
        });
    };
    let status =
        StatusCode::from_u16(status).map_err(|_| format!("{status} is not an HTTP status"))?;
    is_error(status)?;
    let body = read("body").map_err(|error| format!("the body cannot be read: {error}"))?;
    let response = ErrorResponse::new(status, HeaderMap::new(), body);
    Ok(Explanation::response(operation, &response))
}

fn is_error(status: StatusCode) -> Result<(), String> {
    if status.is_success() {
        return Err(format!("{status} is not an error"));
    }
    Ok(())
}
