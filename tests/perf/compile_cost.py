#!/usr/bin/env python3
"""What the derive costs to compile, and what it adds to a binary, beside its peers.

    python3 tests/perf/compile_cost.py [--rounds N] [--one N]

Writes one small crate per contender with the same 80 enums of 8 codes each (or, with `--one N`, one
enum of N codes), builds them in turn, and prints medians as ratios to serde's derive. The time is that of the crate
alone, without incremental compilation and with dependencies built. Sizes are what the enums add to
a stripped release binary that uses each of them; `.text` is code, `all` is every section that is
loaded. `immersve` and `serde` read and write JSON; `immersve, all` and `serde+strum` also parse, print
and list, the former with all that it knows of a code. Build folders go to a temporary folder.
"""

import argparse
import pathlib
import re
import statistics
import subprocess
import tempfile
import time

ROOT = pathlib.Path(__file__).resolve().parents[2]
WORDS = """Card Account Profile Region Funding Source Channel Shipping Address Method Country Token
Refresh Origin Client Pending Balance Statement Attachment Contact Email Phone Format Program""".split()
ENDINGS = "Invalid Required Exists Expired Exceeded Unsupported Mismatch Forbidden".split()

CONTENDERS = {
    "nothing": ("", ""),
    "immersve": ("immersve_errors::ImmersveErrorCode", "serde"),
    "immersve, all": ("immersve_errors::ImmersveErrorCode", "ours"),
    "serde": ("serde::Serialize, serde::Deserialize", "serde"),
    "serde+strum": (
        "serde::Serialize, serde::Deserialize, strum::EnumString, strum::IntoStaticStr, "
        "strum::Display, strum::EnumIter",
        "strum",
    ),
}

HEAD = {
    "": "fn main() { std::hint::black_box(serde_json::from_str::<String>(&std::env::args().next().unwrap()).is_ok()); }",
    "ours": """
fn touch<C: immersve_errors::ImmersveErrorCode + serde::Serialize + serde::de::DeserializeOwned + std::str::FromStr + std::fmt::Display>(text: &str) -> usize {
    let parsed = serde_json::from_str::<C>(text).map_or(0, |code| serde_json::to_string(&code).unwrap().len());
    let direct = text.parse::<C>().map_or(0, |code| code.as_str().len() + code.to_string().len() + code.info().map_or(0, |info| info.description().len()));
    parsed + direct + C::CODES.len()
}""",
    "serde": """
fn touch<C: serde::Serialize + serde::de::DeserializeOwned>(text: &str) -> usize {
    serde_json::from_str::<C>(text).map_or(0, |code| serde_json::to_string(&code).unwrap().len())
}""",
    "strum": """
fn touch<C: serde::Serialize + serde::de::DeserializeOwned + std::str::FromStr + std::fmt::Display + Copy + Into<&'static str> + strum::IntoEnumIterator>(text: &str) -> usize {
    let parsed = serde_json::from_str::<C>(text).map_or(0, |code| serde_json::to_string(&code).unwrap().len());
    let direct = text.parse::<C>().map_or(0, |code| code.to_string().len() + { let text: &'static str = code.into(); text.len() });
    parsed + direct + C::iter().count()
}""",
}


def names(count):
    combined = [a + b + c for c in ENDINGS for a in WORDS for b in WORDS if a != b]
    step = 7919  # prime, so that every name comes once
    return [combined[(i * step) % len(combined)] for i in range(count)]


