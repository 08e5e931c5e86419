//! Middleware: `reqwest-retry` retries by status, a custom middleware turns error responses into an `ApiError`
//! and counts them, and the caller casts the error to the enum of its operation.
//!
//! Runs against a mock server on a free loopback port:
//!
//! ```text
//! cargo run -p examples --example middleware
//! ```

use std::{
    error::Error,
    sync::atomic::{AtomicU32, Ordering},
    time::Duration,
};

use axum::{
    Router,
    response::IntoResponse,
    routing::{get, post},
};
use http::{Extensions, StatusCode};
use immersve_errors::{
    AnyCode, ApiError, ErrorResponse, Idempotency, ImmersveErrorCode, ReqwestExt, Retry,
    endpoints::{self, CreateCardErrorCode, ShippingErrorCode},
};
use reqwest::{Request, Response};
use reqwest_middleware::{ClientBuilder, ClientWithMiddleware, Middleware, Next};
use reqwest_retry::{
    RetryTransientMiddleware, Retryable, RetryableStrategy, default_on_request_failure,
    policies::ExponentialBackoff,
};

#[tokio::main]
async fn main() -> Result<(), Box<dyn Error>> {
    let server = serve().await?;
    let reader = client(Idempotency::Idempotent)?;
    let writer = client(Idempotency::NotIdempotent)?;

    println!("A list of cards, which is idempotent, from a server that fails twice");
    let url = format!("{server}/api/accounts/acc-1/cards");
    let cards: Vec<String> = reader.get(url).send().await?.json().await?;
    println!("  got {cards:?}\n");
    assert_eq!(LISTS.load(Ordering::Relaxed), 3);

    println!("A card to a country that gets none");
    match create_card(&writer, &server).await {
        Ok(()) => println!("  ordered"),
        Err(Failure::Api(error)) => {
            println!("  {error}");
            println!("  {:?}: {}", error.code(), error.advice());
            let shipping = ShippingErrorCode::ShippingCountryUnsupported;
            assert_eq!(error.code(), Some(&CreateCardErrorCode::Shipping(shipping)));
        }
        Err(Failure::Transport(error)) => return Err(error.into()),
    }

    println!("\nA withdrawal, which is not idempotent, from a server that fails");
    let url = format!("{server}/api/funding-sources/fs-1/withdraw");
    let error = writer.post(url).send().await.unwrap_err();
    println!("  {error}");
    assert_eq!(WITHDRAWALS.load(Ordering::Relaxed), 1);
    Ok(())
}

/// A client for idempotent requests, or for all others.
fn client(requests: Idempotency) -> reqwest::Result<ClientWithMiddleware> {
    let http = reqwest::Client::builder()
        .timeout(Duration::from_secs(10))
        .build()?;
    let back_off = ExponentialBackoff::builder()
        .retry_bounds(Duration::from_millis(100), Duration::from_secs(2))
        .build_with_max_retries(3);
    let strategy = ByStatus { requests };
    Ok(ClientBuilder::new(http)
        // The first middleware is the outermost and sees only the response to the last attempt.
        .with(TypedErrors)
        .with(RetryTransientMiddleware::new_with_policy_and_strategy(
            back_off, strategy,
        ))
        .build())
}

/// Retries by status.
///
/// The strategy does not see the request, so idempotent requests have a client of their own. It does not see the body
/// either, so retry hints of codes are ignored, and `reqwest-retry` ignores `Retry-After`. The example `retry` uses
/// both.
struct ByStatus {
    requests: Idempotency,
}

impl RetryableStrategy for ByStatus {
    fn handle(&self, result: &reqwest_middleware::Result<Response>) -> Option<Retryable> {
        let again = match result {
            Ok(response) => Retry::for_status(response.status()).allows(self.requests),
            // Without a connection, the request was not sent.
            Err(reqwest_middleware::Error::Reqwest(error)) if error.is_connect() => true,
            Err(error) if Retry::IfIdempotent.allows(self.requests) => {
                return default_on_request_failure(error);
            }
            Err(_) => false,
        };
        again.then_some(Retryable::Transient)
    }
}

/// Turns error responses into an [`ApiError`] and counts them.
struct TypedErrors;

#[async_trait::async_trait]
impl Middleware for TypedErrors {
    async fn handle(
        &self,
        request: Request,
        extensions: &mut Extensions,
        next: Next<'_>,
    ) -> reqwest_middleware::Result<Response> {
        let operation = endpoints::operation_at(request.method().as_str(), request.url().path());
        let response = next.run(request, extensions).await?;
        response.check::<AnyCode>().await.map_err(|error| {
            // The cardinality of both labels is bounded, unlike that of a path or the wire code.
            let name = operation.map_or("unknown", |operation| operation.operation_id());
            let documented = error.wire_code().and_then(|code| operation?.info(code));
            let code = documented.map_or(error.code_label(), |info| info.code());
            println!("  [metric] operation={name} code={code}");
            reqwest_middleware::Error::middleware(error)
        })
    }
}

/// Why a call failed.
enum Failure<C> {
    Api(ApiError<C>),
    Transport(reqwest_middleware::Error),
}

impl<C: ImmersveErrorCode> From<reqwest_middleware::Error> for Failure<C> {
    fn from(error: reqwest_middleware::Error) -> Self {
        use reqwest_middleware::Error::Middleware;

        match error {
            // The middleware does not know the enum of the operation, so it returned an `ApiError<AnyCode>`.
            Middleware(error) => match error.downcast::<ApiError<AnyCode>>() {
                Ok(error) => Self::Api(error.cast()),
                Err(error) => Self::Transport(Middleware(error)),
            },
            error @ reqwest_middleware::Error::Reqwest(_) => Self::Transport(error),
        }
    }
}

async fn create_card(
    client: &ClientWithMiddleware,
    server: &str,
) -> Result<(), Failure<CreateCardErrorCode>> {
    let url = format!("{server}/api/cards");
    let response = client.post(url).send().await?;
    response.decode().await.map_err(Failure::Api)
}

static LISTS: AtomicU32 = AtomicU32::new(0);
static WITHDRAWALS: AtomicU32 = AtomicU32::new(0);

async fn list_cards() -> axum::response::Response {
    if LISTS.fetch_add(1, Ordering::Relaxed) < 2 {
        return StatusCode::BAD_GATEWAY.into_response();
    }
    axum::Json(["card-1"]).into_response()
}

async fn order() -> (StatusCode, http::HeaderMap, Vec<u8>) {
    ErrorResponse::builder(StatusCode::FORBIDDEN)
        .code(ShippingErrorCode::ShippingCountryUnsupported)
        .reason("No cards are sent to Atlantis")
        .build()
        .into_parts()
}

async fn withdraw() -> StatusCode {
    WITHDRAWALS.fetch_add(1, Ordering::Relaxed);
    StatusCode::INTERNAL_SERVER_ERROR
}

/// Starts the mock server, which runs until the program exits.
async fn serve() -> std::io::Result<String> {
    let router = Router::new()
        .route("/api/accounts/{account}/cards", get(list_cards))
        .route("/api/cards", post(order))
        .route("/api/funding-sources/{source}/withdraw", post(withdraw));
    let listener = tokio::net::TcpListener::bind(("127.0.0.1", 0)).await?;
    let address = listener.local_addr()?;
    tokio::spawn(async move { axum::serve(listener, router).await });
    Ok(format!("http://{address}"))
}
