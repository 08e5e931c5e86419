//! The table of all operations, grouped by resource in the order of the API reference.

use super::{
    ActivateCardErrorCode, AddWebhookTopicSubscriptionErrorCode, CompleteLoginErrorCode,
    CreateAccountErrorCode, CreateCardErrorCode, CreateChallengeErrorCode,
    CreateFundingChannelErrorCode, CreateWebhookListenerErrorCode, CreateWithdrawalIntentErrorCode,
    DeleteWebhookListenerErrorCode, ExchangeAuthTokenErrorCode, ExecuteSimulatorDepositErrorCode,
    ExecuteSimulatorWithdrawalErrorCode, FreezeCardErrorCode, GetKycProfileErrorCode,
    GetKycStatementErrorCode, GetSpendingPrerequisitesErrorCode, GetSupportedRegionsErrorCode,
    InitiateLoginErrorCode, ListWebhookNotificationsErrorCode, Operation,
    ProvisionCardToApplePayErrorCode, ReissueCardErrorCode,
    RemoveWebhookTopicSubscriptionErrorCode, SendWebhookTestNotificationErrorCode,
    SetCardPinErrorCode, SignUpErrorCode, SubmitKycStatementErrorCode,
    SubmitResidentialAddressesErrorCode, UnfreezeCardErrorCode, UploadFileErrorCode,
};
use crate::code::ImmersveErrorCode;

/// Builds the table from rows of `operation id, method, path => enum`. `repeatable` marks an operation that is
/// documented as safe to repeat although its method is not idempotent.
macro_rules! operations {
    ($($resource:literal { $($id:literal $method:ident $path:literal $($repeatable:ident)? $(=> $codes:ty)?;)+ })+) => {
        &[$($(
            Operation::new($resource, $id, stringify!($method), $path)
                $(.$repeatable())?
                $(.with_codes(<$codes as ImmersveErrorCode>::CODES))?,
        )+)+]
    };
}

