//! Checks code enums against the API's OpenAPI document.
//!
//! The API changes its documented codes every few weeks, and then your enums lack some of them. A test that
//! reads your copy of the document shows that:
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
//! If it fails, it says what to do:
//!
//! ```text
//! UnfreezeCardErrorCode and the document differ in one way
//!
//! unfreeze-card, POST /api/cards/{cardId}/unfreeze (api/paths/unfreeze-card.yaml:1)
//!   + CARD_LOCKED (403) is documented, the enum lacks it; add `CardLocked`
//!       The card is locked for good.
//! ```
//!
//! [`Document::diff`] compares two documents, and [`Scaffold`] writes enums. [`Sources`] finds the enums in Rust
//! files without compiling them. [`Document::check_sources`] checks these, and [`Update`] edits them.
//!
//! # In a test
//!
//! A test does not need the command, which is behind the default feature `cli`:
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
//! immersve-openapi update --accept-rename CARD_LOST immersve.yaml src
//! immersve-openapi diff old/immersve.yaml new/immersve.yaml
//! immersve-openapi list immersve.yaml
//! immersve-openapi scaffold immersve.yaml create-card
//! immersve-openapi explain create-card KYC_REQUIRED
//! ```
//!
//! In a clone of the repository, `cargo install --path immersve-openapi` installs it. The API's document is the folder
//! `openapi` of <https://github.com/immersve/immersve-docs>.
//!
//! `check` compares the catalogue of `immersve-errors`, or the enums in Rust files, with the document. Its exit
//! status is 0 if they agree, 1 if they differ, and 2 if it failed.
//!
//! - An enum is checked if it names its operation, as in `#[immersve(operation = "create-card")]`. One that names none
//!   is a warning, unless another enum of the files embeds it. If it belongs to several operations, as when another
//!   crate embeds it, say so with `--shared NAME`.
//! - An embedded enum of the catalogue, such as `immersve_errors::endpoints::CreateCardErrorCode`, is known: only codes
//!   that neither the catalogue nor your enum has are missing. If you use an enum of the catalogue as it is, run `check`
//!   without files: that checks the catalogue.
//!
//! `update` edits the enums in Rust files so that they have the codes of the document. It changes nothing else in
//! the files; see [`Update`]. With `--check` it changes no file: it prints a diff of what it would change, and its
//! exit status is 1 if there is any change. Use that in your CI.
//!
//! A code that was perhaps renamed is a note. Without further arguments, the old code counts as no longer documented
//! and the new one as missing: the old variant is deprecated, and the new one is a variant that no `match` has yet. With
//! `--accept-rename OLD_CODE`, the old variant keeps its name and has both codes; `--accept-renames` accepts all
//! guesses. If the files were written already, restore them first, such as with `git checkout -- src`.
//!
//! With `--strict`, the exit status of every command is 1 if it printed a warning.
//!
//! The crate needs Rust 1.89.

#![cfg_attr(docsrs, feature(doc_cfg))]

#[cfg(feature = "cli")]
mod cli;
mod compare;
mod document;
mod error;
mod naming;
mod sanitize;
mod scaffold;
mod source;
mod update;

#[cfg(feature = "cli")]
#[doc(hidden)]
pub use self::cli::main;
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
        operation::{DocumentedCode, DocumentedOperation, OperationError},
        status::StatusPattern,
        warning::{Warning, WarningsError},
    },
    error::FileError,
    scaffold::{Scaffold, ScaffoldError},
    source::{SourceEnum, Sources},
    update::{Edits, SourceChange, SourceChangeKind, Update},
};
