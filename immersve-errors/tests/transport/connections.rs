//! What an error leaves of the connection.

use std::{thread::sleep, time::Duration};

use immersve_errors::{ApiError, ReadOptions};

use crate::{client::Client, server::serve_body, with_every_client};

with_every_client! {
    a_connection_serves_again_after_an_error_that_was_read_to_its_end,
    a_connection_is_given_up_when_an_error_body_is_cut,
}

/// The ports from which the server saw requests come, each with time for the client to put its
/// connection back.
fn ports(request: impl Fn() -> ApiError) -> [String; 3] {
    std::array::from_fn(|_| {
        sleep(Duration::from_millis(50));
        let error = request();
        String::from_utf8(error.headers()["x-peer"].as_bytes().to_vec()).unwrap()
    })
}

fn a_connection_serves_again_after_an_error_that_was_read_to_its_end(client: &impl Client) {
    let url = serve_body(403, r#"{"errorCode":"KYC_REQUIRED"}"#);
    let [first, second, third] = ports(|| client.decode::<(), _>(&url).unwrap_err());
    assert_eq!(first, second);
    assert_eq!(first, third);

    let url = serve_body(403, r#"{"errorCode":"KYC_REQUIRED"}"#);
    let [first, second, third] = ports(|| client.check(&url).unwrap_err());
    assert_eq!(first, second);
    assert_eq!(first, third);
}

fn a_connection_is_given_up_when_an_error_body_is_cut(client: &impl Client) {
    let url = serve_body(500, vec![b'x'; 8 << 20]);
    let options = ReadOptions::new().with_error_limit(10);
    let [first, second, third] = ports(|| client.decode_with::<(), _>(&url, options).unwrap_err());
    assert_ne!(first, second);
    assert_ne!(second, third);
}
