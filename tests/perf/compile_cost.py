#!/usr/bin/env python3
"""What the derive costs to compile, and what it adds to a binary, beside its peers.

    python3 tests/perf/compile_cost.py [--rounds N] [--one N] [--save]
    python3 tests/perf/compile_cost.py --instructions [--one N]

Writes two small crates per contender with the same 80 enums of 8 codes each (or, with `--one N`, one
enum of N codes): a program that uses all of them, and a library that only defines them. Builds them
in turn, and prints medians, each with its ratio to serde's derive and to serde with strum. The time is
the processor's, of the crate alone, without incremental compilation and with dependencies built. Sizes are what the
enums add to a stripped release binary; `.text` is code, `all` is every section that is loaded.

The enums are open, as the guide tells people to write them; `closed` has no `unknown` variant, as the
peers have none. `immersve` and `serde` read and write JSON; `immersve, all` and `serde+strum` also
parse, print and list, the former with all that it knows of a code. These peers keep no descriptions, so one
row of ours has enums without them, and one peer has them by a fifth derive of strum. The program uses each
enum in a function of its own. Build folders go to a temporary folder. With `--save` the medians go to
`results.json` and the plot is drawn anew.

`--instructions` counts instead what `cargo check` takes, with valgrind: millions of instructions of the
compiler, the same within a thousandth on every run, so it is how to compare commits.
"""

import argparse
import os
import pathlib
import re
import resource
import statistics
import subprocess
import tempfile

import plot

ROOT = pathlib.Path(__file__).resolve().parents[2]
WORDS = """Card Account Profile Region Funding Source Channel Shipping Address Method Country Token
Refresh Origin Client Pending Balance Statement Attachment Contact Email Phone Format Program""".split()
ENDINGS = "Invalid Required Exists Expired Exceeded Unsupported Mismatch Forbidden".split()

OURS = "immersve_errors::ImmersveErrorCode"
SERDE = "Clone, Copy, serde::Serialize, serde::Deserialize"
SCREAMING = '#[serde(rename_all = "SCREAMING_SNAKE_CASE")]'
STRUM = f"{SERDE}, strum::EnumString, strum::IntoStaticStr, strum::Display, strum::EnumIter"
BOTH_SCREAMING = SCREAMING + ' #[strum(serialize_all = "SCREAMING_SNAKE_CASE")]'
UNKNOWN = "    #[immersve(unknown)]\n    Unknown(immersve_errors::UnknownCode),\n"
# The derives, an attribute of the enum, a last variant, and how the enums are used.
CONTENDERS = {
    "nothing": ("", "", "", ""),
    "immersve": (OURS, "", UNKNOWN, "json"),
    "immersve, all": (OURS, "", UNKNOWN, "ours"),
    "immersve, all, bare": (OURS, "", UNKNOWN, "ours"),
    "immersve, closed": (OURS, "", "", "json"),
    "immersve, closed, all": (OURS, "", "", "ours"),
    "serde": (SERDE, SCREAMING, "", "json"),
    "serde+strum": (STRUM, BOTH_SCREAMING, "", "strum"),
    "serde+strum, described": (STRUM + ", strum::EnumMessage", BOTH_SCREAMING, "", "strum, described"),
}
PEERS = ("serde", "serde+strum", "serde+strum, described")

