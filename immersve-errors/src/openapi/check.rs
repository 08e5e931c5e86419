//! Code enums held to a document.

use std::{any, fmt};

#[cfg(feature = "endpoints")]
use super::difference::compare;
use super::{
    Change, Difference, Document, OperationError,
    difference::{Known, Listed, Rule, compare_codes},
    naming,
    shown::{code_list, name, sentence, statuses},
    status::StatusPattern,
};
use crate::{CodeInfo, FORBIDDEN, INVALID_REQUEST_INPUT, ImmersveErrorCode};

impl Document {
    /// Holds a code enum to this document, at the operation that the enum names.
    ///
    /// It is meant for a test of your own, which fails on the day that the API documents other codes
    /// than the enum has, and says which.
    ///
    /// ```no_run
    /// use immersve_errors::{ImmersveErrorCode, openapi::Document};
    ///
    /// #[derive(Debug, ImmersveErrorCode)]
    /// #[immersve(operation = "unfreeze-card")]
    /// enum UnfreezeCardErrorCode {
    ///     CardNotFrozen,
    ///     CardUnfreezeNotAllowed,
    /// }
    ///
    /// # const _: &str = stringify!(
    /// #[test]
    /// # );
    /// fn unfreeze_card_codes_are_those_of_the_document() -> Result<(), Box<dyn std::error::Error>> {
    ///     let document = Document::read("api/immersve.yaml")?;
    ///     document.check::<UnfreezeCardErrorCode>()?;
    ///     Ok(())
    /// }
    /// # unfreeze_card_codes_are_those_of_the_document().unwrap();
    /// ```
    ///
    /// These are drift: a documented code that the enum lacks, a code of the enum that is not
    /// documented, and a code under another status. These are not:
    ///
    /// - `FORBIDDEN` and `INVALID_REQUEST_INPUT`, on either side, as any operation may answer with
    ///   them; see [`Checker::base_codes`];
    /// - an undocumented code whose variant is `#[deprecated]`;
    /// - a documented code that is an alias in the enum, if its variant's code is documented too;
    /// - a status that the document covers with a `4XX`, a `5XX` or `default`.
    ///
    /// # Errors
    ///
    /// The [drift](Drift); and where the enum names no operation, or none of the document.
    pub fn check<C: ImmersveErrorCode>(&self) -> Result<(), CheckError> {
        self.checker().check::<C>()
    }

    /// A check with settings of its own.
    pub const fn checker(&self) -> Checker<'_> {
        Checker {
            document: self,
            operation: None,
            base_codes: false,
        }
    }
}

/// A check of code enums, from [`Document::checker`].
///
/// `Send`, `Sync` and `Clone`. `Debug` shows the document too.
#[derive(Debug, Clone)]
#[must_use = "it does nothing until a check is called"]
pub struct Checker<'d> {
    document: &'d Document,
    operation: Option<String>,
    base_codes: bool,
}

