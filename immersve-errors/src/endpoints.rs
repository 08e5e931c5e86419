//! The catalogue: every documented operation of the API, and the codes that it documents.
//!
//! Each operation that documents codes has an enum of them, named after its `operationId`:
//! `create-card` has [`CreateCardErrorCode`]. The enums are open, so a code that is newer than the
//! catalogue is kept as it came. Each code has its status, its [`meaning`](crate::CodeInfo::meaning):
//! what happened; and its [`remedy`](crate::CodeInfo::remedy): which field of which answer to look at,
//! and what to do. They keep to what the API documents, and say so where it leaves a question open.
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
//! [`OPERATIONS`] is the table of all operations, those without codes included. [`operation`] finds
//! one by its id, [`operation_at`] by a request, and [`operations_with_code`] finds the operations behind a
//! code of unknown origin.
//!
//! `FORBIDDEN` is in none of the enums: any operation may answer with it, and
//! `ErrorKind::AccessDenied` has what it means.
//!
//! Codes that the API has renamed are aliases of their present names. `INSUFFICIENT_FUNDS` is an
//! alias too: an example in the API's guide has it for the rule that `create-withdrawal-intent`
//! documents as `INSUFFICIENT_BALANCE`. A code that the API dropped before the first release of this
//! crate is in no enum.
//!
//! The state is that of the public API document of 2026-08-04.
//!
//! # The operations
//!
//! A code stands with its status where that is not 403.
//!
#![doc = include_str!("endpoints/catalogue.md")]

mod accounts;
mod authentication;
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
