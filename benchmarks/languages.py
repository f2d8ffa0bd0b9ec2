# ruff: noqa: INP001 - a script, no package
"""What a letter in two languages costs beside English ones: one run, templates compiled before.

Run it in the project's folder: python benchmarks/languages.py [--quick]. A file in two languages
holds two letters; the translated one may add no more than 1.3 times what the English one costs
alone. It leaves with 1 if that is missed.
"""

import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import cycle, islice, pairwise
from pathlib import Path
from statistics import median
from time import perf_counter

ROOT = Path(__file__).parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "tests")]

from pseudowork import LEFTWARD, LONGER, Pseudo, statements_of, template_of  # noqa: E402 - found from here on
from templatework import Paper, papers  # noqa: E402 - as above
from wordfiles import picture  # noqa: E402 - as above

from docgen.model.language import ENGLISH, Catalogue  # noqa: E402 - as above
from docgen.model.values import Plain, Values  # noqa: E402 - as above
from docgen.press.word.merge import Compiled, compile_edition, merge  # noqa: E402 - as above
from docgen.press.word.shapes import (  # noqa: E402 - as above
    OTHER,
    PLAIN_EDITION,
    Edition,
    Letterhead,
    Lines,
    Tongue,
)
from docgen.store.catalogues import read_catalogue  # noqa: E402 - as above
from docgen.wording.bundle import Bundle, english  # noqa: E402 - as above
from docgen.wording.lines import Form, own_lines  # noqa: E402 - as above
from docgen.wording.samples import sample  # noqa: E402 - as above

FLOOR, LETTERS, FAMILIES = 1.3, 20, 500
SCHOOL = Letterhead("Elmbridge Primary School", picture())
VALUES = {"ltr": LONGER, "rtl": LEFTWARD}
TAGS, KINDS = ("pl", "ur"), ("invite", "contract")
Way = Callable[[], None]


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the table: milliseconds for an English letter and for one in both languages.

    `ratio` is the median of what the one cost beside the other, each pair taken at one time.
    """

    what: str
    english: float
    both: float
    ratio: float

    @property
    def each(self) -> float:
        """Give what each of the two letters in the file costs beside an English letter."""
        return self.ratio / 2

    @property
    def added(self) -> float:
        """Give how much the translated letter adds beside an English one."""
        return self.ratio - 1


def main(arguments: Sequence[str]) -> int:
    """Measure all, print the table; 1 if the floor is missed."""
    rounds = 25 if "--quick" in arguments else 150
    lines = list(_lines(rounds))
    head = f"{'':36}{'English':>10}{'both':>10}{'each':>8}{'added':>8}"
    sys.stdout.write(f"{head}\n")
    for line in lines:
        times = f"{line.english:>8.3f}ms{line.both:>8.3f}ms{line.each:>7.2f}x{line.added:>7.2f}x"
        sys.stdout.write(f"{line.what:36}{times}\n")
    missed = [line.what for line in lines if line.added > FLOOR]
    for what in missed:
        sys.stdout.write(f"FLOOR MISSED: {what}\n")
    return int(bool(missed))


def _lines(rounds: int) -> Iterator[Line]:
    for paper in papers():
        if paper.path.name.removesuffix(".docx") not in KINDS:
            continue
        for tag in TAGS:
            yield _line(paper, tag, rounds)


def _line(paper: Paper, tag: str, rounds: int) -> Line:
    edition = _edition(paper, tag)
    alone, both = (_compiled(paper, each) for each in (PLAIN_EDITION, edition))
    values = [_of_family(sample(paper.kind, paper.pack, "ordinary"), n) for n in range(FAMILIES)]
    reader = edition.reader
    other = VALUES[reader.catalogue.language.direction if reader else "ltr"]
    pairs = [_in_both(each, other) for each in values]
    times = _measured((_way(alone, values), _way(both, pairs)), rounds)
    return Line(f"{paper} {tag}-en ({edition.form})", *times)


def _of_family(values: Mapping[str, Plain], number: int) -> Values:
    """Give the values of one of many families, each of its own name."""
    return {name: _named(value, f"Wójcik {number}") for name, value in values.items()}


def _named(value: Plain, name: str) -> Plain:
    if isinstance(value, str):
        return value.replace("Wójcik", name)
    if isinstance(value, Mapping):
        return {key: _named(each, name) for key, each in value.items()}
    if isinstance(value, bool | int) or value is None:
        return value
    return [_named(each, name) for each in value]


def _edition(paper: Paper, tag: str) -> Edition:
    catalogue = read_catalogue([ROOT / "translations"], tag, paper.pack.authority)
    form: Form = "letters" if paper.kind.letter else "clauses"
    reader = Tongue(catalogue, _own(Bundle(catalogue), catalogue, form))
    ours = Tongue(Catalogue(ENGLISH), _own(english(), catalogue, form))
    return Edition(reader, form, ours)


def _own(bundle: Bundle, catalogue: Catalogue, form: Form) -> Lines:
    own = own_lines(bundle, catalogue.language, form)
    return Lines(own.mark, own.unchecked, own.stands)


def _in_both(values: Values, other: Pseudo) -> Values:
    document = values["document"]
    own = {**values, "document": {**document, "unchecked": True}}  # type: ignore[dict-item]
    return {**own, OTHER: other.values(own)}


def _compiled(paper: Paper, edition: Edition) -> Compiled:
    return compile_edition(template_of(paper), statements_of(paper), edition, SCHOOL)


def _way(compiled: Compiled, families: Sequence[Values]) -> Way:
    waiting = cycle(families)

    def fill() -> None:
        for values in islice(waiting, LETTERS):
            merge(compiled, values)

    return fill


def _measured(ways: Sequence[Way], rounds: int) -> tuple[float, float, float]:
    """Give the median milliseconds of a letter in each way, taken in turns, and their ratio."""
    taken: list[tuple[float, ...]] = []
    for _ in range(rounds + 1):
        marks = [perf_counter()]
        for way in ways:
            way()
            marks.append(perf_counter())
        taken.append(tuple((end - start) / LETTERS * 1000 for start, end in pairwise(marks)))
    alone, both = zip(*taken[1:], strict=True)
    return median(alone), median(both), median(b / a for a, b in taken[1:])


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
