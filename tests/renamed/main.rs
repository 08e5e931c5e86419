//! The derive finds its crate under another name, and through an SDK.

// The crate under another name. What names it `::immersve_errors` all the same does not compile, as that is `core`.
extern crate core as immersve_errors;
extern crate immersve_errors as typed_errors;
// Another crate under the name of `core`.
extern crate sdk as core;

use typed_errors::{ImmersveErrorCode, UnknownCode};

#[derive(Debug, PartialEq, ImmersveErrorCode)]
#[immersve(crate = typed_errors)]
enum Renamed {
    CardNotFrozen,
    #[immersve(unknown)]
    Unknown(UnknownCode),
}

/// Re-exported by an SDK under another name.
#[derive(Debug, PartialEq, sdk::errors::ImmersveErrorCode)]
#[immersve(crate = ::sdk::errors)]
enum ThroughSdk {
    CardNotFrozen,
    #[immersve(embed)]
    Sdk(sdk::SdkErrorCode),
}

sdk::code_enum!(BySdkMacro { CardNotFrozen });

mod reexport {
    pub(super) use typed_errors as errors;
    pub(super) mod deeper {
        #[derive(Debug, PartialEq, typed_errors::ImmersveErrorCode)]
        #[immersve(crate = super::errors)]
        pub(crate) enum BySuper {
            CardNotFrozen,
        }
        #[derive(Debug, PartialEq, typed_errors::ImmersveErrorCode)]
        #[immersve(crate = crate::reexport::errors)]
        pub(crate) enum ByCrate {
            CardNotFrozen,
        }
    }
}

#[test]
fn renamed_crate_is_found() {
    assert_eq!(
        Renamed::from_code("CARD_NOT_FROZEN"),
        Some(Renamed::CardNotFrozen)
    );
    let Ok(code) = "NEW".parse::<Renamed>();
    assert_eq!(code.as_str(), "NEW");
}

#[test]
fn crate_within_an_sdk_is_found() {
    assert_eq!(
        ThroughSdk::from_code("UPGRADE_REQUIRED"),
        Some(ThroughSdk::Sdk(sdk::SdkErrorCode::UpgradeRequired))
    );
    assert_eq!(ThroughSdk::CardNotFrozen.as_str(), "CARD_NOT_FROZEN");
}

#[test]
fn macro_of_an_sdk_names_the_crate_itself() {
    assert_eq!(
        "UPGRADE_REQUIRED".parse(),
        Ok(BySdkMacro::Sdk(sdk::SdkErrorCode::UpgradeRequired))
    );
    assert_eq!(BySdkMacro::CardNotFrozen.as_str(), "CARD_NOT_FROZEN");
}

#[test]
fn paths_relative_to_the_enum_are_found() {
    use reexport::deeper::{ByCrate, BySuper};

    assert_eq!(BySuper::CardNotFrozen.as_str(), "CARD_NOT_FROZEN");
    assert_eq!(ByCrate::CardNotFrozen.as_str(), "CARD_NOT_FROZEN");
}
