//! Support for generated code, used only by the derive of the same version.

mod code_set;
mod embed;
mod lookup;
mod payload;
pub mod serde;
mod shared;
mod table;

// Expansions use these instead of `core`, whose name a dependency could take.
pub use core::{
    concat,
    convert::{AsRef, Infallible},
    error::Error,
    fmt,
    marker::{Send, Sized, Sync},
    option::Option::{self, None, Some},
    primitive::{bool, str, usize},
    result::Result::{self, Ok},
    str::FromStr,
};

pub use self::{
    code_set::{CodeSet, slots},
    embed::CodeTable,
    lookup::{Alias, Lookup, aliases},
    payload::{FieldRef, UnknownPayload, VariantCtor},
    shared::{as_str, display, from_str, from_str_of_open, never},
    table::table,
};
pub use crate::{
    code::{CodeInfo, ImmersveErrorCode, ParseCodeError},
    taxonomy::Retry,
};
