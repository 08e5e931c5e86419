//! How each status is read.

use http::StatusCode;
use immersve_errors::{AnyCode, ApiError, ErrorKind, ErrorResponse, ImmersveErrorCode, Retry};

use crate::{
    client::Client,
    server::{serve_body, serve_error},
    with_every_client,
};

with_every_client! {
    every_status_keeps_its_parts_and_has_its_kind_and_verdict,
    the_code_is_a_value_of_the_endpoints_enum,
    every_2xx_is_a_success,
    an_empty_success_decodes_to_unit_or_none,
    a_success_of_another_shape_is_an_invalid_response,
    check_gives_the_same_error_as_decode,
}

fn every_status_keeps_its_parts_and_has_its_kind_and_verdict(client: &impl Client) {
    use ErrorKind::*;
    use Retry::{Always, IfIdempotent, Never};

    for (status, code, kind, retry) in [
        (304, None, Unexpected, Never),
        (400, Some("INVALID_REQUEST_INPUT"), BadRequest, Never),
        (400, Some("SHIPPING_ADDRESS_REQUIRED"), BadRequest, Never),
        (401, None, Unauthorized, Never),
        (403, None, AccessDenied, Never),
        (403, Some("FORBIDDEN"), AccessDenied, Never),
        (403, Some("KYC_REQUIRED"), BusinessRule, Never),
        (404, None, WrongEndpoint, Never),
        (408, None, Unexpected, IfIdempotent),
        (409, None, Unexpected, Never),
        (418, None, Unexpected, Never),
        (421, None, Unexpected, Always),
        (425, None, Unexpected, Always),
        (429, None, RateLimited, Always),
        (451, None, Unexpected, Never),
        (500, None, Server, IfIdempotent),
        (502, None, Server, IfIdempotent),
        (503, Some("PAYMENT_BRIDGE_ERROR"), Server, IfIdempotent),
        (504, None, Server, IfIdempotent),
        (599, None, Server, IfIdempotent),
    ] {
        let mut sent = ErrorResponse::builder(StatusCode::from_u16(status).unwrap())
            .reason("Ünïcode and \"quotes\"")
            .field_error("items[1].amount", "too large")
            .header("x-request-id".parse().unwrap(), "r-1".parse().unwrap());
        if let Some(code) = code {
            sent = sent.code(code);
        }
        let sent = sent.build();

        let error: ApiError = client
            .decode::<(), _>(&serve_error(sent.clone()))
            .unwrap_err();

        assert_eq!(error.status().as_u16(), status);
        assert_eq!(error.kind(), kind, "{status} {code:?}");
        assert_eq!(error.retry(), retry, "{status} {code:?}");
        assert_eq!(error.headers()["x-request-id"], "r-1");
        assert!(!error.response().is_truncated());
        assert!(error.body_error().is_none());
        // A 304 has no body, even if the server announces one.
        if status != 304 {
            assert_eq!(error.body(), sent.body());
            assert_eq!(error.wire_code(), code);
            assert_eq!(error.reason(), sent.reason());
            assert_eq!(error.field_errors(), sent.field_errors());
        }
    }
}

#[derive(Debug, Clone, Copy, PartialEq, ImmersveErrorCode)]
enum ProvisionErrorCode {
    #[immersve(status = 503, retry = "always", alias = "BRIDGE_DOWN")]
    PaymentBridgeError,
}

fn the_code_is_a_value_of_the_endpoints_enum(client: &impl Client) {
    let url = serve_error(
        ErrorResponse::builder(StatusCode::SERVICE_UNAVAILABLE)
            .code("BRIDGE_DOWN")
            .build(),
    );
    let error = client.decode::<(), ProvisionErrorCode>(&url).unwrap_err();
    assert_eq!(error.code(), Some(&ProvisionErrorCode::PaymentBridgeError));
    assert_eq!(error.retry(), Retry::Always);

    let url =
        serve_error(ApiError::from_code(ProvisionErrorCode::PaymentBridgeError).into_response());
    let error = client.check::<ProvisionErrorCode>(&url).unwrap_err();
    assert_eq!(error.code(), Some(&ProvisionErrorCode::PaymentBridgeError));
    assert_eq!(error.status(), StatusCode::SERVICE_UNAVAILABLE);
}

fn every_2xx_is_a_success(client: &impl Client) {
    for status in [200, 201, 202, 206, 299] {
        let url = serve_body(status, "[1,2]");
        assert_eq!(client.decode::<Vec<u8>, AnyCode>(&url).unwrap(), [1, 2]);
        assert_eq!(client.check::<AnyCode>(&url).unwrap(), b"[1,2]");
    }
}

fn an_empty_success_decodes_to_unit_or_none(client: &impl Client) {
    for status in [200, 204] {
        let url = serve_body(status, "");
        client.decode::<(), AnyCode>(&url).unwrap();
        assert_eq!(client.decode::<Option<u8>, AnyCode>(&url).unwrap(), None);
    }
}

fn a_success_of_another_shape_is_an_invalid_response(client: &impl Client) {
    let url = serve_body(200, r#"{"pan":"4111"}"#);
    let error: ApiError = client.decode::<Vec<u8>, _>(&url).unwrap_err();
    assert_eq!(error.kind(), ErrorKind::InvalidResponse);
    assert_eq!(error.retry(), Retry::Never);
    assert_eq!(error.body(), br#"{"pan":"4111"}"#);
    assert!(!error.response().is_truncated());
    assert_eq!(
        error.body_error().unwrap().to_string(),
        "the JSON does not match the type at line 1 column 1"
    );
}

fn check_gives_the_same_error_as_decode(client: &impl Client) {
    let url = serve_body(403, r#"{"errorCode":"KYC_REQUIRED"}"#);
    let error: ApiError = client.check(&url).unwrap_err();
    assert_eq!(error.kind(), ErrorKind::BusinessRule);
    assert_eq!(error.wire_code(), Some("KYC_REQUIRED"));
    assert_eq!(error.body(), br#"{"errorCode":"KYC_REQUIRED"}"#);
}
