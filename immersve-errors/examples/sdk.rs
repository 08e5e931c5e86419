//! An SDK in miniature: one error type for all endpoints, which takes the error of each through `?`, and
//! gives back the typed code when asked.
//!
//! `mod sdk` is what would be a crate of its own; `main` is its user. The tests at the end show how a
//! mock server is made of errors, and how an error is found again in `anyhow` and `eyre`. Run it, and run
//! its tests:
//!
//! ```text
//! cargo run --example sdk --features reqwest
//! cargo test --example sdk --features reqwest
//! ```

use std::error::Error;

use sdk::{
    CreateCardErrorCode, ReissueCardErrorCode, SdkError, ShippingErrorCode, WithdrawalErrorCode,
};

/// The SDK.
pub mod sdk {
    use std::time::Duration;

    /// The crate behind the errors, so that users derive codes of their own with the version that
    /// this SDK has, without naming it in their manifest.
    pub use immersve_errors;
    use immersve_errors::{ApiError, ImmersveErrorCode, ReqwestExt, Retry, UnknownCode};
    use serde::{Deserialize, Serialize, de::DeserializeOwned};

    /// Why a call failed, whichever it was.
    ///
    /// It has no parameter, so it can be named in the signature of any function, and found by a
    /// downcast. What is known of the code is kept; its value is given by
    /// [`code_as`](SdkError::code_as).
    #[derive(Debug, thiserror::Error)]
    #[non_exhaustive]
    pub enum SdkError {
        /// There is no response: no connection, or none in time.
        #[error("the API could not be reached")]
        Transport(#[source] reqwest::Error),
        /// The API answered, with an error.
        // Not `transparent`: that would leave the `ApiError` out of the chain of sources.
        #[error("the API answered with an error")]
        Api(#[source] ApiError),
    }

    /// Takes the error of any endpoint, with `?`.
    impl<C: ImmersveErrorCode> From<ApiError<C>> for SdkError {
        fn from(error: ApiError<C>) -> Self {
            Self::Api(error.cast())
        }
    }

    impl From<reqwest::Error> for SdkError {
        fn from(error: reqwest::Error) -> Self {
            // The URL names resources of a customer, and errors go to logs.
            Self::Transport(error.without_url())
        }
    }

    impl SdkError {
        /// The answer of the API, if there is one.
        #[must_use]
        pub fn api(&self) -> Option<&ApiError> {
            match self {
                Self::Transport(_) => None,
                Self::Api(error) => Some(error),
            }
        }

        /// The code, as a value of the enum of an endpoint or of your own.
        #[must_use]
        pub fn code_as<C: ImmersveErrorCode>(&self) -> Option<C> {
            self.api()?.code_as()
        }

        /// Whether the API answered with that code, of whichever endpoint.
        #[must_use]
        pub fn has_code<C: ImmersveErrorCode>(&self, code: &C) -> bool {
            self.api().is_some_and(|error| error.has_code(code))
        }

        /// Whether the call may be made again.
        #[must_use]
        pub fn retry(&self) -> Retry {
            match self {
                Self::Transport(error) if error.is_connect() => Retry::Always,
                Self::Transport(_) => Retry::IfIdempotent,
                Self::Api(error) => error.retry(),
            }
        }

        /// The least time to wait before that.
        #[must_use]
        pub fn retry_after(&self) -> Option<Duration> {
            self.api()?.retry_after()
        }
    }

    /// What can be wrong with an address, wherever a card is sent to one.
    #[derive(Debug, Clone, Copy, PartialEq, Eq, ImmersveErrorCode)]
    pub enum ShippingErrorCode {
        /// A physical card needs an address.
        #[immersve(status = 400)]
        ShippingAddressRequired,
        /// A line of the address does not fit on an envelope.
        #[immersve(status = 400)]
        ShippingAddressLineTooLong,
        /// No cards are sent to that country.
        ShippingCountryUnsupported,
    }

    /// Codes of [`Client::create_card`].
    #[derive(Debug, Clone, PartialEq, Eq, ImmersveErrorCode)]
    #[immersve(operation = "create-card")]
    #[non_exhaustive]
    pub enum CreateCardErrorCode {
        /// The cardholder's identity has not been verified.
        KycRequired,
        /// The account has as many cards as it may have.
        MaxCardsExceeded,
        /// The address is wrong.
        #[immersve(embed)]
        Shipping(ShippingErrorCode),
        /// A code that this version of the SDK does not know.
        #[immersve(unknown)]
        Unknown(UnknownCode),
    }

    /// Codes of [`Client::reissue_card`].
    #[derive(Debug, Clone, PartialEq, Eq, ImmersveErrorCode)]
    #[immersve(operation = "reissue-card")]
    #[non_exhaustive]
    pub enum ReissueCardErrorCode {
        /// The cardholder's identity has not been verified.
        KycRequired,
        /// A card in this state is not replaced.
        CardReissueNotAllowed,
        /// The address is wrong.
        #[immersve(embed)]
        Shipping(ShippingErrorCode),
        /// A code that this version of the SDK does not know.
        #[immersve(unknown)]
        Unknown(UnknownCode),
    }

    /// Codes of [`Client::withdraw`].
    #[derive(Debug, Clone, PartialEq, Eq, ImmersveErrorCode)]
    #[immersve(operation = "create-withdrawal-intent")]
    #[non_exhaustive]
    pub enum WithdrawalErrorCode {
        /// The withdrawal is larger than the balance.
        #[immersve(alias = "INSUFFICIENT_FUNDS")]
        InsufficientBalance,
        /// Ten withdrawals are pending already.
        TooManyPendingWithdrawals,
        /// A code that this version of the SDK does not know.
        #[immersve(unknown)]
        Unknown(UnknownCode),
    }

    /// A card.
    #[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
    pub struct Card {
        /// Its identifier.
        pub id: String,
    }

    /// A withdrawal that was accepted.
    #[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
    pub struct Withdrawal {
        /// Its identifier.
        pub id: String,
    }

    /// Calls the API.
    #[derive(Debug, Clone)]
    pub struct Client {
        http: reqwest::Client,
        server: String,
    }

    impl Client {
        /// A client of the API at this URL.
        ///
        /// # Errors
        ///
        /// Where the HTTP client cannot be set up.
        pub fn new(server: impl Into<String>) -> Result<Self, SdkError> {
            let http = reqwest::Client::builder()
                .timeout(Duration::from_secs(10))
                .build()?;
            let server = server.into();
            Ok(Self { http, server })
        }

        /// Orders a card.
        ///
        /// # Errors
        ///
        /// No response, or an error of the API.
        pub async fn create_card(&self, program: &str) -> Result<Card, SdkError> {
            let body = [("cardProgramId", program)];
            self.post::<_, CreateCardErrorCode, 1>("/api/cards", body)
                .await
        }

        /// Orders a card in place of another.
        ///
        /// # Errors
        ///
        /// No response, or an error of the API.
        pub async fn reissue_card(&self, card: &str) -> Result<Card, SdkError> {
            let path = format!("/api/cards/{card}/reissue");
            self.post::<_, ReissueCardErrorCode, 0>(&path, []).await
        }

        /// Withdraws an amount, in cents.
        ///
        /// # Errors
        ///
        /// No response, or an error of the API.
        pub async fn withdraw(
            &self,
            funding_source: &str,
            amount: &str,
        ) -> Result<Withdrawal, SdkError> {
            let path = format!("/api/funding-sources/{funding_source}/withdraw");
            let body = [("amount", amount)];
            self.post::<_, WithdrawalErrorCode, 1>(&path, body).await
        }

        /// Reads an answer with the codes of the endpoint: that is where their meaning and their
        /// hints are known.
        async fn post<T, C, const N: usize>(
            &self,
            path: &str,
            body: [(&str, &str); N],
        ) -> Result<T, SdkError>
        where
            T: DeserializeOwned,
            C: ImmersveErrorCode,
        {
            let body = std::collections::BTreeMap::from(body);
            let request = self.http.post(format!("{}{path}", self.server)).json(&body);
            Ok(request.send().await?.decode::<T, C>().await?)
        }
    }
}

/// What this application can help its user with, whichever call it came from. Derived through the
/// SDK: there is no dependency of its own on the crate behind it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, sdk::immersve_errors::ImmersveErrorCode)]
#[immersve(crate = crate::sdk::immersve_errors)]
enum HelpfulCode {
    /// Opens the identity check.
    KycRequired,
    /// Opens the form for the address.
    #[immersve(embed)]
    Shipping(ShippingErrorCode),
}

#[tokio::main]
async fn main() -> Result<(), Box<dyn Error>> {
    let client = sdk::Client::new(mock::serve().await?)?;

    println!(
        "create a card           {:?}",
        client.create_card("full").await?
    );

    let error = client.create_card("abroad").await.unwrap_err();
    println!("to another country      {}", chain(&error));
    // A match on the endpoint's own codes, with shared ones in their place.
    match error.code_as() {
        Some(CreateCardErrorCode::Shipping(problem)) => {
            println!("  the address is wrong: {problem:?}");
        }
        Some(code) => println!("  {code:?}"),
        None => println!("  no code"),
    }

    let error = client.reissue_card("unverified").await.unwrap_err();
    println!("without a KYC profile   {}", chain(&error));
    // A question across endpoints: the code has a variant in both enums.
    println!(
        "  same as in create-card? {}",
        error.has_code(&CreateCardErrorCode::KycRequired)
    );
    // One view on the errors of all endpoints.
    println!("  what helps: {:?}", error.code_as::<HelpfulCode>());

    let error = client.withdraw("poor", "100").await.unwrap_err();
    println!("beyond the balance      {}", chain(&error));
    // What the endpoint documents of the code has travelled with it.
    println!(
        "  label: {}",
        error.api().map_or("", |api| api.code_label())
    );
    println!(
        "  is it INSUFFICIENT_BALANCE? {}",
        error.has_code(&WithdrawalErrorCode::InsufficientBalance)
    );

    let error = client.reissue_card("tomorrow").await.unwrap_err();
    println!("with a code of tomorrow {}", chain(&error));
    match error.code_as() {
        Some(ReissueCardErrorCode::Unknown(code)) => println!("  kept as {code}"),
        code => println!("  {code:?}"),
    }

    let error = client.withdraw("busy", "100").await.unwrap_err();
    println!("too often               {}", chain(&error));
    println!(
        "  again? {}, after {:?}",
        error.retry(),
        error.retry_after()
    );

    let nobody = sdk::Client::new(mock::nobody().await?)?;
    let error = nobody.withdraw("any", "100").await.unwrap_err();
    println!("with no API there       {error}");
    println!("  again? {}", error.retry());
    Ok(())
}

/// An error and its sources, in one line, as `anyhow` shows them with `{:#}`.
fn chain(error: &SdkError) -> String {
    let mut line = error.to_string();
    let mut source = error.source();
    while let Some(error) = source {
        line = format!("{line}: {error}");
        source = error.source();
    }
    line
}

/// A server that answers as the API does, made of the errors themselves.
mod mock {
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

