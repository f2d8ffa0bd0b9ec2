"""What a cell says → a file's name that every system takes; a row's number → one as well."""

import re
import unicodedata

from docgen.check.keys import RESERVED

LONGEST = 120
FORBIDDEN = re.compile(r'[<>:"/\\|?*]')
BLANKS = re.compile(r"\s+")
FIGURES = 6
SMALL_FIGURES = str.maketrans("¹²³", "123")


def row_name(number: int) -> str:
    """Give the name of a row's file, so that they sort as the rows do: `row-000012`."""
    return f"row-{number:0{FIGURES}d}"


def legal_name(text: str) -> str:
    """Give the name that a text is as a file's, "" if nothing is left of it.

    Signs that Windows refuses become hyphens, words that it keeps for itself get a line before
    them; the name takes at most 120 bytes, without its ending.
    """
    plain = BLANKS.sub(" ", unicodedata.normalize("NFC", text))
    if not plain.isprintable():
        plain = "".join(char if _may_stand(char) else "-" for char in plain)
    plain = FORBIDDEN.sub("-", plain).strip(" .")
    plain = plain.encode()[:LONGEST].decode(errors="ignore").strip(" .")
    first = plain.partition(".")[0].strip().casefold().translate(SMALL_FIGURES)
    if not plain.strip("-"):
        return ""
    return f"_{plain}" if first in RESERVED or plain.startswith("~$") else plain


def folded(name: str) -> str:
    """Give what two names have in common that some disk takes for one."""
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", name).casefold())


def _may_stand(char: str) -> bool:
    return not unicodedata.category(char).startswith("C")
