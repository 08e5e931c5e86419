//! Checks compiled code enums against a document.

use std::{any, collections::HashMap, sync::Arc};

use immersve_errors::{CodeInfo, ImmersveErrorCode, endpoints::OPERATIONS, is_base_code};
use thiserror::Error;

use crate::{
    Document, Drift, OperationError, StatusPattern,
    compare::{Known, Listed, Rule, compare, compare_codes, rename::Guesses},
    error::debug_as_display,
};

impl Document {
    /// Checks a code enum against the operation that it names.
    ///
    /// Use it in a test: the test fails when the document has other codes than the enum, and says which.
    ///
    /// ```no_run
    /// use immersve_errors::ImmersveErrorCode;
    /// use immersve_openapi::Document;
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
    /// These are differences: a documented code that the enum lacks, a code of the enum that is not
    /// documented, and a code under another status. These are not:
    ///
    /// - `FORBIDDEN` and `INVALID_REQUEST_INPUT`, in the enum or in the document, as any operation may answer
    ///   with them; see [`Checker::base_codes`];
    /// - an undocumented code whose variant is `#[deprecated]`;
    /// - a documented code that is an alias in the enum, if the variant's code is documented too;
    /// - a status that the document covers with `4XX`, `5XX` or `default`.
    ///
    /// # Errors
    ///
    /// The [differences](Drift). Also if the enum names no operation, or one that the document lacks.
    pub fn check<C: ImmersveErrorCode>(&self) -> Result<(), CheckError> {
        self.checker().check::<C>()
    }

    /// A check with settings.
    pub const fn checker(&self) -> Checker<'_> {
        Checker {
            document: self,
            operation: None,
            base_codes: false,
            shared: Vec::new(),
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
    shared: Vec<String>,
}

impl Checker<'_> {
    /// Sets the operation: an `operationId`, or a method and path such as `POST /auth/logout`. Without it, the
    /// enum has to name its operation.
    pub fn operation(mut self, name: impl Into<String>) -> Self {
        self.operation = Some(name.into());
        self
    }

    /// Sets whether `FORBIDDEN` and `INVALID_REQUEST_INPUT` are checked like other codes. Any operation may
    /// answer with them, so by default they are ignored in the enum and in the document.
    pub const fn base_codes(mut self, included: bool) -> Self {
        self.base_codes = included;
        self
    }

    /// Adds the name of an enum that names no operation on purpose, as its codes are those of several operations.
    /// [`check_sources`](Self::check_sources) then does not warn of it. An enum that another one of the same files
    /// embeds does not have to be listed.
    pub fn shared(mut self, enum_name: impl Into<String>) -> Self {
        self.shared.push(enum_name.into());
        self
    }

    /// Checks a code enum against the document; see [`Document::check`].
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
        let differences = compare_codes(
            &enumerated,
            &documented,
            Rule::Code,
            &mut Guesses::default(),
        );
        Drift::new(enum_name, "the enum", differences, |_| {
            format!("{}:{}", operation.file(), operation.line())
        })
        .map_err(CheckError::Drift)
    }

    /// Checks the whole catalogue, [`OPERATIONS`], against the document.
    ///
    /// Operations that were added, removed, moved or renamed are differences too. `FORBIDDEN` and
    /// `INVALID_REQUEST_INPUT` are always ignored, as the catalogue does not have them.
    ///
    /// # Errors
    ///
    /// The differences.
    pub fn check_catalogue(&self) -> Result<(), Drift> {
        let checker = self.clone().base_codes(false);
        let catalogue: Vec<_> = OPERATIONS
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
        let operations = self.document.operations().iter();
        let operations: HashMap<_, _> = operations
            .map(|operation| ((operation.method(), operation.path()), operation))
            .collect();
        Drift::new(
            "the catalogue",
            "the catalogue",
            differences,
            |difference| {
                let request = difference.request().split_once(' ');
                let operation = request.and_then(|request| operations.get(&request));
                operation.map_or_else(String::new, |operation| {
                    format!("{}:{}", operation.file(), operation.line())
                })
            },
        )
    }

    pub(crate) const fn document(&self) -> &Document {
        self.document
    }

    pub(crate) fn shared_enums(&self) -> &[String] {
        &self.shared
    }

    pub(crate) fn keeps(&self, code: &str) -> bool {
        self.base_codes || !is_base_code(code)
    }

    fn known(&self, codes: &'static [CodeInfo]) -> Vec<Known> {
        codes
            .iter()
            .filter(|info| self.keeps(info.code()))
            .map(|info| Known {
                code: info.code().into(),
                aliases: info
                    .aliases()
                    .iter()
                    .map(|alias| Arc::from(*alias))
                    .collect(),
                statuses: info
                    .statuses()
                    .iter()
                    .map(|status| StatusPattern::Exact(*status))
                    .collect(),
                description: info.description().into(),
                deprecated: info.deprecated().is_some(),
            })
            .collect()
    }
}

/// Why an enum does not agree with a document.
///
/// `Display` and `Debug` are the same text, as a test that ends with `?` shows `Debug`.
///
/// `Send` and `Sync`.
#[derive(Clone, Error)]
#[non_exhaustive]
pub enum CheckError {
    /// The enum with this name has no `#[immersve(operation = "...")]`, and the check was given none.
    #[error(
        "`{0}` names no operation; write `#[immersve(operation = \"...\")]` on it, or call \
         `document.checker().operation(\"...\").check()`"
    )]
    NoOperation(String),
    /// The document lacks the operation, or has several with this name.
    #[error(transparent)]
    Operation(#[from] OperationError),
    /// The codes differ.
    #[error(transparent)]
    Drift(Drift),
}

debug_as_display!(CheckError);