    /// What a handler of `axum` gives: a value, or an error taken apart.
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

    /// Starts the server, which lives as long as the program.
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

    /// The URL of a server that is gone.
    pub(crate) async fn nobody() -> std::io::Result<String> {
        let listener = tokio::net::TcpListener::bind(("127.0.0.1", 0)).await?;
        Ok(format!("http://{}", listener.local_addr()?))
    }
}

#[cfg(test)]
mod tests {
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
    async fn a_success_is_a_value() {
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
            "the API answered with an error: 403 SHIPPING_COUNTRY_UNSUPPORTED: No cards are sent to Atlantis"
        );
    }

    #[tokio::test]
    async fn an_error_is_looked_at_through_codes_of_the_users_own() {
        let error = client().await.reissue_card("unverified").await.unwrap_err();
        assert!(error.has_code(&CreateCardErrorCode::KycRequired));
        assert_eq!(error.code_as(), Some(HelpfulCode::KycRequired));

        let error = client().await.withdraw("poor", "100").await.unwrap_err();
        assert_eq!(error.code_as::<HelpfulCode>(), None);
        let code = WithdrawalErrorCode::InsufficientBalance;
        assert_eq!(error.code_as(), Some(code));
        // The server said `INSUFFICIENT_FUNDS`; that it is an alias was known where it was read.
        assert!(error.has_code(&AnyCode::new("INSUFFICIENT_BALANCE")));
        assert_eq!(error.api().unwrap().code_label(), "INSUFFICIENT_BALANCE");
    }

