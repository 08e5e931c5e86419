//! What can differ at an operation.

use std::sync::Arc;

use serde::Serialize;

use crate::StatusPattern;

/// One difference at one operation.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Difference {
    operation: Arc<str>,
    request: Arc<str>,
    #[serde(flatten)]
    change: Change,
}

impl Difference {
    pub(crate) const fn new(operation: Arc<str>, request: Arc<str>, change: Change) -> Self {
        Self {
            operation,
            request,
            change,
        }
    }

    /// The `operationId`; the method and path if there is none.
    #[must_use]
    pub fn operation(&self) -> &str {
        &self.operation
    }

    /// The method and path, such as `POST /api/cards`.
    #[must_use]
    pub fn request(&self) -> &str {
        &self.request
    }

    /// What differs.
    #[must_use]
    pub const fn change(&self) -> &Change {
        &self.change
    }
}

/// What differs at an operation.
///
/// Values called `from` are those of the enum, the catalogue or the older document. Values called `to` are
/// those of the document, or of the newer one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
#[non_exhaustive]
pub enum Change {
    /// The operation is new.
    #[non_exhaustive]
    OperationAdded {
        /// The codes that it documents.
        codes: Vec<String>,
    },
    /// The operation was removed.
    #[non_exhaustive]
    OperationRemoved {
        /// The codes that it had.
        codes: Vec<String>,
        /// Operations of the document with a similar name, if an enum names the operation. The most similar one is
        /// the first.
        #[serde(skip_serializing_if = "Vec::is_empty")]
        similar: Vec<String>,
    },
    /// The `operationId` differs; the method and path are the same.
    #[non_exhaustive]
    OperationRenamed {
        /// The old `operationId`, if it had one.
        from: Option<String>,
        /// The new `operationId`, if it has one.
        to: Option<String>,
    },
    /// The method or the path differs; the `operationId` is the same.
    #[non_exhaustive]
    OperationMoved {
        /// The old method and path.
        from: String,
        /// The new method and path.
        to: String,
    },
    /// A code is documented that was not there before.
    #[non_exhaustive]
    CodeAdded {
        /// The code.
        code: String,
        /// The responses that it is documented under.
        statuses: Vec<StatusPattern>,
        /// What it means, as Markdown.
        description: Arc<str>,
        /// The name of the variant to add, if this is about an enum.
        #[serde(skip_serializing_if = "Option::is_none")]
        variant: Option<String>,
    },
    /// A code is no longer documented.
    #[non_exhaustive]
    CodeRemoved {
        /// The code.
        code: String,
        /// The responses that it was under.
        statuses: Vec<StatusPattern>,
        /// Why that is not certain. Only between two documents.
        #[serde(skip_serializing_if = "Option::is_none")]
        doubt: Option<String>,
    },
    /// A code is documented again, but its variant is still deprecated as undocumented.
    #[non_exhaustive]
    CodeRestored {
        /// The code.
        code: String,
    },
    /// A code was probably renamed.
    #[non_exhaustive]
    CodeRenamed {
        /// The old code.
        from: String,
        /// The new code.
        to: String,
        /// The reason to think so.
        evidence: Evidence,
    },
    /// A code is documented under other responses.
    #[non_exhaustive]
    StatusesChanged {
        /// The code.
        code: String,
        /// The old responses.
        from: Vec<StatusPattern>,
        /// The new responses.
        to: Vec<StatusPattern>,
    },
    /// The description of a code has changed. Only between two documents.
    #[non_exhaustive]
    DescriptionChanged {
        /// The code.
        code: String,
        /// The old description.
        from: Arc<str>,
        /// The new description.
        to: Arc<str>,
    },
}

/// The reason to think that a code was renamed.
///
/// If several apply, it is the first of these.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Evidence {
    /// One is an alias of the other. This is certain.
    Alias,
    /// A guess: at least half of the words in the two codes are the same.
    SimilarCodes,
    /// A guess: they share a word and a status, and nothing else was added or removed.
    OnlyPair,
    /// A guess: both have the same description.
    SameDescription,
}

impl Evidence {
    /// Whether it is a guess.
    #[must_use]
    pub const fn is_guess(self) -> bool {
        !matches!(self, Self::Alias)
    }

    /// The evidence as a clause.
    pub(crate) const fn reason(self) -> &'static str {
        match self {
            Self::Alias => "one is an alias of the other",
            Self::SameDescription => "the descriptions are the same",
            Self::SimilarCodes => "the codes are similar",
            Self::OnlyPair => "nothing else was added or removed here",
        }
    }
}
