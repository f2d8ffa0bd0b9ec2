"""Cells of telephone numbers and e-mail addresses → those that can be used."""

import re

from docgen.check.forms import FORMS
from docgen.check.roster.reading import Reading
from docgen.model.typed_row import Said

PHONE, EMAIL = "contact.phone", "contact.email"
_SIGNS = re.compile(r"\+?[0-9 ().\-\u2011]+")
_NOTE = re.compile(r"\s*\((?:home|work|mobile|mum|dad|[hmw])\)$", re.IGNORECASE)
_LOST = re.compile(r"[1-37][0-9]{8,9}")
"""A number of the United Kingdom less its first nought."""
_FEWEST, _MOST = 10, 15


def phone(reading: Reading) -> Said | None:
    """Read a telephone number; give back the nought that a spreadsheet took off."""
    said = reading.said(PHONE)
    if said is None:
        return None
    text = _NOTE.sub("", said.text).removesuffix(".0")
    figures = re.sub(r"[^0-9]", "", text)
    if _LOST.fullmatch(figures) and not text.startswith("+"):
        reading.tell("cell-phone-zero", said)
        return Said(f"0{text}", said.column)
    if not _SIGNS.fullmatch(text) or not _FEWEST <= len(figures) <= _MOST:
        reading.tell("cell-phone", said)
        return None
    return Said(text, said.column)


def email(reading: Reading) -> Said | None:
    """Read one e-mail address."""
    said = reading.said(EMAIL)
    if said is None:
        return None
    text = said.text.removeprefix("mailto:")
    if not FORMS["email-form"](text):
        reading.tell("cell-email", said)
        return None
    return Said(text, said.column)
