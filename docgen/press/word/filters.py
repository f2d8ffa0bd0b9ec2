"""A value in a tag → the words that people write for it: dates, lists, money, phone numbers."""

import datetime as dt
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from jinja2 import Undefined

from docgen.press.word.phone import grouped
from docgen.press.word.plain import Stopped

if TYPE_CHECKING:
    from docgen.wording.bundle import Bundle

CLOCK = re.compile(r"([01]?\d|2[0-3]):([0-5]\d)(:[0-5]\d)?")
AMOUNT = re.compile(r"-?\d{1,15}(\.\d{1,4})?")
WEEKDAY = "weekday"
LARGEST = 10**15
KINDS = {str: "another text", bool: "yes or no", int: "a number", type(None): "nothing"}


@dataclass(frozen=True, slots=True)
class Recipe:
    """How a filter makes its words; `make` gives None when the value does not fit.

    `needs` says in words what it takes, `words` how many texts may stand in its brackets.
    """

    make: Callable[..., str | None]
    needs: str
    words: tuple[int, ...] = (0,)


def day(value: object, form: str = "") -> str | None:
    """Give `3 November 2025`, or with the form `weekday` `Monday 3 November 2025`."""
    from docgen.wording import formats  # noqa: PLC0415 - loads Babel, which few letters need

    date = _date(value)
    if date is None or form not in {"", WEEKDAY}:
        return None
    return (formats.weekday if form else formats.day)(_english(), date)


def clock(value: object) -> str | None:
    """Give `4:15pm`, `9am` or `midday`."""
    from docgen.wording import formats  # noqa: PLC0415 - as above

    time = _time(value)
    return None if time is None else formats.clock(_english(), time)


def one_line(value: object) -> str | None:
    """Give lines, in a list or in one text, as one: `1 High Street, Elmbridge, EL1 2AB`."""
    lines = value.split("\n") if isinstance(value, str) else _texts(value)
    if lines is None:
        return None
    trimmed = (line.strip().removesuffix(",").rstrip() for line in lines)
    return ", ".join(line for line in trimmed if line)


def both(value: object) -> str | None:
    """Give `a, b and c`."""
    from docgen.wording import formats  # noqa: PLC0415 - as above

    texts = _texts(value)
    return None if texts is None else formats.listing(_english(), texts)


def either(value: object) -> str | None:
    """Give `a, b or c`."""
    from docgen.wording import formats  # noqa: PLC0415 - as above

    texts = _texts(value)
    return None if texts is None else formats.choice(_english(), texts)


def phone(value: object) -> str | None:
    """Give a phone number in groups: `07700 900 123`."""
    return grouped(value) if isinstance(value, str) else None


def money(value: object) -> str | None:
    """Give `£1,234.50`."""
    from docgen.wording import formats  # noqa: PLC0415 - as above

    written = "" if isinstance(value, bool) else str(value)
    return formats.money(Decimal(written)) if AMOUNT.fullmatch(written) else None


def ordinal(value: object) -> str | None:
    """Give `1st`, `22nd`, `113th`."""
    from docgen.wording import formats  # noqa: PLC0415 - as above

    number = _count(value)
    return None if number is None else formats.ordinal(number)


def yes_no(value: object, yes: str = "Yes", no: str = "No") -> str | None:
    """Give `Yes` or `No`, or two texts in their place."""
    return (yes if value else no) if isinstance(value, bool) else None


def plural(value: object, one: str, other: str) -> str | None:
    """Give `1 child`, `2 children`."""
    number = _count(value)
    return None if number is None else f"{number} {one if number == 1 else other}"


RECIPES: Mapping[str, Recipe] = {
    "date_in_words": Recipe(day, "a date such as 2025-11-03", (0, 1)),
    "time_in_words": Recipe(clock, "a time such as 16:15"),
    "one_line": Recipe(one_line, "a list of lines"),
    "and_list": Recipe(both, "a list of texts"),
    "or_list": Recipe(either, "a list of texts"),
    "phone": Recipe(phone, "a phone number, as text with its first 0 or +"),
    "money": Recipe(money, "an amount such as 1234.50"),
    "ordinal": Recipe(ordinal, "a whole number"),
    "yes_no": Recipe(yes_no, "yes or no (true or false)", (0, 2)),
    "plural": Recipe(plural, "a whole number, and two words: plural('child', 'children')", (2,)),
}


def _filter(name: str, recipe: Recipe) -> Callable[..., str]:
    def applied(value: object, *words: object, **named: object) -> str:
        if isinstance(value, Undefined):
            return str(value)
        fits = len(words) in recipe.words and all(type(word) is str for word in words) and not named
        if fits and type(value) is str and not value:
            return ""
        made = recipe.make(value, *words) if fits else None
        if made is None:
            got = KINDS.get(type(value), "something else")
            raise Stopped("word-filter-value", f"{name} needs {recipe.needs}, not {got}")
        return made

    return applied


FILTERS: Mapping[str, Callable[..., str]] = {
    name: _filter(name, recipe) for name, recipe in RECIPES.items()
}


def _english() -> "Bundle":
    from docgen.wording.bundle import english  # noqa: PLC0415 - as above

    return english()


def _date(value: object) -> dt.date | None:
    if isinstance(value, str):
        try:
            return dt.datetime.fromisoformat(value.strip())
        except ValueError:
            return None
    return value if isinstance(value, dt.date) else None


def _time(value: object) -> dt.time | None:
    if isinstance(value, str):
        found = CLOCK.fullmatch(value.strip())
        if found:
            return dt.time(int(found[1]), int(found[2]))
        whole = _date(value) if "T" in value or " " in value.strip() else None
        return whole.time() if isinstance(whole, dt.datetime) else None
    if isinstance(value, dt.datetime):
        return value.time()
    return value if isinstance(value, dt.time) else None


def _texts(value: object) -> list[str] | None:
    if not isinstance(value, list | tuple):
        return None
    items = list(value)
    return [str(item) for item in items] if {type(i) for i in items} <= {str, int} else None


def _count(value: object) -> int | None:
    if (
        type(value) is str
        and value.isascii()
        and value.isdigit()
        and len(value) < len(str(LARGEST))
    ):
        return int(value)
    return value if type(value) is int and abs(value) < LARGEST else None
