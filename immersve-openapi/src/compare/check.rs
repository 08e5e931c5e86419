//! Checks compiled code enums against a document.

use std::{any, ptr, sync::Arc};

use immersve_errors::{
    CodeInfo, ImmersveErrorCode,
    endpoints::{self, OPERATIONS},
};
use thiserror::Error;

use crate::{
    compare::{
        Deprecation, Known, Listed, Rule, compare, compare_codes, drift::Drift, rename::Renames,
    },
    document::{Document, operation::OperationError, status::StatusPattern},
    error::debug_as_display,
    naming,
};

impl Document {
    /// Checks a code enum against the operation that it names.
    ///
    /// For a test, which then fails when the codes of the document and the enum differ, and lists the differences.
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
    /// - `FORBIDDEN` and `INVALID_REQUEST_INPUT`, in the enum or in the document; see [`Checker::base_codes`];
    /// - an undocumented code whose variant is `#[deprecated]`;
    /// - a documented code whose variant is `#[deprecated]` with a note of your own;
    /// - a documented code that is an alias in the enum, if the variant's code is documented too;
    /// - a status that the document covers with `4XX`, `5XX` or `default`;
    /// - a code that the enum has, word for word, from the catalogue of `immersve-errors`, which only a later version can
    ///   change;
    /// - a code or status that the operation mentions in another form than those that [`Document`] reads, or that it may
    ///   document in a part that was not understood.
    ///
    /// # Errors
    ///
    /// The [differences](Drift). Also if the enum names no operation, or one that the document lacks.
    pub fn check<C: ImmersveErrorCode>(&self) -> Result<(), CheckError> {
        self.checker().check::<C>()
    }

    /// Checks the whole catalogue of `immersve-errors`, [`OPERATIONS`], against the document.
    ///
    /// The catalogue is that of the `immersve-errors` in your lockfile. If you use its enums directly, this test tells you
    /// of new codes:
    ///
    /// ```no_run
    /// use immersve_openapi::Document;
    ///
    /// # const _: &str = stringify!(
    /// #[test]
    /// # );
    /// fn the_catalogue_has_the_codes_of_the_document() -> Result<(), Box<dyn std::error::Error>> {
    ///     let document = Document::read("api/immersve.yaml")?;
    ///     document.check_catalogue()?;
    ///     Ok(())
    /// }
    /// # the_catalogue_has_the_codes_of_the_document().unwrap();
    /// ```
    ///
    /// Operations that were added, removed, moved or renamed are differences too. To hear only of the operations that
    /// you call, [`check`](Self::check) their enums, such as
    /// [`CreateCardErrorCode`](immersve_errors::endpoints::CreateCardErrorCode). `FORBIDDEN` and
    /// `INVALID_REQUEST_INPUT` are always ignored; the catalogue does not have them.
    ///
    /// # Errors
    ///
    /// The differences.
    pub fn check_catalogue(&self) -> Result<(), Drift> {
        let catalogue: Vec<_> = OPERATIONS
            .iter()
            .map(|operation| Listed {
                id: Some(operation.operation_id()),
                method: operation.method(),
                path: operation.path(),
                codes: known(operation.codes()),
                variants: Some(Vec::new()),
                operation: None,
            })
            .collect();
        let operations = self.operations();
        let documented: Vec<_> = operations.iter().map(Listed::documented).collect();
        let differences = compare(&catalogue, &documented, Rule::Code { base_codes: false });
        Drift::new("the catalogue", "the catalogue", differences, operations)
    }

    /// A check with options.
    pub const fn checker(&self) -> Checker<'_> {
        Checker {
            document: self,
            operation: None,
            base_codes: false,
        }
    }
}

/// A check of code enums, from [`Document::checker`].
#[derive(Debug, Clone)]
#[must_use = "it does nothing until a check is called"]
pub struct Checker<'d> {
    document: &'d Document,
    operation: Option<String>,
    base_codes: bool,
}

impl Checker<'_> {
    /// Sets the operation: an `operationId`, or a method and path such as `POST /auth/logout`. Without it, the
    /// enum has to name its operation.
    pub fn operation(mut self, name: impl Into<String>) -> Self {
        self.operation = Some(name.into());
        self
    }

    /// Sets whether `FORBIDDEN` and `INVALID_REQUEST_INPUT` are checked like other codes. Any operation can return
    /// them, so by default they are ignored in the enum and in the document.
    pub const fn base_codes(mut self, included: bool) -> Self {
        self.base_codes = included;
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
        let Some(operation) = self.operation.as_deref().or(C::OPERATION) else {
            return Err(CheckError::NoOperation(name.to_owned()));
        };
        let operation = self.document.operation(operation)?;
        let catalogue = C::OPERATION.and_then(endpoints::operation);
        let catalogue = catalogue.map_or(&[][..], |operation| operation.codes());
        // The enum of the catalogue itself is checked in full.
        let is_itself = ptr::eq(catalogue, C::CODES);
        let catalogue = if is_itself { &[] } else { catalogue };
        let (catalogued, own): (Vec<&CodeInfo>, Vec<_>) =
            C::CODES.iter().partition(|info| catalogue.contains(info));
        let is_catalogued = |code: &str| {
            let mut infos = catalogued.iter();
            infos.any(|info| info.code() == code || info.aliases().contains(&code))
        };
        let mut documented = Listed::documented(operation);
        documented.codes.retain(|code| !is_catalogued(&code.code));
        let codes = known(own);
        let names: Vec<&str> = codes.iter().map(|code| &*code.code).collect();
        let enumerated = Listed {
            // Other names may be taken too, but these are likely.
            variants: Some(naming::variants(&names, [])),
            codes,
            ..Listed::without_codes(operation)
        };
        let rule = Rule::Code {
            base_codes: self.base_codes,
        };
        let changes = compare_codes(&enumerated, &documented, rule, &mut Renames::default());
        let changes = changes.changes.into_iter().map(|it| it.change).collect();
        let differences = documented.differences(changes);
        let drift = Drift::new(&format!("`{name}`"), "the enum", differences, [operation]);
        drift.map_err(CheckError::Drift)
    }
}

/// The codes of a compiled enum.
fn known(codes: impl IntoIterator<Item = &'static CodeInfo>) -> Vec<Known> {
    let codes = codes.into_iter().map(|info| Known {
        code: info.code().into(),
        aliases: info.aliases().iter().copied().map(Arc::from).collect(),
        statuses: info
            .statuses()
            .iter()
            .copied()
            .map(StatusPattern::Exact)
            .collect(),
        description: info.description().into(),
        deprecation: Deprecation::of(info.deprecated()),
        is_embedded: false,
    });
    codes.collect()
}

/// Why an enum does not agree with a document.
///
/// `Display` and `Debug` are the same, because a test that ends with `?` prints `Debug`.
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
