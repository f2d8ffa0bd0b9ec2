"""How runs with tags look → printers that set each value in the look of its own script.

A value of another script than its run closes that run and opens one that looks the same but for
its script, with marks of direction around it. A value of ASCII in a run of Latin letters costs no
more than before.
"""

import re
from collections.abc import Callable, Iterator
from functools import lru_cache
from typing import NamedTuple

from docgen.press.ooxml.stretches import LRM, RLM, STRAY, Stretch, in_ltr, value_in_rtl
from docgen.press.word.printing import escaped, printable, text_in_word

Text = Callable[[object], str]
CLOSE = "</w:t></w:r>"
PLAIN = re.compile(
    r"(?!.*\bwww\.)(?=[^A-Za-z]*[A-Za-z])[ -.0-?A-Z\[-~]*"
)  # a name or words, no address
NOTHING = ("", "")
MOST_KEPT = 2_000
OPEN = '<w:r>{look}<w:t xml:space="preserve">'


class Look(NamedTuple):
    """The properties (`w:rPr`) of a run with tags, and what they are in each kind of script."""

    own: str
    latin: str
    rtl: str
    indic: str
    is_rtl: bool


def printer_of(look: Look) -> Text:
    """Give what prints values in runs of a look."""
    return _among_rtl(look) if look.is_rtl else _among_latin(look)


def _among_latin(look: Look) -> Text:
    switched = _switching(look, in_ltr)

    def printed(value: object) -> str:
        if type(value) is str and not value.isascii() and STRAY.search(value):
            return switched(value)
        return text_in_word(value)

    return printed


def _among_rtl(look: Look) -> Text:
    switched = _switching(look, value_in_rtl)
    begin = f"{CLOSE}{OPEN.format(look=look.latin)}{RLM}{LRM}"
    end = f"{LRM}{RLM}{CLOSE}{OPEN.format(look=look.own)}"

    @lru_cache(MOST_KEPT)
    def written(text: str) -> str:
        if text.isdigit():
            return text
        return f"{begin}{escaped(text)}{end}" if PLAIN.fullmatch(text) else switched(text)

    def printed(value: object) -> str:
        return written(value if type(value) is str else printable(value))

    return printed


def _switching(look: Look, parted: Callable[[str], Iterator[Stretch]]) -> Callable[[str], str]:
    """Give what writes a value run by run, each in the look of its script."""
    switches = {
        script: (CLOSE + OPEN.format(look=theirs), CLOSE + OPEN.format(look=look.own))
        for script, theirs in (("latin", look.latin), ("rtl", look.rtl), ("indic", look.indic))
    }

    def switched(value: str) -> str:
        pieces: list[str] = []
        for script, text in parted(value):
            before, after = switches.get(script, NOTHING)
            pieces += (before, text_in_word(text), after)
        return "".join(pieces)

    return lru_cache(MOST_KEPT)(switched)
