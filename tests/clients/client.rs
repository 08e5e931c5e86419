//! One trait for all clients under test.

use std::{error::Error, time::Duration};

use immersve_errors::{
    ApiError, ImmersveErrorCode, ReadOptions, ReqwestBlockingExt, ReqwestExt, UreqExt,
};
use serde::de::DeserializeOwned;

pub(crate) trait Client: Sized {
    /// A client with a timeout that no test should reach.
    fn new() -> Self {
        Self::with_timeout(Duration::from_secs(20))
    }

    fn with_timeout(timeout: Duration) -> Self;

    fn decode<T: DeserializeOwned, C: ImmersveErrorCode>(
        &self,
        url: &str,
    ) -> Result<T, ApiError<C>>;

    fn decode_with<T: DeserializeOwned, C: ImmersveErrorCode>(
        &self,
        url: &str,
        options: ReadOptions,
    ) -> Result<T, ApiError<C>>;

    /// The body of a success, read with the client's own methods.
    fn check<C: ImmersveErrorCode>(&self, url: &str) -> Result<Vec<u8>, ApiError<C>>;

    fn check_with<C: ImmersveErrorCode>(
        &self,
        url: &str,
        options: ReadOptions,
    ) -> Result<Vec<u8>, ApiError<C>>;

    /// Why a request failed before there was a response.
    fn fails(&self, url: &str) -> Option<Failure>;

    /// Whether the client keeps the part of a success that arrived, if the body is interrupted.
    const KEEPS_CUT_SUCCESS: bool = true;

    /// Whether the client's timeout counts for a whole body that is read in parts.
    const TIMES_WHOLE_BODIES: bool = true;

    /// Whether the client decodes `Content-Encoding: deflate`.
    const DECODES_DEFLATE: bool = true;

    /// Decodes the answer to a HEAD request.
    fn head<T: DeserializeOwned>(&self, url: &str) -> Result<T, ApiError>;

