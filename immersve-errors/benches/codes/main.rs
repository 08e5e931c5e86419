//! From a text to a code and back, beside serde's derive, strum, phf and a plain `match`.
//!
//! `cargo bench -p immersve-errors --bench codes`; each time is for [`DRAWS`] texts, drawn at random
//! and anew, so that branch prediction cannot learn them. `tests/perf/ratios.py` makes ratios of them.

use divan::{Bencher, black_box};
use immersve_errors::{ImmersveErrorCode, UnknownCode};
use serde::{
    Deserialize,
    de::value::{Error, StrDeserializer},
};

/// How many texts one measured iteration goes through.
const DRAWS: usize = 1 << 12;

fn main() {
    divan::main();
}

/// Draws anew for every iteration: a fixed sequence, however long, is learned in the end.
fn draw<'a, T>(from: &'a [T]) -> impl FnMut() -> Vec<&'a T> {
    let mut random = fastrand::Rng::with_seed(7);
    move || (0..DRAWS).filter_map(|_| random.choice(from)).collect()
}

/// Measures a way to parse. It is called through a pointer, as code of another crate would be: nothing
/// is inlined into the loop.
fn parse<T>(bencher: Bencher, codes: &[&str], parse: fn(&str) -> T) {
    // Copies: a text off a wire is never the constant that it is compared with.
    let texts: Vec<String> = codes.iter().map(|&code| code.to_owned()).collect();
    let parse = black_box(parse);
    bencher.with_inputs(draw(&texts)).bench_local_refs(|texts| {
        for text in texts {
            black_box(&parse(text));
        }
    });
}

/// Measures a way to print, in the same manner.
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

            #[divan::bench_group]
            mod from_code {
                use super::*;

                #[divan::bench] fn ours(bencher: Bencher) { parse(bencher, CODES, Ours::from_code); }
                #[divan::bench] fn ours_open(bencher: Bencher) { parse(bencher, CODES, OursOpen::from_code); }
                #[divan::bench] fn serde(bencher: Bencher) { parse(bencher, CODES, |text| through_serde::<Peer>(text).is_some()); }
                #[divan::bench] fn strum(bencher: Bencher) { parse(bencher, CODES, |text| text.parse::<Peer>().ok()); }
                #[divan::bench] fn phf(bencher: Bencher) { parse(bencher, CODES, |text| MAP.get(text)); }
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
