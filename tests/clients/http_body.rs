//! Bodies of any kind: over HTTP/2, of a `tower` service, with trailers; and which futures are `Send`.

use std::{convert::Infallible, io::Write as _, rc::Rc, thread, time::Duration};

use bytes::Bytes;
use http::{HeaderMap, Request, Response};
use http_body_util::{BodyExt as _, Empty, Full};
use hyper::{body::Incoming, server::conn::http2, service::service_fn};
use hyper_util::{
    client::legacy,
    rt::{TokioExecutor, TokioIo},
};
use immersve_errors::{AnyCode, ApiError, ErrorKind, HttpBodyExt as _, ReadOptions, Result};
use serde::{Deserialize, Deserializer};
use tokio::net::TcpListener;
use tower::ServiceExt as _;
use tower_http::timeout::TimeoutBody;

const BODY: &str = r#"{"errorCode":"KYC_REQUIRED"}"#;

fn refusal() -> Response<Full<Bytes>> {
    Response::builder().status(403).body(BODY.into()).unwrap()
}

#[tokio::test]
async fn errors_are_read_over_http_2_on_one_connection() {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let url = format!("http://{}/", listener.local_addr().unwrap());
    let server = tokio::spawn(async move {
        let (stream, _) = listener.accept().await.unwrap();
        // A second connection would be refused.
        drop(listener);
        let service = service_fn(|request: Request<Incoming>| async move {
            let body = if request.uri().path() == "/long" {
                BODY.repeat(10_000)
            } else {
                BODY.into()
            };
            Ok::<_, Infallible>(refusal().map(|_| Full::<Bytes>::from(body)))
        });
        let server = http2::Builder::new(TokioExecutor::new());
        let _ = server.serve_connection(TokioIo::new(stream), service).await;
    });
    let client = legacy::Client::builder(TokioExecutor::new())
        .http2_only(true)
        .build_http::<Empty<Bytes>>();
    let long: http::Uri = format!("{url}long").parse().unwrap();
    let url: http::Uri = url.parse().unwrap();
    for _ in 0..3 {
        let response = client.get(url.clone()).await.unwrap();
        assert_eq!(response.version(), http::Version::HTTP_2);
        let error: ApiError = response.decode::<(), _>().await.unwrap_err();
        assert_eq!(error.wire_code(), Some("KYC_REQUIRED"));
        assert!(!error.response().is_truncated());

        // The rest of a longer body is reset, and the connection stays.
        let response = client.get(long.clone()).await.unwrap();
        let options = ReadOptions::new().with_error_limit(100);
        let error: ApiError = response.check_with(options).await.unwrap_err();
        assert_eq!(error.body(), &BODY.repeat(10).as_bytes()[..100]);
        assert!(error.response().is_truncated());
    }
    server.abort();
}

#[tokio::test]
async fn the_response_of_a_tower_service_is_read_in_a_task() {
    let service = tower::service_fn(|_: Request<()>| async { Ok::<_, Infallible>(refusal()) });
    let task = tokio::spawn(async move {
        let response = service.oneshot(Request::new(())).await.unwrap();
        let cards: Result<Vec<String>> = response.decode().await;
        cards
    });
    let error = task.await.unwrap().unwrap_err();
    assert_eq!(error.kind(), ErrorKind::BusinessRule);
}

#[tokio::test]
async fn trailers_are_not_part_of_the_body() {
    let trailers = async {
        Some(Ok(HeaderMap::from_iter([(
            http::header::ETAG,
            "a".parse().unwrap(),
        )])))
    };
    let response = refusal().map(|body| body.with_trailers(trailers).boxed_unsync());
    let error = response.decode::<(), AnyCode>().await.unwrap_err();
    assert_eq!(error.body(), BODY.as_bytes());
}

#[tokio::test]
async fn a_success_comes_back_unread() {
    let response = Response::new(Full::<Bytes>::from("%PDF-1.7"));
    let body = response.check::<AnyCode>().await.unwrap().into_body();
    assert_eq!(body.collect().await.unwrap().to_bytes(), "%PDF-1.7");
}

#[test]
fn the_futures_are_send_if_the_body_is() {
    /// A type that is not `Send`.
    struct Local(#[expect(dead_code)] Rc<()>);

    impl<'de> Deserialize<'de> for Local {
        fn deserialize<D: Deserializer<'de>>(
            deserializer: D,
        ) -> std::result::Result<Self, D::Error> {
            <()>::deserialize(deserializer).map(|()| Self(Rc::new(())))
        }
    }

    fn sends(_: impl Send) {}

    sends(refusal().decode::<Local, AnyCode>());
    sends(refusal().check::<AnyCode>());

    // A body that is not `Send` can be read all the same.
    let local = Rc::new(());
    let body = Full::<Bytes>::from(BODY).map_frame(move |frame| {
        let _ = &local;
        frame
    });
    drop(Response::new(body).decode::<(), AnyCode>());
}

#[tokio::test]
async fn a_body_that_stalls_ends_at_the_timeout_of_its_layer() {
    let url = crate::server::serve_raw(|stream| {
        let head = "HTTP/1.1 403 Forbidden\r\nContent-Length: 1000\r\n\r\n";
        stream.write_all([head, BODY].concat().as_bytes())?;
        thread::sleep(Duration::from_secs(20));
        Ok(())
    });
    let client = legacy::Client::builder(TokioExecutor::new()).build_http::<Empty<Bytes>>();
    let response = client.get(url.parse().unwrap()).await.unwrap();
    let response = response.map(|body| TimeoutBody::new(Duration::from_millis(300), body));
    let error: ApiError = response.decode::<(), _>().await.unwrap_err();
    assert_eq!(error.wire_code(), Some("KYC_REQUIRED"));
    assert!(error.is_interrupted());
    assert_eq!(error.body(), BODY.as_bytes());
}