    #[tokio::test]
    async fn a_code_of_tomorrow_is_kept() {
        let error = client().await.reissue_card("tomorrow").await.unwrap_err();
        let Some(ReissueCardErrorCode::Unknown(code)) = error.code_as() else {
            panic!("{error:?}");
        };
        assert_eq!(code.as_str(), "CARD_MATERIAL_SOLD_OUT");
    }

    #[tokio::test]
    async fn a_rate_limit_says_when_to_come_back() {
        let error = client().await.withdraw("busy", "100").await.unwrap_err();
        assert_eq!(error.api().unwrap().kind(), ErrorKind::RateLimited);
        assert_eq!(error.retry(), Retry::Always);
        assert_eq!(error.retry_after(), Some(Duration::from_secs(7)));
    }

    #[tokio::test]
    async fn no_api_is_a_transport_error_that_hides_the_url() {
        let client = Client::new(mock::nobody().await.unwrap()).unwrap();
        let error = client.withdraw("secret", "100").await.unwrap_err();
        assert!(error.api().is_none());
        assert_eq!(error.retry(), Retry::Always);
        let source = error.source().unwrap();
        assert!(source.is::<reqwest::Error>());
        assert!(!format!("{error:?} {source}").contains("secret"));
    }

    /// A function that calls two endpoints: `?` takes the error of either.
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
            "the order failed: the API answered with an error: 403 KYC_REQUIRED"
        );
        // A downcast needs the very type: this one was cast, so it is of any code.
        let of_endpoint =
            |error: &(dyn Error + 'static)| error.is::<ApiError<ReissueCardErrorCode>>();
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

    /// An error as `wiremock` answers with it.
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
}
