//! Checks the code enums in Rust files against a document, without compiling them.

use std::{fmt, sync::Arc};

use serde::Serialize;

use crate::{
    Change, Checker, Difference, Document, DocumentedOperation, Drift, Sources, StatusPattern,
    Warning,
    compare::{Known, Listed, Rule, compare_codes, rename::Guesses, unchecked::Unchecked},
    source::{
        SourceEnum,
        embed::{Embedded, Embeds},
        item::Code,
    },
};

impl Document {
    /// Checks the code enums of Rust files against this document, without compiling them.
    ///
    /// The rules are those of [`check`](Self::check); see [`Checker::check_sources`].
    pub fn check_sources(&self, sources: &Sources) -> SourceCheck {
        self.checker().check_sources(sources)
    }
}

impl Checker<'_> {
    /// Checks the code enums of Rust files that name an operation against the document.
    ///
    /// The rules are those of [`Document::check`]; an operation that the document lacks is a difference too. These
    /// are [warnings](SourceCheck::warnings):
    ///
    /// - An enum names no operation, so it is not checked. If another enum of the files embeds it, or if it is
    ///   [`shared`](Self::shared), there is no warning.
    /// - An enum embeds one that is neither in the given files nor in the catalogue of `immersve-errors`, so missing
    ///   codes are not reported.
    ///
    /// Codes of embedded enums count as codes of the outer enum. An embedded enum is one of the catalogue if its path
    /// ends with `immersve_errors::endpoints` and its name, or leads there through `use` items of the same file. The
    /// catalogue is that of the `immersve-errors` that this crate was built with. Its codes are no difference if the
    /// document lacks them, as only a later version can change them; see [`check_catalogue`](Self::check_catalogue).
    ///
    /// ```
    /// use immersve_openapi::{Document, Sources};
    ///
    /// let document: Document = r#"
    /// openapi: 3.1.0
    /// paths:
    ///   /api/cards/{cardId}/unfreeze:
    ///     post:
    ///       operationId: unfreeze-card
    ///       responses:
    ///         "403":
    ///           description: "**CARD_NOT_FROZEN** The card is not frozen."
    /// "#
    /// .parse()?;
    /// let sources = Sources::parse(
    ///     "codes.rs",
    ///     r#"
    /// #[derive(Debug, ImmersveErrorCode)]
    /// #[immersve(operation = "unfreeze-card")]
    /// enum UnfreezeCardErrorCode {
    ///     CardFrozen,
    /// }
    /// "#,
    /// )?;
    /// let check = document.check_sources(&sources);
    /// assert!(!check.agrees());
    /// assert_eq!(check.drifts()[0].enum_name(), "UnfreezeCardErrorCode");
    /// assert_eq!(check.drifts()[0].drift().differences().len(), 1);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn check_sources(&self, sources: &Sources) -> SourceCheck {
        let embeds = Embeds::of(sources);
        let mut guesses = Guesses::default();
        let unchecked = Unchecked::of(sources, &embeds, self.document(), self.shared_enums());
        let mut check = SourceCheck {
            enums: 0,
            unchecked: unchecked.enums,
            drifts: Vec::new(),
            warnings: [sources.warnings(), &unchecked.warnings].concat(),
        };
        for found in sources.enums() {
            let Some(name) = found.operation() else {
                continue;
            };
            check.enums += 1;
            let embedded = embeds.seen_through(found);
            let operation = match self.document().operation(name) {
                Ok(operation) => Ok(operation),
                Err(error) if error.is_ambiguous() => {
                    check.warn(found, &error.to_string());
                    continue;
                }
                Err(error) => Err(error),
            };
            for unseen in &embedded.unseen {
                let (variant, why) = (&unseen.variant, &unseen.why);
                let message = format!(
                    "the codes of `{variant}` are not known, as {why}; so missing codes are not reported"
                );
                check.warn(found, &message);
            }
            let differences = match &operation {
                Ok(operation) => self.differences(found, &embedded, operation, &mut guesses),
                Err(error) => {
                    let codes = known(found, &embedded).map(|code| code.text.clone());
                    let change = Change::OperationRemoved {
                        codes: codes.collect(),
                        similar: error.similar().to_vec(),
                    };
                    vec![Difference::new(name.into(), name.into(), change)]
                }
            };
            let subject = format!("{} ({}:{})", found.name(), found.file(), found.line());
            let place = operation.map_or_else(
                |_| String::new(),
                |operation| format!("{}:{}", operation.file(), operation.line()),
            );
            if let Err(drift) = Drift::new(&subject, "the enum", differences, |_| place.clone()) {
                check.drifts.push(SourceDrift {
                    file: found.file().to_owned(),
                    line: found.line(),
                    enum_name: found.name().to_owned(),
                    drift,
                });
            }
        }
        check
    }

    fn differences(
        &self,
        found: SourceEnum<'_>,
        embedded: &Embedded<'_>,
        operation: &DocumentedOperation,
        guesses: &mut Guesses,
    ) -> Vec<Difference> {
        let codes: Vec<Known> = known(found, embedded)
            .filter(|code| self.keeps(&code.text))
            .map(|code| Known {
                code: Arc::from(&*code.text),
                aliases: code
                    .aliases
                    .iter()
                    .map(|alias| Arc::from(&**alias))
                    .collect(),
                statuses: code
                    .effective_statuses()
                    .iter()
                    .copied()
                    .map(StatusPattern::Exact)
                    .collect(),
                description: Arc::from(&*code.description),
                deprecated: code.deprecated.is_some(),
            })
            .collect();
        let sees_all = embedded.unseen.is_empty();
        let reads = |text: &str| {
            let mut aliases = codes.iter().flat_map(|code| &code.aliases);
            codes.iter().any(|code| *code.code == *text) || aliases.any(|alias| **alias == *text)
        };
        let documented = Listed::documented(operation, |code| {
            let code = code.code();
            self.keeps(code) && !embedded.catalogue.contains(code) && (sees_all || reads(code))
        });
        let enumerated = Listed {
            codes,
            ..Listed::documented(operation, |_| false)
        };
        compare_codes(&enumerated, &documented, Rule::Code, guesses)
    }
}

