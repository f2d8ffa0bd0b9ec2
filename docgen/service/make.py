"""A job of a judged case → its document, the digest of all that goes in, and what it would leak."""

import datetime as dt
import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from hashlib import sha256
from typing import TYPE_CHECKING

from docgen.check.leaks import leaks
from docgen.check.translations import unchecked
from docgen.errors import CasefileRejected, Reasons, WordingMissing, stop
from docgen.model.calendar import SchoolDays
from docgen.model.case import Case
from docgen.model.finding import Finding, Wording
from docgen.model.language import ENGLISH, Language, reader_of
from docgen.model.plan import Forbidden, Identity, Job
from docgen.model.rendition import Rendition
from docgen.model.school import School
from docgen.model.values import Plain, Values
from docgen.plan.privacy import forbidden
from docgen.service.form_papers import filled_form
from docgen.service.packs import LoadedPack
from docgen.service.templates import Head, compiled_for, statements_of, template_for
from docgen.service.tongues import PLAIN, STANDARD, Tongues
from docgen.service.translated import Told, incomplete, not_checked, texts_used
from docgen.store.workspace import Workspace
from docgen.wording.bundle import Bundle
from docgen.wording.formats import day
from docgen.wording.notes import Notes
from docgen.wording.values import document_values, in_both, values_for

if TYPE_CHECKING:
    from docgen.press.word.merge import Compiled
    from docgen.press.word.shapes import Edition

ENGINE = "word 2"
"""Raised by hand when the same inputs come to give another document."""
FORM = "form 1"
"""The same for a PDF form that is filled in."""
WORD = "docx"
"""Whatever a paper is delivered as, it is one document: a PDF is set from its Word file."""
NEVER = dt.date(1, 1, 1)
AS_ISSUED = Identity("", 1)
"""Stands for the number that a paper will have: what only a draft says goes into no digest."""
NAME = re.compile(r"\w+")
OWN = frozenset({"date", "reference", "draft"})
UNCHECKED, OTHER = "unchecked", "other"
REASONS: Reasons = {
    "letterhead-missing": Wording(
        "The school's letterhead {name} is not in the folder of schools.",
        "Put the picture there, beside the school's file, or take the line letterhead: out.",
    ),
}


@dataclass(frozen=True, slots=True)
class Said:
    """A job's words in English and in its reader's language, and the values they gave."""

    job: Job
    own: Bundle
    theirs: Bundle | None
    values: dict[bool, Values] = field(default_factory=dict)
    """By whether they are in the reader's language."""


