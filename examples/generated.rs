//! Generated clients, and the conversion of their errors into an [`ApiError`].
//!
//! Each module has a function in the style of the generator, and the conversion for all of its functions:
//!
//! ```text
//! cargo run -p examples --example generated
//! ```

use std::error::Error;

use immersve_errors::{ApiError, ImmersveErrorCode, endpoints::FreezeCardErrorCode};
use wiremock::{Mock, MockServer, ResponseTemplate, matchers::any};

#[tokio::main]
async fn main() -> Result<(), Box<dyn Error>> {
    let client = reqwest::Client::new();
    let api = api().await;
    let url = api.uri();
    for error in [
        progenitor::api_error(progenitor::freeze_card(&client, &url).await.unwrap_err()).await?,
        progenitor::api_error(progenitor::thaw_card(&client, &url).await.unwrap_err()).await?,
        openapi_to_rust::api_error(
            openapi_to_rust::freeze_card(&client, &url)
                .await
                .unwrap_err(),
        )?,
        oas3_gen::freeze_card(client.post(&url).send().await?)
            .await
            .unwrap_err(),
    ] {
        println!("{error}, retry: {}", error.retry());
        assert_eq!(error.code(), Some(&FreezeCardErrorCode::CardAlreadyFrozen));
        assert_eq!(error.reason(), Some("Frozen since yesterday"));
        assert_eq!(error.headers()["x-request-id"], "r-1");
    }
    Ok(())
}

async fn api() -> MockServer {
    let error = ApiError::from_code(FreezeCardErrorCode::CardAlreadyFrozen);
    let body = serde_json::json!({
        "statusCode": error.status().as_u16(),
        "errorCode": FreezeCardErrorCode::CardAlreadyFrozen.as_str(),
        "reason": "Frozen since yesterday",
    });
    let answer = ResponseTemplate::new(error.status())
        .insert_header("x-request-id", "r-1")
        .set_body_json(body);
    let server = MockServer::start().await;
    Mock::given(any()).respond_with(answer).mount(&server).await;
    server
}

/// `progenitor` 0.15.
mod progenitor {
    use immersve_errors::{ApiError, ErrorResponse, ImmersveErrorCode, ReqwestExt};
    use progenitor_client::{Error, ResponseValue};
    use serde_json::Value;

    /// Generated from a document with declared errors. Declare the body as any JSON (`{}`): a typed body loses the
    /// fields that its type lacks.
    pub(super) async fn freeze_card(
        client: &reqwest::Client,
        url: &str,
    ) -> Result<ResponseValue<()>, Error<Value>> {
        let response = client.post(url).send().await?;
        match response.status().as_u16() {
            204 => Ok(ResponseValue::empty(response)),
            403 => Err(Error::ErrorResponse(
                ResponseValue::from_response(response).await?,
            )),
            _ => Err(Error::UnexpectedResponse(response)),
        }
    }

    /// Generated from a document without errors. This keeps every byte, also of bodies that are not JSON.
    pub(super) async fn thaw_card(
        client: &reqwest::Client,
        url: &str,
    ) -> Result<ResponseValue<()>, Error<Value>> {
        let response = client.post(url).send().await?;
        match response.status().as_u16() {
            204 => Ok(ResponseValue::empty(response)),
            _ => Err(Error::UnexpectedResponse(response)),
        }
    }

    /// The error of the API, or the client's error without a response.
    pub(super) async fn api_error<C: ImmersveErrorCode>(
        error: Error<Value>,
    ) -> Result<ApiError<C>, Error<Value>> {
        match error {
            Error::ErrorResponse(value) => {
                let (status, headers) = (value.status(), value.headers().clone());
                let body = value.into_inner().to_string();
                Ok(ErrorResponse::new(status, headers, body).into())
            }
            Error::UnexpectedResponse(response) => match response.check().await {
                Err(error) => Ok(error),
                Ok(success) => Err(Error::UnexpectedResponse(success)),
            },
            other => Err(other),
        }
    }
}

/// `openapi-to-rust` 0.23.
mod openapi_to_rust {
    use immersve_errors::{ApiError, ErrorResponse, ImmersveErrorCode, http::StatusCode};

    /// The part of the generated types with the response.
    #[derive(Debug)]
    pub(super) enum ApiOpError {
        Transport(reqwest::Error),
        Api(Envelope),
    }

    #[derive(Debug)]
    pub(super) struct Envelope {
        status: u16,
        headers: reqwest::header::HeaderMap,
        raw_body: Vec<u8>,
    }

    pub(super) async fn freeze_card(client: &reqwest::Client, url: &str) -> Result<(), ApiOpError> {
        let response = client
            .post(url)
            .send()
            .await
            .map_err(ApiOpError::Transport)?;
        let (status, headers) = (response.status(), response.headers().clone());
        let body = response.bytes().await.map_err(ApiOpError::Transport)?;
        if status.is_success() {
            return Ok(());
        }
        Err(ApiOpError::Api(Envelope {
            status: status.as_u16(),
            headers,
            raw_body: body.into(),
        }))
    }

    /// The error of the API, or the client's error without a response.
    pub(super) fn api_error<C: ImmersveErrorCode>(
        error: ApiOpError,
    ) -> Result<ApiError<C>, Box<dyn std::error::Error>> {
        match error {
            ApiOpError::Api(Envelope {
                status,
                headers,
                raw_body,
            }) => {
                let status = StatusCode::from_u16(status)?;
                Ok(ErrorResponse::new(status, headers, raw_body).into())
            }
            ApiOpError::Transport(error) => Err(error.into()),
        }
    }
}

/// A client with an enum of responses, such as `oas3-gen` 0.29. The enum drops the headers and the raw body, so call
/// `check` before parsing into it.
mod oas3_gen {
    use immersve_errors::{ApiError, ImmersveErrorCode, ReqwestExt};

    #[derive(Debug)]
    pub(super) enum FreezeCardResponse {
        NoContent,
        Unknown,
    }

    impl FreezeCardResponse {
        fn parse_response(response: &reqwest::Response) -> Self {
            match response.status().as_u16() {
                204 => Self::NoContent,
                _ => Self::Unknown,
            }
        }
    }

    /// The generated client's response, or the error of the API.
    pub(super) async fn freeze_card<C: ImmersveErrorCode>(
        response: reqwest::Response,
    ) -> Result<FreezeCardResponse, ApiError<C>> {
        let response = response.check().await?;
        Ok(FreezeCardResponse::parse_response(&response))
    }
}

#[cfg(test)]
mod tests {
    #[test]
    fn every_generated_client_keeps_the_error() {
        super::main().unwrap();
    }
}
