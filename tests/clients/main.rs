//! Tests the adapters over real sockets: each client against a server that follows HTTP, and against one
//! that does not.

mod bodies;
mod client;
mod connections;
mod failures;
mod http_body;
mod hyper;
mod limits;
mod logs;
mod matrix;
mod server;
mod statuses;
mod timeouts;
mod without_adapter;

/// Makes a test of each function for each client.
macro_rules! with_every_client {
    ($($test:ident),* $(,)?) => {
        with_every_client! { @ reqwest: client::Reqwest, $($test)* }
        with_every_client! { @ reqwest_blocking: client::ReqwestBlocking, $($test)* }
        with_every_client! { @ ureq: client::Ureq, $($test)* }
        with_every_client! { @ hyper: hyper::Hyper, $($test)* }
    };
    (@ $module:ident: $file:ident::$Client:ident, $($test:ident)*) => {
        mod $module {
            $(
                #[test]
                fn $test() {
                    super::$test(&<$crate::$file::$Client as $crate::client::Client>::new());
                }
            )*
        }
    };
}
use with_every_client;
