//! What users of the runtime and of the derive rely on.

mod accepted;
mod codes;
mod derive_codes;
mod derive_display;
mod derive_embed;
mod derive_extend;
mod derive_serde;
mod error;
mod forwarding;
mod laws;
mod names;
mod response;
