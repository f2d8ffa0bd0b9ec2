# ruff: noqa: INP001 - a script, no package
"""How many times faster docgen sets PDFs than LibreOffice's one call with many files.

Run it in the project's folder: python benchmarks/pdf.py [--quick]. Both set the same Word files in
the same faces, and their texts are compared. It leaves with 1 if a floor is missed or a text
differs.
"""

import json
import multiprocessing
import os
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from statistics import median
from time import perf_counter, sleep

ROOT = Path(__file__).parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "tests")]

from likework import likeness  # noqa: E402 - found from here on
from press.corpus.shipped import TODAY, office, papers  # noqa: E402 - as above
from soffice import PLAIN, PROGRAM, TAGGED, office_pdfs  # noqa: E402 - as above
from wordfiles import compiled  # noqa: E402 - as above

from docgen.errors import TemplateRejected  # noqa: E402 - as above
from docgen.model.values import Values  # noqa: E402 - as above
from docgen.press.pdf.native import Native  # noqa: E402 - as above
from docgen.press.word.compiled import Compiled  # noqa: E402 - as above
from docgen.press.word.merge import merge  # noqa: E402 - as above

FLOORS = {"invite": 10, "contract": 3}
ROUNDS, WARM = 3, 10
TWICE, COLD, GROWTH = 1.7, 6, 8.0
NAMES = ("Wójcik", "Iqbal")
IMPORTS = "import typst, lxml.etree, jinja2"
FIRST = """
import sys
from docgen import to_pdf
with open(sys.argv[1], "rb") as word:
    made = to_pdf(word.read())
with open(sys.argv[2], "wb") as pdf:
    pdf.write(made)
"""
CALL, ALONE = "one call", "one by one"
Way = Callable[[], Sequence[Path]]


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the table: two times in milliseconds, their ratio, and whether a floor holds."""

    what: str
    theirs: float
    ours: float
    ratio: float
    floor: str = ""
    holds: bool = True


def main(arguments: Sequence[str]) -> int:
    """Measure all, print the table; 1 if a floor is missed or a text differs."""
    if PROGRAM is None:
        sys.exit("This compares with LibreOffice; install it and run it again.")
    few, many = (20, 500) if "--quick" in arguments else (100, 5_000)
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        lines = [line for kind in FLOORS for line in _against_office(kind, few, place)]
        lines += [_two_processes(_letters("invite", 4 * few, place)), _fresh(place)]
        growth = _growth(many, place)
    _print(lines, growth, many)
    missed = [line.what for line in lines if not line.holds] + ["memory"] * (growth > GROWTH)
    for what in missed:
        _say(f"FLOOR MISSED: {what}")
    return int(bool(missed))


def _letters(kind: str, count: int, place: Path, first: int = 0) -> list[bytes]:
    """Merge letters of a shipped template, for a school without a picture; all to other people."""
    template, values = _paper(kind, place)
    texts = [json.dumps(each, ensure_ascii=False) for each in values]
    named = (_named(texts[n % len(texts)], n) for n in range(first, first + count))
    return [merge(template, each).content for each in named]


@cache
def _paper(kind: str, place: Path) -> tuple[Compiled, tuple[Values, ...]]:
    template, values = papers(office(place / f"office-{kind}"), kind)
    return compiled(template), values


def _named(values: str, number: int) -> Values:
    for name in NAMES:
        more = "".join(chr(ord("a") + number // 26**place % 26) for place in range(3))
        values = values.replace(name, f"{name}{more}")
    named: Values = json.loads(values)
    return named


def _against_office(kind: str, count: int, place: Path) -> Iterator[Line]:
    """Set the same letters by both, new ones each round; a busy machine slows both."""
    files = [place / f"{kind}-{number}.docx" for number in range(count)]
    ways: dict[str, Way] = {
        CALL: lambda: _in_one_call(files),
        ALONE: lambda: _one_by_one(files),
        PLAIN: lambda: office_pdfs(files, place, PLAIN),
        TAGGED: lambda: office_pdfs(files, place, TAGGED),
    }
    times: dict[str, list[float]] = {name: [] for name in ways}
    made: dict[str, Sequence[Path]] = {}
    for round_ in range(ROUNDS + 1):
        for file, letter in zip(files, _letters(kind, count, place, count * round_), strict=True):
            file.write_bytes(letter)
        for name, way in ways.items():
            start = perf_counter()
            made[name] = way()
            times[name] += [1000 * (perf_counter() - start) / count] if round_ else []
    for file, mine, theirs in zip(files, made[CALL], made[TAGGED], strict=True):
        if not likeness(mine.read_bytes(), theirs.read_bytes()).same_text:
            sys.exit(f"DIFFERS: the text of {file.name}")
    each = {name: median(taken) for name, taken in times.items()}
    compared = ((CALL, TAGGED, FLOORS[kind]), (CALL, PLAIN, 0), (ALONE, TAGGED, 0))
    for ours, theirs_, floor in compared:
        ratio = each[theirs_] / each[ours]
        wanted = f"at least {floor}x" if floor else ""
        what = f"{count} x {kind}, {ours}, {'tagged too' if theirs_ is TAGGED else 'untagged'}"
        yield Line(what, each[theirs_], each[ours], ratio, wanted, ratio >= floor)


def _in_one_call(files: Sequence[Path]) -> Sequence[Path]:
    """Set all as `docgen word pdf FILES -o FOLDER` does: some are set while the next are read."""
    given = ((file.read_bytes(), "letter", TODAY) for file in files)
    made = [file.with_name(f"{CALL}-{file.stem}.pdf") for file in files]
    for path, content in zip(made, _native().tried(given), strict=True):
        if isinstance(content, TemplateRejected):
            raise content
        path.write_bytes(content)
    return made


def _one_by_one(files: Sequence[Path]) -> Sequence[Path]:
    made = [file.with_name(f"{ALONE}-{file.stem}.pdf") for file in files]
    for file, path in zip(files, made, strict=True):
        path.write_bytes(_native().pdf(file.read_bytes(), "letter", TODAY))
    return made


def _two_processes(letters: Sequence[bytes]) -> Line:
    """Set the same letters by one process and by two, all of them warm."""
    alone, both = (_by(processes, letters) for processes in (1, 2))
    ratio = alone / both
    each = 1000 / len(letters[WARM:])
    what = "two processes against one"
    return Line(what, alone * each, both * each, ratio, f"at least {TWICE}x", ratio >= TWICE)


def _by(processes: int, letters: Sequence[bytes]) -> float:
    spawned = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(processes, spawned) as pool:
        list(pool.map(_warm, [letters[:WARM]] * processes))
        parts = [letters[WARM + number :: processes] for number in range(processes)]
        start = perf_counter()
        list(pool.map(_set, parts))
        return perf_counter() - start


def _warm(letters: Sequence[bytes]) -> None:
    _set(letters)
    sleep(1)  # so that the next process takes the next task


def _set(letters: Sequence[bytes]) -> int:
    return sum(len(_native().pdf(letter, "letter", TODAY)) for letter in letters)


@cache
def _native() -> Native:
    return Native()


def _fresh(place: Path) -> Line:
    """Measure a new Python that sets one letter against one that imports the libraries."""
    letter, made = place / "fresh.docx", place / "fresh.pdf"
    letter.write_bytes(_letters("invite", 1, place)[0])
    commands = [["-c", IMPORTS], ["-c", FIRST, str(letter), str(made)]]
    times: list[list[float]] = [[], []]
    for _ in range(6):
        for taken, command in zip(times, commands, strict=True):
            start = perf_counter()
            subprocess.run([sys.executable, *command], cwd=ROOT, check=True)  # noqa: S603 - our own
            taken.append(1000 * (perf_counter() - start))
    imports, ours = (median(taken[1:]) for taken in times)
    ratio = ours / imports
    what = "first PDF of a fresh process (against its imports)"
    return Line(what, imports, ours, ratio, f"at most {COLD}x", ratio <= COLD)


def _growth(letters: int, place: Path) -> float:
    """Give by how many megabytes the process has grown after so many letters."""
    statm = Path("/proc/self/statm")
    if not statm.exists():
        return 0.0

    def resident() -> float:
        return int(statm.read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE") / 2**20

    chunk = 100
    _set(_letters("invite", 5 * chunk, place))
    before = resident()
    for start in range(0, letters, chunk):
        _set(_letters("invite", chunk, place, start))
    return resident() - before


def _print(lines: Sequence[Line], growth: float, letters: int) -> None:
    _say(f"{'each':52}{'LibreOffice':>14}{'docgen':>11}{'ratio':>8}  floor")
    for line in lines:
        times = f"{line.theirs:>11.2f} ms{line.ours:>8.2f} ms"
        _say(f"{line.what:52}{times}{line.ratio:>7.1f}x  {line.floor}")
    _say(f"memory after {letters:,} more letters: {growth:+.1f} MB  (at most {GROWTH:.0f} MB)")


def _say(words: str) -> None:
    sys.stdout.write(words + "\n")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
