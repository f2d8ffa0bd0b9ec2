"""A phone number as somebody typed it → the same in the groups in which people read it out."""

import re

NOISE = re.compile(r"\(0\)|[\s\u00a0().-]")
TYPED = re.compile(r"\+?[0-9]{7,15}")
BRITISH = re.compile(r"(\+44|0044)")
ABROAD = re.compile(r"(\+|00)(?!44)")
VILLAGES = "13873|15242|1539[456]|1697[347]|1768[347]|19467|1975[56]"
SHAPES = (  # the digits after the first 0: area, exchange, line (Ofcom's National Numbering Plan)
    re.compile(r"(2\d)(\d{4})(\d{4})"),
    re.compile(rf"({VILLAGES})(\d{{4,5}})()"),
    re.compile(r"(11\d|1[2-9]1|[3589]\d\d)(\d{3})(\d{4})"),
    re.compile(r"(800)(\d{3})(\d{3})"),
    re.compile(r"([17]\d{3})(\d{3})(\d{3})"),
    re.compile(r"(1\d{3})(\d{5})()"),
)


def grouped(typed: str) -> str | None:
    """Group a British number: `020 7946 0018`; one from abroad stays; None for what is none."""
    number = NOISE.sub("", typed)
    if not TYPED.fullmatch(number):
        return None
    if ABROAD.match(number):
        return " ".join(typed.split())
    before = "+44 " if BRITISH.match(number) else "0"
    national = BRITISH.sub("", number, count=1)
    if before == "0" and not number.startswith("0"):
        return None
    found = next(filter(None, (s.fullmatch(national.removeprefix("0")) for s in SHAPES)), None)
    return before + " ".join(filter(None, found.groups())) if found else None
