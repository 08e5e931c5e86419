//! Compares this derive with serde's on random enums.
//!
//! serde's derive has a code (`rename`), an `alias` and an unknown variant (`untagged`). For these it is
//! the model. `MODEL_SEED=2 cargo test -p immersve-errors-tests --test model` tries other enums.

use std::fmt::Debug;

use fastrand::Rng;
use immersve_errors::{CodeInfo, ImmersveErrorCode};
use serde::Serialize;
use serde::de::DeserializeOwned;

mod random {
    include!(concat!(env!("OUT_DIR"), "/enums.rs"));
}

/// What both derives read from one text, and what they write for it.
fn agree<Ours, Serdes>(text: &str) -> bool
where
    Ours: ImmersveErrorCode + Serialize + DeserializeOwned + Debug,
    Serdes: Serialize + DeserializeOwned + Debug,
{
    let json = serde_json::to_string(text).unwrap();
    let (ours, serdes) = (
        serde_json::from_str::<Ours>(&json).ok(),
        serde_json::from_str::<Serdes>(&json).ok(),
    );
    assert_eq!(variant(&ours), variant(&serdes), "{text:?}");
    assert_eq!(variant(&ours), variant(&Ours::from_code(text)), "{text:?}");
    if let (Some(ours), Some(serdes)) = (&ours, &serdes) {
        let written = serde_json::to_string(&ours).unwrap();
        assert_eq!(written, serde_json::to_string(&serdes).unwrap(), "{text:?}");
        assert_eq!(
            written,
            serde_json::to_string(ours.as_str()).unwrap(),
            "{text:?}"
        );
    }
    ours.is_some()
}

/// `Debug` of a value without the text that it keeps, as `Debug` cuts that text.
fn variant(value: &impl Debug) -> String {
    let shown = format!("{value:?}");
    shown.split('"').next().unwrap_or_default().to_owned()
}

/// Texts that differ from this one a little.
fn bent(text: &str, rng: &mut Rng) -> Vec<String> {
    let at = rng.usize(..text.len());
    let (head, tail) = text.split_at(at);
    let other = char::from(rng.u8(b'!'..=b'~'));
    vec![
        format!("{head}{}", &tail[1..]),
        format!("{head}{other}{tail}"),
        format!("{head}{other}{}", &tail[1..]),
        format!("{text} "),
        format!("{text}{text}"),
        text.to_ascii_lowercase(),
        head.to_owned(),
    ]
}

#[test]
fn this_derive_and_serdes_read_and_write_the_same() {
    fn check<Ours, Serdes>(codes: &[&str], texts: &[&str])
    where
        Ours: ImmersveErrorCode + Serialize + DeserializeOwned + Debug,
        Serdes: Serialize + DeserializeOwned + Debug,
    {
        let table: Vec<_> = Ours::CODES.iter().map(CodeInfo::code).collect();
        assert_eq!(table, codes);
        let mut rng = Rng::with_seed(7);
        for text in texts {
            assert!(agree::<Ours, Serdes>(text), "{text:?} is not read");
            assert!(Ours::from_code(text).is_some_and(|code| code.info().is_some()));
            for bent in bent(text, &mut rng) {
                agree::<Ours, Serdes>(&bent);
            }
        }
        for text in [
            "", " ", "UNKNOWN", "Unknown", "unknown", "\0", "é", "𝕏", "\"", "\n",
        ] {
            agree::<Ours, Serdes>(text);
        }
        for _ in 0..200 {
            let text: String = (0..rng.usize(..48)).map(|_| rng.char(..)).collect();
            agree::<Ours, Serdes>(&text);
        }
    }
    random::for_each_enum!(check);
}
