//! Finding operations by id, by request or by code.

use super::{OPERATIONS, Operation};
use crate::code::{CodeInfo, equal};

/// Finds the operation with this `operationId`.
///
/// ```
/// use immersve_errors::endpoints;
///
/// let create = endpoints::operation("create-card").unwrap();
/// assert_eq!((create.method(), create.path()), ("POST", "/api/cards"));
/// assert_eq!(endpoints::operation("create-car"), None);
/// ```
///
/// In a constant, the compiler checks the id:
///
/// ```
/// use immersve_errors::endpoints::{self, Operation};
///
/// const LIST_CARDS: &Operation = endpoints::operation("list-cards").unwrap();
/// ```
#[must_use]
pub const fn operation(operation_id: &str) -> Option<&'static Operation> {
    let mut rest = OPERATIONS;
    while let [operation, others @ ..] = rest {
        if equal(operation.operation_id(), operation_id) {
            return Some(operation);
        }
        rest = others;
    }
    None
}

/// Finds the operation for a request with this method and path.
///
/// The path starts with a slash and has values for the parameters; a whole URL is not found. A query, a fragment and
/// one trailing slash are ignored. The method is case-sensitive.
///
/// ```
/// use immersve_errors::endpoints;
///
/// let reissue = endpoints::operation_at("POST", "/api/cards/123/reissue").unwrap();
/// assert_eq!(reissue.operation_id(), "reissue-card");
///
/// let cards = endpoints::operation_at("GET", "/api/accounts/123/cards?limit=10").unwrap();
/// assert_eq!(cards.operation_id(), "list-cards");
///
/// assert_eq!(endpoints::operation_at("DELETE", "/api/cards/123/reissue"), None);
/// assert_eq!(endpoints::operation_at("post", "/api/cards/123/reissue"), None);
/// ```
#[must_use]
pub fn operation_at(method: &str, path: &str) -> Option<&'static Operation> {
    let path = path.split(['?', '#']).next().unwrap_or_default();
    let path = path.strip_suffix('/').unwrap_or(path);
    OPERATIONS
        .iter()
        .find(|operation| operation.answers(method, path))
}

/// Finds all operations that document a code or an alias, with what each documents about it.
///
/// Use it if the operation is unknown, for example for a code in a log. The order is that of [`OPERATIONS`]. Base
/// codes such as `FORBIDDEN` are not found, because they belong to no operation.
///
/// ```
/// use immersve_errors::endpoints;
///
/// for (operation, info) in endpoints::operations_with_code("KYC_REQUIRED") {
///     println!("{}: {}", operation.operation_id(), info.meaning());
/// }
///
/// let found = endpoints::operations_with_code("KYC_REQUIRED");
/// let ids: Vec<_> = found.map(|(operation, _)| operation.operation_id()).collect();
/// assert_eq!(ids, ["create-card", "reissue-card"]);
/// ```
pub fn operations_with_code(
    code: &str,
) -> impl Iterator<Item = (&'static Operation, &'static CodeInfo)> + Clone {
    OPERATIONS
        .iter()
        .filter_map(move |operation| Some((operation, operation.info(code)?)))
}
