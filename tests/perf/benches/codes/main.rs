//! Measures parsing and printing a code, compared with serde's derive, strum, phf and a plain `match`.
//!
//! Open enums in JSON come first, as most codes are read like that.
//!
//! `cargo bench -p immersve-errors-test-perf --bench codes` prints times for [`DRAWS`] texts. They are drawn again
//! for each iteration, so that branch prediction cannot learn them. `tests/perf/ratios.py` computes
//! ratios of the times.

mod one_comparison;

use divan::{Bencher, black_box};
use immersve_errors::{ImmersveErrorCode, UnknownCode};
use serde::{
    Deserialize,
    de::{
        DeserializeOwned,
        value::{Error, StrDeserializer},
    },
};
use serde_json::Value;

use one_comparison::OneComparison;

/// The number of texts in one measured iteration.
const DRAWS: usize = 1 << 12;

fn main() {
    divan::main();
}

/// Draws new texts for each iteration, as branch prediction learns a fixed sequence of any length.
fn draw<'a, T>(from: &'a [T]) -> impl FnMut() -> Vec<&'a T> {
    let mut random = fastrand::Rng::with_seed(7);
    move || (0..DRAWS).filter_map(|_| random.choice(from)).collect()
}

/// Measures a way to parse. It is called through a pointer, so that it is not inlined into the loop,
/// like code of another crate.
fn parse<T>(bencher: Bencher, codes: &[&str], parse: fn(&str) -> T) {
    // Copies, as a text from a server never has the address of the constant that it is compared with.
    let texts: Vec<String> = codes.iter().map(|&code| code.to_owned()).collect();
    let parse = black_box(parse);
    bencher.with_inputs(draw(&texts)).bench_local_refs(|texts| {
        for text in texts {
            black_box(&parse(text));
        }
    });
}

