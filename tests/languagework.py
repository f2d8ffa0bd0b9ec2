"""Every kind that parents get, made of a worked case for readers of any language or variant.

What staff wrote in the case stands there in English as its own translation, so that all the rest is
seen: sentences, words of docgen, dates, times, lists and counts.
"""

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

from worked import CASES, REPOSITORY, desk_on, expected

from docgen.model.action import Translation
from docgen.model.case import Case
from docgen.model.casetext import CaseText
from docgen.model.language import ENGLISH, reader_of
from docgen.model.people import Languages, Variant
from docgen.model.plan import Job
from docgen.plan.fanout import fan_out
from docgen.service.desk import Desk
from docgen.service.examine import examine_case, making_for
from docgen.service.make import Making
from docgen.service.tongues import tongues_of
from docgen.store.workspace import find_workspace
from docgen.wording.values import values_for

EVERY_PAPER = {"essex": "fam-0121-every-paper", "kent": "fam-0212-every-paper"}
TAGS = tuple(
    each.tag
    for each in tongues_of(find_workspace(REPOSITORY, REPOSITORY, {}), "essex").offers.languages
)
STANDARD: Variant = "standard"


@dataclass(frozen=True, slots=True)
class Setting:
    """Whose papers, in which language and for which eyes."""

    authority: str
    tag: str
    variant: Variant = STANDARD

    def __str__(self) -> str:
        """Name it as reports show it."""
        variant = "" if self.variant == STANDARD else f"-{self.variant}"
        return f"{self.authority}-{self.tag}{variant}"


SETTINGS = (
    *(Setting(authority, tag) for authority in EVERY_PAPER for tag in TAGS),
    *(Setting(authority, "ur", "large") for authority in EVERY_PAPER),
    *(
        Setting(authority, ENGLISH.tag, variant)
        for authority in EVERY_PAPER
        for variant in ("large", "plain", "easy")
    ),
)


@dataclass(frozen=True, slots=True)
class Made:
    """One paper of a kind, as a Word file, and the rules by which something was found in it."""

    job: Job
    content: bytes
    dated: dt.date
    rules: tuple[str, ...]

    @property
    def name(self) -> str:
        """Name it by its kind."""
        return self.job.kind.name


def papers(setting: Setting, aside: Path) -> Iterator[Made]:
    """Make one paper of each kind that parents get, where it comes as a setting has it."""
    making, dated, jobs = _laid_out(setting, aside)
    for job in jobs.values():
        if (reader_of(job.language), job.variant) == (setting.tag, setting.variant):
            word, found = making.make(job, dated, None)
            yield Made(job, word.content, dated, tuple(each.rule for each in found))


@cache
def _laid_out(setting: Setting, aside: Path) -> tuple[Making, dt.date, Mapping[str, Job]]:
    name = EVERY_PAPER[setting.authority]
    dated = expected(name).today
    desk = desk_on(dated, aside)
    case = _for_readers(examine_case(desk, str(CASES[name])).case, setting)
    making = making_for(desk, case)
    found = fan_out(case, making.loaded.pack, dated, making.tongues.offers).jobs
    jobs: dict[str, Job] = {}
    for job in found:
        if job.kind.audience == "parent":
            jobs.setdefault(job.kind.name, job)
    return _in_their_words(desk, case, making, setting.tag), dated, jobs


def _for_readers(case: Case, setting: Setting) -> Case:
    languages = Languages(setting.tag, setting.tag, "good")
    people = {
        key: replace(person, languages=languages, variant=setting.variant)
        for key, person in case.people.items()
    }
    return replace(case, people=people)


def _in_their_words(desk: Desk, case: Case, making: Making, tag: str) -> Making:
    """Give the case a translation of each of its own texts: the English itself."""
    if tag == ENGLISH.tag:
        return making
    texts: dict[str, CaseText] = {}
    pack = making.loaded.pack
    for job in fan_out(case, pack, desk.today, making.tongues.offers).jobs:
        words = making.tongues.words(job)
        if words is not None:
            values_for(case, pack, job, words, making.days)
            for lack in words.notes.lacks:
                if lack.rule == "T-19":
                    texts[lack.english] = CaseText(lack.english, {tag: Translation(lack.english)})
    return replace(making, case=replace(case, texts=(*case.texts, *texts.values())))
