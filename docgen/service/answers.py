"""One answer as typed → the value it means, by the reader's own rules; or what is wrong with it."""

import datetime as dt
import re
import unicodedata
from collections.abc import Callable, Collection
from typing import Literal, TypeVar, cast, get_args

from docgen.check import scalars
from docgen.check.address import flaws
from docgen.check.faults import FAULTS
from docgen.check.keys import is_file_name
from docgen.check.rules.names import flaw, holds_two
from docgen.check.scalars import Unfit
from docgen.errors import Reasons, UsageTrouble, stop
from docgen.model.finding import Wording, fault
from docgen.model.people import Basis

T = TypeVar("T")
WORDS = {"yes": True, "y": True, "no": False, "n": False}
LONGEST = 300
STEERING = frozenset("\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff")
REASONS: Reasons = {
    "answer-empty": Wording("This can't be left out.", "Give an answer."),
    "answer-case-id": Wording(
        "That can't be a case id: it names files.",
        "Use small letters, figures and hyphens, such as fam-0043; no name of a person.",
    ),
    "answer-yes-no": Wording("That is neither yes nor no.", "Answer yes or no."),
    "answer-signs": Wording(
        "The answer holds signs that can't be printed, or is longer than a line.",
        "Type it anew on one line.",
    ),
    "answer-name": Wording(
        "As a full legal name, this {flaw}.", "Type it as on official papers, without a title."
    ),
    "answer-two": Wording(
        "This names two people.", "Give one person's name; answer for the other one next."
    ),
    "answer-address": Wording(
        "As an address for letters: {flaw}.",
        "Type its lines with commas between, the postcode last; leave it out if it is not known.",
    ),
    "answer-choice": Wording("That is not among the choices.", "Choose from: {choices}."),
    "answer-language": Wording(
        "That is no language tag.", "Write en for English, pl for Polish, ur for Urdu."
    ),
}


def line(text: str) -> str:
    """Read a text of one line."""
    if not text:
        raise stop(UsageTrouble, REASONS, "answer-empty")
    if len(text) > LONGEST or any(map(_steers, text)):
        raise stop(UsageTrouble, REASONS, "answer-signs")
    return text


def case_id(text: str) -> str:
    """Read a case id, which is a file name too."""
    if not is_file_name(text):
        raise stop(UsageTrouble, REASONS, "answer-case-id")
    return text


def maybe(read: Callable[[str], T]) -> Callable[[str], T | None]:
    """Let an empty answer mean that the line is left out."""
    return lambda text: read(text) if text else None


def day(text: str) -> dt.date:
    """Read a date as the casefile does."""
    return _by(scalars.date(text), "date")


def time(text: str) -> dt.time:
    """Read a time of day as the casefile does."""
    return _by(scalars.time(text), "time")


def number(text: str) -> int:
    """Read a whole number as the casefile does."""
    return _by(scalars.number(text), "number")


def yes_no(text: str) -> bool:
    """Read yes or no."""
    if text.casefold() not in WORDS:
        raise stop(UsageTrouble, REASONS, "answer-yes-no")
    return WORDS[text.casefold()]


def name(text: str) -> str:
    """Read a full legal name of one person, or of one word."""
    told = flaw(line(text), single=True)
    if told:
        raise stop(UsageTrouble, REASONS, "answer-name", flaw=told)
    if holds_two(text):
        raise stop(UsageTrouble, REASONS, "answer-two")
    return text


def address(text: str) -> tuple[str, ...]:
    """Read the lines of an address, with commas between them."""
    lines = tuple(part.strip() for part in line(text).split(",") if part.strip())
    told = flaws(lines)
    if told:
        raise stop(UsageTrouble, REASONS, "answer-address", flaw="; ".join(told))
    return lines


def language(text: str) -> str:
    """Read the tag of a language."""
    if not re.fullmatch(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*", text):
        raise stop(UsageTrouble, REASONS, "answer-language")
    return text


def one_of(choices: Collection[str]) -> Callable[[str], str]:
    """Read one of a few words."""

    def read(text: str) -> str:
        if text not in choices:
            listed = ", ".join(choices)
            raise stop(UsageTrouble, REASONS, "answer-choice", choices=listed)
        return text

    return read


def some_of(choices: Collection[str]) -> Callable[[str], tuple[str, ...]]:
    """Read some of a few words, with commas between them."""
    read_one = one_of(choices)
    return lambda text: tuple(read_one(part.strip()) for part in text.split(",") if part.strip())


def bases(text: str) -> tuple[Basis, ...]:
    """Read why somebody counts as a parent."""
    return cast("tuple[Basis, ...]", some_of(get_args(Basis))(line(text)))


def lives_with(text: str) -> Literal["full", "part", "none"]:
    """Read whether a pupil lives with somebody."""
    return cast("Literal['full', 'part', 'none']", one_of(("full", "part", "none"))(text))


def english(text: str) -> Literal["none", "some", "good", "fluent"]:
    """Read how much English somebody has."""
    levels = ("none", "some", "good", "fluent")
    return cast("Literal['none', 'some', 'good', 'fluent']", one_of(levels)(text))


def _steers(sign: str) -> bool:
    return sign in STEERING or unicodedata.category(sign) in {"Cc", "Zl", "Zp", "Cs"}


def _by(read: T | Unfit, called: str) -> T:
    if isinstance(read, Unfit):
        told = fault(FAULTS, read.rule, None, **{"name": called, **read.names})
        raise UsageTrouble(told.rule, told.message, told.remedy)
    return read