/// Measures the yardstick, called through a pointer too.
fn yardstick(bencher: Bencher, codes: &[&'static str]) {
    let texts: Vec<String> = codes.iter().map(|&code| code.to_owned()).collect();
    let table = black_box(OneComparison::new(codes));
    let find = black_box(OneComparison::find as fn(&OneComparison, &str) -> Option<usize>);
    bencher.with_inputs(draw(&texts)).bench_local_refs(|texts| {
        for text in texts {
            black_box(&find(&table, text));
        }
    });
}

/// Measures a way to print, in the same way.
fn print<T: Sync, R>(
    bencher: Bencher,
    codes: &[&str],
    parse: fn(&str) -> Option<T>,
    print: fn(&'static T) -> R,
) {
    let values: Vec<T> = codes.iter().filter_map(|text| parse(text)).collect();
    let values: &'static [T] = values.leak();
    let print = black_box(print);
    bencher
        .with_inputs(draw(values))
        .bench_local_refs(|values| {
            for value in values {
                black_box(print(value));
            }
        });
}

/// Reads a code as a client reads a field of a body.
fn json<T: DeserializeOwned>(text: &str) -> Option<T> {
    serde_json::from_str(text).ok()
}

/// The same without a lookup, so what no enum can be faster than.
fn json_text(text: &str) -> Option<usize> {
    serde_json::from_str::<&str>(text).ok().map(str::len)
}

fn json_slice<T: DeserializeOwned>(text: &str) -> Option<T> {
    serde_json::from_slice(text.as_bytes()).ok()
}

fn json_reader<T: DeserializeOwned>(text: &str) -> Option<T> {
    serde_json::from_reader(text.as_bytes()).ok()
}

/// Measures reading a code from a `Value`. The values are built before.
fn json_value<T: DeserializeOwned>(bencher: Bencher, codes: &[&str]) {
    let values: Vec<Value> = codes.iter().map(|&code| code.into()).collect();
    let parse = black_box((|value| T::deserialize(value).ok()) as fn(&Value) -> Option<T>);
    bencher
        .with_inputs(draw(&values))
        .bench_local_refs(|values| {
            for value in values {
                black_box(&parse(value));
            }
        });
}

fn postcards(codes: &[&str]) -> Vec<Vec<u8>> {
    codes
        .iter()
        .filter_map(|code| postcard::to_allocvec(code).ok())
        .collect()
}

/// Postcard with a code as a text. It writes serde's enums as numbers.
fn from_postcard<T: DeserializeOwned>(bencher: Bencher, codes: &[&str]) {
    let bytes = postcards(codes);
    let parse = black_box((|bytes| postcard::from_bytes(bytes).ok()) as fn(&Vec<u8>) -> Option<T>);
    bencher.with_inputs(draw(&bytes)).bench_local_refs(|all| {
        for bytes in all {
            black_box(&parse(bytes));
        }
    });
}

/// The same for a text that postcard reads, and that is then parsed.
fn postcard_of_text<T>(bencher: Bencher, codes: &[&str], way: fn(&str) -> Option<T>) {
    let bytes = postcards(codes);
    let parse = black_box(way);
    let read =
        black_box((|bytes| postcard::from_bytes(bytes).ok()) as fn(&Vec<u8>) -> Option<&str>);
    bencher.with_inputs(draw(&bytes)).bench_local_refs(|all| {
        for bytes in all {
            black_box(&read(bytes).and_then(parse));
        }
    });
}

fn quoted(codes: &[&str]) -> Vec<String> {
    codes.iter().map(|code| format!("\"{code}\"")).collect()
}

/// Measures a way to parse JSON.
fn parse_json<T>(bencher: Bencher, codes: &[&str], way: fn(&str) -> T) {
    let quoted = quoted(codes);
    let quoted: Vec<&str> = quoted.iter().map(String::as_str).collect();
    parse(bencher, &quoted, way);
}

fn through_serde<'de, T: Deserialize<'de>>(text: &'de str) -> Option<T> {
    T::deserialize(StrDeserializer::<Error>::new(text)).ok()
}

macro_rules! contenders {
    ($size:ident: $($name:ident $code:literal,)*) => {
        mod $size {
            use super::*;

            const CODES: &[&str] = &[$($code),*];

            #[derive(Debug, ImmersveErrorCode)]
            enum Ours { $($name),* }

            #[derive(Debug, ImmersveErrorCode)]
            enum OursOpen { $($name,)* #[immersve(unknown)] Unknown(UnknownCode) }

            #[derive(Debug, Deserialize, strum::EnumString, strum::IntoStaticStr)]
            #[serde(rename_all = "SCREAMING_SNAKE_CASE")]
            #[strum(serialize_all = "SCREAMING_SNAKE_CASE")]
            enum Peer { $($name),* }

            #[derive(Debug, Deserialize)]
            #[serde(rename_all = "SCREAMING_SNAKE_CASE")]
            enum Untagged { $($name,)* #[serde(untagged)] Unknown(#[allow(dead_code)] String) }

            static MAP: phf::Map<&'static str, fn() -> Peer> = phf::phf_map! { $($code => || Peer::$name),* };

            /// For comparison: keeps an unknown text, as an open enum does, and looks codes up with phf.
            struct PhfOpen(#[allow(dead_code)] Result<Peer, String>);

            impl<'de> Deserialize<'de> for PhfOpen {
                fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                    struct Text;

                    impl serde::de::Visitor<'_> for Text {
                        type Value = PhfOpen;

                        fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                            f.write_str("a code")
                        }

                        fn visit_str<E>(self, text: &str) -> Result<PhfOpen, E> {
                            Ok(PhfOpen(MAP.get(text).map(|make| make()).ok_or_else(|| text.to_owned())))
                        }
                    }

                    deserializer.deserialize_str(Text)
                }
            }

            #[divan::bench_group]
            mod json_str {
                use super::*;

                #[divan::bench] fn ours_open(bencher: Bencher) { parse_json(bencher, CODES, json::<OursOpen>); }
                #[divan::bench] fn ours(bencher: Bencher) { parse_json(bencher, CODES, json::<Ours>); }
                #[divan::bench] fn serde(bencher: Bencher) { parse_json(bencher, CODES, json::<Peer>); }
                #[divan::bench] fn phf_open(bencher: Bencher) { parse_json(bencher, CODES, json::<PhfOpen>); }
                #[divan::bench] fn untagged(bencher: Bencher) { parse_json(bencher, CODES, json::<Untagged>); }
                #[divan::bench] fn text(bencher: Bencher) { parse_json(bencher, CODES, json_text); }
            }

            #[divan::bench_group]
            mod json_slice {
                use super::*;

                #[divan::bench] fn ours_open(bencher: Bencher) { parse_json(bencher, CODES, super::json_slice::<OursOpen>); }
                #[divan::bench] fn serde(bencher: Bencher) { parse_json(bencher, CODES, super::json_slice::<Peer>); }
            }

            #[divan::bench_group]
            mod json_reader {
                use super::*;

                #[divan::bench] fn ours_open(bencher: Bencher) { parse_json(bencher, CODES, super::json_reader::<OursOpen>); }
                #[divan::bench] fn serde(bencher: Bencher) { parse_json(bencher, CODES, super::json_reader::<Peer>); }
            }

            #[divan::bench_group]
            mod json_value {
                use super::*;

                #[divan::bench] fn ours_open(bencher: Bencher) { super::json_value::<OursOpen>(bencher, CODES); }
                #[divan::bench] fn serde(bencher: Bencher) { super::json_value::<Peer>(bencher, CODES); }
            }

            #[divan::bench_group]
            mod postcard {
                use super::*;

                #[divan::bench] fn ours_open(bencher: Bencher) { from_postcard::<OursOpen>(bencher, CODES); }
                #[divan::bench] fn serde(bencher: Bencher) { postcard_of_text(bencher, CODES, |text| text.parse::<Peer>().ok()); }
            }

            #[divan::bench_group]
            mod from_code {
                use super::*;

                #[divan::bench] fn ours(bencher: Bencher) { parse(bencher, CODES, Ours::from_code); }
                #[divan::bench] fn ours_open(bencher: Bencher) { parse(bencher, CODES, OursOpen::from_code); }
                #[divan::bench] fn serde(bencher: Bencher) { parse(bencher, CODES, |text| through_serde::<Peer>(text).is_some()); }
                #[divan::bench] fn strum(bencher: Bencher) { parse(bencher, CODES, |text| text.parse::<Peer>().ok()); }
                #[divan::bench] fn phf(bencher: Bencher) { parse(bencher, CODES, |text| MAP.get(text)); }
                #[divan::bench] fn yardstick(bencher: Bencher) { super::yardstick(bencher, CODES); }
                #[divan::bench] fn plain_match(bencher: Bencher) {
                    parse(bencher, CODES, |text| Some(match text { $($code => Ours::$name,)* _ => return None }));
                }
            }

            #[divan::bench_group]
            mod one_code {
                use super::*;

                #[divan::bench] fn ours(bencher: Bencher) { parse(bencher, &CODES[..1], Ours::from_code); }
                #[divan::bench] fn plain_match(bencher: Bencher) {
                    parse(bencher, &CODES[..1], |text| Some(match text { $($code => Ours::$name,)* _ => return None }));
                }
            }

            #[divan::bench_group]
            mod unknown {
                use super::*;

                const UNKNOWN: &[&str] = &["SOMETHING_NEW", "ANOTHER_RULE_OF_TOMORROW", "CARD_REGION_UNHEARD_OF"];

                #[divan::bench] fn ours(bencher: Bencher) { parse(bencher, UNKNOWN, OursOpen::from_code); }
                #[divan::bench] fn ours_closed(bencher: Bencher) { parse(bencher, UNKNOWN, Ours::from_code); }
                #[divan::bench] fn untagged(bencher: Bencher) { parse(bencher, UNKNOWN, |text| through_serde::<Untagged>(text)); }
            }

            #[divan::bench_group]
            mod as_str {
                use super::*;

                #[divan::bench] fn ours(bencher: Bencher) { print(bencher, CODES, Ours::from_code, Ours::as_str); }
                #[divan::bench] fn ours_open(bencher: Bencher) { print(bencher, CODES, OursOpen::from_code, OursOpen::as_str); }
                #[divan::bench] fn ours_info(bencher: Bencher) { print(bencher, CODES, Ours::from_code, Ours::info); }
                #[divan::bench] fn ours_open_info(bencher: Bencher) { print(bencher, CODES, OursOpen::from_code, OursOpen::info); }
                #[divan::bench] fn strum(bencher: Bencher) { print::<Peer, &str>(bencher, CODES, |text| text.parse().ok(), |code| code.into()); }
            }
        }
    };
}

include!("enums.rs");