/// All documented operations of the API, grouped by [resource](Operation::resource) in the order of the API reference.
///
/// ```
/// use immersve_errors::endpoints::OPERATIONS;
///
/// let with_codes = OPERATIONS.iter().filter(|operation| !operation.codes().is_empty());
/// assert_eq!((OPERATIONS.len(), with_codes.count()), (77, 30));
/// ```
pub static OPERATIONS: &[Operation] = operations! {
    "authentication" {
        "sign-up" POST "/auth/signup" => SignUpErrorCode;
        "initiate-login" POST "/auth/login-init" => InitiateLoginErrorCode;
        "complete-login" POST "/auth/login-complete" => CompleteLoginErrorCode;
        "logout" POST "/auth/logout";
        "exchange-auth-token" POST "/auth/token" => ExchangeAuthTokenErrorCode;
        "create-challenge" POST "/api/challenges" => CreateChallengeErrorCode;
        "initiate-siwe-login" POST "/siwe/generate-challenge";
        "complete-siwe-login" POST "/siwe/login";
    }
    "accounts" {
        "create-account" POST "/api/accounts" => CreateAccountErrorCode;
        "get-account" GET "/api/accounts/{accountId}";
    }
    "card" {
        "create-card" POST "/api/cards" => CreateCardErrorCode;
        "list-cards" GET "/api/accounts/{accountId}/cards";
        "get-card" GET "/api/cards/{cardId}";
        "set-card-pin" POST "/api/cards/{cardId}/set-pin" => SetCardPinErrorCode;
        "activate-card" POST "/api/cards/{cardId}/activate" => ActivateCardErrorCode;
        "cancel-card" POST "/api/cards/{cardId}/cancel-async";
        "reissue-card" POST "/api/cards/{cardId}/reissue" => ReissueCardErrorCode;
        "freeze-card" POST "/api/cards/{cardId}/freeze" => FreezeCardErrorCode;
        "unfreeze-card" POST "/api/cards/{cardId}/unfreeze" => UnfreezeCardErrorCode;
        "get-card-token" POST "/api/cards/{cardId}/pan-token";
        "provision-card-to-apple-pay" POST "/api/cards/{cardId}/provision/apple-pay" => ProvisionCardToApplePayErrorCode;
    }
    "cardholder-blocks" {
        "get-cardholder-blocks" GET "/api/accounts/{cardholderAccountId}/blocks";
    }
    "currency" {
        "list-currencies" GET "/api/currencies";
        "get-currency-conversion" GET "/api/currency/convert";
    }
    "payments" {
        "get-transaction" GET "/api/transactions/{transactionId}";
        "list-transactions" GET "/api/accounts/{accountId}/transactions";
        "list-account-payment-notifications" GET "/api/accounts/{partnerAccountId}/payment-notifications";
        "get-payment-notification" GET "/api/payment-notifications/{messageId}";
        "submit-3ds-challenge-outcome" POST "/api/3ds-challenges/{challengeId}/outcome" repeatable;
    }
    "inquiries" {
        "get-inquiry" GET "/api/inquiries/{inquiryId}";
        "list-inquiries" GET "/api/accounts/{cardholderAccountId}/inquiries";
    }
    "reports" {
        "list-reports-by-account" GET "/api/accounts/{accountId}/reports";
        "get-report" GET "/api/reports/{reportId}";
        "create-report-download-url" POST "/api/reports/{reportId}/download" repeatable;
    }
    "file-uploads" {
        "upload-file" POST "/api/file-uploads" => UploadFileErrorCode;
        "get-file-upload" GET "/api/file-uploads/{fileUploadId}";
    }
    "contact-details" {
        "get-contact-details" GET "/api/accounts/{accountId}/contact-details";
        "update-contact-details" PATCH "/api/accounts/{accountId}/contact-details";
    }
    "partner-profiles" {
        "get-partner-profile" GET "/api/partner-profiles/{accountId}";
        "configure-partner-profile" POST "/api/partner-profiles/{accountId}/configure";
    }
    "prerequisites" {
        "get-spending-prerequisites" POST "/api/spending-prerequisites" repeatable => GetSpendingPrerequisitesErrorCode;
    }
    "kyc" {
        "submit-kyc-statement" PUT "/api/accounts/{cardholderAccountId}/partner-kyc-statement" => SubmitKycStatementErrorCode;
        "get-kyc-statement" GET "/api/accounts/{cardholderAccountId}/partner-kyc-statement" => GetKycStatementErrorCode;
        "get-kyc-profile" GET "/api/accounts/{accountId}/kyc-profile" => GetKycProfileErrorCode;
        "get-expected-spend-amount" GET "/api/accounts/{cardholderId}/expected-spend-amount";
        "update-expected-spend-amount" POST "/api/accounts/{cardholderId}/expected-spend-amount";
        "get-residential-addresses" GET "/api/accounts/{cardholderId}/residential-addresses";
        "submit-residential-addresses" POST "/api/accounts/{cardholderId}/residential-addresses" => SubmitResidentialAddressesErrorCode;
    }
    "regions" {
        "get-supported-regions" GET "/api/accounts/{partnerAccountId}/supported-regions" => GetSupportedRegionsErrorCode;
    }
    "simulator" {
        "submit-simulator-authorization" POST "/api/simulator/authorize";
        "submit-simulator-clearing" POST "/api/simulator/clear";
        "submit-simulator-reversal" POST "/api/simulator/reverse";
        "execute-simulator-deposit" POST "/api/simulator/execute-deposit" => ExecuteSimulatorDepositErrorCode;
        "execute-simulator-withdrawal" POST "/api/simulator/execute-withdrawal" => ExecuteSimulatorWithdrawalErrorCode;
    }
    "funding-source" {
        "list-funding-sources" GET "/api/accounts/{accountId}/funding-sources";
        "get-funding-source" GET "/api/funding-source/{fundingSourceId}";
        "create-funding-source" POST "/api/funding-sources";
        "list-funding-source-interactions" GET "/api/funding-sources/{fundingSourceId}/interactions";
        "create-withdrawal-intent" POST "/api/funding-sources/{fundingSourceId}/withdraw" => CreateWithdrawalIntentErrorCode;
    }
    "funding-channel" {
        "get-funding-channel" GET "/api/funding-channel/{fundingChannelId}";
        "create-funding-channel" POST "/api/funding-channels" => CreateFundingChannelErrorCode;
        "list-funding-channels" GET "/api/accounts/{accountId}/funding-channels";
    }
    "client-application" {
        "get-client-application" GET "/api/client-applications/{clientApplicationId}";
        "update-allowed-origins" POST "/api/client-applications/{clientApplicationId}/update-origins";
    }
    "support" {
        "create-support-session" POST "/api/support-sessions";
    }
    "fault-injection" {
        "list-fault-types" GET "/api/fault-types";
        "list-fault-configs" GET "/api/accounts/{accountId}/fault-configs";
        "set-fault-config" PUT "/api/accounts/{accountId}/fault-configs/{faultTypeName}";
        "delete-fault-config" DELETE "/api/accounts/{accountId}/fault-configs/{faultTypeName}";
    }
    "webhooks" {
        "create-webhook-listener" POST "/api/webhook-listeners" => CreateWebhookListenerErrorCode;
        "get-webhook-listener" GET "/api/webhook-listeners/{listenerId}";
        "delete-webhook-listener" DELETE "/api/webhook-listeners/{listenerId}" => DeleteWebhookListenerErrorCode;
        "list-webhook-listeners" GET "/api/accounts/{accountId}/webhook-listeners";
        "add-webhook-topic-subscription" POST "/api/webhook-listeners/{listenerId}/subscribe" => AddWebhookTopicSubscriptionErrorCode;
        "send-webhook-test-notification" POST "/api/webhook-test-notifications" => SendWebhookTestNotificationErrorCode;
        "remove-webhook-topic-subscription" POST "/api/webhook-listeners/{listenerId}/unsubscribe" => RemoveWebhookTopicSubscriptionErrorCode;
        "list-webhook-notifications" GET "/api/accounts/{accountId}/webhook-notifications" => ListWebhookNotificationsErrorCode;
    }
};
