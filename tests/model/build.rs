//! Writes random enums, each once for this derive and once for serde's. `MODEL_SEED` sets another seed
//! than 1.

use std::collections::HashSet;
use std::fmt::Write as _;
use std::path::Path;
use std::{env, fs};

use fastrand::Rng;

const ENUMS: usize = 40;

fn main() {
    println!("cargo::rerun-if-changed=model/build.rs");
    println!("cargo::rerun-if-env-changed=MODEL_SEED");
    let seed = env::var("MODEL_SEED").map_or(1, |seed| seed.parse().expect("a number"));
    let mut rng = Rng::with_seed(seed);

    let mut modules = String::new();
    let mut calls = String::new();
    for number in 0..ENUMS {
        let open = number % 2 == 1;
        // Small enums have the edge cases, large ones fill the tables.
        let variants = match number % 8 {
            0 | 1 => 1,
            2 | 3 => rng.usize(2..5),
            4..7 => rng.usize(5..40),
            _ => rng.usize(40..150),
        };
        let random = Random::new(variants, &mut rng);
        write!(
            modules,
            "pub(crate) mod e{number} {{\n\
             pub(crate) mod ours {{\n\
             #[derive(Debug, Clone, PartialEq, immersve_errors::ImmersveErrorCode)]\n{}}}\n\
             pub(crate) mod serdes {{\n\
             #[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]\n\
             #[serde(rename_all = \"SCREAMING_SNAKE_CASE\")]\n{}}}\n}}\n",
            random.write(
                open,
                "immersve",
                "code",
                "unknown",
                "immersve_errors::UnknownCode"
            ),
            random.write(open, "serde", "rename", "untagged", "String"),
        )
        .expect("memory takes it");
        writeln!(
            calls,
            "$check::<random::e{number}::ours::Code, random::e{number}::serdes::Code>\
             (&{:?}, &{:?});",
            random.codes(),
            random.texts(),
        )
        .expect("memory takes it");
    }
    let out = env::var_os("OUT_DIR").expect("cargo sets it");
    let source = format!(
        "{modules}\nmacro_rules! for_each_enum {{ ($check:ident) => {{ {calls} }} }}\n\
         pub(crate) use for_each_enum;\n"
    );
    fs::write(Path::new(&out).join("enums.rs"), source).expect("the folder is ours");
}

struct Variant {
    ident: String,
    /// `None` if the derives make the code from the name.
    code: Option<String>,
    wire: String,
    aliases: Vec<String>,
}

/// A random enum.
struct Random(Vec<Variant>);

impl Random {
    fn new(variants: usize, rng: &mut Rng) -> Self {
        let mut idents = HashSet::from(["Unknown".to_owned()]);
        let mut texts = HashSet::from(["UNKNOWN".to_owned()]);
        let fresh = |seen: &mut HashSet<String>, rng: &mut Rng, make: fn(&mut Rng) -> String| {
            loop {
                let made = make(rng);
                if seen.insert(made.clone()) {
                    return made;
                }
            }
        };
        let variant = |_| {
            let words = fresh(&mut idents, rng, words);
            let wire = words.replace(' ', "_").to_ascii_uppercase();
            let plain = rng.u8(..4) > 0 && texts.insert(wire.clone());
            let code = (!plain).then(|| fresh(&mut texts, rng, canonical));
            let aliases = [0, 0, 0, 1, 2, 4][rng.usize(..6)];
            Variant {
                ident: pascal(&words),
                wire: code.clone().unwrap_or(wire),
                code,
                aliases: (0..aliases)
                    .map(|_| fresh(&mut texts, rng, code_or_wire))
                    .collect(),
            }
        };
        Self((0..variants).map(variant).collect())
    }

    fn codes(&self) -> Vec<&str> {
        self.0.iter().map(|variant| &*variant.wire).collect()
    }

    fn texts(&self) -> Vec<&str> {
        let aliases = self.0.iter().flat_map(|variant| &variant.aliases);
        self.codes()
            .into_iter()
            .chain(aliases.map(String::as_str))
            .collect()
    }

    /// The enum with the attributes of one derive.
    fn write(&self, open: bool, attr: &str, code: &str, unknown: &str, payload: &str) -> String {
        let mut out = "pub(crate) enum Code {\n".to_owned();
        for variant in &self.0 {
            if let Some(text) = &variant.code {
                writeln!(out, "#[{attr}({code} = {text:?})]").expect("memory takes it");
            }
            for alias in &variant.aliases {
                writeln!(out, "#[{attr}(alias = {alias:?})]").expect("memory takes it");
            }
            writeln!(out, "{},", variant.ident).expect("memory takes it");
        }
        if open {
            writeln!(out, "#[{attr}({unknown})]\nUnknown({payload}),").expect("memory takes it");
        }
        out + "}\n"
    }
}

/// One to five words of two letters or more, so that the name is unambiguous.
fn words(rng: &mut Rng) -> String {
    let word =
        |rng: &mut Rng| -> String { (0..rng.usize(2..10)).map(|_| rng.lowercase()).collect() };
    (0..rng.usize(1..6))
        .map(|_| word(rng))
        .collect::<Vec<_>>()
        .join(" ")
}

fn pascal(words: &str) -> String {
    words
        .split(' ')
        .map(|word| word[..1].to_ascii_uppercase() + &word[1..])
        .collect()
}

/// A random code that is not in lower case, which only an alias may be.
fn canonical(rng: &mut Rng) -> String {
    let code = code(rng);
    if code.bytes().any(|byte| byte.is_ascii_uppercase()) {
        code
    } else {
        code.to_ascii_uppercase()
    }
}

/// A random code: visible ASCII, and often short.
fn code(rng: &mut Rng) -> String {
    let longest = if rng.u8(..8) == 0 { 128 } else { 24 };
    (0..rng.usize(1..=longest))
        .map(|_| char::from(rng.u8(b'!'..=b'~')))
        .collect()
}

fn code_or_wire(rng: &mut Rng) -> String {
    if rng.bool() {
        code(rng)
    } else {
        words(rng).replace(' ', "_").to_ascii_uppercase()
    }
}
