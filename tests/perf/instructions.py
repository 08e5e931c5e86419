#!/usr/bin/env python3
"""How many instructions each hot path takes: the same number on every run of the same binary.

    python3 tests/perf/instructions.py [--check]

Needs valgrind. Runs `hot_paths.rs` under callgrind with two numbers of repetitions; the
difference is free of start-up. To compare commits, run it on both with the same toolchain. With
`--check` it fails where a path takes more than its bound.
"""

import argparse
import pathlib
import re
import subprocess

ROOT = pathlib.Path(__file__).resolve().parents[2]
MANY, FEW = 2000, 1000
# What each path may take, and why. A bound is about a tenth above what Rust 1.95 gives on x86-64: that is room
# for another compiler or another C library, and less than what the mistake named there costs.
BOUNDS = {
    "from_code": (66, "62; to hash all five words takes 73, and a size that is not a constant costs 10 or more"),
    "from_code_alias": (68, "64; an alias is found as a code is. A search among the aliases costs 40 more"),
    "from_code_unknown": (55, "50; a comparison of lengths mostly refuses it. To hash all five words takes 61"),
    "from_code_plain": (60, "56; as `from_code`, with fewer words and without aliases in the table"),
    "from_code_open": (68, "66; as a closed enum. To return through memory, with an `UnknownCode` of two words, costs 12 more"),
    "from_code_open_alias": (69, "67; see `from_code_alias`"),
    "from_code_open_unknown": (299, "272; one allocation, and no second lookup. A second allocation costs 100 or more"),
    "json": (404, "368; mostly serde_json's. The lookup as a function of unknown sizes costs 50 more"),
    "json_open": (382, "352; to return through memory costs 28 more"),
    "json_open_unknown": (600, "552; see `from_code_open_unknown`"),
    "as_str": (17, "15; a load from the table"),
    "info": (15, "15; the address of an entry"),
    "decode": (3530, "3456; bytes to typed error, with one copy of the body and of each text that has a meaning"),
}


def instructions(path, times):
    program = ROOT / "target/release/hot_paths"
    command = ["valgrind", "--tool=callgrind", "--callgrind-out-file=/dev/null", program, path, str(times)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    return int(re.search(r"Collected : (\d+)", done.stderr)[1])


def main():
    options = argparse.ArgumentParser()
    options.add_argument("--check", action="store_true", help="fail above the bounds")
    options = options.parse_args()
    build = ["cargo", "build", "--quiet", "--release", "-p", "immersve-errors-test-perf"]
    subprocess.run(build, cwd=ROOT, check=True)
    above = []
    for path, (bound, reason) in BOUNDS.items():
        each = (instructions(path, MANY) - instructions(path, FEW)) / (MANY - FEW)
        print(f"{path:24}{each:8.0f}   at most {bound:5}")
        if each > bound:
            above.append(f"{path} takes {each:.0f} instructions, and may take {bound}: {reason}")
    if options.check and above:
        raise SystemExit("\n".join(above))


if __name__ == "__main__":
    main()