STRUM_TOUCH = """
#[inline(never)]
fn touch<C: serde::Serialize + serde::de::DeserializeOwned + std::str::FromStr + std::fmt::Display + Copy + Into<&'static str> + strum::IntoEnumIterator MORE_BOUNDS>(text: &str) -> usize {
    let parsed = serde_json::from_str::<C>(text).map_or(0, |code| serde_json::to_string(&code).unwrap().len());
    let direct = text.parse::<C>().map_or(0, |code| code.to_string().len() + { let text: &'static str = code.into(); text.len() } + MORE);
    parsed + direct + C::iter().count()
}"""
HEAD = {
    "": "fn main() { std::hint::black_box(serde_json::from_str::<String>(&std::env::args().next().unwrap()).is_ok()); }",
    "ours": """
#[inline(never)]
fn touch<C: immersve_errors::ImmersveErrorCode + serde::Serialize + serde::de::DeserializeOwned + std::str::FromStr + std::fmt::Display>(text: &str) -> usize {
    let parsed = serde_json::from_str::<C>(text).map_or(0, |code| serde_json::to_string(&code).unwrap().len());
    let direct = text.parse::<C>().map_or(0, |code| code.as_str().len() + code.to_string().len() + code.info().map_or(0, |info| info.description().len()));
    parsed + direct + C::CODES.len()
}""",
    "json": """
#[inline(never)]
fn touch<C: serde::Serialize + serde::de::DeserializeOwned>(text: &str) -> usize {
    serde_json::from_str::<C>(text).map_or(0, |code| serde_json::to_string(&code).unwrap().len())
}""",
    "strum": STRUM_TOUCH.replace("MORE_BOUNDS", "").replace("MORE", "0"),
    # Without the black box, the compiler would keep only how long the descriptions are.
    "strum, described": STRUM_TOUCH.replace("MORE_BOUNDS", "+ strum::EnumMessage").replace(
        "MORE", "std::hint::black_box(code.get_documentation()).map_or(0, str::len)"
    ),
}
# Name, cargo's arguments, and which of the two crates.
MODES = [
    ("check", ["check"], "program"),
    ("release", ["build", "--release"], "program"),
    ("library", ["build", "--release"], "library"),
]


def names(count):
    combined = [a + b + c for c in ENDINGS for a in WORDS for b in WORDS if a != b]
    step = 7919  # prime, so that every name comes once
    return [combined[(i * step) % len(combined)] for i in range(count)]


def enums_of(contender, enums, variants):
    derives, attribute, last, _ = CONTENDERS[contender]
    every = names(enums * variants)
    lines = []
    for e in range(enums):
        lines.append(f"/// Codes of endpoint {e}.\n#[derive(Debug, {derives})]\n{attribute}\npub enum E{e} {{")
        for name in every[e * variants : (e + 1) * variants]:
            if not contender.endswith("bare"):
                lines.append(f"    /// The request was refused because of {name}: see to it, then send it again.")
            lines.append(f"    {name},")
        lines.append(last + "}")
    return "\n".join(lines)


def program(contender, enums, variants):
    head = HEAD[CONTENDERS[contender][3]]
    if contender == "nothing":
        return head
    calls = "".join(f"    sum += touch::<E{e}>(&text);\n" for e in range(enums))
    main = f"fn main() {{\n    let text = std::env::args().next().unwrap();\n    let mut sum = 0;\n{calls}    std::hint::black_box(sum);\n}}"
    return "\n".join([head, enums_of(contender, enums, variants), main])


def run(*command, cwd, **variables):
    done = subprocess.run(command, cwd=cwd, capture_output=True, text=True, env=os.environ | variables)
    if done.returncode:
        raise SystemExit(done.stderr[-3000:])
    return done.stdout


def processor_time():
    """Seconds that all ended children have taken, on whatever cores: what else runs there counts less."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def sizes(binary):
    loaded = [".text", ".rodata", ".data.rel.ro", ".data", ".rela.dyn", ".eh_frame", ".eh_frame_hdr",
              ".gcc_except_table", ".got", ".bss"]
    found = dict(re.findall(r"^(\.\S+)\s+(\d+)", run("size", "-A", str(binary), cwd=ROOT), re.M))
    return {".text": int(found[".text"]), "all": sum(int(found.get(name, 0)) for name in loaded)}


def write(folder, kind, source):
    (folder / "src").mkdir(parents=True)
    source_file = folder / "src" / ("main.rs" if kind == "program" else "lib.rs")
    source_file.write_text(source)
    (folder / "Cargo.toml").write_text(f"""
[package]
name = "{kind}"
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
    return source_file


def sources_in(folder, enums, variants):
    """The source file of each crate, by contender and kind."""
    sources = {}
    for contender in CONTENDERS:
        crate = pathlib.Path(folder, re.sub(r"\W+", "-", contender))
        sources[contender, "program"] = write(crate, "program", program(contender, enums, variants))
        library = enums_of(contender, enums, variants) if contender != "nothing" else ""
        sources[contender, "library"] = write(crate / "library", "library", library)
    return sources


