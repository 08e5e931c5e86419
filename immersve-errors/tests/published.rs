//! The published variants of the catalogue, each with the texts that are read as it.
//!
//! A published variant keeps its name and its texts. If the API renames a code, add the new text to the
//! line of its variant. If the API drops a code, its variant becomes deprecated, and the line stays.
//! Never remove a line, or a text of a line: then an update of the catalogue breaks no build.
#![allow(
    deprecated,
    reason = "a code that the API has dropped keeps its variant"
)]

use std::collections::BTreeSet;

use immersve_errors::{
    CodeInfo, ImmersveErrorCode, UnknownCode,
    endpoints::{
        ActivateCardErrorCode, AddWebhookTopicSubscriptionErrorCode, CompleteLoginErrorCode,
        CreateAccountErrorCode, CreateCardErrorCode, CreateChallengeErrorCode,
        CreateFundingChannelErrorCode, CreateWebhookListenerErrorCode,
        CreateWithdrawalIntentErrorCode, DeleteWebhookListenerErrorCode,
        ExchangeAuthTokenErrorCode, ExecuteSimulatorDepositErrorCode,
        ExecuteSimulatorWithdrawalErrorCode, FreezeCardErrorCode, GetKycProfileErrorCode,
        GetKycStatementErrorCode, GetSpendingPrerequisitesErrorCode, GetSupportedRegionsErrorCode,
        InitiateLoginErrorCode, ListWebhookNotificationsErrorCode,
        ProvisionCardToApplePayErrorCode, ReissueCardErrorCode,
        RemoveWebhookTopicSubscriptionErrorCode, SendWebhookTestNotificationErrorCode,
        SetCardPinErrorCode, ShippingErrorCode, SignUpErrorCode, SubmitKycStatementErrorCode,
        SubmitResidentialAddressesErrorCode, UnfreezeCardErrorCode, UploadFileErrorCode,
    },
};

