"""What any file that people write can get wrong in its shape, in a clerk's words."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from difflib import get_close_matches
from itertools import islice

from docgen.model.finding import Faults, Finding, Wording, fault
from docgen.model.sheet import Mark, Path

MOST = 200
LOOKED_AT = 500
LONGEST = 60
SHOWABLE = re.compile(r"[!-~]{1,40}")

FAULTS: Faults = {
    "field-unknown": Wording(
        "There is no field “{name}” in this place.",
        "Take the line out, or use one of: {names}.",
    ),
    "field-mistyped": Wording(
        "There is no field “{name}” in this place.",
        "Did you mean “{near}”?",
    ),
    "field-space": Wording(
        "There is no space after the colon of “{name}”.",
        "Write “{name}: ” with a space after the colon.",
    ),
    "field-missing": Wording(
        "“{name}” is missing here.",
        "Add a line “{name}: …”.",
    ),
    "value-empty": Wording(
        "“{name}” says nothing.",
        "Write its value or leave the line out; a text that is really that word goes in quotes.",
    ),
    "text-blank": Wording(
        "“{name}” holds nothing but blanks.",
        "Write its text or leave the line out.",
    ),
    "value-due": Wording(
        "“{name}” takes one value, but a list or fields of their own stand here.",
        "Write one value after the colon; a text that starts with a bracket goes in quotes.",
    ),
    "list-due": Wording(
        "“{name}” takes a list, and this is none.",
        "Put the values in square brackets, or each on a line of its own after a hyphen.",
    ),
    "fields-due": Wording(
        "“{name}” takes fields of its own, and there are none here.",
        "Write them as “field: value”, each on an indented line of its own, or in braces.",
    ),
    "choice-unknown": Wording(
        "What “{name}” says is none of the words it can say.",
        "Write one of: {choices}.",
    ),
    "choice-mistyped": Wording(
        "What “{name}” says is none of the words it can say.",
        "Did you mean “{near}”? It can say: {choices}.",
    ),
    "date-form": Wording(
        "“{name}” takes a date, and this is none that can be read.",
        "Write year, month and day with hyphens, such as 2025-11-03.",
    ),
    "date-order": Wording(
        "“{name}” takes a date written year first.",
        "If this is {told}, write {better}.",
    ),
    "date-impossible": Wording(
        "There is no {told}.",
        "Look up the day and write it as year-month-day, such as 2025-11-03.",
    ),
    "date-far": Wording(
        "“{name}” is a day in the year {year}, which can't be meant.",
        "Correct the year.",
    ),
    "time-form": Wording(
        "“{name}” takes a time of day, and this is none that can be read.",
        "Write hours and minutes on the 24-hour clock, such as 15:30.",
    ),
    "time-order": Wording(
        "“{name}” takes a time on the 24-hour clock with two figures for the hour.",
        "Write {better}.",
    ),
    "number-form": Wording(
        "“{name}” takes a whole number.",
        "Write figures alone, without a zero in front, such as 9.",
    ),
    "yes-no-word": Wording(
        "“{name}” takes true or false.",
        "Write {better}.",
    ),
    "yes-no-form": Wording(
        "“{name}” takes true or false, and this is neither.",
        "Write true or false.",
    ),
    "and-more": Wording(
        "There are more than {limit} faults; the rest are not listed.",
        "Put these right and check again.",
    ),
}


def told(rule: str, path: Path, place: Mark | None, **names: object) -> Finding:
    """Make a fault of this room; `name` in its words is the last field on the path."""
    return told_from(FAULTS, rule, path, place, **names)


def told_from(table: Faults, rule: str, path: Path, place: Mark | None, **names: object) -> Finding:
    """Make a fault of a table; `name` in its words is the last field on the path."""
    return replace(fault(table, rule, place, **{"name": name_of(path), **names}), path=path)


def capped(findings: Sequence[Finding]) -> tuple[Finding, ...]:
    """Give the first of too many findings, and a line that says so."""
    if len(findings) <= MOST:
        return tuple(findings)
    return (*findings[:MOST], told("and-more", (), findings[MOST].place, limit=MOST))


def name_of(path: Path) -> str:
    """Give the last field on a path, as a message names it."""
    return next((step for step in reversed(path) if isinstance(step, str)), "the file")


def shown(name: str) -> str:
    """Give a mistyped key as a message may show it: one short word, else not at all."""
    return name if SHOWABLE.fullmatch(name) else "…"


def near(name: str, names: Iterable[str], most: int = LOOKED_AT) -> str | None:
    """Give the name that was probably meant, or None; looks at no more names than `most`."""
    folded = {each.casefold(): each for each in islice(names, most)}
    found = get_close_matches(name.casefold()[:LONGEST], folded, n=1, cutoff=0.65)
    return folded[found[0]] if found else None
