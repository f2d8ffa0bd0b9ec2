"""A case → its own texts that a reader's language lacks, as YAML to be filled in and pasted.

And those whose translation nobody has checked, with what binds it to its English.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from docgen.model.case import Case
from docgen.model.casetext import digest_of
from docgen.model.language import ENGLISH, Status, reader_of
from docgen.model.plan import Job
from docgen.service.desk import Desk
from docgen.service.examine import examine_case, making_for
from docgen.service.make import Making
from docgen.store.languages import read_language
from docgen.store.plain import in_one_line
from docgen.wording.values import values_for

WRITTEN = "T-19"
MISSING: Status = "missing"
DRAFT: Status = "draft"
HEAD = (
    "# {case}: fill in the words between the quotes and paste this into the casefile. What stands",
    "# under texts: holds wherever the case says just this English.",
    "texts:",
)
UNCHECKED = (
    "# Nobody has checked these translations. When somebody has, write beside each of them",
    "# status: reviewed, by, date, and the `of` that ties it to this English.",
)


@dataclass(frozen=True, slots=True)
class OwnText:
    """A text of a case and the languages in which it is missing or a draft; where it stands."""

    english: str
    places: tuple[str, ...]
    languages: tuple[str, ...]
    status: Status = MISSING

    @property
    def shape(self) -> Mapping[str, object]:
        """Give it as JSON tells it."""
        return {
            "english": self.english,
            "of": digest_of(self.english),
            "places": list(self.places),
            "languages": list(self.languages),
            "status": self.status,
        }

    @property
    def lines(self) -> Iterator[str]:
        """Give an entry of `texts:` in which the translations are left open."""
        yield f"  # {', '.join(self.places)}"
        yield f"  - text: {in_one_line(self.english)}"
        yield "    translations:"
        for tag in self.languages:
            of = in_one_line(digest_of(self.english))
            yield f'      {tag}: {{text: "", of: {of}, status: draft}}'


def own_texts(desk: Desk, wanted: str, language: str | None = None) -> tuple[OwnText, ...]:
    """Give all texts of a case without a checked translation into each language read, or one.

    Raises `CasefileRejected`, and `WordingMissing` for a language that there are no texts in.
    """
    examined = examine_case(desk, wanted)
    making = making_for(desk, examined.case)
    if language is not None:
        read_language(making.tongues.folders, language)
    places: dict[tuple[str, Status], dict[str, None]] = {}
    languages: dict[tuple[str, Status], dict[str, None]] = {}
    for job in examined.plan.jobs:
        tag = reader_of(job.language)
        asked = tag in {language or tag} - {ENGLISH.tag}
        for text, place in _unfit(making, examined.case, job) if asked else ():
            places.setdefault(text, {})[place] = None
            languages.setdefault(text, {})[tag] = None
    return tuple(
        OwnText(english, tuple(found), tuple(languages[english, status]), status)
        for (english, status), found in places.items()
    )


def told_lines(case: str, found: Iterable[OwnText]) -> Iterator[str]:
    """Give the entries to be filled in, or that there are none; and what nobody has checked."""
    texts = tuple(found)
    missing = [each for each in texts if each.status == MISSING]
    drafts = [each for each in texts if each.status == DRAFT]
    if not missing:
        yield f"{case}: every text of its own is translated."
    else:
        yield from (line.format(case=case) for line in HEAD)
    yield from (line for each in missing for line in each.lines)
    if drafts:
        yield from UNCHECKED
    for each in drafts:
        of = in_one_line(digest_of(each.english))
        yield f"#   {', '.join(each.places)} ({', '.join(each.languages)}): of: {of}"


def _unfit(making: Making, case: Case, job: Job) -> Iterator[tuple[tuple[str, Status], str]]:
    """Give each text of a paper that is missing or a draft, with where it stands."""
    words = making.tongues.words(job)
    if words is not None:
        values_for(case, making.loaded.pack, job, words, making.days)
        for lack in words.notes.lacks:
            if lack.rule == WRITTEN:
                field, _, _ = lack.what.partition(", ")
                place = " ".join(filter(None, (lack.about, field)))
                yield (lack.english, MISSING), place
        for place, english in words.notes.own_drafts.items():
            yield (english, DRAFT), place
