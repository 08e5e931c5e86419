//! The catalogue: all documented operations of the API and their error codes.
//!
//! Each operation that documents codes has an open enum, named after its `operationId`: `create-card` has
//! [`CreateCardErrorCode`]. Each code has its status, a [`meaning`](crate::CodeInfo::meaning) and a
//! [`remedy`](crate::CodeInfo::remedy). The last paragraph of the [`description`](crate::CodeInfo::description)
//! names what the API does not document.
//!
#![cfg_attr(feature = "response", doc = "```")]
#![cfg_attr(not(feature = "response"), doc = "```ignore")]
//! use http::StatusCode;
//! use immersve_errors::endpoints::{CreateCardErrorCode, ShippingErrorCode};
//! use immersve_errors::{ApiError, ErrorResponse, ImmersveErrorCode};
//!
//! fn what_to_do(error: &ApiError<CreateCardErrorCode>) -> &'static str {
//!     match error.code() {
//!         Some(CreateCardErrorCode::ContactEmailRequired) => "Ask for an email address.",
//!         Some(CreateCardErrorCode::Shipping(ShippingErrorCode::ShippingAddressRequired)) => {
//!             "Ask where to send the card."
//!         }
//!         code => code
//!             .and_then(|code| code.info()?.remedy())
//!             .unwrap_or(error.kind().advice()),
//!     }
//! }
//!
//! let error: ApiError<CreateCardErrorCode> = ErrorResponse::builder(StatusCode::BAD_REQUEST)
//!     .code("SHIPPING_ADDRESS_REQUIRED")
//!     .build()
//!     .into();
//! assert_eq!(what_to_do(&error), "Ask where to send the card.");
//! ```
//!
//! [`OPERATIONS`] has all operations, including those without codes. [`operation`](operation()) finds one by its id,
//! [`operation_at`] by the method and path of a request, and [`operations_with_code`] by a code.
//!
//! The source is the public API document of 2026-08-04.
//!
//! - `FORBIDDEN` is in none of the enums, because any operation can return it; see
//!   [`BaseCode`](crate::BaseCode::Forbidden).
//! - If the API has renamed a code, the old name is an alias. `INSUFFICIENT_FUNDS` is an alias too: an example in
//!   the API's guide has it for the rule that `create-withdrawal-intent` documents as `INSUFFICIENT_BALANCE`.
//! - Codes that the API dropped before the first release of this crate are missing.
//!
//! # The operations
//!
//! A number after a code is its status, if not 403.
//!
#![doc = include_str!("endpoints/catalogue.md")]

mod accounts;
mod authentication;
#[cfg(feature = "response")]
mod bound_error;
mod card;
mod file_uploads;
mod funding_channel;
mod funding_source;
mod kyc;
mod lookup;
mod operation;
mod prerequisites;
mod regions;
mod simulator;
mod table;
mod webhooks;

pub use accounts::CreateAccountErrorCode;
pub use authentication::{
    CompleteLoginErrorCode, CreateChallengeErrorCode, ExchangeAuthTokenErrorCode,
    InitiateLoginErrorCode, SignUpErrorCode,
};
pub use card::{
    ActivateCardErrorCode, CreateCardErrorCode, FreezeCardErrorCode,
    ProvisionCardToApplePayErrorCode, ReissueCardErrorCode, SetCardPinErrorCode, ShippingErrorCode,
    UnfreezeCardErrorCode,
};
pub use file_uploads::UploadFileErrorCode;
pub use funding_channel::CreateFundingChannelErrorCode;
pub use funding_source::CreateWithdrawalIntentErrorCode;
pub use kyc::{
    GetKycProfileErrorCode, GetKycStatementErrorCode, SubmitKycStatementErrorCode,
    SubmitResidentialAddressesErrorCode,
};
pub use lookup::{operation, operation_at, operations_with_code};
pub use operation::Operation;
pub use prerequisites::GetSpendingPrerequisitesErrorCode;
pub use regions::GetSupportedRegionsErrorCode;
pub use simulator::{ExecuteSimulatorDepositErrorCode, ExecuteSimulatorWithdrawalErrorCode};
pub use table::OPERATIONS;
pub use webhooks::{
    AddWebhookTopicSubscriptionErrorCode, CreateWebhookListenerErrorCode,
    DeleteWebhookListenerErrorCode, ListWebhookNotificationsErrorCode,
    RemoveWebhookTopicSubscriptionErrorCode, SendWebhookTestNotificationErrorCode,
};
