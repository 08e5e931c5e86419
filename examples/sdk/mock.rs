//! A mock of the API, whose responses are built from the errors.

use std::{collections::HashMap, time::Duration};

use axum::{
    Json, Router,
    extract::Path,
    http::{HeaderMap, StatusCode},
    routing::post,
};

use crate::sdk::{
    Card, CreateCardErrorCode, ReissueCardErrorCode, ShippingErrorCode, Withdrawal,
    immersve_errors::{ApiError, ErrorResponse},
};

/// The result of an `axum` handler: a value, or the parts of an error response.
type Answer<T> = Result<Json<T>, (StatusCode, HeaderMap, Vec<u8>)>;

async fn create(Json(request): Json<HashMap<String, String>>) -> Answer<Card> {
    match request.get("cardProgramId").map(String::as_str) {
        Some("abroad") => Err(ErrorResponse::builder(StatusCode::FORBIDDEN)
            .code(CreateCardErrorCode::Shipping(
                ShippingErrorCode::ShippingCountryUnsupported,
            ))
            .reason("No cards are sent to Atlantis")
            .build()
            .into_parts()),
        _ => Ok(Json(Card {
            id: "card-1".to_owned(),
        })),
    }
}

async fn reissue(Path(card): Path<String>) -> Answer<Card> {
    let error = match &*card {
        "unverified" => ApiError::from_code(ReissueCardErrorCode::KycRequired).into_response(),
        _ => ErrorResponse::builder(StatusCode::FORBIDDEN)
            .code("CARD_MATERIAL_SOLD_OUT")
            .build(),
    };
    Err(error.into_parts())
}

async fn withdraw(Path(source): Path<String>) -> Answer<Withdrawal> {
    let error = match &*source {
        "poor" => ErrorResponse::builder(StatusCode::FORBIDDEN)
            .code("INSUFFICIENT_FUNDS")
            .reason("Withdrawal amount exceeds Funding Source balance")
            .build(),
        _ => ErrorResponse::builder(StatusCode::TOO_MANY_REQUESTS)
            .retry_after(Duration::from_secs(7))
            .build(),
    };
    Err(error.into_parts())
}

/// Starts the mock server, which runs until the program exits.
pub(crate) async fn serve() -> std::io::Result<String> {
    let router = Router::new()
        .route("/api/cards", post(create))
        .route("/api/cards/{card}/reissue", post(reissue))
        .route("/api/funding-sources/{source}/withdraw", post(withdraw));
    let listener = tokio::net::TcpListener::bind(("127.0.0.1", 0)).await?;
    let address = listener.local_addr()?;
    tokio::spawn(async move { axum::serve(listener, router).await });
    Ok(format!("http://{address}"))
}

/// The URL of a server that is no longer running.
pub(crate) async fn nobody() -> std::io::Result<String> {
    let listener = tokio::net::TcpListener::bind(("127.0.0.1", 0)).await?;
    Ok(format!("http://{}", listener.local_addr()?))
}
