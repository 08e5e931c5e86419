//! `reqwest` on `wasm32-unknown-unknown`, in a real engine. `.ci/wasm` runs it.

#![cfg(all(target_arch = "wasm32", target_os = "unknown"))]

use immersve_errors::{AnyCode, ApiError, ErrorKind, ReadOptions, ReqwestExt, Retry};
use wasm_bindgen_test::wasm_bindgen_test;

/// Requests a response that the engine makes of this JavaScript.
async fn fetch(response: &str) -> reqwest::Response {
    let url = "https://api.example/cards";
    let fetch = format!("Object.defineProperty({response}, 'url', {{ value: '{url}' }})");
    js_sys::eval(&format!("globalThis.fetch = async () => {fetch}")).unwrap();
    let request = reqwest::Client::new().get(url);
    request.send().await.unwrap()
}

const REFUSAL: &str = r#"new Response('{"errorCode":"KYC_REQUIRED"}', {
    status: 403,
    headers: { "Retry-After": "7", "Content-Encoding": "gzip" },
})"#;

#[wasm_bindgen_test]
async fn an_error_is_read_in_the_engine() {
    let error: ApiError = fetch(REFUSAL).await.decode::<(), _>().await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::BusinessRule);
    assert_eq!(error.wire_code(), Some("KYC_REQUIRED"));
    assert_eq!(error.retry_after().map(|wait| wait.as_secs()), Some(7));
    // The engine decodes a body and leaves the header.
    assert!(error.body_error().is_none());

    let options = ReadOptions::new().with_error_limit(27);
    let error: ApiError = fetch(REFUSAL).await.check_with(options).await.unwrap_err();
    assert_eq!(error.body(), br#"{"errorCode":"KYC_REQUIRED""#);
    assert!(error.response().is_truncated());
}

#[wasm_bindgen_test]
async fn a_success_is_read_in_the_engine() {
    let cards = fetch(r#"new Response('["card-1"]')"#)
        .await
        .decode::<Vec<String>, AnyCode>();
    assert_eq!(cards.await.unwrap(), ["card-1"]);
    let checked = fetch(r#"new Response("%PDF-1.7")"#)
        .await
        .check::<AnyCode>()
        .await;
    assert_eq!(checked.unwrap().text().await.unwrap(), "%PDF-1.7");
}

#[wasm_bindgen_test]
async fn a_body_that_is_interrupted_is_an_error_in_the_engine() {
    let broken = r#"new Response(new ReadableStream({
        start(stream) { stream.enqueue(new Uint8Array([91])); },
        pull(stream) { stream.error(new Error("reset")); },
    }))"#;
    let error: ApiError = fetch(broken)
        .await
        .decode::<Vec<u8>, _>()
        .await
        .unwrap_err();
    assert!(error.is_interrupted());
    assert_eq!(error.retry(), Retry::IfIdempotent);
}

#[wasm_bindgen_test]
async fn a_limit_on_slow_bodies_needs_no_clock() {
    let options = ReadOptions::new().with_slow_body_limit(std::time::Duration::from_secs(1));
    let error: ApiError = fetch(REFUSAL)
        .await
        .decode_with::<(), _>(options)
        .await
        .unwrap_err();
    assert_eq!(error.wire_code(), Some("KYC_REQUIRED"));
    // A date without a `Date` header.
    let late = r#"new Response("", { status: 429, headers: { "Retry-After": "Sun, 06 Nov 1994 08:49:37 GMT" } })"#;
    let error: ApiError = fetch(late).await.check().await.unwrap_err();
    assert_eq!(error.retry_after(), None);
}
