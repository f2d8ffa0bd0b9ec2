"""The source of a part → how the runs look in whose text its values are printed."""

import re
from collections.abc import Iterator

from docgen.press.ooxml import markup
from docgen.press.ooxml.names import Element
from docgen.press.ooxml.scriptlooks import LOOK, is_rtl, looks_of
from docgen.press.word.looks import Look

VALUE = re.compile(r"\{\{")
BEGIN = re.compile(r"<w:r(?: [^>]*)?>(?P<look><w:rPr>.*?</w:rPr>)?(?P<rest>.*)", re.DOTALL)
IN_TEXT = re.compile(r".*<w:t(?: [^>]*)?>[^<]*", re.DOTALL)
SPACES = re.compile(r"\sxmlns(?::\w+)?=\"[^\"]*\"")


def looks_in(source: str) -> tuple[tuple[Look, ...], dict[int, int]]:
    """Give the looks of the runs that values are printed in, and by line which one is meant."""
    numbers: dict[str, int] = {}
    by_line: dict[int, int] = {}
    line, at = 1, 0
    for found in VALUE.finditer(source):
        line += source.count("\n", at, found.start())
        at = found.start()
        own = _own_look(source, at)
        if own is not None:
            by_line[line] = numbers.setdefault(own, len(numbers))
    return tuple(_looks(source, numbers)), by_line


def _own_look(source: str, at: int) -> str | None:
    """Give the properties of the run in whose text a tag stands, None where it stands elsewhere."""
    start = max(source.rfind("<w:r>", 0, at), source.rfind("<w:r ", 0, at))
    run = BEGIN.fullmatch(source, start, at) if start >= 0 else None
    if run is None or "</w:r>" in run["rest"] or not IN_TEXT.fullmatch(run["rest"]):
        return None
    return run["look"] or ""


def _looks(source: str, owns: dict[str, int]) -> Iterator[Look]:
    spaces = "".join(dict.fromkeys(SPACES.findall(source)))
    for own in owns:
        run = markup.parse(f"<w:r{spaces}>{own}</w:r>")
        latin, rtl, indic = (_told(each.find(LOOK)) for each in looks_of(run))
        yield Look(own, latin, rtl, indic, is_rtl(run))


def _told(look: Element | None) -> str:
    return "" if look is None else SPACES.sub("", markup.text_of(look))