@dataclass(frozen=True)
class Making:
    """What all documents of a case are made from; each template is compiled once."""

    case: Case
    loaded: LoadedPack
    letterhead: bytes | None
    days: SchoolDays
    tongues: Tongues
    _compiled: "dict[tuple[str, ...], Compiled]" = field(default_factory=dict, repr=False)
    _said: dict[int, Said] = field(default_factory=dict, init=False, repr=False, compare=False)

    def inputs(self, job: Job) -> str:
        """Give the SHA-256 (hex) of all that goes into a document, but its date and number.

        Empty where a wording is missing; that is told when the document is made.
        """
        try:
            told = self._told(job, NEVER, AS_ISSUED)
            statements = statements_of(self.loaded, job)
        except WordingMissing:
            return ""
        parts = {
            "engine": ENGINE,
            "values": _lasting(told.values),
            "statements": dict(statements),
            "template": template_for(self.loaded, job).digest,
            "letterhead": self._head.told,
            "set": [job.language, job.variant, WORD, job.counterpart],
            **({"texts": told.texts} if told.texts else {}),
            **self._form(job),
        }
        canonical = json.dumps(parts, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
        return sha256(canonical.encode()).hexdigest()

    def master(self, job: Job) -> str:
        """Give the inputs of the English beside a translation: equal in the papers of all (T-08).

        Empty for a paper in English alone, whose own inputs they are.
        """
        if job.language == ENGLISH.tag:
            return ""
        return self.inputs(replace(job, language=ENGLISH.tag, variant=STANDARD))

    def make(
        self, job: Job, dated: dt.date, identity: Identity | None
    ) -> tuple[Rendition, tuple[Finding, ...]]:
        """Make a document and search it for what its reader must not see.

        A document with leaks must not be kept; one with words that nobody has checked may have to
        wait (T-18). Raises `TemplateRejected`, and `WordingMissing`: with findings where this
        paper alone is not translated.
        """
        from docgen.press.word.merge import merge  # noqa: PLC0415 - slow to load; plans need none

        told = self._told(job, dated, identity)
        if self.loaded.pack.is_form(job.kind.name):
            rendition, found = filled_form(self.loaded, job, told.values)
            return rendition, (*self._leaks(job, rendition, told.values), *found)
        compiled, _ = self._compile(job, Notes())
        rendition, language = merge(compiled, told.values), self._language(job)
        if told.notes.lacks:
            printed = told.notes.printed(piece.text for piece in rendition.words)
            if printed:
                raise incomplete(self.case, language, printed)
        waiting = unchecked(job, self.loaded.pack, language, told.unchecked)
        return rendition, (*self._leaks(job, rendition, told.values), *waiting)

    def told(self, job: Job, dated: dt.date, identity: Identity | None) -> Values:
        """Give what a document is filled in with; raises `WordingMissing`."""
        return self._told(job, dated, identity).values

    def place(self, job: Job) -> str:
        """Give the name of the template that a document is made from, as messages show it."""
        return template_for(self.loaded, job).place

    def template_version(self, job: Job) -> str:
        """Give what a document was made by, as the casefile keeps it."""
        pack, template = self.loaded.pack, template_for(self.loaded, job)
        return f"{pack.authority} {pack.version} {template.name} {template.digest[:12]}"

    def _form(self, job: Job) -> dict[str, object]:
        """Give what else makes a form what it is: what stands in which field."""
        found = self.loaded.pack.forms.get(job.kind.name)
        return {"form": [FORM, repr(found)]} if found else {}

    @property
    def _head(self) -> Head:
        return Head(self.case.school.name, self.letterhead)

    def _told(self, job: Job, dated: dt.date, identity: Identity | None) -> Told:
        said = self._said_of(job)
        own, theirs = said.own, said.theirs
        english = self._values(job, own, dated, identity)
        if theirs is not None:
            other = self._values(job, theirs, dated, identity)
            named, used = self._sentences(job, theirs, other)
            both = in_both(english, other, unchecked=bool(named))
            return Told(both, theirs.notes, named, used)
        if job.variant == PLAIN:
            named, used = self._sentences(job, own, english)
            marked = _marked(english, is_unchecked=bool(named))
            return Told(marked, own.notes, named, used)
        return Told(english, own.notes)

    def _sentences(self, job: Job, words: Bundle, values: Values) -> tuple[tuple[str, ...], str]:
        """Name what is printed and nobody has checked, and give the digest of the sentences used.

        Raises `WordingMissing` with all sentences of the template that are not translated, and
        with those words of its values that may then be missing too.
        """
        texts, lines = words.catalogue, Notes()
        try:
            compiled, edition = self._compile(job, lines)
        except WordingMissing as missing:
            raise incomplete(self.case, texts.language, words.notes.lacks, missing) from missing
        if lines.lacks:
            raise incomplete(self.case, texts.language, lines.lacks)
        said = words.notes.unchecked_in(values, _names(compiled))
        drafts = (*not_checked(compiled, texts), *lines.unchecked, *said)
        return drafts, texts_used(compiled, texts, edition)

    def _language(self, job: Job) -> Language:
        return self.tongues.catalogue(reader_of(job.language)).language

    def _values(self, job: Job, words: Bundle, dated: dt.date, identity: Identity | None) -> Values:
        document = document_values(job, self.loaded.pack, words, dated, identity)
        said = self._said_of(job)
        is_theirs = words is said.theirs
        if is_theirs not in said.values:
            pack = self.loaded.pack
            said.values[is_theirs] = values_for(self.case, pack, job, words, self.days)
        return {**said.values[is_theirs], **document}

    def _said_of(self, job: Job) -> Said:
        """Give a job's words; what they gave is kept, as it is asked for more than once."""
        kept = self._said.get(id(job))
        if kept is None or kept.job is not job:
            kept = Said(job, self.tongues.english(job.variant), self.tongues.words(job))
            self._said[id(job)] = kept
        return kept

    def _leaks(self, job: Job, made: Rendition, values: Values) -> tuple[Finding, ...]:
        """Search a document, in both its languages, for what its reader must not see."""
        hidden = forbidden(self.case, job, self.loaded.pack.phrases)
        theirs, words = values.get(OTHER), self.tongues.words(job)
        if words is None or not isinstance(theirs, Mapping):
            return leaks(made.words, values, hidden)
        born = tuple(_in_words(one, words) for one in hidden if one.how == "date")
        english = {name: value for name, value in values.items() if name != OTHER}
        found = leaks(made.words, english, (*hidden, *born))
        return tuple(dict.fromkeys((*found, *leaks((), theirs, hidden))))

    def _compile(self, job: Job, notes: Notes) -> "tuple[Compiled, Edition]":
        """Give the compiled template of a job; `notes` takes what docgen's own lines lack."""
        template = template_for(self.loaded, job).name
        edition = self.tongues.edition(job, template, notes)
        by = (job.kind.name, template, job.language, job.variant)
        if by not in self._compiled:
            self._compiled[by] = compiled_for(self.loaded, job, self._head, edition)
        return self._compiled[by], edition


def read_letterhead(workspace: Workspace, school: School) -> bytes | None:
    """Read a school's letterhead picture, None if it has none; raises `CasefileRejected`."""
    if school.letterhead is None:
        return None
    try:
        return (workspace.schools / school.letterhead).read_bytes()
    except OSError as error:
        name = school.letterhead
        raise stop(CasefileRejected, REASONS, "letterhead-missing", name=name) from error


def _names(compiled: "Compiled") -> frozenset[str]:
    """Give every name that a compiled template says."""
    tags = (text for part in compiled.tagged for *_, text in part.places)
    return frozenset(name for tag in tags for name in NAME.findall(tag))


def _lasting(values: Mapping[str, Plain]) -> dict[str, Plain]:
    """Leave out what differs between a draft and each issue: date, number, draft or not."""
    return {name: _lasting_of(name, value) for name, value in values.items()}


def _lasting_of(name: str, value: Plain) -> Plain:
    if name == OTHER and isinstance(value, Mapping):
        return _lasting(value)
    if isinstance(value, Mapping) and value.keys() >= OWN:
        return {key: below for key, below in value.items() if key not in OWN and _says(key, below)}
    return value


def _says(name: str, value: Plain) -> bool:
    """Tell whether a value tells of something: that all is checked goes without saying."""
    return name != UNCHECKED or bool(value)


def _marked(values: Values, *, is_unchecked: bool) -> Values:
    """Say in a paper in plain English whether somebody has checked its words."""
    document = values["document"]
    own = dict(document) if isinstance(document, Mapping) else {}
    return {**values, "document": {**own, UNCHECKED: is_unchecked}}


def _in_words(birthday: Forbidden, words: Bundle) -> Forbidden:
    """Give a date of birth as it is written in a reader's language."""
    written = day(words, dt.date.fromisoformat(birthday.value))
    return Forbidden(birthday.owner, birthday.what, written)
