"""Address lines into what keeps a letter from being posted to them (R-107, F-19); pure."""

import re

from docgen.check.countries import COUNTRIES
from docgen.model.folding import folded

FEWEST, MOST = 2, 6
BARRED_STARTS = '@()=[]"\\/,<>~'

_AREAS = (
    "AB AL B BA BB BD BF BH BL BN BR BS BT CA CB CF CH CM CO CR CT CV CW DA DD DE DG DH DL DN DT "
    "DY E EC EH EN EX FK FY G GL GU GY HA HD HG HP HR HS HU HX IG IM IP IV JE KA KT KW KY L LA LD "
    "LE LL LN LS LU M ME MK ML N NE NG NN NP NR NW OL OX PA PE PH PL PO PR RG RH RM S SA SE SG SK "
    "SL SM SN SO SP SR SS ST SW SY TA TD TF TN TQ TR TS TW UB W WA WC WD WF WN WR WS WV YO ZE"
)
_POSTCODE = re.compile(
    rf"((?:{'|'.join(_AREAS.split())})[0-9][0-9A-Z]?)([0-9][ABDEFGHJLNPQRSTUWXYZ]{{2}})"
)
_FORCES = re.compile(r"BFPO\s*[0-9]{1,4}", re.IGNORECASE)
_HOMELESS = re.compile(r"\bNFA\b|\bno\s+fixed\s+(?:abode|address)\b", re.IGNORECASE)


def postcode(line: str) -> str | None:
    """Give the line as a postcode in its usual form (`CO99 1AB`), or None if it is none."""
    found = _POSTCODE.fullmatch("".join(line.split()).upper())
    return f"{found[1]} {found[2]}" if found else None


def is_abroad(line: str) -> bool:
    """Tell whether the line is the name of a country outside the United Kingdom."""
    words = folded(line).replace("&", " and ").replace(".", "").replace("saint ", "st ")
    return " ".join(words.split()).removeprefix("the ") in COUNTRIES


def flaws(lines: tuple[str, ...]) -> tuple[str, ...]:
    """Tell in plain words each demand of the post that an address fails.

    `lines` stand under the name, which is a line of its own: with it, three to
    seven lines fit the window.
    """
    if not lines:
        return ("it is missing",)
    told = (_count(lines), _start(lines), _content(lines), _homeless(lines), _end(lines))
    return tuple(flaw for flaw in told if flaw)


def _count(lines: tuple[str, ...]) -> str:
    if FEWEST <= len(lines) <= MOST:
        return ""
    count = "1 line" if len(lines) == 1 else f"{len(lines)} lines"
    return f"it has {count}, where {FEWEST} to {MOST} fit under the name"


def _start(lines: tuple[str, ...]) -> str:
    for number, line in enumerate(lines, start=1):
        if line.lstrip()[:1] in tuple(BARRED_STARTS):
            return f"line {number} starts with {line.lstrip()[0]}"
    return ""


def _content(lines: tuple[str, ...]) -> str:
    for number, line in enumerate(lines[:2], start=1):
        if not any(letter.isalnum() for letter in line):
            return f"line {number} has no letter or figure in it"
    return ""


def _homeless(lines: tuple[str, ...]) -> str:
    return "it says no fixed abode" if any(map(_HOMELESS.search, lines)) else ""


def _end(lines: tuple[str, ...]) -> str:
    last = lines[-1]
    if is_abroad(last):
        forces = any(map(_FORCES.search, lines))
        return "a BFPO address must not name a country" if forces else ""
    if postcode(last) or _FORCES.fullmatch(last.strip()):
        return ""
    return "its last line is no postcode of the United Kingdom and no country abroad"
