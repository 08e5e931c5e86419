//! Whether a connection is used again after an error.

use std::{thread::sleep, time::Duration};

use immersve_errors::{ApiError, ReadOptions};

use crate::{client::Client, server::serve_body, with_every_client};

with_every_client! {
    a_connection_is_used_again_after_an_error_that_was_read_to_its_end,
    a_connection_is_closed_if_an_error_body_is_cut,
}

/// The client's ports of three requests, with time between them for the client to return its connection
/// to the pool.
fn ports(request: impl Fn() -> ApiError) -> [String; 3] {
    std::array::from_fn(|_| {
        sleep(Duration::from_millis(50));
        let error = request();
        String::from_utf8(error.headers()["x-peer"].as_bytes().to_vec()).unwrap()
    })
}

fn a_connection_is_used_again_after_an_error_that_was_read_to_its_end(client: &impl Client) {
    let url = serve_body(403, r#"{"errorCode":"KYC_REQUIRED"}"#);
    let [first, second, third] = ports(|| client.decode::<(), _>(&url).unwrap_err());
    assert_eq!(first, second);
    assert_eq!(first, third);

    let url = serve_body(403, r#"{"errorCode":"KYC_REQUIRED"}"#);
    let [first, second, third] = ports(|| client.check(&url).unwrap_err());
    assert_eq!(first, second);
    assert_eq!(first, third);
}

fn a_connection_is_closed_if_an_error_body_is_cut(client: &impl Client) {
    let url = serve_body(500, vec![b'x'; 8 << 20]);
    let options = ReadOptions::new().with_error_limit(10);
    let [first, second, third] = ports(|| client.decode_with::<(), _>(&url, options).unwrap_err());
    assert_ne!(first, second);
    assert_ne!(second, third);
}
