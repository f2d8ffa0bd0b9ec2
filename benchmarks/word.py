# ruff: noqa: INP001 - a script, no package
"""How many times faster docgen merges than docxtpl: one run, outputs compared, all safety on.

Run it in the project's folder: python benchmarks/word.py [--quick]. It leaves with 1 if a floor
is missed or an output differs.
"""

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from statistics import median
from time import perf_counter

from docxtpl import DocxTemplate

ROOT = Path(__file__).parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "tests")]

from officework import desk_in  # noqa: E402 - the corpus is found from here on
from press.corpus.canonical import canonical  # noqa: E402 - as above
from press.corpus.docxtpl_side import rendered  # noqa: E402 - as above
from press.corpus.letters import contract, invite, values_of  # noqa: E402 - as above
from press.corpus.shipped import CASE, TODAY, office, papers  # noqa: E402 - as above

from docgen import merge_word  # noqa: E402 - as above
from docgen.model.values import Values  # noqa: E402 - as above
from docgen.press.ooxml.words import words_of  # noqa: E402 - as above
from docgen.service.generate import generate  # noqa: E402 - as above
from docgen.service.issue import issue  # noqa: E402 - as above
from docgen.service.report import Wish  # noqa: E402 - as above

IN_MEMORY, IN_FILES, COLD, GROWTH = 60, 25, 8, 5.0
COLD_START = """
import json, sys
from docgen import merge_word
with open(sys.argv[1], "rb") as template, open(sys.argv[2], encoding="utf-8") as values:
    made = merge_word(template.read(), json.load(values))
with open(sys.argv[3], "wb") as letter:
    letter.write(made)
"""
Way = Callable[[], int]


@dataclass(frozen=True, slots=True)
class Sample:
    """A template and the values of its letters; `floor` is how many times faster it must be."""

    name: str
    template: bytes
    letters: Sequence[Values]
    floor: float = 0.0


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the table: two times in milliseconds, their ratio, and whether a floor holds."""

    what: str
    theirs: float
    ours: float
    floor: str = ""
    holds: bool = True


def main(arguments: Sequence[str]) -> int:
    """Measure all, print the table; 1 if a floor is missed or an output differs."""
    quick = "--quick" in arguments
    rounds, letters = (5, 2_000) if quick else (15, 10_000)
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        samples = list(_samples(place))
        differing = [name for sample in samples for name in _differing(sample)]
        lines = [_in_memory(sample, rounds) for sample in samples]
        lines += [_in_files(sample, place, rounds) for sample in samples[:2]]
        lines += _cold(samples[1], place, rounds)
        lines += _walk(place, 2 if quick else 5)
    growth = _growth(samples[1], letters)
    _print(lines, growth, letters)
    for name in differing:
        _say(f"DIFFERS: {name}")
    missed = [line.what for line in lines if not line.holds] + ["memory"] * (growth > GROWTH)
    for what in missed:
        _say(f"FLOOR MISSED: {what}")
    return int(bool(differing or missed))


def _samples(place: Path) -> Iterator[Sample]:
    letters = [values_of(number) for number in range(100)]
    yield Sample("invite-like letter, 1 page", invite(), letters, IN_MEMORY)
    yield Sample("contract-like, 2 pages", contract(), letters, IN_MEMORY)
    desk = office(place / "samples")
    for kind in ("invite", "contract"):
        template, values = papers(desk, kind)
        yield Sample(f"shipped: essex/{kind}.docx", template, values)


def _differing(sample: Sample) -> Iterator[str]:
    """Tell of letters that differ from docxtpl's, by C14N of each part and by their words."""
    for number, values in enumerate(sample.letters[:25]):
        ours, theirs = merge_word(sample.template, values), rendered(sample.template, values)
        if canonical(ours) != canonical(theirs):
            yield f"{sample.name}, letter {number}: C14N"
        if sorted(map(str, words_of(ours))) != sorted(map(str, words_of(theirs))):
            yield f"{sample.name}, letter {number}: words"


def _in_memory(sample: Sample, rounds: int) -> Line:
    def theirs() -> int:
        return sum(1 for values in sample.letters[:3] if rendered(sample.template, values))

    def ours() -> int:
        return sum(1 for values in sample.letters if merge_word(sample.template, values))

    taken = _measured({"theirs": theirs, "ours": ours}, rounds)
    return _line(f"in memory: {sample.name}", taken, sample.floor)


def _in_files(sample: Sample, place: Path, rounds: int) -> Line:
    """Measure new files alone: to write over one makes some file systems wait for the disk."""
    folder = Path(tempfile.mkdtemp(dir=place))
    path = folder / "template.docx"
    path.write_bytes(sample.template)
    names = (folder / f"{number}.docx" for number in count())

    def theirs() -> int:
        for values in sample.letters[:5]:
            template = DocxTemplate(path)
            template.render(values, autoescape=True)
            template.save(next(names))
        return 5

    def ours() -> int:
        for values in sample.letters[:50]:
            next(names).write_bytes(merge_word(path.read_bytes(), values))
        return 50

    taken = _measured({"theirs": theirs, "ours": ours}, rounds)
    return _line(f"as files: {sample.name}", taken, IN_FILES)


