"""`--map "Column=field"` as typed → which field a column fills, whatever was guessed."""

import re
from collections.abc import Iterable, Mapping

from docgen.check.faults import near
from docgen.check.roster.headings import headings_of, words_of
from docgen.errors import Reasons, UsageTrouble, stop
from docgen.model.finding import Wording
from docgen.model.roster import FIELDS, Table, column_letters

REASONS: Reasons = {
    "map-form": Wording(
        "A --map has no column and field with “=” between them.",
        'Write such as --map "Forename=pupil.legal_forename", or "Notes=ignore".',
    ),
    "map-column-unknown": Wording(
        "A --map names a column that the spreadsheet hasn't got.",
        'Write its heading as it stands there, or its letter: --map "column C=…".',
    ),
    "map-column-mistyped": Wording(
        "A --map names a column that the spreadsheet hasn't got.",
        "Did you mean “{near}”?",
    ),
    "map-column-several": Wording(
        "A --map names a heading that stands over several columns: {columns}.",
        'Write the letter, such as --map "column {first}=…", or add which it is: "…#2=…".',
    ),
    "map-field-unknown": Wording(
        "A --map names a field that there is not.",
        "Write one of: {fields}.",
    ),
    "map-field-mistyped": Wording(
        "A --map names a field that there is not.",
        "Did you mean “{near}”? These there are: {fields}.",
    ),
}
_LETTER = re.compile(r"column ([a-z]{1,3})", re.IGNORECASE)
_NTH = re.compile(r"(.*)#([1-9][0-9]?)")


def corrections(texts: Iterable[str], table: Table) -> Mapping[int, str]:
    """Read what was said of columns; raises `UsageTrouble`."""
    found = {}
    for text in texts:
        heading, sign, field = text.rpartition("=")
        if not (sign and heading.strip() and field.strip()):
            raise stop(UsageTrouble, REASONS, "map-form")
        found[_column(heading.strip(), table)] = _field(field.strip())
    return found


def _field(text: str) -> str:
    if text in FIELDS:
        return text
    better, fields = near(text, FIELDS), ", ".join(FIELDS)
    if better:
        raise stop(UsageTrouble, REASONS, "map-field-mistyped", near=better, fields=fields)
    raise stop(UsageTrouble, REASONS, "map-field-unknown", fields=fields)


def _column(text: str, table: Table) -> int:
    columns = _named(text, table)
    if len(columns) > 1:
        letters = [column_letters(column) for column in columns]
        names = {"columns": ", ".join(letters), "first": letters[0]}
        raise stop(UsageTrouble, REASONS, "map-column-several", **names)
    if columns:
        return columns[0]
    better = near(text, filter(None, table.headings))
    if better:
        raise stop(UsageTrouble, REASONS, "map-column-mistyped", near=better)
    raise stop(UsageTrouble, REASONS, "map-column-unknown")


def _named(text: str, table: Table) -> list[int]:
    """Give the columns that bear a heading, or a group and a heading, or the letter."""
    found = _headed(text, table)
    letter, nth = _LETTER.fullmatch(text), _NTH.fullmatch(text)
    if not found and letter:
        wanted = letter[1].upper()
        columns = range(1, len(table.headings) + 1)
        return [column for column in columns if column_letters(column) == wanted]
    if not found and nth:
        return _headed(nth[1], table)[int(nth[2]) - 1 :][:1]
    return found


def _headed(text: str, table: Table) -> list[int]:
    wanted = words_of(text)
    names = enumerate(headings_of(table), 1)
    return [
        column
        for column, each in names
        if wanted and wanted in (each.heading, f"{each.group} {each.heading}")
    ]
