//! From an operation's id, a request or a code to what the table has of it.

use super::{OPERATIONS, Operation};
use crate::CodeInfo;

/// The operation with this `operationId`.
///
/// ```
/// use immersve_errors::endpoints;
///
/// let create = endpoints::operation("create-card").unwrap();
/// assert_eq!((create.method(), create.path()), ("POST", "/api/cards"));
/// assert_eq!(endpoints::operation("create-car"), None);
/// ```
#[must_use]
pub fn operation(operation_id: &str) -> Option<&'static Operation> {
    OPERATIONS
        .iter()
        .find(|operation| operation.operation_id() == operation_id)
}

/// The operation that answers a request with this method and path.
///
/// The path is concrete: any text but the empty one stands for a parameter. A query or fragment
/// behind it is ignored, and so is one slash at its end. It starts with a slash, so pass what
/// follows scheme and host. The method is in capitals, as HTTP has it.
///
/// No request is answered by two operations.
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
/// ```
#[must_use]
pub fn operation_at(method: &str, path: &str) -> Option<&'static Operation> {
    let path = path.split(['?', '#']).next().unwrap_or_default();
    let path = path.strip_suffix('/').unwrap_or(path);
    OPERATIONS
        .iter()
        .find(|operation| operation.answers(method, path))
}

/// Every operation that documents a code, given the code or one of its aliases, each with what the
/// code means there.
///
/// For a code whose operation is not known, as in a log. The order is that of [`OPERATIONS`]. A base
/// code of the status taxonomy, such as `FORBIDDEN`, belongs to no operation and gives nothing.
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
