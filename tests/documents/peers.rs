//! What the README says about serde and strum is true of them.

use serde::Serialize;
use strum::IntoStaticStr;

#[derive(Serialize, IntoStaticStr)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
#[strum(serialize_all = "SCREAMING_SNAKE_CASE")]
enum Name {
    KYCRequired,
}

#[test]
fn serde_and_strum_read_a_name_in_two_ways() {
    let serde = serde_json::to_string(&Name::KYCRequired).unwrap();
    assert_eq!(serde, "\"K_Y_C_REQUIRED\"");
    let strum: &str = Name::KYCRequired.into();
    assert_eq!(strum, "KYC_REQUIRED");
}

#[expect(unreachable_patterns, reason = "this warning is what the README means")]
mod twice {
    #[derive(Debug, PartialEq, serde::Deserialize)]
    pub(super) enum Twice {
        #[serde(rename = "CARD_LOST")]
        Lost,
        #[serde(rename = "CARD_LOST")]
        Gone,
    }
}

#[test]
fn serde_only_warns_of_a_code_on_two_variants() {
    let read: twice::Twice = serde_json::from_str("\"CARD_LOST\"").unwrap();
    assert_eq!(read, twice::Twice::Lost);
    assert_ne!(read, twice::Twice::Gone);
}
