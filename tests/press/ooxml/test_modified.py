"""The day on which a Word file says that it was last changed."""

import datetime as dt

import pytest
from wordfiles import members, paras, zipped

from docgen.press.ooxml.modified import modified

CORE = "docProps/core.xml"


def saying(words: str) -> bytes:
    """Make a Word file whose properties hold an element `modified`."""
    parts = dict(members(paras("Dear all"), title="A letter"))
    space = 'xmlns:dcterms="http://purl.org/dc/terms/"'
    inside = f"<dcterms:modified {space}>{words}</dcterms:modified></cp:coreProperties>"
    parts[CORE] = parts[CORE].replace(b"</cp:coreProperties>", inside.encode())
    return zipped(parts)


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("2025-11-03T09:30:00Z", dt.date(2025, 11, 3)),
        (" 2025-11-03 ", dt.date(2025, 11, 3)),
        ("2025-02-30T00:00:00Z", None),
        ("2025-11", None),
        ("1601-01-01T00:00:00Z", dt.date(1601, 1, 1)),
        ("1600-12-31T00:00:00Z", None),
        ("0001-01-01T00:00:00Z", None),
        ("20251103T093000", None),
        ("", None),
    ],
)
def test_the_day_is_read_as_it_stands(words: str, day: dt.date | None) -> None:
    assert modified(saying(words)) == day


def test_a_file_without_the_property_or_no_word_file_has_none() -> None:
    assert modified(zipped(members(paras("Dear all"), title="A letter"))) is None
    assert modified(zipped(members(paras("Dear all")))) is None
    assert modified(b"no Word file") is None
