//! An explanation as data, which `--json` prints.

use immersve_errors::{
    CodeInfo, ErrorKind, ErrorResponse, FORBIDDEN, INVALID_REQUEST_INPUT, Retry,
    endpoints::{self, Operation},
    http::{StatusCode, header::CONTENT_ENCODING},
    is_base_code,
};
use serde::Serialize;

use super::question::not_documented;

/// An explanation of what was asked for.
#[derive(Debug, PartialEq, Serialize)]
#[serde(tag = "subject", rename_all = "snake_case")]
pub(super) enum Explanation {
    Operations { operations: Vec<OperationCodes> },
    Operation(OperationCodes),
    Code(CodeMeaning),
    Response(Response),
}

/// An operation and its codes.
#[derive(Debug, PartialEq, Serialize)]
pub(super) struct OperationCodes {
    pub(super) operation: &'static str,
    pub(super) request: String,
    pub(super) resource: &'static str,
    pub(super) codes: Vec<Documented>,
}

/// A code as an operation documents it.
#[derive(Debug, PartialEq, Serialize)]
pub(super) struct Documented {
    pub(super) operation: &'static str,
    pub(super) request: String,
    /// The code, also if an alias of it was asked for.
    pub(super) code: &'static str,
    pub(super) statuses: &'static [u16],
    pub(super) meaning: &'static str,
    pub(super) remedy: Option<&'static str>,
    /// What the API does not document about it: the last of three paragraphs.
    pub(super) caveat: Option<&'static str>,
    pub(super) deprecated: Option<&'static str>,
}

#[derive(Debug, PartialEq, Serialize)]
pub(super) struct CodeMeaning {
    pub(super) code: String,
    pub(super) documented: DocumentedAt,
    /// One for each status that it is documented under.
    pub(super) verdicts: Vec<Verdict>,
}

/// Where a code is documented.
#[derive(Debug, PartialEq, Serialize)]
pub(super) struct DocumentedAt {
    /// Whether any operation can answer with it.
    pub(super) anywhere: bool,
    /// What it is an alias of, if any operation can answer with it.
    pub(super) alias_of: Option<&'static str>,
    pub(super) at: Vec<Documented>,
    /// Other operations that document it, if one was named.
    pub(super) also_at: Option<Vec<&'static str>>,
    /// The message if no operation documents it.
    pub(super) unknown: Option<String>,
}

/// The kind of a response with this status, and what to do about it.
#[derive(Debug, PartialEq, Serialize)]
pub(super) struct Verdict {
    pub(super) status: u16,
    pub(super) kind: &'static str,
    pub(super) retry: &'static str,
    /// Advice for all errors of this kind, if the code has no remedy of its own.
    pub(super) advice: Option<&'static str>,
}

#[derive(Debug, PartialEq, Serialize)]
pub(super) struct Response {
    /// The response in one line, escaped.
    pub(super) summary: String,
    pub(super) code: Option<String>,
    pub(super) reason: Option<String>,
    pub(super) field_errors: Vec<FieldError>,
    /// How many seconds to wait, if the response says so.
    pub(super) retry_after: Option<u64>,
    /// The compression of the body. A compressed body is not read.
    pub(super) encoding: Option<String>,
    pub(super) documented: Option<DocumentedAt>,
    /// The statuses that document the code, if this is another one.
    pub(super) expected_statuses: Option<&'static [u16]>,
    #[serde(flatten)]
    pub(super) verdict: Verdict,
}

#[derive(Debug, PartialEq, Serialize)]
pub(super) struct FieldError {
    pub(super) path: String,
    pub(super) message: String,
}

impl Explanation {
    pub(super) fn list(operations: &[Operation]) -> Self {
        let operations = operations.iter().map(OperationCodes::new);
        Self::Operations {
            operations: operations.collect(),
        }
    }

    pub(super) fn operation(operation: &Operation) -> Self {
        Self::Operation(OperationCodes::new(operation))
    }

    /// `None` for a code that no operation documents.
    pub(super) fn code(operation: Option<&'static Operation>, code: &str) -> Option<Self> {
        let uses = uses(operation, code);
        let statuses = match (code, uses.first()) {
            (FORBIDDEN, _) => &[403],
            (code, _) if is_base_code(code) => &[400],
            (_, first) => first?.1.statuses(),
        };
        let statuses = statuses
            .iter()
            .filter_map(|status| StatusCode::from_u16(*status).ok());
        Some(Self::Code(CodeMeaning {
            code: code.to_owned(),
            documented: DocumentedAt::new(operation, code, &uses),
            verdicts: statuses
                .map(|status| Verdict::new(ErrorKind::new(status, Some(code)), status, &uses))
                .collect(),
        }))
    }

