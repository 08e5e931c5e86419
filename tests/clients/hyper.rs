//! `hyper` as a client under test, in a stack of `tower` services.

use std::{
    error::Error,
    fmt,
    future::Future as _,
    pin::Pin,
    task::{Context, Poll, ready},
    time::Duration,
};

use bytes::Bytes;
use http::{Method, Request, Response};
use http_body::{Body, Frame};
use http_body_util::{BodyExt as _, Empty};
use hyper::body::Incoming;
use hyper_util::{
    client::legacy::{self, connect::HttpConnector},
    rt::TokioExecutor,
};
use immersve_errors::{ApiError, HttpBodyExt as _, ImmersveErrorCode, ReadOptions};
use serde::de::DeserializeOwned;
use tokio::{runtime::Runtime, time::Sleep};
use tower::ServiceExt as _;
use tower_http::decompression::{Decompression, DecompressionBody};

use crate::client::{Client, Failure};

type BoxError = Box<dyn Error + Send + Sync>;

pub(crate) struct Hyper {
    runtime: Runtime,
    service: Decompression<legacy::Client<HttpConnector, Empty<Bytes>>>,
    timeout: Duration,
}

impl Hyper {
    async fn send(
        &self,
        method: Method,
        url: &str,
    ) -> Result<Response<Expiring<DecompressionBody<Incoming>>>, BoxError> {
        let request = Request::builder()
            .method(method)
            .uri(url)
            .body(Empty::new())?;
        let mut sleep = Box::pin(tokio::time::sleep(self.timeout));
        let response = tokio::select! {
            response = self.service.clone().oneshot(request) => response?,
            () = &mut sleep => return Err(Expired.into()),
        };
        Ok(response.map(|body| Expiring { body, sleep }))
    }
}

impl Client for Hyper {
    fn with_timeout(timeout: Duration) -> Self {
        let client = legacy::Client::builder(TokioExecutor::new()).build_http();
        Self {
            runtime: tokio::runtime::Builder::new_multi_thread()
                .worker_threads(1)
                .enable_all()
                .build()
                .unwrap(),
            service: Decompression::new(client),
            timeout,
        }
    }

    fn decode<T: DeserializeOwned, C: ImmersveErrorCode>(
        &self,
        url: &str,
    ) -> Result<T, ApiError<C>> {
        let decode = async { self.send(Method::GET, url).await.unwrap().decode().await };
        self.runtime.block_on(decode)
    }

    fn decode_with<T: DeserializeOwned, C: ImmersveErrorCode>(
        &self,
        url: &str,
        options: ReadOptions,
    ) -> Result<T, ApiError<C>> {
        self.runtime.block_on(async {
            let response = self.send(Method::GET, url).await.unwrap();
            response.decode_with(options).await
        })
    }

    fn check<C: ImmersveErrorCode>(&self, url: &str) -> Result<Vec<u8>, ApiError<C>> {
        self.check_with(url, ReadOptions::new())
    }

    fn check_with<C: ImmersveErrorCode>(
        &self,
        url: &str,
        options: ReadOptions,
    ) -> Result<Vec<u8>, ApiError<C>> {
        self.runtime.block_on(async {
            let response = self.send(Method::GET, url).await.unwrap();
            let body = response.check_with(options).await?.into_body();
            Ok(body.collect().await.unwrap().to_bytes().into())
        })
    }

    fn fails(&self, url: &str) -> Option<Failure> {
        let error = self
            .runtime
            .block_on(self.send(Method::GET, url))
            .err()
            .unwrap();
        Self::own_error(&*error)
    }

    fn head<T: DeserializeOwned>(&self, url: &str) -> Result<T, ApiError> {
        let decode = async { self.send(Method::HEAD, url).await.unwrap().decode().await };
        self.runtime.block_on(decode)
    }

    fn own_error(error: &(dyn Error + 'static)) -> Option<Failure> {
        if error.is::<Expired>() {
            return Some(Failure::Timeout);
        }
        let is_own = error.is::<hyper::Error>() || error.is::<std::io::Error>();
        is_own.then_some(Failure::Other)
    }
}

/// A body that ends with an error at a time.
struct Expiring<B> {
    body: B,
    sleep: Pin<Box<Sleep>>,
}

impl<B: Body<Error = BoxError> + Unpin> Body for Expiring<B> {
    type Data = B::Data;
    type Error = BoxError;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<B::Data>, BoxError>>> {
        if let Poll::Ready(frame) = Pin::new(&mut self.body).poll_frame(context) {
            return Poll::Ready(frame);
        }
        ready!(self.sleep.as_mut().poll(context));
        Poll::Ready(Some(Err(Expired.into())))
    }

    fn is_end_stream(&self) -> bool {
        self.body.is_end_stream()
    }
}

#[derive(Debug)]
struct Expired;

impl fmt::Display for Expired {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("timed out")
    }
}

impl Error for Expired {}