/// All texts of a table.
fn texts(codes: &'static [CodeInfo]) -> BTreeSet<&'static str> {
    codes
        .iter()
        .flat_map(|info| {
            [info.code()]
                .into_iter()
                .chain(info.aliases().iter().copied())
        })
        .collect()
}

/// Checks that each variant exists, and that each of its texts is read as it.
macro_rules! published {
    ($($Enum:ident { $($Variant:ident $(($Payload:ident))? $(= $($text:literal)|+)?,)+ })+) => {
        #[test]
        fn no_variant_and_no_text_has_disappeared() {
            $($(published!(@ $Enum $Variant $(($Payload))? $(= $($text)|+)?);)+)+
        }

        #[test]
        fn every_code_of_the_catalogue_is_listed_here() {
            $({
                let listed = BTreeSet::from([$($($($text,)+)?)+]);
                let embedded: Vec<BTreeSet<&str>> = vec![$($(published!(% $Payload),)?)+];
                let mut own = texts($Enum::CODES);
                own.retain(|text| !embedded.iter().any(|texts| texts.contains(text)));
                assert_eq!(own, listed, "{}", stringify!($Enum));
            })+
        }
    };
    (@ $Enum:ident $Variant:ident = $($text:literal)|+) => {
        $(assert_eq!($Enum::from_code($text), Some($Enum::$Variant));)+
    };
    (@ $Enum:ident $Variant:ident ($Payload:ident)) => {
        let _: fn($Payload) -> $Enum = $Enum::$Variant;
    };
    (% UnknownCode) => { BTreeSet::<&str>::new() };
    (% $Payload:ident) => { texts($Payload::CODES) };
}

published! {
    CreateAccountErrorCode {
        InvalidPartnerAccount = "INVALID_PARTNER_ACCOUNT",
        InvalidParentAccount = "INVALID_PARENT_ACCOUNT",
        Unknown(UnknownCode),
    }
    SignUpErrorCode {
        ClientApplicationDomainNotAllowed = "CLIENT_APPLICATION_DOMAIN_NOT_ALLOWED",
        AccountExists = "ACCOUNT_EXISTS",
        Unknown(UnknownCode),
    }
    InitiateLoginErrorCode {
        ClientApplicationDomainNotAllowed = "CLIENT_APPLICATION_DOMAIN_NOT_ALLOWED",
        AccountDoesNotExist = "ACCOUNT_DOES_NOT_EXIST",
        Unknown(UnknownCode),
    }
    CompleteLoginErrorCode {
        InvalidSignature = "INVALID_SIGNATURE",
        ChallengeExpired = "CHALLENGE_EXPIRED",
        Unknown(UnknownCode),
    }
    ExchangeAuthTokenErrorCode {
        RefreshTokenExpired = "REFRESH_TOKEN_EXPIRED",
        ClientApplicationMismatch = "CLIENT_APPLICATION_MISMATCH",
        OriginNotAllowed = "ORIGIN_NOT_ALLOWED",
        Unknown(UnknownCode),
    }
    CreateChallengeErrorCode {
        InvalidChain = "INVALID_CHAIN",
        Unknown(UnknownCode),
    }
    CreateCardErrorCode {
        LivenessMismatch = "LIVENESS_MISMATCH",
        CardProgramInvalid = "CARD_PROGRAM_INVALID",
        FundingChannelInvalid = "FUNDING_CHANNEL_INVALID" | "FUNDING_SOURCE_INVALID",
        BetaAccessDenied = "BETA_ACCESS_DENIED",
        KycRequired = "KYC_REQUIRED",
        ContactEmailRequired = "CONTACT_EMAIL_REQUIRED",
        ContactPhoneRequired = "CONTACT_PHONE_REQUIRED",
        ExpectedSpendPrereqRequired = "EXPECTED_SPEND_PREREQ_REQUIRED",
        CardRegionNotSupported = "CARD_REGION_NOT_SUPPORTED",
        MaxCardsExceeded = "MAX_CARDS_EXCEEDED",
        MaxActiveCardsExceeded = "MAX_ACTIVE_CARDS_EXCEEDED",
        Shipping(ShippingErrorCode),
        Unknown(UnknownCode),
    }
    SetCardPinErrorCode {
        LivenessMismatch = "LIVENESS_MISMATCH",
        InvalidPinFormat = "INVALID_PIN_FORMAT",
        CardSetPinForbidden = "CARD_SET_PIN_FORBIDDEN",
        Unknown(UnknownCode),
    }
    ActivateCardErrorCode {
        CardActivationForbidden = "CARD_ACTIVATION_FORBIDDEN" | "CARD_STATE_INVALID",
        Unknown(UnknownCode),
    }
    ReissueCardErrorCode {
        CardNotFound = "CARD_NOT_FOUND",
        CardReissueNotAllowed = "CARD_REISSUE_NOT_ALLOWED",
        KycRequired = "KYC_REQUIRED",
        ContactEmailRequired = "CONTACT_EMAIL_REQUIRED",
        ContactPhoneRequired = "CONTACT_PHONE_REQUIRED",
        Shipping(ShippingErrorCode),
        Unknown(UnknownCode),
    }
    FreezeCardErrorCode {
        CardAlreadyFrozen = "CARD_ALREADY_FROZEN",
        Unknown(UnknownCode),
    }
    UnfreezeCardErrorCode {
        CardNotFrozen = "CARD_NOT_FROZEN",
        CardUnfreezeNotAllowed = "CARD_UNFREEZE_NOT_ALLOWED" | "CARD_UNFREEZE_DISALLOWED",
        Unknown(UnknownCode),
    }
    ProvisionCardToApplePayErrorCode {
        ApplePayPayloadInvalid = "APPLE_PAY_PAYLOAD_INVALID",
        PaymentBridgeError = "PAYMENT_BRIDGE_ERROR",
        Unknown(UnknownCode),
    }
    ShippingErrorCode {
        ShippingCountryUnsupported = "SHIPPING_COUNTRY_UNSUPPORTED",
        ShippingAddressRequired = "SHIPPING_ADDRESS_REQUIRED",
        ShippingMethodRequired = "SHIPPING_METHOD_REQUIRED",
        LanguageRequired = "LANGUAGE_REQUIRED",
        PhysicalCardConfigurationInvalid = "PHYSICAL_CARD_CONFIGURATION_INVALID",
        ShippingAddressLineTooLong = "SHIPPING_ADDRESS_LINE_TOO_LONG",
    }
    UploadFileErrorCode {
        FileTooLarge = "FILE_TOO_LARGE",
        FileTypeInvalid = "FILE_TYPE_INVALID",
        Unknown(UnknownCode),
    }
    CreateFundingChannelErrorCode {
        AccountTypeInvalid = "ACCOUNT_TYPE_INVALID",
        FundingChannelExists = "FUNDING_CHANNEL_EXISTS",
        Unknown(UnknownCode),
    }
    CreateWithdrawalIntentErrorCode {
        InsufficientBalance = "INSUFFICIENT_BALANCE" | "INSUFFICIENT_FUNDS",
        TooManyPendingWithdrawals = "TOO_MANY_PENDING_WITHDRAWALS",
        FundingStrategyNotSupported = "FUNDING_STRATEGY_NOT_SUPPORTED",
        Unknown(UnknownCode),
    }
    SubmitKycStatementErrorCode {
        KycStatementsNotAllowed = "KYC_STATEMENTS_NOT_ALLOWED",
        AttachmentAccountMismatch = "ATTACHMENT_ACCOUNT_MISMATCH",
        Unknown(UnknownCode),
    }
    GetKycStatementErrorCode {
        KycStatementDoesNotExist = "KYC_STATEMENT_DOES_NOT_EXIST",
        Unknown(UnknownCode),
    }
    GetKycProfileErrorCode {
        KycProfileDoesNotExist = "KYC_PROFILE_DOES_NOT_EXIST",
        LivenessMismatch = "LIVENESS_MISMATCH",
        Unknown(UnknownCode),
    }
    SubmitResidentialAddressesErrorCode {
        KycAlreadyPassed = "KYC_ALREADY_PASSED",
        Unknown(UnknownCode),
    }
    GetSpendingPrerequisitesErrorCode {
        LivenessMismatch = "LIVENESS_MISMATCH",
        CardProgramInvalid = "CARD_PROGRAM_INVALID",
        FundingSourceInvalid = "FUNDING_SOURCE_INVALID",
        KycProfileRegionMismatch = "KYC_PROFILE_REGION_MISMATCH" | "KYC_CARD_PROGRAM_REGION_MISMATCH",
        UnsupportedKycRegion = "UNSUPPORTED_KYC_REGION",
        KycStatementRegionMismatch = "KYC_STATEMENT_REGION_MISMATCH",
        Unknown(UnknownCode),
    }
    GetSupportedRegionsErrorCode {
        CardProgramsNotConfigured = "CARD_PROGRAMS_NOT_CONFIGURED",
        Unknown(UnknownCode),
    }
    ExecuteSimulatorDepositErrorCode {
        InvalidFundingSourceType = "INVALID_FUNDING_SOURCE_TYPE",
        Unknown(UnknownCode),
    }
    ExecuteSimulatorWithdrawalErrorCode {
        InvalidFundingSourceType = "INVALID_FUNDING_SOURCE_TYPE",
        Unknown(UnknownCode),
    }
    CreateWebhookListenerErrorCode {
        AccountTypeInvalid = "ACCOUNT_TYPE_INVALID",
        Unknown(UnknownCode),
    }
    DeleteWebhookListenerErrorCode {
        AccountTypeInvalid = "ACCOUNT_TYPE_INVALID",
        Unknown(UnknownCode),
    }
    AddWebhookTopicSubscriptionErrorCode {
        AccountTypeInvalid = "ACCOUNT_TYPE_INVALID",
        Unknown(UnknownCode),
    }
    SendWebhookTestNotificationErrorCode {
        AccountTypeInvalid = "ACCOUNT_TYPE_INVALID",
        Unknown(UnknownCode),
    }
    RemoveWebhookTopicSubscriptionErrorCode {
        AccountTypeInvalid = "ACCOUNT_TYPE_INVALID",
        Unknown(UnknownCode),
    }
    ListWebhookNotificationsErrorCode {
        AccountTypeInvalid = "ACCOUNT_TYPE_INVALID",
        Unknown(UnknownCode),
    }
}