/// The codes of an enum and of the enums that it embeds.
fn known<'a>(found: SourceEnum<'a>, embedded: &'a Embedded<'a>) -> impl Iterator<Item = &'a Code> {
    let own = found.item.codes().map(|(_, code)| code);
    own.chain(embedded.codes.iter().map(|found| found.code))
}

/// The result of [`Document::check_sources`]: the differences between enums in Rust files and a document.
///
/// `Display` shows the [differences](Drift) of each enum. `Send`, `Sync` and `Clone`. `Debug` shows all of it.
/// Its JSON has the numbers of enums, the differences and the warnings.
#[derive(Debug, Clone, Serialize)]
#[must_use = "call `agrees` or print it to know whether the enums agree with the document"]
pub struct SourceCheck {
    enums: usize,
    unchecked: usize,
    drifts: Vec<SourceDrift>,
    warnings: Vec<Warning>,
}

/// The differences between an enum in a Rust file and a document.
///
/// `Send`, `Sync` and `Clone`. `Debug` shows all of it.
#[derive(Debug, Clone, Serialize)]
pub struct SourceDrift {
    file: String,
    line: u64,
    #[serde(rename = "enum")]
    enum_name: String,
    #[serde(flatten)]
    drift: Drift,
}

impl SourceCheck {
    /// How many enums name an operation.
    #[must_use]
    pub const fn enums(&self) -> usize {
        self.enums
    }

    /// How many enums name no operation although none of the files embeds them and they are not
    /// [`shared`](Checker::shared). They are not checked; each is a [warning](Self::warnings).
    #[must_use]
    pub const fn unchecked(&self) -> usize {
        self.unchecked
    }

    /// Whether all enums that name an operation agree with the document.
    #[must_use]
    pub fn agrees(&self) -> bool {
        self.drifts.is_empty()
    }

    /// The enums that differ.
    #[must_use]
    pub fn drifts(&self) -> &[SourceDrift] {
        &self.drifts
    }

    /// What was not understood or not checked.
    #[must_use]
    pub fn warnings(&self) -> &[Warning] {
        &self.warnings
    }

    fn warn(&mut self, found: SourceEnum<'_>, message: &str) {
        let message = format!("`{}`: {message}", found.name());
        let warning = Warning::new(found.file().into(), found.line(), message);
        self.warnings.push(warning);
    }
}

impl SourceDrift {
    /// The file.
    #[must_use]
    pub fn file(&self) -> &str {
        &self.file
    }

    /// The line where the enum begins, counted from 1.
    #[must_use]
    pub const fn line(&self) -> u64 {
        self.line
    }

    /// The enum.
    #[must_use]
    pub fn enum_name(&self) -> &str {
        &self.enum_name
    }

    /// How it differs.
    #[must_use]
    pub const fn drift(&self) -> &Drift {
        &self.drift
    }
}

impl fmt::Display for SourceCheck {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (at, found) in self.drifts.iter().enumerate() {
            if at > 0 {
                f.write_str("\n\n")?;
            }
            found.drift.fmt(f)?;
        }
        Ok(())
    }
}
