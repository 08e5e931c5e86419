#!/usr/bin/env python3
"""Draws the plots of PERFORMANCE.md from `results.json`: time over the number of codes, and compile cost.

    python3 tests/perf/plot.py

`ratios.py --save` and `compile_cost.py --save` write the results and call this. The plots are SVG, follow
the reader's light or dark scheme, and need nothing but Python's standard library.
"""

import json
import math
import pathlib

FOLDER = pathlib.Path(__file__).resolve().parent
RESULTS = FOLDER / "results.json"

LIGHT = ["#0550ae", "#bc4c00", "#1a7f37", "#8250df", "#6e7781"]
DARK = ["#58a6ff", "#f0883e", "#56d364", "#bc8cff", "#9198a1"]


def colours(of):
    """Rules without variables, which not all programs that draw SVG know."""
    return " ".join(f".line.c{i} {{ stroke: {c}; }} .c{i}:not(.line) {{ fill: {c}; }}" for i, c in enumerate(of))


STYLE = f"""
    svg {{ font: 13px system-ui, -apple-system, "Segoe UI", Helvetica, Arial, sans-serif; }}
    .paper {{ fill: #ffffff; }} text {{ fill: #24292f; }} .quiet {{ fill: #57606a; }} .title {{ font-size: 15px; font-weight: 600; }}
    .grid {{ stroke: #d8dee4; }} .axis {{ stroke: #57606a; }}
    .line {{ fill: none; stroke-width: 2; }} .ours {{ stroke-width: 3.5; }}
    {colours(LIGHT)}
    @media (prefers-color-scheme: dark) {{
      .paper {{ fill: #0d1117; }} text {{ fill: #e6edf3; }} .quiet {{ fill: #9198a1; }}
      .grid {{ stroke: #30363d; }} .axis {{ stroke: #9198a1; }}
      {colours(DARK)}
    }}"""


def svg(width, height, title, parts):
    return "\n".join([
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" width="{width}" height="{height}" role="img">',
        f"  <title>{title}</title>",
        f"  <style>{STYLE}\n  </style>",
        f'  <rect class="paper" width="{width}" height="{height}" rx="6"/>',
        *("  " + part for part in parts),
        "</svg>\n",
    ])


def text(x, y, what, classes="", anchor="start"):
    return f'<text x="{x:.0f}" y="{y:.0f}" class="{classes}" text-anchor="{anchor}">{what}</text>'


def line(x1, y1, x2, y2, classes):
    return f'<line x1="{x1:.1f}" y1="{y1:.1f}" x2="{x2:.1f}" y2="{y2:.1f}" class="{classes}"/>'


def apart(marks, least):
    """Moves labels that would overlap: each (position, label), at least so far from the one before."""
    placed = []
    for position, label in sorted(marks):
        if placed and position < placed[-1][0] + least:
            position = placed[-1][0] + least
        placed.append((position, label))
    return placed


# Name in the results, name in the plot, colour.
LINES = [
    ("json_str", "ours_open", "immersve, open", 0),
    ("json_str", "serde", "serde", 1),
    ("json_str", "phf_open", "phf in a visitor", 2),
    ("json_str", "untagged", "serde, untagged", 4),
    ("json_str", "text", "the string alone", 3),
]
DIRECT = [
    ("from_code", "ours_open", "immersve, open", 0),
    ("from_code", "ours", "immersve, closed", 0),
    ("from_code", "serde", "serde", 1),
    ("from_code", "strum", "strum", 3),
    ("from_code", "phf", "phf", 2),
]


