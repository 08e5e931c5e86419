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
//! `UnfreezeCardErrorCode` is out of date (1 difference)
//!
//! unfreeze-card, POST /api/cards/{cardId}/unfreeze (api/paths/unfreeze-card.yaml:1)
//!   + CARD_LOCKED (403) is documented, the enum lacks it; add `CardLocked`
//!       The card is locked for good.
//! ```
//!
//! Such a test does not need the command, which is behind the default feature `cli`:
//!
//! ```toml
//! [dev-dependencies]
//! immersve-openapi = { version = "0.1", default-features = false }
//! ```
//!
//! If you use an enum of the catalogue of `immersve-errors` as it is, check the catalogue with
//! [`Document::check_catalogue`].
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
//! `check` compares the catalogue of `immersve-errors`, or the enums in Rust files, with the document. `update` edits
//! these enums, so that they have the codes of the document, and changes nothing else in the files. In your CI, use
//! `update --check`: it changes no file and prints a diff. The exit status of both is 0 if there is no difference, 1 if
//! there is one, and 2 if something could not be checked. `--help` has the rules of each command.
//!
//! An enum is checked if it names its operation, as in `#[immersve(operation = "create-card")]`. If it embeds an enum of
//! the catalogue, such as `immersve_errors::endpoints::CreateCardErrorCode`, only codes that neither of the two has are
//! missing. An enum of the catalogue that your files use without embedding it is checked too. The catalogue is that of
//! the `immersve-errors` in the lockfile of the project.
//!
//! `keep-up` brings your copy of the document and your enums up to a clone of the published document, runs your tests,
//! and writes the text of a pull request. `workflow` prints a workflow of GitHub Actions that does this every week.
//!
//! The crate needs Rust 1.89.

#![cfg_attr(docsrs, feature(doc_cfg))]
// The library does not use all of what it shares with the command.
#![cfg_attr(not(feature = "cli"), allow(dead_code))]

#[cfg(feature = "cli")]
mod cli;
mod compare;
mod document;
mod error;
mod naming;
#[cfg(feature = "cli")]
mod options;
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
pub use self::update::updated;
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
