//! Codes of webhook listeners and their notifications.

use crate::{ImmersveErrorCode, UnknownCode};

/// Codes of `create-webhook-listener`: `POST /api/webhook-listeners`.
#[derive(Debug, Clone, PartialEq, Eq, Hash, ImmersveErrorCode)]
#[doc(alias = "create-webhook-listener")]
#[immersve(crate = crate, operation = "create-webhook-listener")]
#[non_exhaustive]
pub enum CreateWebhookListenerErrorCode {
    /// The account in `accountId` is not a partner account.
    ///
    /// Send the id of a partner account. `get-account` shows the account's `type`, which has to be
    /// `partner`.
    AccountTypeInvalid,
    /// A code that this version of the catalogue does not know.
    #[immersve(unknown)]
    Unknown(UnknownCode),
}

/// Codes of `delete-webhook-listener`: `DELETE /api/webhook-listeners/{listenerId}`.
#[derive(Debug, Clone, PartialEq, Eq, Hash, ImmersveErrorCode)]
#[doc(alias = "delete-webhook-listener")]
#[immersve(crate = crate, operation = "delete-webhook-listener")]
#[non_exhaustive]
pub enum DeleteWebhookListenerErrorCode {
    /// An account is not a partner account. The API does not document which one: the request has
    /// only the `listenerId` of the path.
    ///
    /// It may be the account of the listener, which `get-webhook-listener` shows as `accountId`, or
    /// the account for which the caller acts. `get-account` shows the `type` of each; it has to be
    /// `partner`.
    AccountTypeInvalid,
    /// A code that this version of the catalogue does not know.
    #[immersve(unknown)]
    Unknown(UnknownCode),
}

/// Codes of `add-webhook-topic-subscription`: `POST /api/webhook-listeners/{listenerId}/subscribe`.
#[derive(Debug, Clone, PartialEq, Eq, Hash, ImmersveErrorCode)]
#[doc(alias = "add-webhook-topic-subscription")]
#[immersve(crate = crate, operation = "add-webhook-topic-subscription")]
#[non_exhaustive]
pub enum AddWebhookTopicSubscriptionErrorCode {
    /// An account is not a partner account. The API does not document which one: the request has
    /// only the `listenerId` of the path and the `topic` of the body.
    ///
    /// It may be the account of the listener, which `get-webhook-listener` shows as `accountId`, or
    /// the account for which the caller acts. `get-account` shows the `type` of each; it has to be
    /// `partner`.
    AccountTypeInvalid,
    /// A code that this version of the catalogue does not know.
    #[immersve(unknown)]
    Unknown(UnknownCode),
}

/// Codes of `send-webhook-test-notification`: `POST /api/webhook-test-notifications`.
#[derive(Debug, Clone, PartialEq, Eq, Hash, ImmersveErrorCode)]
#[doc(alias = "send-webhook-test-notification")]
#[immersve(crate = crate, operation = "send-webhook-test-notification")]
#[non_exhaustive]
pub enum SendWebhookTestNotificationErrorCode {
    /// The account in `accountId` is not a partner account.
    ///
    /// Send the id of the partner account that has the listener. `get-account` shows the account's
    /// `type`, which has to be `partner`.
    AccountTypeInvalid,
    /// A code that this version of the catalogue does not know.
    #[immersve(unknown)]
    Unknown(UnknownCode),
}

/// Codes of `remove-webhook-topic-subscription`: `POST /api/webhook-listeners/{listenerId}/unsubscribe`.
#[derive(Debug, Clone, PartialEq, Eq, Hash, ImmersveErrorCode)]
#[doc(alias = "remove-webhook-topic-subscription")]
#[immersve(crate = crate, operation = "remove-webhook-topic-subscription")]
#[non_exhaustive]
pub enum RemoveWebhookTopicSubscriptionErrorCode {
    /// An account is not a partner account. The API does not document which one: the request has
    /// only the `listenerId` of the path and the `topic` of the body.
    ///
    /// It may be the account of the listener, which `get-webhook-listener` shows as `accountId`, or
    /// the account for which the caller acts. `get-account` shows the `type` of each; it has to be
    /// `partner`.
    AccountTypeInvalid,
    /// A code that this version of the catalogue does not know.
    #[immersve(unknown)]
    Unknown(UnknownCode),
}

/// Codes of `list-webhook-notifications`: `GET /api/accounts/{accountId}/webhook-notifications`.
#[derive(Debug, Clone, PartialEq, Eq, Hash, ImmersveErrorCode)]
#[doc(alias = "list-webhook-notifications")]
#[immersve(crate = crate, operation = "list-webhook-notifications")]
#[non_exhaustive]
pub enum ListWebhookNotificationsErrorCode {
    /// The account in the path's `accountId` is not a partner account.
    ///
    /// Send the id of a partner account; that of a cardholder does not work here. `get-account`
    /// shows the account's `type`, which has to be `partner`.
    AccountTypeInvalid,
    /// A code that this version of the catalogue does not know.
    #[immersve(unknown)]
    Unknown(UnknownCode),
}