def panel(results, lines, left, width, top, height, title):
    """Time over the number of codes, both on a log scale."""
    series = []
    for group, name, label, colour in lines:
        if name in results.get(group, {}):
            points = sorted((int(size), ns) for size, ns in results[group][name].items())
            series.append((label, colour, points))
    sizes = [size for size, _ in series[0][2]]
    values = [ns for _, _, points in series for _, ns in points]
    low = min(values) / 1.25
    high = max(values) * 1.25

    def x(size):
        return left + width * math.log(size / sizes[0]) / math.log(sizes[-1] / sizes[0])

    def y(ns):
        return top + height * (1 - math.log(ns / low) / math.log(high / low))

    parts = [text(left, top - 26, title, "title"), text(left, top - 8, "ns each, log scale", "quiet")]
    for tick in (n * 10**e for e in range(5) for n in (1, 2, 5)):
        if low <= tick <= high and (high / low < 40 or str(tick)[0] == "1"):
            parts.append(line(left, y(tick), left + width, y(tick), "grid"))
            parts.append(text(left - 8, y(tick) + 4, tick, "quiet", "end"))
    for size in sizes:
        parts.append(text(x(size), top + height + 18, size, "quiet", "middle"))
    parts.append(text(left + width / 2, top + height + 38, "number of codes", "quiet", "middle"))
    parts.append(line(left, top + height, left + width, top + height, "axis"))
    ends = []
    for label, colour, points in reversed(series):
        path = " ".join(f"{x(size):.1f},{y(ns):.1f}" for size, ns in points)
        dash = ' stroke-dasharray="5 4"' if label.endswith("closed") else ""
        ours = " ours" if label.startswith("immersve") else ""
        parts.append(f'<polyline class="line c{colour}{ours}" points="{path}"{dash}/>')
        parts += [f'<circle class="dot c{colour}" cx="{x(size):.1f}" cy="{y(ns):.1f}" r="3.5"/>' for size, ns in points]
        ends.append((y(points[-1][1]), (label, colour)))
    for position, (label, colour) in apart(ends, 16):
        parts.append(text(left + width + 10, position + 4, label, f"name c{colour}"))
    return parts


def time_plot(results):
    ns = results["codes"]["ns"]
    parts = panel(ns, LINES, 56, 270, 70, 270, "From JSON to a code")
    parts += panel(ns, DIRECT, 526, 270, 70, 270, "From a string to a code")
    return svg(940, 400, "Time to parse a code, by number of codes", parts)


BARS = [
    ("check", "cargo check", "s"),
    ("release", "release build", "s"),
    ("library", "release build, library alone", "s"),
    (".text", ".text", "KB"),
    ("all", "all sections", "KB"),
]
WHO = [
    ("immersve, all", "immersve, open", 0),
    ("serde", "serde", 1),
    ("serde+strum", "serde and strum", 3),
    ("serde+strum, described", "serde and strum, described", 4),
]


def compile_plot(results):
    """Bars in per cent of serde with strum."""
    contenders = results["compile"]["contenders"]
    left, full, row = 220, 560, 20
    title = f"What {results['compile']['enums']} enums of {results['compile']['codes']} codes cost"
    parts = [text(24, 34, title, "title"), text(24, 54, "per cent of serde and strum; shorter is better", "quiet")]
    top = 78
    for key, label, unit in BARS:
        base = contenders["serde+strum"][key]
        parts.append(text(left - 14, top + len(WHO) * row / 2 + 4, label, "", "end"))
        for place, (name, _, colour) in enumerate(WHO):
            value = contenders[name][key]
            length = full * value / base / 1.25
            amount = f"{value:.2f} s" if unit == "s" else f"{value / 1000:.0f} KB"
            y = top + place * row
            parts.append(f'<rect class="bar c{colour}" x="{left}" y="{y}" width="{length:.1f}" height="{row - 4}" rx="2"/>')
            parts.append(text(left + length + 8, y + row - 8, f"{100 * value / base:.0f} %  ({amount})", "quiet"))
        top += len(WHO) * row + 16
    x = left
    for _, label, colour in WHO:
        parts.append(f'<rect class="bar c{colour}" x="{x}" y="{top}" width="12" height="12" rx="2"/>')
        parts.append(text(x + 18, top + 11, label))
        x += 44 + 8 * len(label)
    return svg(900, top + 34, title, parts)


def draw(results):
    if "codes" in results:
        (FOLDER / "time.svg").write_text(time_plot(results))
    if "compile" in results:
        (FOLDER / "compile.svg").write_text(compile_plot(results))


def save(part, values):
    """Keeps the results of one script, and draws the plots anew."""
    results = json.loads(RESULTS.read_text()) if RESULTS.exists() else {}
    results[part] = values
    RESULTS.write_text(json.dumps(results, indent=1, sort_keys=True) + "\n")
    draw(results)


if __name__ == "__main__":
    draw(json.loads(RESULTS.read_text()))