def count(enums, variants):
    """Instructions of the compiler for `cargo check`, without what the crate with nothing in it takes."""
    with tempfile.TemporaryDirectory() as folder:
        # Cargo calls a wrapper for the crate itself only, and with the compiler that `rustup` would choose.
        wrapper = pathlib.Path(folder, "counted")
        wrapper.write_text(f"""#!/bin/sh
exec valgrind --tool=callgrind --callgrind-out-file=/dev/null --log-file={folder}/%p.log "$@"
""")
        wrapper.chmod(0o755)
        compiler = run("rustc", "--print", "sysroot", cwd=ROOT).strip() + "/bin/rustc"
        counted = {}
        for (contender, kind), source in sources_in(folder, enums, variants).items():
            if kind != "program":
                continue
            for log in pathlib.Path(folder).glob("*.log"):
                log.unlink()
            source.touch()
            run("cargo", "check", "--quiet", "--target-dir", f"{folder}/target", cwd=source.parents[1],
                RUSTC=compiler, RUSTC_WORKSPACE_WRAPPER=str(wrapper))
            # The other calls ask for the version.
            logs = [log.read_text() for log in pathlib.Path(folder).glob("*.log")]
            counted[contender] = max(int(found[1]) for log in logs if (found := re.search(r"Collected : (\d+)", log)))
    nothing = counted.pop("nothing")
    return {contender: number - nothing for contender, number in counted.items()}


def measure(rounds, enums, variants):
    """Medians in seconds and sizes in bytes, without what the crate with nothing in it takes."""
    with tempfile.TemporaryDirectory() as folder:
        sources = sources_in(folder, enums, variants)
        # One target folder: dependencies are the same for all, and are built once.
        target = str(pathlib.Path(folder, "target"))
        times, size = {}, {}
        for round in range(rounds + 1):
            for contender in CONTENDERS:
                for mode, arguments, kind in MODES:
                    source = sources[contender, kind]
                    source.touch()
                    began = processor_time()
                    run("cargo", *arguments, "--quiet", "--target-dir", target, cwd=source.parents[1])
                    if round:  # the first builds the dependencies
                        times.setdefault((contender, mode), []).append(processor_time() - began)
                    if mode == "release" and not round:
                        size[contender] = sizes(pathlib.Path(target, "release/program"))
    results = {}
    for contender in list(CONTENDERS)[1:]:
        results[contender] = {
            mode: statistics.median(times[contender, mode]) - statistics.median(times["nothing", mode])
            for mode, _, _ in MODES
        } | {part: size[contender][part] - size["nothing"][part] for part in (".text", "all")}
    fixed = {mode: statistics.median(times["nothing", mode]) for mode, _, _ in MODES}
    return results, fixed


def main():
    options = argparse.ArgumentParser()
    options.add_argument("--rounds", type=int, default=7)
    options.add_argument("--one", type=int, metavar="N", help="one enum of N codes instead of 80 of 8")
    options.add_argument("--save", action="store_true")
    options.add_argument("--instructions", action="store_true", help="count what `cargo check` takes, with valgrind")
    options = options.parse_args()
    enums, variants = (1, options.one) if options.one else (80, 8)
    if options.instructions:
        counted = count(enums, variants)
        print(f"{enums} enums of {variants} codes: millions of instructions of `cargo check`, with the ratio to {' and '.join(PEERS)}")
        for contender, number in counted.items():
            print(f"{contender:22}{number / 1e6:9.0f}" + "".join(f" {number / counted[peer]:.2f}" for peer in PEERS))
        return
    results, fixed = measure(options.rounds, enums, variants)

    print(f"{enums} enums of {variants} codes, median of {options.rounds} interleaved rounds; each with its ratio to {' and '.join(PEERS)}")
    columns = [*(mode for mode, _, _ in MODES), ".text", "all"]
    print(f"{'':22}" + "".join(f"{column:>27}" for column in columns))
    for contender, row in results.items():
        line = f"{contender:22}"
        for column in columns:
            value, unit = (row[column], "s ") if column in fixed else (row[column] / 1000, "KB")
            ratios = " ".join(f"{row[column] / results[peer][column]:.2f}" for peer in PEERS)
            line += f"{value:9.{2 if unit == 's ' else 0}f} {unit} {ratios}"
        print(line)
    print("without any enum, subtracted above: " + ", ".join(f"{mode} {time:.2f} s" for mode, time in fixed.items()))
    if options.save:
        plot.save("one_enum" if options.one else "compile", {"enums": enums, "codes": variants, "rounds": options.rounds, "contenders": results})


if __name__ == "__main__":
    main()