def source(contender, enums, variants):
    derives, head = CONTENDERS[contender]
    lines = [HEAD[head]]
    if derives:
        rename = {
            "ours": "",
            "serde": "" if "immersve" in derives else '#[serde(rename_all = "SCREAMING_SNAKE_CASE")]',
            "strum": '#[serde(rename_all = "SCREAMING_SNAKE_CASE")] #[strum(serialize_all = "SCREAMING_SNAKE_CASE")]',
        }[head]
        every = names(enums * variants)
        for e in range(enums):
            lines.append(f"/// Codes of endpoint {e}.\n#[derive(Debug, Clone, Copy, {derives})]\n{rename}\npub enum E{e} {{")
            for v, name in enumerate(every[e * variants : (e + 1) * variants]):
                lines.append(f"    /// The request was refused because of {name}: see to it, then send it again.\n    {name},")
            lines.append("}")
        calls = "".join(f"    sum += touch::<E{e}>(&text);\n" for e in range(enums))
        lines.append(f"fn main() {{\n    let text = std::env::args().next().unwrap();\n    let mut sum = 0;\n{calls}    std::hint::black_box(sum);\n}}")
    return "\n".join(lines)


def run(*command, cwd):
    done = subprocess.run(command, cwd=cwd, capture_output=True, text=True)
    if done.returncode:
        raise SystemExit(done.stderr[-3000:])
    return done.stdout


def sizes(binary):
    loaded = [".text", ".rodata", ".data.rel.ro", ".data", ".rela.dyn", ".eh_frame", ".eh_frame_hdr",
              ".gcc_except_table", ".got", ".bss"]
    found = dict(re.findall(r"^(\.\S+)\s+(\d+)", run("size", "-A", str(binary), cwd=ROOT), re.M))
    return int(found[".text"]), sum(int(found.get(name, 0)) for name in loaded)


def main():
    options = argparse.ArgumentParser()
    options.add_argument("--rounds", type=int, default=7)
    options.add_argument("--one", type=int, metavar="N", help="one enum of N codes instead of 80 of 8")
    options = options.parse_args()
    enums, variants = (1, options.one) if options.one else (80, 8)

    with tempfile.TemporaryDirectory() as folder:
        crates = {}
        for contender in CONTENDERS:
            crate = pathlib.Path(folder, contender.replace(", ", "-").replace("+", "-"))
            (crate / "src").mkdir(parents=True)
            (crate / "src/main.rs").write_text(source(contender, enums, variants))
            (crate / "Cargo.toml").write_text(f"""
[package]
name = "contender"
edition = "2024"
[dependencies]
immersve-errors = {{ path = "{ROOT}/immersve-errors", default-features = false }}
serde = {{ version = "1", features = ["derive"] }}
serde_json = "1"
strum = {{ version = "0.28", features = ["derive"] }}
[profile.dev]
incremental = false
[profile.release]
strip = "symbols"
[workspace]
""")
            crates[contender] = crate
        shared = str(pathlib.Path(folder, "target"))
        times = {}
        for round in range(options.rounds + 1):
            for contender, crate in crates.items():
                for mode in (["check"], ["build", "--release"]):
                    (crate / "src/main.rs").touch()
                    began = time.perf_counter()
                    run("cargo", *mode, "--quiet", "--target-dir", shared + contender, cwd=crate)
                    if round:  # the first builds the dependencies
                        times.setdefault((contender, mode[0]), []).append(time.perf_counter() - began)

        base = {c: sizes(pathlib.Path(shared + c, "release/contender")) for c in crates}
        empty = base["nothing"]
        print(f"{enums} enums of {variants} codes, median of {options.rounds} interleaved rounds; ratio to serde")
        print(f"{'':14} {'check':>16} {'release build':>16} {'.text':>18} {'all':>18}")
        middle = {key: statistics.median(value) for key, value in times.items()}
        for contender in list(crates)[1:]:
            row = f"{contender:14}"
            for mode in ("check", "build"):
                own = middle[contender, mode] - middle["nothing", mode]
                serde = middle["serde", mode] - middle["nothing", mode]
                row += f" {own:8.2f} s {own / serde:5.2f}"
            for part in (0, 1):
                own, serde = base[contender][part] - empty[part], base["serde"][part] - empty[part]
                row += f" {own / 1000:8.0f} KB {own / serde:5.2f} "
            print(row)
        fixed = {mode: middle["nothing", mode] for mode in ("check", "build")}
        print(f"without any enum: check {fixed['check']:.2f} s, release build {fixed['build']:.2f} s (subtracted above)")


main()
