# ruff: noqa: INP001 - a script, no package
"""How many times faster docgen fills in PDF forms than pypdf does: Latin text, and other scripts.

Run it in the project's folder: python benchmarks/forms.py [--quick]. Both fill in the same forms
with the same values, in turns; what docgen made is read back with pypdf and drawn by pdfium. It
leaves with 1 if a floor is missed or a field shows something else. pypdf draws question marks for
other scripts.
"""

import logging
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from io import BytesIO
from itertools import count
from pathlib import Path
from statistics import median
from time import perf_counter

import pypdf
from reportlab.pdfgen.canvas import Canvas

ROOT = Path(__file__).parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "tests")]

from inkwork import (  # noqa: E402 - found from here on
    FAMILIES,
    TEXTS,
    by_pdfium,
    drawn_apart,
    ink_in,
    likeness,
)

from docgen.model.form import FieldKind  # noqa: E402 - as above
from docgen.press.form.blank import blank_of  # noqa: E402 - as above
from docgen.press.form.filling import fill  # noqa: E402 - as above
from docgen.press.form.shapes import Blank  # noqa: E402 - as above

FIELDS, PAGES = 63, 3
ROUNDS, QUICK = 7, 3
OFTEN = 20
"""So many times docgen's quick way is measured for each time of pypdf's."""
ALIKE = 0.85
FLOORS = {"Latin": 100.0, "shaped": 1.0}
SHAPED = ("ur", "ar", "bn", "pa")
LATIN = ("en", "pl", "ro")
CHECKLIST = ROOT / "templates/kent/checklist-form.pdf"
Values = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the table, in milliseconds: what is filled in, pypdf's time, docgen's."""

    form: str
    texts: str
    theirs: float
    ours: float

    @property
    def ratio(self) -> float:
        """Tell how many times faster docgen is."""
        return self.theirs / self.ours

    @property
    def holds(self) -> bool:
        """Tell whether the floor is reached."""
        return self.ratio >= FLOORS[self.texts]


def main(arguments: Sequence[str]) -> int:
    """Measure all, print the table; 1 if a floor is missed or a field shows something else."""
    logging.disable(logging.CRITICAL)  # pypdf tells of each letter that it can't show
    rounds = QUICK if "--quick" in arguments else ROUNDS
    forms = {"reportlab, 3 pages": a_form(), "checklist, 6 pages": CHECKLIST.read_bytes()}
    lines, faults = list[Line](), list[str]()
    for name, form in forms.items():
        blank = blank_of(form, name)
        fields = tuple(each for each in blank.entries if _is_line(blank, each))[:FIELDS]
        for texts, languages in {"Latin": LATIN, "shaped": SHAPED}.items():
            values = valued(fields, languages)
            lines.append(_measured((name, texts), form, blank, values, rounds))
            faults += [f"{name}, {texts}: {each}" for each in wrong(blank, next(values), languages)]
    for line in lines:
        times = f"pypdf {line.theirs:7.1f} ms   docgen {line.ours:7.2f} ms"
        ratio = f"{line.ratio:6.1f} x   floor {FLOORS[line.texts]:g} x"
        _say(f"{line.form:20} {line.texts:7} {times}   {ratio}")
    faults += [f"FLOOR MISSED: {line.form}, {line.texts}" for line in lines if not line.holds]
    for fault in faults:
        _say(fault)
    return int(bool(faults))


def a_form() -> bytes:
    """Make a form with reportlab: 63 lines to fill in on three pages."""
    content = BytesIO()
    canvas = Canvas(content, pagesize=(595, 842), invariant=1)
    for page in range(PAGES):
        for line in range(FIELDS // PAGES):
            y = 780 - 36 * line
            canvas.drawString(40, y + 24, f"Question {line + 1}")
            canvas.acroForm.textfield(
                f"page{page + 1}.line{line + 1}", x=40, y=y, width=400, height=22, fontSize=11
            )
        canvas.showPage()
    canvas.save()
    return content.getvalue()


def valued(fields: Sequence[str], languages: Sequence[str]) -> Iterator[Values]:
    """Give values for the fields, others each time, as no letter is like the last."""
    for turn in count(1):
        words = [TEXTS[languages[n % len(languages)]].split()[0] for n in range(len(fields))]
        yield {field: f"{word} {turn}" for field, word in zip(fields, words, strict=True)}


def by_pypdf(form: bytes, values: Values) -> bytes:
    """Fill in a form as pypdf's documentation has it."""
    writer = pypdf.PdfWriter(clone_from=BytesIO(form))
    for page in writer.pages:
        writer.update_page_form_field_values(page, dict(values), auto_regenerate=False)
    content = BytesIO()
    writer.write(content)
    return content.getvalue()


def wrong(blank: Blank, values: Values, languages: Sequence[str]) -> Iterator[str]:
    """Name the fields that hold or show something else, by two libraries."""
    filled, _ = fill(blank, values)
    held = pypdf.PdfReader(BytesIO(filled)).get_fields() or {}
    yield from (
        f"{name} holds another value" for name in values if held[name]["/V"] != values[name]
    )
    for name in _unlike(filled, blank, values, languages):
        yield f"{name} shows something else"


def _unlike(filled: bytes, blank: Blank, values: Values, languages: Sequence[str]) -> Iterator[str]:
    """Name the fields that don't look as another engine draws their texts."""
    pages = [by_pdfium(filled, number) for number in range(blank.form.pages)]
    for number, (name, text) in enumerate(values.items()):
        language = languages[number % len(languages)]
        field = blank.entries[name].field
        shown = ink_in(pages[field.widgets[0].page - 1], field.widgets[0].rect)
        family = FAMILIES.get(language, "Arimo")
        families = {family, FAMILIES["ar"] if language == "ur" else family}
        if max(likeness(shown, drawn_apart(text, each, language)) for each in families) < ALIKE:
            yield name


def _measured(
    named: tuple[str, str], form: bytes, blank: Blank, values: Iterator[Values], rounds: int
) -> Line:
    """Measure both in turns, after one that isn't counted."""
    often = OFTEN if named[1] == "Latin" else 1
    theirs, ours = list[float](), list[float]()
    fill(blank, next(values))
    for _ in range(rounds):
        theirs.append(_seconds(lambda given: by_pypdf(form, given), values))
        ours += [_seconds(lambda given: fill(blank, given), values) for _ in range(often)]
    return Line(*named, 1000 * median(theirs), 1000 * median(ours))


def _seconds(way: Callable[[Values], object], values: Iterator[Values]) -> float:
    given = next(values)
    start = perf_counter()
    way(given)
    return perf_counter() - start


def _is_line(blank: Blank, name: str) -> bool:
    """Tell whether a field is for one or several lines of text, and is seen."""
    field = blank.entries[name].field
    return field.kind in {FieldKind.TEXT, FieldKind.LINES} and not field.read_only


def _say(line: str) -> None:
    sys.stdout.write(f"{line}\n")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