def _cold(sample: Sample, place: Path, rounds: int) -> tuple[Line, Line]:
    template, values, made = place / "cold.docx", place / "cold.json", place / "made.docx"
    template.write_bytes(sample.template)
    values.write_text(json.dumps(sample.letters[0]), "utf-8")
    given = (str(template), str(values), str(made))

    def started(source: str, cache: str) -> Way:
        where = {**os.environ, "XDG_CACHE_HOME": cache}
        command = [sys.executable, "-c", source, *given]
        return lambda: int(subprocess.run(command, cwd=ROOT, env=where, check=True) is not None)  # noqa: S603 - our own program

    def fresh() -> int:
        return started(COLD_START, tempfile.mkdtemp(dir=place))()

    kept = str(place / "cache")
    started(COLD_START, kept)()
    if canonical(made.read_bytes()) != canonical(rendered(sample.template, sample.letters[0])):
        raise SystemExit("a cold process makes another letter")
    ways = {
        "theirs": started("import jinja2", kept),
        "ours": started(COLD_START, kept),
        "fresh": fresh,
    }
    taken = _measured(ways, rounds)
    import_jinja, cached = taken["theirs"], taken["ours"]
    floor, holds = f"at most {COLD}x", cached <= COLD * import_jinja
    return (
        Line("cold process, template in the cache (against import jinja2)", import_jinja, cached,
             floor, holds),
        Line("cold process, nothing in the cache", import_jinja, taken["fresh"]),
    )  # fmt: skip


def _walk(place: Path, rounds: int) -> Iterator[Line]:
    """Measure casefile to delivered files: leak guard, ledger, fsync and all."""
    drafts: list[float] = []
    issued: list[float] = []
    for number in range(rounds):
        folder = place / f"office-{number}"
        office(folder)
        for times, run in ((drafts, _draft), (issued, _issue)):
            start = perf_counter()
            made = run(folder)
            times.append((perf_counter() - start) / made)
    yield Line("the whole walk, each draft", 0, 1000 * median(drafts))
    yield Line("the whole walk, each paper issued and sealed", 0, 1000 * median(issued))


def _draft(folder: Path) -> int:
    return len(generate(desk_in(folder, today=TODAY), CASE, Wish(every=True)).made)


def _issue(folder: Path) -> int:
    return len(issue(desk_in(folder, today=TODAY), CASE, Wish(), {}).made)


def _growth(sample: Sample, letters: int) -> float:
    """Give by how many megabytes the process has grown after so many letters."""
    statm = Path("/proc/self/statm")
    if not statm.exists():
        return 0.0

    def resident() -> float:
        return int(statm.read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE") / 2**20

    for number in range(500):
        merge_word(sample.template, values_of(number))
    before = resident()
    for number in range(letters):
        merge_word(sample.template, values_of(number))
    return resident() - before


def _measured(ways: Mapping[str, Way], rounds: int) -> dict[str, float]:
    """Give each way's median time for one piece, in milliseconds; the ways take turns."""
    times: dict[str, list[float]] = {name: [] for name in ways}
    for name in ways:
        ways[name]()
    for _ in range(rounds):
        for name, way in ways.items():
            start = perf_counter()
            pieces = way()
            times[name].append(1000 * (perf_counter() - start) / pieces)
    return {name: median(taken) for name, taken in times.items()}


def _line(what: str, taken: Mapping[str, float], floor: float) -> Line:
    ratio = taken["theirs"] / taken["ours"]
    wanted = f"at least {floor:.0f}x" if floor else ""
    return Line(what, taken["theirs"], taken["ours"], wanted, ratio >= floor)


def _print(lines: Sequence[Line], growth: float, letters: int) -> None:
    _say(f"{'median of each':62}{'docxtpl':>10}{'docgen':>11}{'ratio':>8}  floor")
    for line in lines:
        ratio = f"{_times(line):.1f}x" if line.theirs else ""
        before = f"{line.theirs:.2f} ms" if line.theirs else ""
        _say(f"{line.what:62}{before:>10}{line.ours:>8.2f} ms{ratio:>8}  {line.floor}")
    _say(f"memory after {letters:,} more letters: {growth:+.1f} MB  (at most {GROWTH:.0f} MB)")


def _times(line: Line) -> float:
    """Give how many times faster docgen is; of a cold process, how many times as long it takes."""
    slower = line.ours / line.theirs
    return slower if line.what.startswith("cold") else 1 / slower


def _say(words: str) -> None:
    sys.stdout.write(words + "\n")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
