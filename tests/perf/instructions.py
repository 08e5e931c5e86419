#!/usr/bin/env python3
"""How many instructions each hot path takes: the same number on every run of the same binary.

    python3 tests/perf/instructions.py

Needs valgrind. Runs the example `hot_paths` under callgrind with two numbers of repetitions; the
difference is free of start-up. To compare commits, run it on both with the same toolchain.
"""

import pathlib
import re
import subprocess

ROOT = pathlib.Path(__file__).resolve().parents[2]
PATHS = "from_code from_code_alias from_code_unknown from_code_plain from_code_open from_code_open_alias from_code_open_unknown json json_open json_open_unknown as_str info decode".split()
MANY, FEW = 2000, 1000


def instructions(path, times):
    program = ROOT / "target/release/examples/hot_paths"
    command = ["valgrind", "--tool=callgrind", "--callgrind-out-file=/dev/null", program, path, str(times)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    return int(re.search(r"Collected : (\d+)", done.stderr)[1])


def main():
    build = ["cargo", "build", "--quiet", "--release", "-p", "immersve-errors-tests", "--example", "hot_paths"]
    subprocess.run(build, cwd=ROOT, check=True)
    for path in PATHS:
        each = (instructions(path, MANY) - instructions(path, FEW)) / (MANY - FEW)
        print(f"{path:20}{each:8.0f}")


main()
