# ruff: noqa: INP001 - a script, no package
"""How many times faster docgen reads the worked case than ruamel's round trip: one ratio, one run.

Run it in the project's folder: python benchmarks/read_yaml.py
"""

import sys
from collections.abc import Callable
from pathlib import Path
from statistics import median
from time import perf_counter

from ruamel.yaml import YAML

from docgen.check.case import judge_case, school_key
from docgen.store.sheets import parse_sheet

ROOT = Path(__file__).parents[1]
CASEFILE = ROOT / "casefiles" / "essex" / "fam-0042.yaml"
ROUNDS = 15
GOAL = 10


def main() -> int:
    """Measure in turns, tell medians and ratio; 1 if the goal is missed."""
    content = CASEFILE.read_bytes()
    text = content.decode()
    sheet, _ = parse_sheet(content, CASEFILE.name)
    if sheet is None:
        return 1
    key = school_key(sheet)
    school, _ = parse_sheet((ROOT / "schools" / f"{key}.yaml").read_bytes(), "school.yaml")
    ways: dict[str, Callable[[], object]] = {
        "ruamel, round trip": lambda: YAML().load(text),
        "docgen, read": lambda: parse_sheet(content, CASEFILE.name),
        "docgen, judge": lambda: judge_case(sheet, school, key),
    }
    times = measured(ways)
    for name, taken in times.items():
        sys.stdout.write(f"{name:20}{1000 * taken:8.2f} ms\n")
    ratio = times["ruamel, round trip"] / times["docgen, read"]
    sys.stdout.write(f"read {ratio:.1f} times faster (goal: {GOAL})\n")
    return int(ratio < GOAL)


def measured(ways: dict[str, Callable[[], object]]) -> dict[str, float]:
    """Give each way's median time in seconds; the ways take turns, so that all fare alike."""
    times: dict[str, list[float]] = {name: [] for name in ways}
    for _ in range(ROUNDS):
        for name, way in ways.items():
            start = perf_counter()
            way()
            times[name].append(perf_counter() - start)
    return {name: median(taken) for name, taken in times.items()}


if __name__ == "__main__":
    sys.exit(main())
