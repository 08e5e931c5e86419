//! Tests against a mock server, and downcasts from `anyhow` and `eyre`.

use std::{error::Error, time::Duration};

use wiremock::{Mock, MockServer, ResponseTemplate, matchers};

use crate::{
    HelpfulCode, mock,
    sdk::{
        Card, Client, CreateCardErrorCode, ReissueCardErrorCode, SdkError, ShippingErrorCode,
        WithdrawalErrorCode,
        immersve_errors::{AnyCode, ApiError, ErrorKind, ErrorResponse, Retry},
    },
};

async fn client() -> Client {
    Client::new(mock::serve().await.unwrap()).unwrap()
}

#[tokio::test]
async fn a_success_is_read_as_a_card() {
    let card = client().await.create_card("full").await.unwrap();
    let id = "card-1".to_owned();
    assert_eq!(card, Card { id });
}

#[tokio::test]
async fn a_shared_code_is_found_in_the_endpoints_own_enum() {
    let error = client().await.create_card("abroad").await.unwrap_err();
    let problem = ShippingErrorCode::ShippingCountryUnsupported;
    let code = CreateCardErrorCode::Shipping(problem);
    assert_eq!(error.code_as(), Some(code));
    assert!(error.has_code(&problem));
    assert!(error.has_code(&ReissueCardErrorCode::Shipping(problem)));
    assert_eq!(
        crate::chain(&error),
        "the API returned an error: 403 SHIPPING_COUNTRY_UNSUPPORTED: No cards are sent to Atlantis"
    );
}

#[tokio::test]
async fn code_as_finds_a_code_in_an_enum_of_the_users_own() {
    let error = client().await.reissue_card("unverified").await.unwrap_err();
    assert!(error.has_code(&CreateCardErrorCode::KycRequired));
    assert_eq!(error.code_as(), Some(HelpfulCode::KycRequired));

    let error = client().await.withdraw("poor", "100").await.unwrap_err();
    assert_eq!(error.code_as::<HelpfulCode>(), None);
    let code = WithdrawalErrorCode::InsufficientBalance;
    assert_eq!(error.code_as(), Some(code));
    // The server sent the alias `INSUFFICIENT_FUNDS`, and the cast kept its documentation.
    assert!(error.has_code(&AnyCode::new("INSUFFICIENT_BALANCE")));
    assert_eq!(error.api().unwrap().code_label(), "INSUFFICIENT_BALANCE");
}

#[tokio::test]
async fn an_unknown_code_keeps_its_text() {
    let error = client().await.reissue_card("tomorrow").await.unwrap_err();
    let Some(ReissueCardErrorCode::Unknown(code)) = error.code_as() else {
        panic!("{error:?}");
    };
    assert_eq!(code.as_str(), "CARD_MATERIAL_SOLD_OUT");
}

#[tokio::test]
async fn a_rate_limit_may_be_retried_after_its_wait() {
    let error = client().await.withdraw("busy", "100").await.unwrap_err();
    assert_eq!(error.api().unwrap().kind(), ErrorKind::RateLimited);
    assert_eq!(error.retry(), Retry::Always);
    assert_eq!(error.retry_after(), Some(Duration::from_secs(7)));
}

#[tokio::test]
async fn a_failed_connection_is_a_transport_error_without_the_url() {
    let client = Client::new(mock::nobody().await.unwrap()).unwrap();
    let error = client.withdraw("secret", "100").await.unwrap_err();
    assert!(error.api().is_none());
    assert_eq!(error.retry(), Retry::Always);
    let source = error.source().unwrap();
    assert!(source.is::<reqwest::Error>());
    assert!(!format!("{error:?} {source}").contains("secret"));
}

/// Calls two operations; `?` converts the errors of both.
async fn order_twice(client: &Client) -> Result<Card, SdkError> {
    client.create_card("full").await?;
    client.reissue_card("unverified").await
}

#[tokio::test]
async fn an_error_is_found_again_in_anyhow() {
    async fn application(client: &Client) -> anyhow::Result<Card> {
        use anyhow::Context;

        order_twice(client).await.context("the order failed")
    }

    let error = application(&client().await).await.unwrap_err();
    let sdk: &SdkError = error.downcast_ref().unwrap();
    assert_eq!(sdk.code_as(), Some(ReissueCardErrorCode::KycRequired));
    let api = error
        .chain()
        .find_map(|error| error.downcast_ref::<ApiError>());
    assert_eq!(api.unwrap().code_label(), "KYC_REQUIRED");
    assert_eq!(
        format!("{error:#}"),
        "the order failed: the API returned an error: 403 KYC_REQUIRED"
    );
    // A downcast needs the exact type: after the cast, `ApiError<AnyCode>`.
    let of_endpoint = |error: &(dyn Error + 'static)| error.is::<ApiError<ReissueCardErrorCode>>();
    assert!(!error.chain().any(of_endpoint));
}

#[tokio::test]
async fn an_error_is_found_again_in_eyre() {
    async fn application(client: &Client) -> eyre::Result<Card> {
        use eyre::WrapErr;

        order_twice(client).await.wrap_err("the order failed")
    }

    let error = application(&client().await).await.unwrap_err();
    let sdk: &SdkError = error.downcast_ref().unwrap();
    assert_eq!(sdk.code_as(), Some(ReissueCardErrorCode::KycRequired));
    let api = error
        .chain()
        .find_map(|error| error.downcast_ref::<ApiError>());
    assert_eq!(api.unwrap().retry(), Retry::Never);
}

/// An error response as a template of `wiremock`.
fn template(response: ErrorResponse) -> ResponseTemplate {
    let (status, headers, body) = response.into_parts();
    let mut template = ResponseTemplate::new(status.as_u16()).set_body_bytes(body);
    for (name, value) in &headers {
        template = template.append_header(name, value);
    }
    template
}

#[tokio::test]
async fn an_error_is_served_by_wiremock() {
    let server = MockServer::start().await;
    let down = ErrorResponse::builder(reqwest::StatusCode::SERVICE_UNAVAILABLE)
        .code("MAINTENANCE")
        .reason("Back at noon")
        .retry_after(Duration::from_secs(7))
        .build();
    Mock::given(matchers::method("POST"))
        .and(matchers::path("/api/cards"))
        .respond_with(template(down))
        .expect(1)
        .mount(&server)
        .await;

    let client = Client::new(server.uri()).unwrap();
    let error = client.create_card("full").await.unwrap_err();
    let api = error.api().unwrap();
    assert_eq!(api.to_string(), "503 MAINTENANCE: Back at noon");
    assert_eq!(api.headers()["content-type"], "application/json");
    assert_eq!(error.retry(), Retry::IfIdempotent);
    assert_eq!(error.retry_after(), Some(Duration::from_secs(7)));
}
