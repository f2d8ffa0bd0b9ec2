"""What can be said about a field's text once it is set: shrunk, too long, or without letters."""

import unicodedata
from dataclasses import replace

from docgen.model.finding import Faults, Finding, Severity, Wording, fault

FAULTS: Faults = {
    "form-shrunk": Wording(
        "The text of field {field} is set at {to} instead of {size} points, to fit into its box.",
        "Nothing needs doing if it reads well; else shorten the text.",
    ),
    "form-overflow": Wording(
        "The text of field {field} doesn't fit into its box, even at {least} points: {over}.",
        "Shorten the text, or write the rest on a sheet of its own.",
    ),
    "form-no-glyph": Wording(
        "The text of field {field} has characters that no font of docgen can show: {characters}.",
        "Write them in another script, as a passport does, or fill in this field by hand.",
    ),
}
MOST_TOLD = 5
ODD = "letters with signs that belong to other letters"
LOW = "the box is lower than its letters"


def lines_over(count: int) -> str:
    """Say that so many lines are too many."""
    return "1 line is too many" if count == 1 else f"{count:,} lines are too many"


def characters_over(count: int) -> str:
    """Say that so many characters are too many."""
    return "1 character is too many" if count == 1 else f"{count:,} characters are too many"


def shrunk(field: str, size: float, to: float) -> Finding:
    """Say that a text is smaller than its form has it: a remark to be looked at."""
    found = fault(FAULTS, "form-shrunk", None, field=field, size=f"{size:g}", to=f"{to:g}")
    return replace(found, severity=Severity.WARNING, path=(field,))


def overflowing(field: str, least: float, over: str) -> Finding:
    """Say that a text doesn't fit, and by how much; or that it can't be set at all."""
    if over == ODD:
        return _unshown(field, ODD)
    found = fault(FAULTS, "form-overflow", None, field=field, least=f"{least:g}", over=over)
    return replace(found, path=(field,))


def unshown(field: str, characters: str) -> Finding:
    """Name the characters that can't be shown, by themselves and their code points."""
    told = [_named(char) for char in characters[:MOST_TOLD]]
    more = len(characters) - len(told)
    listed = ", ".join(told) + (f" and {more:,} more" if more else "")
    return _unshown(field, listed)


def _unshown(field: str, characters: str) -> Finding:
    found = fault(FAULTS, "form-no-glyph", None, field=field, characters=characters)
    return replace(found, path=(field,))


def _named(char: str) -> str:
    code = f"U+{ord(char):04X}"
    return f"{char} ({code})" if unicodedata.category(char)[0] in "LNPS" else code
