#!/usr/bin/env python3
"""What large and embedding enums cost to build, under the default lints; fails where one does not compile.

    python3 tests/perf/large_enums.py

Prints seconds of processor time.
"""

import pathlib
import resource
import subprocess
import tempfile

ROOT = pathlib.Path(__file__).resolve().parents[2]


def name(number):
    letters = ""
    for _ in range(4):
        letters += chr(ord("a") + number % 26)
        number //= 26
    return letters.capitalize()


def enum(ident, codes, prefix, variants=()):
    body = "".join(f"    {prefix}{name(number)},\n" for number in range(codes))
    body += "".join(f"    {variant},\n" for variant in variants)
    return f"""
#[derive(Debug, immersve_errors::ImmersveErrorCode)]
pub enum {ident} {{
{body}}}
"""


def embeds(count):
    inner = "".join(enum(f"A{number}", 5, f"Inner{name(number)}") for number in range(count))
    return inner + enum("E", 2, "Code", [f"#[immersve(embed)] V{number}(A{number})" for number in range(count)])


UNKNOWN = "#[immersve(unknown)] Unknown(immersve_errors::UnknownCode)"
CASES = {
    "4,000 codes": enum("E", 4000, "Code"),
    "8,000 codes": enum("E", 8000, "Code"),
    "50 embeds of 5": embeds(50),
    "200 embeds of 5": embeds(200),
    "1,000 beside 1,000": enum("A", 1000, "Inner") + enum("E", 1000, "Code", ["#[immersve(embed)] V(A)"]),
    "5,000 beside 5,000": enum("A", 5000, "Inner") + enum("E", 5000, "Code", ["#[immersve(embed)] V(A)"]),
    "5,000 extend 5,000": enum("A", 5000, "Inner", [UNKNOWN]) + enum("E", 5000, "Code", ["#[immersve(embed, unknown)] V(A)"]),
}


def processor_time():
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def main():
    with tempfile.TemporaryDirectory() as folder:
        crate = pathlib.Path(folder)
        (crate / "src").mkdir()
        (crate / "Cargo.toml").write_text(f"""
[package]
name = "large"
edition = "2024"
[dependencies]
immersve-errors = {{ path = "{ROOT}/immersve-errors", default-features = false }}
[profile.dev]
incremental = false
[workspace]
""")
        for case, source in {"": "", **CASES}.items():
            (crate / "src/lib.rs").write_text(source)
            began = processor_time()
            subprocess.run(["cargo", "build", "--quiet"], cwd=crate, check=True)
            if case:  # the empty one builds the dependencies
                print(f"{case:20}{processor_time() - began:6.1f} s", flush=True)


if __name__ == "__main__":
    main()