    /// The kind of failure, if the error has the client's own type.
    fn own_error(error: &(dyn Error + 'static)) -> Option<Failure>;
}

#[derive(Debug, PartialEq)]
pub(crate) enum Failure {
    Timeout,
    Other,
}

impl Failure {
    fn new(timeout: bool) -> Self {
        if timeout { Self::Timeout } else { Self::Other }
    }
}

pub(crate) struct Reqwest {
    runtime: tokio::runtime::Runtime,
    client: reqwest::Client,
}

impl Reqwest {
    fn get(&self, url: &str) -> impl Future<Output = reqwest::Response> {
        let request = self.client.get(url).send();
        async { request.await.unwrap() }
    }
}

impl Client for Reqwest {
    fn with_timeout(timeout: Duration) -> Self {
        Self {
            runtime: tokio::runtime::Builder::new_multi_thread()
                .worker_threads(1)
                .enable_all()
                .build()
                .unwrap(),
            client: reqwest::Client::builder()
                .no_proxy()
                .timeout(timeout)
                .build()
                .unwrap(),
        }
    }

    fn decode<T: DeserializeOwned, C: ImmersveErrorCode>(
        &self,
        url: &str,
    ) -> Result<T, ApiError<C>> {
        self.runtime
            .block_on(async { self.get(url).await.decode().await })
    }

    fn fails(&self, url: &str) -> Option<Failure> {
        let send = async { self.client.get(url).send().await };
        let error = self.runtime.block_on(send).unwrap_err();
        Self::own_error(&error)
    }

    fn head<T: DeserializeOwned>(&self, url: &str) -> Result<T, ApiError> {
        let send = async { self.client.head(url).send().await.unwrap().decode().await };
        self.runtime.block_on(send)
    }

    fn decode_with<T: DeserializeOwned, C: ImmersveErrorCode>(
        &self,
        url: &str,
        options: ReadOptions,
    ) -> Result<T, ApiError<C>> {
        self.runtime
            .block_on(async { self.get(url).await.decode_with(options).await })
    }

    fn check<C: ImmersveErrorCode>(&self, url: &str) -> Result<Vec<u8>, ApiError<C>> {
        self.runtime.block_on(async {
            let response = self.get(url).await.check().await?;
            Ok(response.bytes().await.unwrap().into())
        })
    }

    fn check_with<C: ImmersveErrorCode>(
        &self,
        url: &str,
        options: ReadOptions,
    ) -> Result<Vec<u8>, ApiError<C>> {
        self.runtime.block_on(async {
            let response = self.get(url).await.check_with(options).await?;
            Ok(response.bytes().await.unwrap().into())
        })
    }

    fn own_error(error: &(dyn Error + 'static)) -> Option<Failure> {
        let error = error.downcast_ref::<reqwest::Error>()?;
        Some(Failure::new(error.is_timeout()))
    }
}

pub(crate) struct ReqwestBlocking(reqwest::blocking::Client);

impl ReqwestBlocking {
    fn get(&self, url: &str) -> reqwest::blocking::Response {
        self.0.get(url).send().unwrap()
    }
}

impl Client for ReqwestBlocking {
    // Otherwise the client's timeout would not count for the whole body; see `ReqwestBlockingExt`.
    const KEEPS_CUT_SUCCESS: bool = false;
    const TIMES_WHOLE_BODIES: bool = false;

    fn fails(&self, url: &str) -> Option<Failure> {
        Self::own_error(&self.0.get(url).send().unwrap_err())
    }

    fn head<T: DeserializeOwned>(&self, url: &str) -> Result<T, ApiError> {
        self.0.head(url).send().unwrap().decode()
    }

    fn with_timeout(timeout: Duration) -> Self {
        let client = reqwest::blocking::Client::builder()
            .no_proxy()
            .timeout(timeout)
            .build();
        Self(client.unwrap())
    }

    fn decode<T: DeserializeOwned, C: ImmersveErrorCode>(
        &self,
        url: &str,
    ) -> Result<T, ApiError<C>> {
        self.get(url).decode()
    }

    fn decode_with<T: DeserializeOwned, C: ImmersveErrorCode>(
        &self,
        url: &str,
        options: ReadOptions,
    ) -> Result<T, ApiError<C>> {
        self.get(url).decode_with(options)
    }

    fn check<C: ImmersveErrorCode>(&self, url: &str) -> Result<Vec<u8>, ApiError<C>> {
        let response = self.get(url).check()?;
        Ok(response.bytes().unwrap().into())
    }

    fn check_with<C: ImmersveErrorCode>(
        &self,
        url: &str,
        options: ReadOptions,
    ) -> Result<Vec<u8>, ApiError<C>> {
        let response = self.get(url).check_with(options)?;
        Ok(response.bytes().unwrap().into())
    }

    fn own_error(error: &(dyn Error + 'static)) -> Option<Failure> {
        Reqwest::own_error(error)
    }
}

pub(crate) struct Ureq(ureq::Agent);

impl Ureq {
    fn get(&self, url: &str) -> http::Response<ureq::Body> {
        self.0.get(url).call().unwrap()
    }
}

impl Client for Ureq {
    const DECODES_DEFLATE: bool = false;

    fn fails(&self, url: &str) -> Option<Failure> {
        Self::own_error(&self.0.get(url).call().unwrap_err())
    }

    fn head<T: DeserializeOwned>(&self, url: &str) -> Result<T, ApiError> {
        self.0.head(url).call().unwrap().decode()
    }

    fn with_timeout(timeout: Duration) -> Self {
        let config = ureq::Agent::config_builder()
            .http_status_as_error(false)
            .proxy(None)
            .timeout_global(Some(timeout));
        Self(config.build().new_agent())
    }

    fn decode<T: DeserializeOwned, C: ImmersveErrorCode>(
        &self,
        url: &str,
    ) -> Result<T, ApiError<C>> {
        self.get(url).decode()
    }

    fn decode_with<T: DeserializeOwned, C: ImmersveErrorCode>(
        &self,
        url: &str,
        options: ReadOptions,
    ) -> Result<T, ApiError<C>> {
        self.get(url).decode_with(options)
    }

    fn check<C: ImmersveErrorCode>(&self, url: &str) -> Result<Vec<u8>, ApiError<C>> {
        let mut body = self.get(url).check()?.into_body();
        Ok(body.with_config().limit(u64::MAX).read_to_vec().unwrap())
    }

    fn check_with<C: ImmersveErrorCode>(
        &self,
        url: &str,
        options: ReadOptions,
    ) -> Result<Vec<u8>, ApiError<C>> {
        let mut body = self.get(url).check_with(options)?.into_body();
        Ok(body.with_config().limit(u64::MAX).read_to_vec().unwrap())
    }

    fn own_error(error: &(dyn Error + 'static)) -> Option<Failure> {
        let error = error.downcast_ref::<ureq::Error>()?;
        Some(Failure::new(matches!(error, ureq::Error::Timeout(_))))
    }
}
