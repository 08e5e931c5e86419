//! The guide: one page a topic. Its examples are compiled and run as tests.
//!
//! | page | answers |
//! |---|---|
//! | [`statuses`] | what a status means, what to do about it, when to retry |
//! | [`codes`] | how an enum maps to codes; open and closed enums, unknown codes |
//! | [`sharing`] | codes of several operations; extending the catalogue |
//! | [`clients`] | `decode` with any client, and the rules of the adapters |
//! | [`generated_clients`] | glue for `progenitor`, `openapi-to-rust`, `oas3-gen` |
//! | [`sdk`] | wiring into an SDK; codes of its users |
//! | [`one_error_type`] | `?`, `thiserror`, `anyhow`, `eyre` |
//! | [`proxies`] | sending an error on to your own callers |
//! | [`logging`] | log lines and metric labels |
//! | [`testing`] | errors by hand, mock servers |
//! | [`schemas`] | `schemars` and `utoipa` |
//! | [`keeping_up`] | the contract tool: checking and updating enums |
//! | [`migrating`] | from serde or strum |
//! | [`generated_code`] | what the derive generates |
//! | [`design`] | why it is so |

#[cfg(not(doctest))]
#[expect(unused_imports, reason = "the pages link to what users import")]
use crate::*;

macro_rules! pages {
    ($($page:ident)*) => {
        $(
            #[doc = include_str!(concat!("guide/", stringify!($page), ".md"))]
            pub mod $page {}
        )*
    };
}

pages! {
    statuses codes sharing clients generated_clients sdk one_error_type proxies logging testing schemas keeping_up migrating
    generated_code design
}
