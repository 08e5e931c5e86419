//! Holds code enums to the API's OpenAPI document.
//!
//! The API changes the codes that it documents every few weeks, and an enum says nothing when it
//! falls behind. A test that reads your copy of the document does:
//!
//! ```no_run
//! use immersve_errors::{ImmersveErrorCode, openapi::Document};
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
//! [`Document::diff`] says what changed between two documents.
//!
//! # The command
//!
//! With the feature `openapi-cli` there is a command, and
#![cfg_attr(feature = "openapi-cli", doc = "[`Scaffold`],")]
#![cfg_attr(not(feature = "openapi-cli"), doc = "`Scaffold`,")]
//! which writes enums:
//!
//! ```text
//! cargo install immersve-errors --features openapi-cli
//! immersve-openapi check immersve.yaml
//! immersve-openapi diff old/immersve.yaml new/immersve.yaml
//! immersve-openapi list immersve.yaml
//! immersve-openapi scaffold create-card immersve.yaml
//! ```
//!
//! `check` holds the catalogue of this crate to the document. It ends with status 0 where they
//! agree, 1 where they differ, and 2 where that could not be found out.

mod check;
mod diff;
mod difference;
mod document;
mod error;
mod files;
mod markdown;
mod naming;
mod node;
mod operation;
mod reference;
#[cfg(feature = "openapi-cli")]
mod scaffold;
mod shown;
mod status;

pub use check::{CheckError, Checker, Drift};
pub use diff::Diff;
pub use difference::{Change, Difference, Evidence};
pub use document::Document;
pub use error::ReadError;
pub use operation::{DocumentedCode, Operation, OperationError};
#[cfg(feature = "openapi-cli")]
pub use scaffold::{Scaffold, ScaffoldError};
pub use status::StatusPattern;
