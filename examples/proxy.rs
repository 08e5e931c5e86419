//! A proxy that forwards errors: a backend between an app and the API.
//!
//! Starts a misbehaving API and the proxy on free loopback ports, calls the proxy, and prints the responses:
//!
//! ```text
//! cargo run -p examples --example proxy
//! ```

use std::error::Error;

use axum::{
    Json, Router,
    body::Body,
    extract::{Path, State},
    response::{IntoResponse, Response},
    routing::get,
};
use immersve_errors::{AnyCode, ApiError, ErrorKind, ErrorResponse, ReqwestExt};
use tokio::io::{AsyncReadExt, AsyncWriteExt};

#[tokio::main]
async fn main() -> Result<(), Box<dyn Error>> {
    let proxy = serve(api().await?).await?;
    // One connection for all requests: a response with a wrong length would corrupt the next one.
    let client = reqwest::Client::builder()
        .pool_max_idle_per_host(1)
        .build()?;
    for (card, status, code) in [
        ("good", 200, None),
        ("chunked", 403, Some("CARD_NOT_FOUND")),
        ("cut", 403, Some("CARD_NOT_FOUND")),
        ("compressed", 403, Some("CARD_NOT_FOUND")),
        ("unreadable", 502, None),
        ("busy", 429, None),
        ("expired", 502, None),
        ("good", 200, None),
    ] {
        let url = format!("{proxy}/cards/{card}");
        let response = client.get(url).send().await?;
        let length = response.content_length();
        println!("{card}: {} with {length:?} bytes", response.status());
        assert_eq!(response.status(), status);
        for gone in ["transfer-encoding", "x-hop", "content-encoding"] {
            assert!(!response.headers().contains_key(gone), "{gone}");
        }
        match response.decode::<Card, AnyCode>().await {
            Ok(card) => println!("  {card:?}"),
            Err(error) => {
                println!("  {error}, retry: {}", error.retry());
                assert!(!error.is_interrupted());
                assert_eq!(error.wire_code(), code);
            }
        }
    }
    Ok(())
}

#[derive(Debug, serde::Serialize, serde::Deserialize)]
struct Card {
    id: String,
}

/// The proxy's response to a failure.
struct Refusal(ErrorResponse);

impl IntoResponse for Refusal {
    fn into_response(self) -> Response {
        // The app gets JSON in any case, also if a gateway answered with HTML or the body was truncated.
        let response = self.0.sanitized();
        response.into_forwardable().map(Body::from)
    }
}

impl From<ApiError> for Refusal {
    fn from(error: ApiError) -> Self {
        if error.kind() == ErrorKind::Unauthorized {
            // The proxy's own key is wrong; the app would take a 401 for its own and log its user out.
            return Self(ErrorResponse::builder(http::StatusCode::BAD_GATEWAY).build());
        }
        Self(error.into_response())
    }
}

impl From<reqwest::Error> for Refusal {
    fn from(_: reqwest::Error) -> Self {
        // There is no response to forward.
        Self(ErrorResponse::builder(http::StatusCode::BAD_GATEWAY).build())
    }
}

/// Reads a card from the API.
async fn card(
    State((client, api)): State<(reqwest::Client, String)>,
    Path(card): Path<String>,
) -> Result<Json<Card>, Refusal> {
    let response = client.get(format!("{api}/{card}")).send().await?;
    Ok(Json(response.decode().await?))
}

/// Starts the proxy, which runs until the program exits.
async fn serve(api: String) -> std::io::Result<String> {
    let client = reqwest::Client::new();
    let router = Router::new()
        .route("/cards/{card}", get(card))
        .with_state((client, api));
    let listener = tokio::net::TcpListener::bind(("127.0.0.1", 0)).await?;
    let address = listener.local_addr()?;
    tokio::spawn(async move { axum::serve(listener, router).await });
    Ok(format!("http://{address}"))
}

/// Starts the API. The path of a request selects the bytes of the response.
async fn api() -> std::io::Result<String> {
    let listener = tokio::net::TcpListener::bind(("127.0.0.1", 0)).await?;
    let address = listener.local_addr()?;
    tokio::spawn(async move {
        while let Ok((mut stream, _)) = listener.accept().await {
            let mut request = Vec::new();
            while !request.ends_with(b"\r\n\r\n") {
                if matches!(stream.read_buf(&mut request).await, Ok(0) | Err(_)) {
                    break;
                }
            }
            let request = String::from_utf8_lossy(&request);
            let path = request.split(' ').nth(1).unwrap_or_default();
            // Fails if the client has closed the connection, which does no harm.
            let _ = stream.write_all(&answer(path)).await;
        }
    });
    Ok(format!("http://{address}"))
}

fn answer(path: &str) -> Vec<u8> {
    const ERROR: &str = r#"{"errorCode":"CARD_NOT_FOUND"}"#;

    let text = match path {
        "/good" => r#"HTTP/1.1 200 OK
Content-Length: 15

{"id":"card-1"}"#
            .to_owned(),
        "/chunked" => format!(
            "HTTP/1.1 403 Forbidden\nConnection: X-Hop\nX-Hop: 1\nTransfer-Encoding: chunked\n\n1e\n{ERROR}\n0\n\n"
        ),
        // The connection closes before the end of the body.
        "/cut" => format!("HTTP/1.1 403 Forbidden\nContent-Length: 1000\n\n{ERROR}"),
        "/compressed" => {
            use std::io::Write;

            let mut gzip = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::default());
            let body = gzip.write_all(ERROR.as_bytes()).and_then(|()| gzip.finish());
            let body = body.unwrap_or_default();
            let length = body.len();
            let head = format!(
                "HTTP/1.1 403 Forbidden\r\nContent-Encoding: gzip\r\nContent-Length: {length}\r\n\r\n"
            );
            return [head.as_bytes(), &body].concat();
        }
        "/unreadable" => "HTTP/1.1 200 OK\nSet-Cookie: session=s3cret\nContent-Length: 6\n\n<html>".into(),
        "/expired" => "HTTP/1.1 401 Unauthorized\nWWW-Authenticate: Bearer\nContent-Length: 0\n\n".into(),
        _ => "HTTP/1.1 429 Too Many Requests\nRetry-After: 7\nConnection: close\nContent-Length: 0\n\n".into(),
    };
    text.replace('\n', "\r\n").into_bytes()
}
