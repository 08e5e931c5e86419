//! Retries with `backon` and a blocking client, `ureq`. The loop is written by hand, because the blocking retry of
//! `backon` does not support a minimum delay.
//!
//! Runs against a mock server on a free loopback port, which responds to the first two requests with 429:
//!
//! ```text
//! cargo run -p examples --example retry_blocking
//! ```

use std::{
    error::Error,
    io::{self, BufRead, BufReader, Write},
    net::TcpListener,
    thread,
    time::{Duration, Instant},
};

use backon::{BackoffBuilder, ExponentialBuilder};
use immersve_errors::{
    AnyCode, ApiError, ErrorResponse, ImmersveErrorCode, Retry, UreqExt, http::Method,
};

/// The maximum delay. If `Retry-After` is longer, the request is not retried.
const PATIENCE: Duration = Duration::from_secs(30);

fn main() -> Result<(), Box<dyn Error>> {
    let agent = ureq::Agent::config_builder()
        .http_status_as_error(false)
        .timeout_global(Some(Duration::from_secs(10)))
        .build()
        .new_agent();
    let url = serve()?;
    let started = Instant::now();
    let cards = patiently(&Method::GET, || cards(&agent, &url))?;
    println!("got {cards:?} after {:.1?}", started.elapsed());
    assert_eq!(cards, ["card-1", "card-2"]);
    assert!(started.elapsed() >= Duration::from_secs(2));

    // Without `http_status_as_error(false)` the body is lost, but the result is still an error of the API.
    let forgetful = ureq::Agent::new_with_defaults();
    let failure = cards_of_nobody(&forgetful, &url).unwrap_err();
    println!("without the setting: {}", failure.why());
    assert!(matches!(&failure, Failure::Api(error) if error.status() == 404));

    // The listener is closed, so nothing listens on the address.
    let nobody = TcpListener::bind(("127.0.0.1", 0))?.local_addr()?;
    let failure = self::cards(&agent, &format!("http://{nobody}")).unwrap_err();
    println!(
        "without a server: {}, again? {}",
        failure.why(),
        failure.retry()
    );
    assert_eq!(failure.retry(), Retry::Always);
    Ok(())
}

/// Why a request failed.
#[derive(Debug, thiserror::Error)]
enum Failure {
    #[error("the API could not be reached")]
    Transport(#[source] ureq::Error),
    #[error("the API returned an error")]
    Api(#[source] ApiError),
}

impl<C: ImmersveErrorCode> From<ApiError<C>> for Failure {
    fn from(error: ApiError<C>) -> Self {
        Self::Api(error.cast())
    }
}

impl From<ureq::Error> for Failure {
    fn from(error: ureq::Error) -> Self {
        // Without `http_status_as_error(false)`, the agent turns error responses into its own error.
        match ErrorResponse::try_from(error) {
            Ok(response) => Self::Api(response.into()),
            Err(error) => Self::Transport(error),
        }
    }
}

impl Failure {
    fn why(&self) -> &dyn Error {
        self.source().unwrap_or(self)
    }

    fn retry(&self) -> Retry {
        use ureq::{Error, Timeout};

        match self {
            Self::Api(error) => error.retry(),
            // Without a connection, the request was not sent.
            Self::Transport(
                Error::HostNotFound
                | Error::ConnectionFailed
                | Error::Timeout(Timeout::Resolve | Timeout::Connect),
            ) => Retry::Always,
            Self::Transport(Error::Io(error))
                if error.kind() == io::ErrorKind::ConnectionRefused =>
            {
                Retry::Always
            }
            Self::Transport(Error::Io(_) | Error::Timeout(_)) => Retry::IfIdempotent,
            // The request is invalid, such as its URL.
            Self::Transport(_) => Retry::Never,
        }
    }

    fn retry_after(&self) -> Option<Duration> {
        match self {
            Self::Transport(_) => None,
            Self::Api(error) => error.retry_after(),
        }
    }
}

fn cards(agent: &ureq::Agent, url: &str) -> Result<Vec<String>, Failure> {
    Ok(agent.get(url).call()?.decode::<_, AnyCode>()?)
}

fn cards_of_nobody(agent: &ureq::Agent, url: &str) -> Result<Vec<String>, Failure> {
    cards(agent, &format!("{url}/nobody"))
}

/// Sends a request, and retries as long as the errors allow it and no delay exceeds [`PATIENCE`].
fn patiently<T>(
    method: &Method,
    mut request: impl FnMut() -> Result<T, Failure>,
) -> Result<T, Failure> {
    let mut waits = ExponentialBuilder::default()
        .with_min_delay(Duration::from_millis(200))
        .with_max_times(4)
        .with_jitter()
        .build();
    loop {
        let failure = match request() {
            Err(failure) if failure.retry().allows(method) => failure,
            result => return result,
        };
        let least = failure.retry_after().unwrap_or_default();
        match waits.next().map(|wait| wait.max(least)) {
            Some(wait) if wait <= PATIENCE => thread::sleep(wait),
            _ => return Err(failure),
        }
    }
}

/// Starts the mock server, which runs until the program exits.
fn serve() -> io::Result<String> {
    let listener = TcpListener::bind(("127.0.0.1", 0))?;
    let url = format!("http://{}", listener.local_addr()?);
    thread::spawn(move || -> io::Result<()> {
        let mut busy = 2;
        for stream in listener.incoming() {
            let mut stream = stream?;
            let lines = BufReader::new(stream.try_clone()?).lines();
            let head: Vec<_> = lines
                .map_while(|line| line.ok().filter(|it| !it.is_empty()))
                .collect();
            let answer = if head.first().is_some_and(|line| line.contains("/nobody")) {
                "404 Not Found\r\nContent-Length: 0"
            } else if busy > 0 {
                busy -= 1;
                "429 Too Many Requests\r\nRetry-After: 1\r\nContent-Length: 0"
            } else {
                "200 OK\r\nContent-Length: 19"
            };
            let body = if answer.starts_with("200") {
                r#"["card-1","card-2"]"#
            } else {
                ""
            };
            write!(
                stream,
                "HTTP/1.1 {answer}\r\nConnection: close\r\n\r\n{body}"
            )?;
        }
        Ok(())
    });
    Ok(url)
}
