# ruff: noqa: INP001 - a script, no package
"""How like LibreOffice's page ours is: each kind of every pack, with few, usual and many words.

Run it in the project's folder: python benchmarks/likeness.py [--all] [-v] [--pictures]. Both
engines set the same Word files in the same faces. It leaves with 1 if a floor is missed. With
--all it takes everything that the worked cases make, with -v it tells each line that differs,
with --pictures it draws the pages of such documents side by side into output/likeness.
"""

import sys
import tempfile
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median

ROOT = Path(__file__).parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "tests")]

from drafts import Draft, chosen, drafts_in  # noqa: E402 - found from here on
from likework import Likeness, likeness  # noqa: E402 - as above
from sideways import side_by_side  # noqa: E402 - as above
from soffice import PROGRAM, office_pdfs  # noqa: E402 - as above

from docgen.press.pdf.native import Native  # noqa: E402 - as above

LINES, MIDDLE, MOST = 0.99, 0.6, 3.0
PICTURES = ROOT / "output" / "likeness"


@dataclass(frozen=True, slots=True)
class Pair:
    """A draft, its PDF by docgen and by LibreOffice, and how alike these are."""

    draft: Draft
    ours: bytes
    theirs: bytes
    likeness: Likeness


def main(arguments: Sequence[str]) -> int:
    """Compare all, print the table; 1 if a floor is missed."""
    if PROGRAM is None:
        sys.exit("This compares with LibreOffice; install it and run it again.")
    with tempfile.TemporaryDirectory() as folder:
        drafts = drafts_in(Path(folder) / "office")
        taken = drafts if "--all" in arguments else chosen(drafts)
        pairs = list(_pairs(taken, Path(folder)))
    _table(pairs)
    odd = [pair for pair in pairs if not pair.likeness.whole]
    for pair in odd:
        _tell(pair, verbose="-v" in arguments)
    if "--pictures" in arguments:
        _draw(odd)
    missed = [what for what, holds in _floors(pairs) if not holds]
    for what in missed:
        _say(f"FLOOR MISSED: {what}")
    return int(bool(missed))


def _pairs(drafts: Sequence[Draft], folder: Path) -> Iterator[Pair]:
    native = Native()
    made = office_pdfs([draft.path for draft in drafts], folder)
    for draft, path in zip(drafts, made, strict=True):
        ours, theirs = native.pdf(draft.content, str(draft), draft.dated), path.read_bytes()
        yield Pair(draft, ours, theirs, likeness(ours, theirs))


def _table(pairs: Iterable[Pair]) -> None:
    kinds: dict[str, list[Likeness]] = defaultdict(list)
    for pair in pairs:
        kinds[f"{pair.draft.authority}/{pair.draft.kind}"].append(pair.likeness)
        kinds["all"].append(pair.likeness)
    kinds["all"] = kinds.pop("all")
    _say(f"{'kind':32}{'files':>6}{'pages':>7}{'lines alike':>16}{'words off by':>16}{'95 %':>7}")
    for name, found in kinds.items():
        lines, alike = sum(each.lines for each in found), sum(each.alike for each in found)
        pages = sum(each.pages[1] for each in found)
        offsets = sorted(offset for each in found for offset in each.offsets)
        of_lines = f"{alike:>6}/{lines:<6}{100 * alike / lines:5.1f}%"
        off = f"{median(offsets):>13.2f} pt{_most(offsets):>7.2f}"
        _say(f"{name:32}{len(found):>6}{pages:>7}{of_lines:>19}{off}")


def _most(offsets: Sequence[float]) -> float:
    """Give the 95th percentile of sorted offsets."""
    return offsets[int(0.95 * (len(offsets) - 1))]


def _floors(pairs: Sequence[Pair]) -> Iterator[tuple[str, bool]]:
    found = [pair.likeness for pair in pairs]
    offsets = sorted(offset for each in found for offset in each.offsets)
    lines, alike = sum(each.lines for each in found), sum(each.alike for each in found)
    yield "page counts equal", all(each.pages[0] == each.pages[1] for each in found)
    yield "text equal", all(each.same_text for each in found)
    yield f"at least {LINES:.0%} of the lines alike", alike >= LINES * lines
    yield f"half of the words within {MIDDLE} pt", median(offsets) <= MIDDLE
    yield f"95 % of the words within {MOST} pt", _most(offsets) <= MOST


def _tell(pair: Pair, *, verbose: bool) -> None:
    found = pair.likeness
    ours, theirs = found.pages
    text = "" if found.same_text else ", text differs"
    _say(f"{pair.draft}: pages {ours} and {theirs}, {found.alike} of {found.lines} lines{text}")
    sides = {"ours": found.ours_alone, "LibreOffice's": found.theirs_alone} if verbose else {}
    lines = [(*line.key, line.words[0].y, side) for side, alone in sides.items() for line in alone]
    for page, words, y, side in sorted(lines, key=lambda line: (line[0], line[2])):
        _say(f"    page {page}, {y:.0f} pt, {side}: {words}")


def _draw(pairs: Iterable[Pair]) -> None:
    for pair in pairs:
        path = PICTURES / f"{pair.draft.authority}-{pair.draft.path.stem}.png"
        path.parent.mkdir(parents=True, exist_ok=True)
        side_by_side(pair.theirs, pair.ours).save(path)
        _say(str(path.relative_to(ROOT)))


def _say(words: str) -> None:
    sys.stdout.write(words + "\n")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
