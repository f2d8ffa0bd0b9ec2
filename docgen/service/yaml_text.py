"""Values → YAML text that every reader takes for just these values."""

import datetime as dt
import re
import unicodedata
from collections.abc import Iterable, Mapping

KEY = re.compile(r"(?:p|c|st|m)-[0-9]+")
ESCAPES = {'"': '\\"', "\\": "\\\\"}
LINE_SIGNS = {"Cc", "Cf", "Zl", "Zp", "Cs", "Co", "Cn"}


def quoted(text: str) -> str:
    """Put a text in double quotes, so that it is text to every reader: `"Null"`, `"01622"`."""
    return '"' + "".join(_safe(sign) for sign in text) + '"'


def value(given: object) -> str:
    """Write one value: text in quotes; keys, figures, days, true and false without."""
    if isinstance(given, bool):
        return "true" if given else "false"
    if isinstance(given, dt.time):
        return quoted(given.strftime("%H:%M"))
    if isinstance(given, int | dt.date):
        return str(given)
    if isinstance(given, Mapping):
        return "{" + ", ".join(f"{key}: {value(each)}" for key, each in given.items()) + "}"
    if isinstance(given, list | tuple):
        return "[" + ", ".join(value(each) for each in given) + "]"
    text = str(given)
    return text if KEY.fullmatch(text) else quoted(text)


def fields(entries: Mapping[str, object], indent: int) -> Iterable[str]:
    """Write a line for each field that says something."""
    for name, given in entries.items():
        if given is not None:
            yield f"{' ' * indent}{name}: {value(given)}"


def _safe(sign: str) -> str:
    if sign in ESCAPES:
        return ESCAPES[sign]
    if unicodedata.category(sign) not in LINE_SIGNS:
        return sign
    return f"\\U{ord(sign):08x}"
