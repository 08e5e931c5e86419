//! The advice for an error.

use super::body_error::{BodyError, Problem};
use crate::{code::CodeInfo, response::ErrorResponse, taxonomy::ErrorKind};

/// What a developer should do; correct even for a truncated body or the response of a proxy.
pub(super) fn advice(
    response: &ErrorResponse,
    documented: Option<&'static CodeInfo>,
    invalid: Option<&BodyError>,
) -> &'static str {
    let kind = response.kind();
    if kind == ErrorKind::InvalidResponse {
        return match invalid.map(BodyError::problem) {
            Some(Problem::Interrupted) => {
                "Send the request again if it is idempotent; otherwise find out first whether it took effect. It was accepted, and the body was interrupted."
            }
            Some(Problem::NotJson) => {
                "Find out who answered, and whether the request took effect: the body is not JSON, so it may come from a proxy."
            }
            Some(Problem::Empty) => {
                "Decode the response as `()` if the operation answers without a body. Otherwise find out whether the request took effect before sending it again: it was accepted, and the body is empty."
            }
            Some(Problem::End) => {
                "Find out whether the request took effect before sending it again: it was accepted, and its JSON is incomplete."
            }
            Some(Problem::Encoded) => {
                "Decode the body in the client, or send `Accept-Encoding: identity`: the request was accepted, and the body is still encoded."
            }
            #[cfg(any(feature = "http-body", feature = "ureq"))]
            Some(Problem::Undecodable) => {
                "Find out whether the request took effect before sending it again: it was accepted, and the body could not be decompressed."
            }
            #[cfg(any(feature = "http-body", feature = "ureq"))]
            Some(Problem::OverLimit) => {
                "Raise the limit for the body of a success, or request less data: the request was accepted, and its response is longer than the limit."
            }
            Some(Problem::Shape) => {
                "Correct the client's types, which do not match the body, before sending the request again: it was accepted."
            }
            // The program built an error from a success.
            None => "Read the response as a success: the request was accepted.",
        };
    }
    if let Some(remedy) = documented.and_then(CodeInfo::remedy) {
        return remedy;
    }
    if invalid.is_some_and(|invalid| invalid.problem() == Problem::Encoded) {
        return "Decode the body in the client, or send `Accept-Encoding: identity`: the body is still encoded, and may contain a code.";
    }
    match response.status().as_u16() {
        // The code may be in the missing part.
        400 | 403 if response.is_truncated() && response.code().is_none() => {
            "Judge by the status alone: the body is truncated, and the missing part may contain the code of a business rule."
        }
        408 => {
            "Send the request again on a new connection if it is idempotent: the server timed out waiting for it."
        }
        421 => {
            "Send the request again on a new connection: it reached a server that does not answer for this host."
        }
        425 => {
            "Send the request again once the TLS handshake is complete: the server refused it as early data."
        }
        _ => kind.advice(),
    }
}
