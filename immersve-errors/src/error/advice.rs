//! Chooses the advice for an error.

use super::{InvalidBody, invalid_body::Problem};
use crate::{CodeInfo, ErrorKind, ErrorResponse};

/// A text for a developer. It is true even if the body broke off, or a proxy answered.
pub(super) fn advice(
    response: &ErrorResponse,
    documented: Option<&'static CodeInfo>,
    invalid: Option<&InvalidBody>,
) -> &'static str {
    let kind = response.kind();
    if kind == ErrorKind::InvalidResponse {
        return match invalid.map(InvalidBody::problem) {
            Some(Problem::Interrupted) => {
                "Find out whether the request took effect, or send it again if it is idempotent: it was accepted, and the answer was lost on its way."
            }
            Some(Problem::NotJson) => {
                "Find out who answered, and whether the request took effect: the body is not JSON, so the answer may be a proxy's."
            }
            Some(Problem::Empty) => {
                "Find out what the request did before sending it again: it was accepted, and the body is empty. If the operation answers without a body, ask for `()`."
            }
            Some(Problem::End) => {
                "Find out what the request did before sending it again: it was accepted, and the body ends too early."
            }
            #[cfg(any(feature = "reqwest", feature = "ureq"))]
            Some(Problem::Undecodable) => {
                "Find out what the request did before sending it again: it was accepted, and the body could not be decompressed."
            }
            #[cfg(any(feature = "reqwest", feature = "ureq"))]
            Some(Problem::OverLimit) => {
                "Raise the limit of a success, or ask for less: the request was accepted, and the body is longer."
            }
            Some(Problem::Shape) => {
                "Correct the client's types before sending the request again: it was accepted."
            }
            // A success that the program itself turned into an error.
            None => "Read the response as a success: the request was accepted.",
        };
    }
    if let Some(remedy) = documented.and_then(CodeInfo::remedy) {
        return remedy;
    }
    match response.status().as_u16() {
        // Only a code could say what is wrong, and it may have been in the part that was lost.
        400 | 403 if response.is_truncated() && response.code().is_none() => {
            "Look at the status alone: the body was cut, and the part that was lost may have had the code of a business rule."
        }
        408 => {
            "Send it again if it is idempotent, on a new connection: the server waited too long for the request."
        }
        421 => {
            "Send it again on a new connection: the request reached a server that does not answer for this host."
        }
        425 => {
            "Send it again once the TLS handshake is complete: the server took the request for early data."
        }
        _ => kind.advice(),
    }
}