impl Checker<'_> {
    /// Sets the operation, for an enum that names none or another: an `operationId`, or a method and
    /// path such as `POST /auth/logout`.
    pub fn operation(mut self, name: impl Into<String>) -> Self {
        self.operation = Some(name.into());
        self
    }

    /// Sets whether `FORBIDDEN` and `INVALID_REQUEST_INPUT` are held to the document as any other
    /// code is. They belong to the status taxonomy, so by default they are left out on both sides.
    pub const fn base_codes(mut self, included: bool) -> Self {
        self.base_codes = included;
        self
    }

    /// Holds a code enum to the document; see [`Document::check`].
    ///
    /// # Errors
    ///
    /// Those of [`Document::check`].
    pub fn check<C: ImmersveErrorCode>(&self) -> Result<(), CheckError> {
        let path = any::type_name::<C>();
        let name = path.rsplit("::").next().unwrap_or(path);
        self.check_codes(name, C::OPERATION, C::CODES)
    }

    fn check_codes(
        &self,
        enum_name: &str,
        operation: Option<&str>,
        codes: &'static [CodeInfo],
    ) -> Result<(), CheckError> {
        let Some(operation) = self.operation.as_deref().or(operation) else {
            return Err(CheckError::NoOperation(enum_name.to_owned()));
        };
        let operation = self.document.operation(operation)?;
        let documented = Listed::documented(operation, |code| self.keeps(code.code()));
        let enumerated = Listed {
            codes: self.known(codes),
            ..Listed::documented(operation, |_| false)
        };
        let differences = compare_codes(&enumerated, &documented, Rule::Code);
        Drift::new(enum_name, "the enum", differences, |_| {
            format!("{}:{}", operation.file(), operation.line())
        })
        .map_err(CheckError::Drift)
    }

    /// Holds the whole catalogue, [`ENDPOINTS`](crate::endpoints::ENDPOINTS), to the document.
    ///
    /// Operations that appeared, vanished, moved or were renamed are drift as well. The base codes
    /// are always left out, as the catalogue has none.
    ///
    /// # Errors
    ///
    /// The drift.
    #[cfg(feature = "endpoints")]
    pub fn check_catalogue(&self) -> Result<(), Drift> {
        let checker = self.clone().base_codes(false);
        let catalogue: Vec<_> = crate::endpoints::ENDPOINTS
            .iter()
            .map(|operation| Listed {
                id: Some(operation.operation_id()),
                method: operation.method(),
                path: operation.path(),
                codes: checker.known(operation.codes()),
            })
            .collect();
        let documented: Vec<_> = self
            .document
            .operations()
            .iter()
            .map(|operation| Listed::documented(operation, |code| checker.keeps(code.code())))
            .collect();
        let differences = compare(&catalogue, &documented, Rule::Code);
        Drift::new(
            "the catalogue",
            "the catalogue",
            differences,
            |difference| match self.document.operation(difference.request()) {
                Ok(operation) => format!("{}:{}", operation.file(), operation.line()),
                Err(_) => String::new(),
            },
        )
    }

    fn keeps(&self, code: &str) -> bool {
        self.base_codes || !is_base(code)
    }

    fn known(&self, codes: &'static [CodeInfo]) -> Vec<Known<'static>> {
        codes
            .iter()
            .filter(|info| self.keeps(info.code()))
            .map(|info| Known {
                code: info.code(),
                aliases: info.aliases(),
                statuses: info
                    .statuses()
                    .iter()
                    .map(|status| StatusPattern::Exact(*status))
                    .collect(),
                description: info.description(),
                deprecated: info.deprecated().is_some(),
            })
            .collect()
    }
}

/// Whether a code belongs to the status taxonomy and not to an operation.
pub(super) fn is_base(code: &str) -> bool {
    matches!(code, FORBIDDEN | INVALID_REQUEST_INPUT)
}

/// Why an enum does not hold against a document.
///
/// `Display` and `Debug` are the same text, so that `?` in a test shows it as it is meant.
///
/// `Send` and `Sync`.
#[derive(Clone)]
#[non_exhaustive]
pub enum CheckError {
    /// The enum with this name says of no operation that its codes are meant.
    NoOperation(String),
    /// The operation is not in the document, or not once.
    Operation(OperationError),
    /// The codes differ.
    Drift(Drift),
}

impl From<OperationError> for CheckError {
    fn from(error: OperationError) -> Self {
        Self::Operation(error)
    }
}

impl fmt::Display for CheckError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NoOperation(name) => write!(
                f,
                "`{name}` names no operation; write `#[immersve(operation = \"...\")]` on it, or \
                 call `document.checker().operation(\"...\").check()`"
            ),
            Self::Operation(error) => error.fmt(f),
            Self::Drift(drift) => drift.fmt(f),
        }
    }
}

impl fmt::Debug for CheckError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl std::error::Error for CheckError {}

/// How an enum, or the catalogue, differs from a document.
///
/// `Display` and `Debug` are the same text of several lines: a diff, with what there is to do about
/// each line of it.
///
/// `Send` and `Sync`.
#[derive(Clone)]
pub struct Drift {
    subject: String,
    side: &'static str,
    differences: Vec<Difference>,
    /// Where the operation of each difference stands.
    places: Vec<String>,
}

