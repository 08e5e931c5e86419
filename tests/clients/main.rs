//! Tests the adapters over real sockets: each client against a server that follows HTTP, and against one
//! that does not.

mod bodies;
mod client;
mod connections;
mod failures;
mod limits;
mod logs;
mod server;
mod statuses;
mod timeouts;
mod without_adapter;

/// Makes a test of each function for each client.
macro_rules! with_every_client {
    ($($test:ident),* $(,)?) => {
        with_every_client! { @ reqwest: Reqwest, $($test)* }
        with_every_client! { @ reqwest_blocking: ReqwestBlocking, $($test)* }
        with_every_client! { @ ureq: Ureq, $($test)* }
    };
    (@ $module:ident: $Client:ident, $($test:ident)*) => {
        mod $module {
            $(
                #[test]
                fn $test() {
                    super::$test(&<$crate::client::$Client as $crate::client::Client>::new());
                }
            )*
        }
    };
}
use with_every_client;