    pub(super) fn response(
        operation: Option<&'static Operation>,
        response: &ErrorResponse,
    ) -> Self {
        let status = response.status();
        let uses = response
            .code()
            .map_or_else(Vec::new, |code| uses(operation, code));
        let field_errors = response.field_errors().iter().map(|error| FieldError {
            path: error.path().to_owned(),
            message: error.message().to_owned(),
        });
        let encoding = response
            .headers()
            .get(CONTENT_ENCODING)
            .map(|encoding| String::from_utf8_lossy(encoding.as_bytes()).into_owned())
            .filter(|encoding| !encoding.eq_ignore_ascii_case("identity"));
        Self::Response(Response {
            summary: response.to_string(),
            code: response.code().map(ToOwned::to_owned),
            reason: response.reason().map(ToOwned::to_owned),
            field_errors: field_errors.collect(),
            retry_after: response.retry_after().map(|wait| wait.as_secs()),
            encoding: encoding.filter(|_| response.code().is_none()),
            documented: response
                .code()
                .map(|code| DocumentedAt::new(operation, code, &uses)),
            expected_statuses: uses
                .first()
                .map(|(_, info)| info.statuses())
                .filter(|statuses| !statuses.contains(&status.as_u16())),
            verdict: Verdict::new(response.kind(), status, &uses),
        })
    }
}

/// An operation that documents a code, and the entry of the code there.
type Use = (&'static Operation, &'static CodeInfo);

fn uses(operation: Option<&'static Operation>, code: &str) -> Vec<Use> {
    endpoints::operations_with_code(code)
        .filter(|(found, _)| operation.is_none_or(|operation| *found == operation))
        .collect()
}

fn request(operation: &Operation) -> String {
    format!("{} {}", operation.method(), operation.path())
}

impl OperationCodes {
    fn new(operation: &Operation) -> Self {
        let codes = operation.codes().iter();
        Self {
            operation: operation.operation_id(),
            request: request(operation),
            resource: operation.resource(),
            codes: codes.map(|info| Documented::new(operation, info)).collect(),
        }
    }
}

impl Documented {
    fn new(operation: &Operation, info: &'static CodeInfo) -> Self {
        Self {
            operation: operation.operation_id(),
            request: request(operation),
            code: info.code(),
            statuses: info.statuses(),
            meaning: info.meaning(),
            remedy: info.remedy(),
            caveat: info.description().splitn(3, "\n\n").nth(2),
            deprecated: info.deprecated(),
        }
    }
}

impl DocumentedAt {
    fn new(operation: Option<&'static Operation>, code: &str, uses: &[Use]) -> Self {
        let anywhere = is_base_code(code);
        let is_alias = anywhere && !matches!(code, FORBIDDEN | INVALID_REQUEST_INPUT);
        let elsewhere = || {
            endpoints::operations_with_code(code)
                .filter(|found| !uses.contains(found))
                .map(|(other, _)| other.operation_id())
                .collect()
        };
        Self {
            anywhere,
            alias_of: is_alias.then_some(INVALID_REQUEST_INPUT),
            at: uses
                .iter()
                .map(|(operation, info)| Documented::new(operation, info))
                .collect(),
            also_at: operation.filter(|_| !uses.is_empty()).map(|_| elsewhere()),
            unknown: (uses.is_empty() && !anywhere).then(|| not_documented(operation, code)),
        }
    }
}

impl Verdict {
    fn new(kind: ErrorKind, status: StatusCode, uses: &[Use]) -> Self {
        let hint = uses.iter().find_map(|(_, info)| info.retry());
        // The remedy of a code is more exact than the advice for all errors of its kind.
        let has_remedy = uses.iter().any(|(_, info)| info.remedy().is_some());
        Self {
            status: status.as_u16(),
            kind: kind.as_str(),
            retry: Retry::as_str(hint.unwrap_or(Retry::for_status(status))),
            advice: (!has_remedy).then(|| kind.advice()),
        }
    }
}
