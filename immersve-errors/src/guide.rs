//! The guide, one page per topic.
//!
//! - Errors: [status codes and retries](statuses), [logging and metrics](logging), [testing]
//! - Codes: [enums and codes](codes), [shared codes and catalogue extensions](sharing),
//!   [migrating from serde or strum](migrating), [JSON Schema and OpenAPI](schemas)
//! - Clients: [HTTP clients](clients), [generated clients](generated_clients), [SDKs](sdk),
//!   [one error type](one_error_type), [proxies]
//! - Maintenance: [keeping up with the API](keeping_up)
//! - Background: [generated code](generated_code), [design]

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
