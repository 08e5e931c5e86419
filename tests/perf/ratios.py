#!/usr/bin/env python3
"""How fast the hot paths are beside their peers, as ratios.

    python3 tests/perf/ratios.py [--rounds N] [--save]

Runs the benchmarks `codes` and `response` several times over. Within a round all
contenders of a benchmark run one after the other; of each contender the median of a round counts, and
of the rounds the median ratio. A ratio below 1 means that ours is faster. With `--save` the results go
to `results.json` and the plot is drawn anew.
"""

import argparse
import pathlib
import re
import statistics
import subprocess

import plot

ROOT = pathlib.Path(__file__).resolve().parents[2]
DRAWS = 4096  # texts in one iteration of the benchmark `codes`
UNITS = {"ps": 1e-3, "ns": 1, "µs": 1e3, "ms": 1e6, "s": 1e9}
# Ours, and the peers of which the faster counts in a ratio. Those of `beside` are shown only.
TABLE = [
    ("json_str", ["ours_open", "ours"], ["serde"], ["phf_open", "untagged", "text"]),
    ("json_slice", ["ours_open"], ["serde"], []),
    ("json_reader", ["ours_open"], ["serde"], []),
    ("json_value", ["ours_open"], ["serde"], []),
    ("postcard", ["ours_open"], ["serde"], []),
    ("from_code", ["ours", "ours_open"], ["serde", "strum"], ["phf", "plain_match"]),
    ("from_code", ["ours"], ["yardstick"], []),
    ("one_code", ["ours"], ["plain_match"], []),
    ("unknown", ["ours"], ["untagged"], []),
    ("as_str", ["ours", "ours_open", "ours_info", "ours_open_info"], ["strum"], []),
]


def bench(name):
    """The median of each benchmark in nanoseconds, by its path."""
    command = ["cargo", "bench", "--quiet", "-p", "immersve-errors-test-perf", "--bench", name, "--", "--min-time", "0.1"]
    output = subprocess.run(command, cwd=ROOT, capture_output=True, check=True).stdout.decode(errors="replace")
    times, path = {}, []
    for line in output.splitlines()[1:]:
        found = re.match(r"^((?:│  |   )*)[├╰]─ (\w+)(.*)$", line)
        if not found:
            continue
        path = path[: len(found[1]) // 3] + [found[2]]
        columns = [re.fullmatch(r"([\d.]+) (ps|ns|µs|ms|s)", cell.strip()) for cell in found[3].split("│")]
        if len(columns) > 2 and columns[2]:
            times["/".join(path)] = float(columns[2][1]) * UNITS[columns[2][2]]
    return times


def middle(rounds, value):
    return statistics.median(value(times) for times in rounds)


def codes_table(rounds):
    """Prints times and ratios by number of codes; gives the times."""
    sizes = [path.split("/")[0] for path in rounds[0] if path.endswith("/one_code/ours")]
    sizes.sort(key=lambda size: int(size[1:]))
    saved = {}
    print(f"{'ns each':34}" + "".join(f"{size:>9}" for size in sizes))
    for group, ours, peers, beside in TABLE:
        saved.setdefault(group, {})
        for name in ours + peers + beside:
            cells = [middle(rounds, lambda t: t[f"{size}/{group}/{name}"]) / DRAWS for size in sizes]
            saved[group][name] = {size[1:]: round(cell, 2) for size, cell in zip(sizes, cells)}
            print(f"{group + ' ' + name:34}" + "".join(f"{cell:9.1f}" for cell in cells))
        for name in ours:
            cells = (
                middle(rounds, lambda t: t[f"{size}/{group}/{name}"] / min(t[f"{size}/{group}/{peer}"] for peer in peers))
                for size in sizes
            )
            label = f"  {name} / {' or '.join(peers)}"
            print(f"{label:34}" + "".join(f"{cell:9.3f}" for cell in cells))
    return saved


def response_table(rounds):
    print("\nbytes to typed error, ns each")
    for group, peers in (("known", ["yardstick", "value"]), ("unknown", ["untagged"])):
        ours = middle(rounds, lambda t: t[f"{group}/ours"])
        print(f"{group + ' ours':34}{ours:9.0f}")
        for peer in peers:
            time = middle(rounds, lambda t: t[f"{group}/{peer}"])
            ratio = middle(rounds, lambda t: t[f"{group}/ours"] / t[f"{group}/{peer}"])
            print(f"{group + ' ' + peer:34}{time:9.0f}   ours / {peer} {ratio:.3f}")


def main():
    options = argparse.ArgumentParser()
    options.add_argument("--rounds", type=int, default=5)
    options.add_argument("--save", action="store_true")
    options = options.parse_args()
    codes, response = zip(*((bench("codes"), bench("response")) for _ in range(options.rounds)))
    saved = codes_table(codes)
    response_table(response)
    if options.save:
        plot.save("codes", {"rounds": options.rounds, "ns": saved})


if __name__ == "__main__":
    main()
