//! Checks code enums against the API's OpenAPI document.
//!
//! The documented codes change every few weeks. A test against your copy of the document fails when your enums fall
//! behind:
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
//! The failure says what to do:
//!
//! ```text
//! `UnfreezeCardErrorCode` is out of date (1 difference)
//!
//! unfreeze-card, POST /api/cards/{cardId}/unfreeze (api/paths/unfreeze-card.yaml:1)
//!   + CARD_LOCKED (403) is documented, the enum lacks it; add `CardLocked`
//!       The card is locked for good.
//! ```
//!
//! A test does not need the command, which is behind the default feature `cli`:
//!
//! ```toml
//! [dev-dependencies]
//! immersve-openapi = { version = "0.1", default-features = false }
//! ```
//!
//! For enums of the catalogue that you use directly, call [`Document::check_catalogue`].
//!
//! # The command
//!
//! ```text
//! cargo install immersve-openapi
//! immersve-openapi check immersve.yaml
//! immersve-openapi check immersve.yaml src
//! immersve-openapi update immersve.yaml src
//! immersve-openapi diff old/immersve.yaml new/immersve.yaml
//! immersve-openapi list immersve.yaml
//! immersve-openapi scaffold immersve.yaml create-card
//! immersve-openapi explain create-card KYC_REQUIRED
//! immersve-openapi keep-up immersve-docs/imsv-docs-docusaurus/openapi/immersve.yaml api src -- cargo test
//! immersve-openapi workflow
//! ```
//!
//! In a clone of the repository, `cargo install --path immersve-openapi` installs it. The API's document is the
//! folder `imsv-docs-docusaurus/openapi` of <https://github.com/immersve/immersve-docs>.
//!
//! `check` compares the catalogue of `immersve-errors`, or the enums in Rust files, with the document. `update` brings the
//! codes, statuses and deprecations of these enums up to date, and changes nothing else in the files. In CI, `update --check` prints a diff and changes
//! no file. Both exit with 0 if everything agrees, 1 if something differs, and 2 if something could not be checked.
//! `--help` has the rules of each command.
//!
//! An enum is checked if it names its operation, as in `#[immersve(operation = "create-card")]`. If it embeds a catalogue
//! enum, such as `immersve_errors::endpoints::CreateCardErrorCode`, a code is missing only if both lack it. Catalogue
//! enums that your files use directly are checked too, in the version of the project's lockfile.
//!
//! `keep-up` updates your copy of the document and your enums from a clone of the published document, runs your tests,
//! and writes a report for a pull request. `workflow` prints a GitHub Actions workflow that does this weekly.
//!
//! The crate needs Rust 1.89.

#![cfg_attr(docsrs, feature(doc_cfg))]
// The library does not use all of what it shares with the command.
#![cfg_attr(not(feature = "cli"), allow(dead_code))]

#[cfg(feature = "cli")]
mod cli;
mod compare;
#[cfg(all(any(test, immersve_fuzz), feature = "cli"))]
#[path = "tests/decisions.rs"]
mod decisions;
mod document;
mod error;
mod naming;
#[cfg(feature = "cli")]
mod options;
mod reader_thread;
mod sanitize;
#[cfg(feature = "cli")]
mod scaffold;
#[cfg(feature = "cli")]
mod source;
#[cfg(all(test, feature = "cli"))]
mod tests;
#[cfg(feature = "cli")]
mod update;

#[cfg(feature = "cli")]
#[doc(hidden)]
pub use self::cli::main;
#[cfg(immersve_fuzz)]
pub use self::decisions::updated;
pub use self::{
    compare::{
        change::{Change, Difference, Evidence},
        check::{CheckError, Checker},
        drift::Drift,
    },
    document::{
        Document,
        operation::{DocumentedCode, DocumentedOperation, OperationError},
        status::StatusPattern,
        warning::{Warning, WarningsError},
    },
    error::FileError,
};
