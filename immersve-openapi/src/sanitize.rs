//! Makes text of a document safe for the place where it is shown or written.

#[cfg(feature = "cli")]
pub(crate) mod doc_comment;
#[cfg(feature = "cli")]
mod inline;
#[cfg(feature = "cli")]
pub(crate) mod markdown;
pub(crate) mod terminal;
