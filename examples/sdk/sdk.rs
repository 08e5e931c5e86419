//! The SDK: one error type, the codes of three operations, and a client. Usually a crate of its own.

use std::time::Duration;

/// Re-exported so that users can derive their own codes with the same version.
pub use immersve_errors;
use immersve_errors::{ApiError, ImmersveErrorCode, ReqwestExt, Retry, UnknownCode};
use serde::{Deserialize, Serialize, de::DeserializeOwned};

/// Why a call failed.
///
/// Without a type parameter, so that any function can return it and a downcast finds it. It keeps what is documented
/// about the code; [`code_as`](SdkError::code_as) recovers the typed code.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum SdkError {
    /// No response: a connection failure or a timeout.
    #[error("the API could not be reached")]
    Transport(#[source] reqwest::Error),
    /// The API returned an error.
    // Not `transparent`, which would drop the `ApiError` from the source chain.
    #[error("the API returned an error")]
    Api(#[source] ApiError),
}

/// Lets `?` convert the error of any operation.
impl<C: ImmersveErrorCode> From<ApiError<C>> for SdkError {
    fn from(error: ApiError<C>) -> Self {
        Self::Api(error.cast())
    }
}

impl From<reqwest::Error> for SdkError {
    fn from(error: reqwest::Error) -> Self {
        // Errors are logged, and the URL contains ids of a customer's resources.
        Self::Transport(error.without_url())
    }
}

impl SdkError {
    /// The error of the API, if there was a response.
    #[must_use]
    pub fn api(&self) -> Option<&ApiError> {
        match self {
            Self::Transport(_) => None,
            Self::Api(error) => Some(error),
        }
    }

    /// The code as a variant of an operation's enum, or of your own enum.
    #[must_use]
    pub fn code_as<C: ImmersveErrorCode>(&self) -> Option<C> {
        self.api()?.code_as()
    }

    /// Whether the API returned this code, which may be of any enum.
    #[must_use]
    pub fn has_code<C: ImmersveErrorCode>(&self, code: &C) -> bool {
        self.api().is_some_and(|error| error.has_code(code))
    }

    /// Whether the call may be repeated.
    #[must_use]
    pub fn retry(&self) -> Retry {
        match self {
            Self::Transport(error) if error.is_connect() => Retry::Always,
            Self::Transport(_) => Retry::IfIdempotent,
            Self::Api(error) => error.retry(),
        }
    }

    /// Minimum delay before repeating the call.
    #[must_use]
    pub fn retry_after(&self) -> Option<Duration> {
        self.api()?.retry_after()
    }
}

/// Codes for the shipping address of a card.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ImmersveErrorCode)]
pub enum ShippingErrorCode {
    /// A physical card needs an address.
    #[immersve(status = 400)]
    ShippingAddressRequired,
    /// A line of the address does not fit on an envelope.
    #[immersve(status = 400)]
    ShippingAddressLineTooLong,
    /// Cards are not shipped to that country.
    ShippingCountryUnsupported,
}

/// Codes of [`Client::create_card`].
#[derive(Debug, Clone, PartialEq, Eq, ImmersveErrorCode)]
#[immersve(operation = "create-card")]
#[non_exhaustive]
pub enum CreateCardErrorCode {
    /// The cardholder's identity has not been verified.
    KycRequired,
    /// The account has the maximum number of cards.
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
    /// A card in this state cannot be reissued.
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
    /// A client for the API at this URL.
    ///
    /// # Errors
    ///
    /// If the HTTP client cannot be set up.
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
    /// If there is no response, or if the API returns an error.
    pub async fn create_card(&self, program: &str) -> Result<Card, SdkError> {
        let body = [("cardProgramId", program)];
        self.post::<_, CreateCardErrorCode, 1>("/api/cards", body)
            .await
    }

    /// Orders a card that replaces another.
    ///
    /// # Errors
    ///
    /// If there is no response, or if the API returns an error.
    pub async fn reissue_card(&self, card: &str) -> Result<Card, SdkError> {
        let path = format!("/api/cards/{card}/reissue");
        self.post::<_, ReissueCardErrorCode, 0>(&path, []).await
    }

    /// Withdraws an amount, in cents.
    ///
    /// # Errors
    ///
    /// If there is no response, or if the API returns an error.
    pub async fn withdraw(
        &self,
        funding_source: &str,
        amount: &str,
    ) -> Result<Withdrawal, SdkError> {
        let path = format!("/api/funding-sources/{funding_source}/withdraw");
        let body = [("amount", amount)];
        self.post::<_, WithdrawalErrorCode, 1>(&path, body).await
    }

    /// Sends a request and decodes the response with the enum of the operation.
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
