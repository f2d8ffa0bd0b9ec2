"""A job of a judged case → its document, the digest of all that goes in, and what it would leak."""

import datetime as dt
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from hashlib import sha256
from typing import TYPE_CHECKING

from docgen.check.leaks import leaks
from docgen.errors import CasefileRejected, Reasons, WordingMissing, stop
from docgen.model.calendar import SchoolDays
from docgen.model.case import Case
from docgen.model.finding import Finding, Wording
from docgen.model.pack import TemplateFile
from docgen.model.plan import Identity, Job
from docgen.model.rendition import Rendition
from docgen.model.school import School
from docgen.model.values import Plain, Values
from docgen.plan.privacy import forbidden
from docgen.service.packs import LoadedPack
from docgen.store.cache import own_cache
from docgen.store.workspace import Workspace
from docgen.wording.bundle import bundle
from docgen.wording.values import document_values, promised, statements_for, values_for

if TYPE_CHECKING:
    from docgen.press.word.merge import Compiled

ENGINE = "word 2"
"""Raised by hand when the same inputs come to give another document."""
WORD = "docx"
"""Whatever a paper is delivered as, it is one document: a PDF is set from its Word file."""
NEVER = dt.date(1, 1, 1)
OWN = frozenset({"date", "reference", "draft"})
REASONS: Reasons = {
    "letterhead-missing": Wording(
        "The school's letterhead {name} is not in the folder of schools.",
        "Put the picture there, beside the school's file, or take the line letterhead: out.",
    ),
}


@dataclass(frozen=True)
class Making:
    """What all documents of a case are made from; each template is compiled once."""

    case: Case
    loaded: LoadedPack
    letterhead: bytes | None
    days: SchoolDays
    _compiled: "dict[tuple[str, str], Compiled]" = field(default_factory=dict, repr=False)

    def inputs(self, job: Job) -> str:
        """Give the SHA-256 (hex) of all that goes into a document, but its date and number.

        Empty where a wording is missing; that is told when the document is made.
        """
        try:
            told = self.told(job, NEVER, None)
            statements = statements_for(job.kind, self.loaded.pack)
        except WordingMissing:
            return ""
        parts = {
            "engine": ENGINE,
            "values": {name: _lasting(value) for name, value in told.items()},
            "statements": dict(statements),
            "template": self._template(job).digest,
            "letterhead": [self.case.school.name, sha256(self.letterhead or b"").hexdigest()],
            "set": [job.language, job.variant, WORD, job.counterpart],
        }
        canonical = json.dumps(parts, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
        return sha256(canonical.encode()).hexdigest()

    def make(
        self, job: Job, dated: dt.date, identity: Identity | None
    ) -> tuple[Rendition, tuple[Finding, ...]]:
        """Make a document and search it for what its reader must not see.

        A document with leaks must not be kept. Raises `TemplateRejected` and
        `WordingMissing`.
        """
        from docgen.press.word.merge import merge  # noqa: PLC0415 - slow to load; plans need none

        told = self.told(job, dated, identity)
        rendition = merge(self._compile(job), told)
        hidden = forbidden(self.case, job, self.loaded.pack.phrases)
        return rendition, leaks(rendition.words, told, hidden)

    def told(self, job: Job, dated: dt.date, identity: Identity | None) -> Values:
        """Give what a document is filled in with; raises `WordingMissing`."""
        words, pack = bundle(job.language), self.loaded.pack
        document = document_values(job, pack, words, dated, identity)
        return {**values_for(self.case, pack, job, words, self.days), **document}

    def place(self, job: Job) -> str:
        """Give the name of the template that a document is made from, as messages show it."""
        return self._template(job).place

    def template_version(self, job: Job) -> str:
        """Give what a document was made by, as the casefile keeps it."""
        pack = self.loaded.pack
        template = self._template(job)
        return f"{pack.authority} {pack.version} {template.name} {template.digest[:12]}"

    def _template(self, job: Job) -> TemplateFile:
        template = self.loaded.pack.template_for(job.kind.name, job.variant)
        if template is None:
            raise LookupError(job.kind.name)  # a judged pack has one for each kind
        return template

    def _compile(self, job: Job) -> "Compiled":
        template = self._template(job)
        by = (job.kind.name, template.name)
        if by not in self._compiled:
            self._compiled[by] = self._by_way_of_cache(job, template)
        return self._compiled[by]

    def _by_way_of_cache(self, job: Job, template: TemplateFile) -> "Compiled":
        from docgen.press.word.merge import Letterhead, Template, compile_template  # noqa: PLC0415 - as above
        from docgen.service.compiled import by_way_of  # noqa: PLC0415 - as above

        pack, school = self.loaded.pack, self.case.school.name
        statements, names = statements_for(job.kind, pack), promised(job.kind, pack)
        about = {
            "template": [template.place, template.digest],
            "statements": dict(statements),
            "letterhead": [school, sha256(self.letterhead or b"").hexdigest()],
            "names": sorted(names),
            "set": [job.language, job.variant],
        }
        content = Template(self.loaded.contents[template.name], template.place)
        letterhead = Letterhead(school, self.letterhead)
        return by_way_of(
            own_cache(), about, lambda: compile_template(content, statements, letterhead, names)
        )


def read_letterhead(workspace: Workspace, school: School) -> bytes | None:
    """Read a school's letterhead picture, None if it has none; raises `CasefileRejected`."""
    if school.letterhead is None:
        return None
    try:
        return (workspace.schools / school.letterhead).read_bytes()
    except OSError as error:
        name = school.letterhead
        raise stop(CasefileRejected, REASONS, "letterhead-missing", name=name) from error


def _lasting(value: Plain) -> Plain:
    """Leave out what differs between a draft and each issue: date, number, draft or not."""
    if isinstance(value, Mapping) and value.keys() >= OWN:
        return {name: below for name, below in value.items() if name not in OWN}
    return value
