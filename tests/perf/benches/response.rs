//! Measures reading a response as a typed error, compared with serde's derive.
//!
//! `cargo bench -p immersve-errors-test-perf --bench response` compares with what clients write today:
//! `serde_json` reads into a struct with owned texts and a serde enum for the code, and drops headers,
//! body and unknown codes. This crate keeps them, and its time includes a copy of the body.

use divan::black_box;
use http::{HeaderMap, StatusCode};
use immersve_errors::{ApiError, ErrorResponse, ImmersveErrorCode, UnknownCode};
use serde::Deserialize;

#[global_allocator]
static ALLOCATIONS: divan::AllocProfiler = divan::AllocProfiler::system();

fn main() {
    divan::main();
}

macro_rules! codes {
    ($($name:ident),*) => {
        #[derive(Debug, ImmersveErrorCode)]
        enum Ours { $($name,)* #[immersve(unknown)] Unknown(UnknownCode) }

        #[derive(Debug, Deserialize)]
        #[serde(rename_all = "SCREAMING_SNAKE_CASE")]
        enum Serde { $($name),* }

        #[derive(Debug, Deserialize)]
        #[serde(rename_all = "SCREAMING_SNAKE_CASE")]
        #[allow(dead_code)]
        enum Untagged { $($name,)* #[serde(untagged)] Unknown(String) }
    };
}

// All documented codes.
codes! {
    ClientApplicationDomainNotAllowed, AccountExists, AccountDoesNotExist, InvalidSignature,
    ChallengeExpired, RefreshTokenExpired, ClientApplicationMismatch, OriginNotAllowed,
    InvalidChain, Forbidden, InvalidPartnerAccount, InvalidParentAccount, LivenessMismatch,
    CardProgramInvalid, FundingChannelInvalid, BetaAccessDenied, KycRequired,
    ContactEmailRequired, ContactPhoneRequired, ExpectedSpendPrereqRequired,
    CardRegionNotSupported, MaxCardsExceeded, MaxActiveCardsExceeded, ShippingCountryUnsupported,
    ShippingAddressRequired, ShippingMethodRequired, LanguageRequired,
    PhysicalCardConfigurationInvalid, ShippingAddressLineTooLong, InvalidPinFormat,
    CardSetPinForbidden, CardActivationForbidden, CardNotFound, CardReissueNotAllowed,
    CardAlreadyFrozen, CardNotFrozen, CardUnfreezeNotAllowed, ApplePayPayloadInvalid,
    PaymentBridgeError, FileTooLarge, FileTypeInvalid, FundingSourceInvalid,
    KycProfileRegionMismatch, UnsupportedKycRegion, KycStatementRegionMismatch,
    KycStatementsNotAllowed, AttachmentAccountMismatch, KycStatementDoesNotExist,
    KycProfileDoesNotExist, KycAlreadyPassed, CardProgramsNotConfigured, InvalidFundingSourceType,
    InsufficientBalance, TooManyPendingWithdrawals, FundingStrategyNotSupported,
    AccountTypeInvalid, FundingChannelExists
}

#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
#[allow(dead_code)]
struct Body<C> {
    status_code: u16,
    status_name: String,
    error_code: C,
    reason: Option<String>,
}

const KNOWN: &[u8] = br#"{"statusCode":403,"statusName":"Forbidden","errorCode":"INSUFFICIENT_BALANCE","reason":"Withdrawal amount exceeds Funding Source balance"}"#;
const UNKNOWN: &[u8] = br#"{"statusCode":403,"statusName":"Forbidden","errorCode":"WITHDRAWALS_PAUSED","reason":"Withdrawal amount exceeds Funding Source balance"}"#;

fn ours(body: &[u8]) -> ApiError<Ours> {
    ErrorResponse::new(StatusCode::FORBIDDEN, HeaderMap::new(), body).into()
}

#[divan::bench_group]
mod known {
    use super::{ApiError, Body, KNOWN, Ours, Serde, black_box};

    #[divan::bench]
    fn ours() -> ApiError<Ours> {
        super::ours(black_box(KNOWN))
    }

    #[divan::bench]
    fn yardstick() -> Option<Body<Serde>> {
        serde_json::from_slice(black_box(KNOWN)).ok()
    }

    #[divan::bench]
    fn value() -> Option<serde_json::Value> {
        serde_json::from_slice(black_box(KNOWN)).ok()
    }
}

#[divan::bench_group]
mod unknown {
    use super::{ApiError, Body, Ours, UNKNOWN, Untagged, black_box};

    #[divan::bench]
    fn ours() -> ApiError<Ours> {
        super::ours(black_box(UNKNOWN))
    }

    #[divan::bench]
    fn untagged() -> Option<Body<Untagged>> {
        serde_json::from_slice(black_box(UNKNOWN)).ok()
    }
}
