//! Codes of webhook listeners and their notifications.

use immersve_errors_derive::ImmersveErrorCode;

use crate::code::UnknownCode;

/// Codes of `create-webhook-listener`: `POST /api/webhook-listeners`.
#[derive(Debug, Clone, PartialEq, Eq, Hash, ImmersveErrorCode)]
#[doc(alias = "create-webhook-listener")]
#[immersve(crate = crate, operation = "create-webhook-listener")]
#[non_exhaustive]
pub enum CreateWebhookListenerErrorCode {
    /// The account in `accountId` is not a partner account.
    ///
    /// Send the id of a partner account: `get-account` shows its `type` as `partner`.
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
    /// The account of the listener, or the one that the caller acts for, is not a partner account.
    ///
    /// Check both accounts with `get-account`: their `type` must be `partner`.
    /// `get-webhook-listener` shows the listener's account as `accountId`.
    ///
    /// The API does not document which of the two accounts is checked.
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
    /// The account of the listener, or the one that the caller acts for, is not a partner account.
    ///
    /// Check both accounts with `get-account`: their `type` must be `partner`.
    /// `get-webhook-listener` shows the listener's account as `accountId`.
    ///
    /// The API does not document which of the two accounts is checked.
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
    /// Send the id of the partner account of the listener: `get-account` shows its `type` as
    /// `partner`.
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
    /// The account of the listener, or the one that the caller acts for, is not a partner account.
    ///
    /// Check both accounts with `get-account`: their `type` must be `partner`.
    /// `get-webhook-listener` shows the listener's account as `accountId`.
    ///
    /// The API does not document which of the two accounts is checked.
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
    /// Send the id of a partner account, not of a cardholder: `get-account` shows its `type` as
    /// `partner`.
    AccountTypeInvalid,
    /// A code that this version of the catalogue does not know.
    #[immersve(unknown)]
    Unknown(UnknownCode),
}
