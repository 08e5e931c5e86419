//! Checks code enums against the API's OpenAPI document.
//!
//! The API changes the codes that it documents every few weeks, and an enum says nothing when it
//! falls behind. A test that reads your copy of the document does:
//!
//! ```no_run
//! use immersve_errors::ImmersveErrorCode;
//! use immersve_openapi::Document;
//!
//! #[derive(Debug, ImmersveErrorCode)]
//! #[immersve(operation = "unfreeze-card")]
//! enum UnfreezeCardErrorCode {
//!     CardNotFrozen,
//!     CardUnfreezeNotAllowed,
//! }
//!
//! let document = Document::read("api/immersve.yaml")?;
//! document.check::<UnfreezeCardErrorCode>()?;
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! When it fails, it says what to do:
//!
//! ```text
//! UnfreezeCardErrorCode and the document differ in one way
//!
//! unfreeze-card, POST /api/cards/{cardId}/unfreeze (api/paths/unfreeze-card.yaml:1)
//!   + CARD_LOCKED (403) is documented, the enum lacks it; add `CardLocked`
//!       The card is locked for good.
//! ```
//!
//! [`Document::diff`] says what changed between two documents, and [`Scaffold`] writes enums. [`Sources`] finds
//! the enums in Rust files without compiling them; [`Document::check_sources`] checks those, and [`Update`]
//! brings them up to date.
//!
//! # In a test
//!
//! The command is behind the default feature `cli`. A test does not need it:
//!
//! ```toml
//! [dev-dependencies]
//! immersve-openapi = { version = "0.1", default-features = false }
//! ```
//!
//! # The command
//!
//! ```text
//! cargo install immersve-openapi
//! immersve-openapi check immersve.yaml
//! immersve-openapi check immersve.yaml src
//! immersve-openapi update immersve.yaml src
//! immersve-openapi update --check immersve.yaml src
//! immersve-openapi diff old/immersve.yaml new/immersve.yaml
//! immersve-openapi list immersve.yaml
//! immersve-openapi scaffold create-card immersve.yaml
//! immersve-openapi explain create-card KYC_REQUIRED
//! ```
//!
//! `check` compares the catalogue of `immersve-errors` with the document, or the enums in Rust files. It ends
//! with status 0 where they agree, 1 where they differ, and 2 where that could not be found out.
//!
//! `update` edits the enums in Rust files until they have what the document has, and leaves all else in the
//! files as it is; see [`Update`]. With `--check` it changes nothing, prints what it would change as a diff,
//! and ends with 1 where there is any: that is one line for a CI.
//!
//! With `--strict`, any command ends with 1 where it printed a warning.
//!
//! The crate needs Rust 1.89.

#![cfg_attr(docsrs, feature(doc_cfg))]

mod compare;
mod document;
mod inline;
mod scaffold;
mod shown;
mod source;
mod update;

pub use self::{
    compare::{
        change::{Change, Difference, Evidence},
        check::{CheckError, Checker},
        check_sources::{SourceCheck, SourceDrift},
        diff::Diff,
        drift::Drift,
    },
    document::{
        Document,
        error::ReadError,
        operation::{DocumentedCode, Operation, OperationError},
        status::StatusPattern,
        warning::{Warning, WarningsError},
    },
    scaffold::{Scaffold, ScaffoldError},
    source::{SourceEnum, SourceError, Sources},
    update::{Edits, SourceChange, SourceChangeKind, Update},
};
