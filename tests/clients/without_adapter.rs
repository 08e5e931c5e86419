//! Clients without an adapter, and `ureq` without the configuration for its adapter.

use std::rc::Rc;

use immersve_errors::{AnyCode, ApiError, ErrorKind, ErrorResponse, ReqwestExt, Retry, decode};
use serde::{Deserialize, Deserializer};

use crate::server::serve_body;

#[test]
fn any_client_that_speaks_http_response_can_be_decoded() {
    let url = serve_body(403, r#"{"errorCode":"KYC_REQUIRED"}"#);
    let response = ureq::get(&url)
        .config()
        .proxy(None)
        .http_status_as_error(false)
        .build()
        .call()
        .unwrap();
    let response = response.map(|mut body| body.read_to_vec().unwrap());
    let error = decode::<(), AnyCode>(response).unwrap_err();
    assert_eq!(error.wire_code(), Some("KYC_REQUIRED"));
    assert!(error.headers().contains_key("x-peer"));
}

#[test]
fn ureq_with_its_defaults_gives_an_error_with_the_status() {
    let url = serve_body(429, r#"{"errorCode":"SLOW_DOWN"}"#);
    let call = |url: &str| ureq::get(url).config().proxy(None).build().call();
    let error = call(&url).unwrap_err();
    let response = ErrorResponse::try_from(error).unwrap();
    assert!(response.is_truncated());
    let error: ApiError = response.into();
    assert_eq!(error.kind(), ErrorKind::RateLimited);
    assert_eq!(error.retry(), Retry::Always);
    assert_eq!(error.wire_code(), None);

    // No server listens, so there is no status, and the client's error is returned.
    let listener = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let url = format!("http://{}/", listener.local_addr().unwrap());
    drop(listener);
    let error = ErrorResponse::try_from(call(&url).unwrap_err()).unwrap_err();
    assert!(matches!(error, ureq::Error::Io(_)), "{error:?}");
}

#[test]
fn the_futures_of_reqwest_are_send_for_every_type() {
    /// A type that is not `Send`.
    struct Local(#[expect(dead_code)] Rc<()>);

    impl<'de> Deserialize<'de> for Local {
        fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
            <()>::deserialize(deserializer).map(|()| Self(Rc::new(())))
        }
    }

    fn sends(_: impl Send) {}

    let response = || reqwest::Response::from(http::Response::new(""));
    sends(response().decode::<Local, AnyCode>());
    sends(response().check::<AnyCode>());
}
