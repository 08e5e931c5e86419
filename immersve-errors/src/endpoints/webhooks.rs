//! Codes of webhook listeners and their notifications.

use crate::{ImmersveErrorCode, UnknownCode};

/// Codes of `create-webhook-listener`: `POST /api/webhook-listeners`.
#[derive(Debug, Clone, PartialEq, Eq, Hash, ImmersveErrorCode)]
#[immersve(crate = crate, operation = "create-webhook-listener")]
#[non_exhaustive]
pub enum CreateWebhookListenerErrorCode {
    /// Only a partner account can have webhook listeners, and this account is of another type. Use
    /// a partner account.
    AccountTypeInvalid,
    /// A code that this version of the catalogue does not know.
    #[immersve(unknown)]
    Unknown(UnknownCode),
}

/// Codes of `delete-webhook-listener`: `DELETE /api/webhook-listeners/{listenerId}`.
#[derive(Debug, Clone, PartialEq, Eq, Hash, ImmersveErrorCode)]
#[immersve(crate = crate, operation = "delete-webhook-listener")]
#[non_exhaustive]
pub enum DeleteWebhookListenerErrorCode {
    /// Only a partner account can delete a webhook listener, and this account is of another type.
    /// Use a partner account.
    AccountTypeInvalid,
    /// A code that this version of the catalogue does not know.
    #[immersve(unknown)]
    Unknown(UnknownCode),
}

/// Codes of `add-webhook-topic-subscription`: `POST /api/webhook-listeners/{listenerId}/subscribe`.
#[derive(Debug, Clone, PartialEq, Eq, Hash, ImmersveErrorCode)]
#[immersve(crate = crate, operation = "add-webhook-topic-subscription")]
#[non_exhaustive]
pub enum AddWebhookTopicSubscriptionErrorCode {
    /// Only a partner account can subscribe to webhook topics, and this account is of another type.
    /// Use a partner account.
    AccountTypeInvalid,
    /// A code that this version of the catalogue does not know.
    #[immersve(unknown)]
    Unknown(UnknownCode),
}

/// Codes of `send-webhook-test-notification`: `POST /api/webhook-test-notifications`.
#[derive(Debug, Clone, PartialEq, Eq, Hash, ImmersveErrorCode)]
#[immersve(crate = crate, operation = "send-webhook-test-notification")]
#[non_exhaustive]
pub enum SendWebhookTestNotificationErrorCode {
    /// Only a partner account can have test notifications sent, and this account is of another
    /// type. Use a partner account.
    AccountTypeInvalid,
    /// A code that this version of the catalogue does not know.
    #[immersve(unknown)]
    Unknown(UnknownCode),
}

/// Codes of `remove-webhook-topic-subscription`: `POST /api/webhook-listeners/{listenerId}/unsubscribe`.
#[derive(Debug, Clone, PartialEq, Eq, Hash, ImmersveErrorCode)]
#[immersve(crate = crate, operation = "remove-webhook-topic-subscription")]
#[non_exhaustive]
pub enum RemoveWebhookTopicSubscriptionErrorCode {
    /// Only a partner account can end the subscription to a webhook topic, and this account is of
    /// another type. Use a partner account.
    AccountTypeInvalid,
    /// A code that this version of the catalogue does not know.
    #[immersve(unknown)]
    Unknown(UnknownCode),
}

/// Codes of `list-webhook-notifications`: `GET /api/accounts/{accountId}/webhook-notifications`.
#[derive(Debug, Clone, PartialEq, Eq, Hash, ImmersveErrorCode)]
#[immersve(crate = crate, operation = "list-webhook-notifications")]
#[non_exhaustive]
pub enum ListWebhookNotificationsErrorCode {
    /// Only a partner account has webhook notifications to list, and this account is of another
    /// type. Use a partner account.
    AccountTypeInvalid,
    /// A code that this version of the catalogue does not know.
    #[immersve(unknown)]
    Unknown(UnknownCode),
}
