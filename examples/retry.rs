//! Retries with `backon`: the error has the verdict and the minimum delay, `backon` the backoff and the number of
//! attempts.
//!
//! Runs against a mock server on a free loopback port, which responds to the first two requests for a list with 429,
//! and to all withdrawals with 500:
//!
//! ```text
//! cargo run -p examples --example retry
//! ```

use std::{
    error::Error,
    sync::atomic::{AtomicU32, Ordering},
    time::{Duration, Instant},
};

use axum::{
    Router,
    http::{StatusCode, header},
    response::{IntoResponse, Response},
    routing::{get, post},
};
use backon::{ExponentialBuilder, Retryable};
use immersve_errors::{AnyCode, ApiError, ImmersveErrorCode, ReqwestExt, Retry, http::Method};

/// The maximum delay. If `Retry-After` is longer, the request is not retried.
const PATIENCE: Duration = Duration::from_secs(30);

#[tokio::main]
async fn main() -> Result<(), Box<dyn Error>> {
    let server = serve().await?;
    let client = reqwest::Client::builder()
        .timeout(Duration::from_secs(10))
        .build()?;

    println!("A list of cards, which is idempotent, from a server that limits the rate twice");
    let url = format!("{server}/api/cards");
    let started = Instant::now();
    let cards: Vec<String> = patiently(Method::GET, || fetch(client.get(&url))).await?;
    println!("  got {cards:?} after {}", Seconds(started.elapsed()));
    println!(
        "  the server saw {} requests\n",
        LISTS.load(Ordering::Relaxed)
    );
    assert_eq!(LISTS.load(Ordering::Relaxed), 3);
    assert!(started.elapsed() >= Duration::from_secs(2));

    println!("A withdrawal, which is not idempotent, from a server that fails");
    let url = format!("{server}/api/funding-sources/fs-1/withdraw");
    match patiently(Method::POST, || fetch::<Withdrawal>(client.post(&url))).await {
        Ok(withdrawal) => println!("  withdrawal {}", withdrawal.id),
        Err(error) => println!("  gave up: {}", error.why()),
    }
    println!(
        "  the server saw {} request",
        WITHDRAWALS.load(Ordering::Relaxed)
    );
    assert_eq!(WITHDRAWALS.load(Ordering::Relaxed), 1);
    Ok(())
}

/// Why a request failed.
#[derive(Debug, thiserror::Error)]
enum Failure {
    #[error("the API could not be reached")]
    Transport(#[from] reqwest::Error),
    #[error("the API returned an error")]
    Api(#[source] ApiError),
}

/// Lets `?` convert the error of any operation.
impl<C: ImmersveErrorCode> From<ApiError<C>> for Failure {
    fn from(error: ApiError<C>) -> Self {
        Self::Api(error.cast())
    }
}

impl Failure {
    fn why(&self) -> &dyn Error {
        self.source().unwrap_or(self)
    }

    fn retry(&self) -> Retry {
        match self {
            // Without a connection, the request was not sent.
            Self::Transport(error) if error.is_connect() => Retry::Always,
            Self::Transport(_) => Retry::IfIdempotent,
            Self::Api(error) => error.retry(),
        }
    }

    fn retry_after(&self) -> Option<Duration> {
        match self {
            Self::Transport(_) => None,
            Self::Api(error) => error.retry_after(),
        }
    }
}

#[derive(serde::Deserialize)]
struct Withdrawal {
    id: String,
}

async fn fetch<T: serde::de::DeserializeOwned>(
    request: reqwest::RequestBuilder,
) -> Result<T, Failure> {
    Ok(request.send().await?.decode::<_, AnyCode>().await?)
}

/// Sends a request, and retries as long as the errors allow it and no delay exceeds [`PATIENCE`].
async fn patiently<T, F>(method: Method, request: impl FnMut() -> F) -> Result<T, Failure>
where
    F: Future<Output = Result<T, Failure>>,
{
    let backoff = ExponentialBuilder::default()
        .with_min_delay(Duration::from_millis(200))
        .with_max_times(4)
        .with_jitter();
    request
        .retry(backoff)
        .when(|failure| failure.retry().allows(&method))
        .adjust(|failure, delay| {
            let least = failure.retry_after().unwrap_or_default();
            delay
                .map(|delay| delay.max(least))
                .filter(|delay| *delay <= PATIENCE)
        })
        .notify(|failure, delay| println!("  {}: again in {}", failure.why(), Seconds(delay)))
        .await
}

/// A duration, human-readable.
struct Seconds(Duration);

impl std::fmt::Display for Seconds {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{:.1} s", self.0.as_secs_f64())
    }
}

static LISTS: AtomicU32 = AtomicU32::new(0);
static WITHDRAWALS: AtomicU32 = AtomicU32::new(0);

async fn list_cards() -> Response {
    if LISTS.fetch_add(1, Ordering::Relaxed) < 2 {
        return (StatusCode::TOO_MANY_REQUESTS, [(header::RETRY_AFTER, "1")]).into_response();
    }
    axum::Json(["card-1", "card-2"]).into_response()
}

async fn withdraw() -> StatusCode {
    WITHDRAWALS.fetch_add(1, Ordering::Relaxed);
    StatusCode::INTERNAL_SERVER_ERROR
}

/// Starts the mock server, which runs until the program exits.
async fn serve() -> std::io::Result<String> {
    let router = Router::new()
        .route("/api/cards", get(list_cards))
        .route("/api/funding-sources/fs-1/withdraw", post(withdraw));
    let listener = tokio::net::TcpListener::bind(("127.0.0.1", 0)).await?;
    let address = listener.local_addr()?;
    tokio::spawn(async move { axum::serve(listener, router).await });
    Ok(format!("http://{address}"))
}