impl Drift {
    fn new(
        subject: &str,
        side: &'static str,
        differences: Vec<Difference>,
        place: impl Fn(&Difference) -> String,
    ) -> Result<(), Self> {
        if differences.is_empty() {
            return Ok(());
        }
        Err(Self {
            subject: subject.to_owned(),
            side,
            places: differences.iter().map(place).collect(),
            differences,
        })
    }

    /// The differences, in the order of the document; operations that are gone come last.
    #[must_use]
    pub fn differences(&self) -> &[Difference] {
        &self.differences
    }
}

impl fmt::Display for Drift {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let ways = match self.differences.len() {
            1 => "one way".to_owned(),
            many => format!("{many} ways"),
        };
        write!(f, "{} and the document differ in {ways}", self.subject)?;
        let mut heading = None;
        for (difference, place) in self.differences.iter().zip(&self.places) {
            let operation = (difference.operation(), difference.request());
            if heading != Some(operation) {
                write!(f, "\n\n{}", name(operation.0))?;
                if operation.0 != operation.1 {
                    write!(f, ", {}", name(operation.1))?;
                }
                if !place.is_empty() {
                    write!(f, " ({})", name(place))?;
                }
                heading = Some(operation);
            }
            line(f, self.side, difference.change())?;
        }
        Ok(())
    }
}

fn line(f: &mut fmt::Formatter<'_>, side: &str, change: &Change) -> fmt::Result {
    f.write_str("\n  ")?;
    match change {
        Change::OperationAdded { codes } if codes.is_empty() => {
            write!(f, "+ the operation is documented, {side} lacks it")
        }
        Change::OperationAdded { codes } => write!(
            f,
            "+ the operation is documented, {side} lacks it; its codes: {}",
            code_list(codes)
        ),
        Change::OperationRemoved { .. } => {
            write!(f, "- the operation is in {side}, the document lacks it")
        }
        Change::OperationRenamed { from, to } => write!(
            f,
            "~ the operation is `{}` in {side}, `{}` in the document",
            name(from.as_deref().unwrap_or_default()),
            name(to.as_deref().unwrap_or_default())
        ),
        Change::OperationMoved { from, to } => write!(
            f,
            "~ the operation is `{}` in {side}, `{}` in the document",
            name(from),
            name(to)
        ),
        Change::CodeAdded {
            code,
            statuses: under,
            description,
        } => {
            write!(
                f,
                "+ {code} ({}) is documented, {side} lacks it; add `{}`",
                statuses(under),
                variant(code)
            )?;
            if !description.is_empty() {
                write!(f, "\n      {}", sentence(description))?;
            }
            Ok(())
        }
        Change::CodeRemoved {
            code,
            statuses: under,
        } => write!(
            f,
            "- {code} ({}) is in {side}, the document lacks it; remove it, or mark it \
             `#[deprecated]` to keep it",
            statuses(under)
        ),
        Change::CodeRenamed { from, to, evidence } if evidence.is_guess() => write!(
            f,
            "> {from} is in {side}, the document lacks it and has {to}\n      perhaps renamed, a \
             guess, as {}; if so, `#[immersve(alias = \"{from}\")] {}`",
            evidence.reason(),
            naming::variant(to).0,
        ),
        Change::CodeRenamed { from, to, .. } => write!(
            f,
            "> {from} is in {side}, the document has only its alias {to}; make {to} the code and \
             {from} the alias",
        ),
        Change::StatusesChanged { code, from, to } => {
            write!(
                f,
                "~ {code} is {} in {side}, {} in the document",
                statuses(from),
                statuses(to)
            )?;
            let exact: Vec<String> = to
                .iter()
                .filter_map(|pattern| match pattern {
                    StatusPattern::Exact(status) => Some(format!("status = {status}")),
                    _ => None,
                })
                .collect();
            if exact.len() == to.len() {
                write!(f, "; write `#[immersve({})]`", exact.join(", "))?;
            }
            Ok(())
        }
        Change::DescriptionChanged { code, .. } => write!(f, "~ {code} is described anew"),
    }
}

/// The variant to add for a code, in the derive's words.
fn variant(code: &str) -> String {
    match naming::variant(code) {
        (name, true) => format!("#[immersve(code = \"{code}\")] {name}"),
        (name, false) => name,
    }
}

impl fmt::Debug for Drift {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl std::error::Error for Drift {}
