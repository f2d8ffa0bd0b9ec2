"""An authority's pack: its kinds of document, statements, terms and how hard each rule is."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from docgen.model.finding import Severity
from docgen.model.rendition import Format

Act = Literal[
    "checklist",
    "explanation",
    "invite",
    "rearranged",
    "meeting-form",
    "contract",
    "review",
    "copy-letter",
    "absence-letter",
    "warning",
    "termination",
    "notice",
    "record",
]
STANDARD = "standard"
EASY = "easy"
"""The variant for easy readers: papers with templates and statements of their own (T-22)."""
Per = Literal[
    "case",
    "meeting",
    "meeting-pupil",
    "pair",
    "contract",
    "party",
    "participant",
    "absent-holder",
    "review",
    "warning",
    "termination",
    "noncompliance",
    "declined",
    "no-contract",
    "rearranged",
    "absentee",
    "partner",
    "receipt",
    "once",
]


@dataclass(frozen=True, slots=True)
class Guidance:
    """The edition of the national guidance that the pack cites (X-01)."""

    title: str
    edition: str
    paragraphs: str | None = None


@dataclass(frozen=True, slots=True)
class Statement:
    """A fixed text, written once; may use the placeholders of the kinds that carry it (D-59).

    `easy` says the same to easy readers, one idea a paragraph. One for staff must not stand in a
    paper for others (R-56). One that is `exempt` (the law's own words) is not judged by how hard
    it is to read.
    """

    text: str
    source: str
    audience: Literal["anybody", "staff"] = "anybody"
    easy: str | None = None
    exempt: bool = False

    def said(self, variant: str) -> str:
        """Give its text for readers of a variant."""
        return self.easy if variant == EASY and self.easy is not None else self.text


@dataclass(frozen=True, slots=True)
class Phrase:
    """A ready wording for an action, with `{names}` that a casefile fills in by `with:` (M-43).

    `use` says what it is for, `kind` what it is about, `measure` how it is
    usually measured; support that is `private` is told to the parties alone. Its key
    never changes; a change of wording raises `version`.
    """

    text: str
    use: Literal["requirement", "support"]
    source: str
    kind: str | None = None
    measure: str | None = None
    private: bool = False
    version: int = 1


@dataclass(frozen=True, slots=True)
class Avoided:
    """Words that a rule looks for in texts, and what to write instead (R-50, R-57, R-58, R-89).

    `words` are looked for as whole words, upper or lower case alike; not where
    they stand inside one of the texts `unless`.
    """

    rule: str
    words: tuple[str, ...]
    instead: str
    unless: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class SupportLink:
    """A service that families may turn to: a line of the links sheet (D-35)."""

    name: str
    helps_with: str
    web: str | None = None
    phone: str | None = None
    email: str | None = None


@dataclass(frozen=True, slots=True)
class Row:
    """A checklist row: the evidence shown beside it, and whether that answers it (D-01.7)."""

    evidence: str | None = None
    prefill: bool = False


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of document: `letter` when it has an address block to its recipient.

    `pages` is how many it should have at most, with usual values. What is made `on_request` is
    made only when its kind is named, and is never due by itself.
    """

    title: str
    act: Act
    per: Per
    source: str
    name: str = ""
    audience: Literal["parent", "staff", "partner"] = "parent"
    letter: bool = False
    only: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    statements: tuple[str, ...] = ()
    rows: Mapping[str, Row] = field(default_factory=dict)
    pages: int | None = None
    on_request: bool = False


@dataclass(frozen=True, slots=True)
class TemplateFile:
    """A template of the pack: its file name, SHA-256 (hex) and bytes' place for messages."""

    name: str
    digest: str
    place: str

    @property
    def variant(self) -> str:
        """Give for whose eyes it is: `easy` of `invite.easy.docx`, `standard` of `invite.docx`."""
        return (self.name.split(".")[1:-1] or [STANDARD])[0]


@dataclass(frozen=True, slots=True)
class FieldMap:
    """What stands in a field of a PDF form, and what becomes of it when the form is read back.

    `value` is an expression over the values that Word templates see; `states` give the state
    that a value ticks, where it is called otherwise. A form in which a field that must be the
    `same` says something else is about another case. `reads` is the field of the casefile that
    it is read back into, as text, a day or a person's key; `writes` what a state is there.
    """

    value: str
    states: Mapping[str, str] = field(default_factory=dict)
    same: bool = False
    reads: str | None = None
    sort: Literal["text", "date", "person"] = "text"
    writes: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class RowMap:
    """A list or table among the values → as many rows of a form, `{row}` in each field's name.

    Rows of a list are counted from 1, those of a table go by its keys; `row` is one of them in
    each `value`. Of a list longer than the form the rest goes on the `next-form` in the same
    file, or nothing is made. `reads` is where the rows stand in the casefile; for a list `marks`
    are what all entries of this one have there.
    """

    each: str
    fields: Mapping[str, FieldMap]
    overflow: Literal["refuse", "next-form"] = "refuse"
    reads: str | None = None
    marks: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class FormMap:
    """What stands in the fields of a kind's PDF form, one by one and in rows."""

    fields: Mapping[str, FieldMap] = field(default_factory=dict)
    rows: tuple[RowMap, ...] = ()


@dataclass(frozen=True, slots=True)
class Pack:
    """One authority's pack as judged.

    `plain` has plainer words for hard ones; `words`, by group, what staff often write.
    """

    authority: str
    name: str
    version: str
    status: Literal["draft", "approved"]
    guidance: Guidance
    terms: Mapping[str, str]
    kinds: Mapping[str, Kind]
    statements: Mapping[str, Statement] = field(default_factory=dict)
    severities: Mapping[str, Severity | Literal["-"]] = field(default_factory=dict)
    must_carry: Mapping[Act, tuple[str, ...]] = field(default_factory=dict)
    parameters: Mapping[str, str] = field(default_factory=dict)
    phrases: Mapping[str, Phrase] = field(default_factory=dict)
    avoid: Mapping[str, Avoided] = field(default_factory=dict)
    plain: Mapping[str, str] = field(default_factory=dict)
    words: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    links: tuple[SupportLink, ...] = ()
    templates: Mapping[str, TemplateFile] = field(default_factory=dict)
    forms: Mapping[str, FormMap] = field(default_factory=dict)
    based_on: str | None = None

    def template_for(self, kind: str, variant: str) -> TemplateFile | None:
        """Give the kind's template: `<kind>.<variant>.docx`, `<kind>.docx`, `<kind>.pdf`."""
        names = (f"{kind}.{variant}.docx", f"{kind}.docx", f"{kind}.pdf")
        return next((self.templates[name] for name in names if name in self.templates), None)

    def is_form(self, kind: str) -> bool:
        """Tell whether a kind is a PDF form to be filled in."""
        found = self.template_for(kind, STANDARD)
        return found is not None and found.name.endswith(".pdf")

    def format_of(self, kind: str, asked: Format) -> Format:
        """Give what a kind is delivered as: as asked for, a form only ever as a PDF."""
        return "pdf" if self.is_form(kind) else asked
