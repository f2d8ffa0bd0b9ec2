"""A language's messages → a workbook for a translator, a row for each form of each."""

from collections.abc import Iterable, Iterator, Sequence
from gettext import c2py
from pathlib import Path

from docgen.service.translations.shelf import Demand, Shelf, open_shelf
from docgen.service.translations.standing import Standing, standings
from docgen.store.bundles import plural_of
from docgen.store.disk import write_whole
from docgen.store.spreadsheet import Column, Table, written_workbook

MESSAGE, FILES, WHERE, CONTEXT, ENGLISH = "Message", "For", "Where", "Context", "English"
FORM, TRANSLATION, NOTE, STATUS = "Form", "Translation", "Note", "Status"
COLUMNS = (
    Column(MESSAGE, 10),
    Column(FILES, 12),
    Column(WHERE, 26),
    Column(CONTEXT, 14),
    Column(ENGLISH, 60),
    Column(FORM, 14),
    Column(TRANSLATION, 60, theirs=True),
    Column(NOTE, 26, theirs=True),
    Column(STATUS, 10),
)
EXAMPLES, COUNTED_TO = 4, 130
BETWEEN = ", "
OPEN = frozenset({"missing", "stale"})
ADVICE = (
    "Fill in the column Translation; a remark goes into Note. Nothing else can be changed.",
    "What stands in {braces} or {{ two braces }} is filled in later: keep it, where it belongs.",
    "<1>…</1> is printed in another look, <1/> stands for a picture or a number: keep the figures.",
    "⇥ stands for a tab: keep as many as the English has, by copying the sign.",
    "Where a sentence is said of a number, each form has a row; Form tells for which numbers.",
    "Leave a cell empty to leave the sentence as it is. Send the file back as xlsx.",
)


def export(demand: Demand, name: str, path: Path, *, only_open: bool = False) -> int:
    """Write a language's messages into a workbook; gives how many there are in it."""
    shelf = open_shelf(demand, name)
    found = [each for each in standings(demand, shelf) if not only_open or each.status in OPEN]
    together = _together(found)
    rows = [row for each in together for row in _rows(each, shelf)]
    rtl = shelf.language.direction == "rtl"
    write_whole(path, written_workbook(Table(shelf.name, COLUMNS, rows, rtl, ADVICE)))
    return len(together)


def _together(found: Iterable[Standing]) -> tuple[tuple[Standing, ...], ...]:
    """Put together what several authorities say alike, so that it is translated once."""
    groups: dict[tuple[object, ...], tuple[Standing, ...]] = {}
    for each in found:
        key = (each.message.pair, each.message.counts, each.texts, each.status)
        groups[key] = (*groups.get(key, ()), each)
    return tuple(groups.values())


def _rows(alike: Sequence[Standing], shelf: Shelf) -> Iterator[tuple[str, ...]]:
    first = alike[0]
    message, before = first.message, first.before
    was = f": “{before.message.text}” was “{' / '.join(before.texts)}”" if before else ""
    forms = forms_told(shelf) if message.counts else ("",)
    where = dict.fromkeys(place for each in alike for place in each.message.places)
    notes = dict.fromkeys(note for each in alike for note in each.notes)
    for form, text in zip(forms, first.texts, strict=True):
        yield (
            *(first.id, BETWEEN.join(each.file for each in alike)),
            *("\n".join(where), message.context, message.text),
            *(form, text, " ".join(notes), f"{first.status}{was}"),
        )


def forms_told(shelf: Shelf) -> tuple[str, ...]:
    """Give each plural form of a language with numbers that it is for: `2 of 3: 2, 3, 4, 22`."""
    forms, plural = plural_of(shelf.language.locale) or (2, "n != 1")
    form_of = c2py(plural)
    numbers: list[list[str]] = [[] for _ in range(forms)]
    for number in range(COUNTED_TO):
        numbers[form_of(number)].append(str(number))
    return tuple(
        f"{place} of {forms}: {', '.join(each[:EXAMPLES])}" for place, each in enumerate(numbers, 1)
    )
