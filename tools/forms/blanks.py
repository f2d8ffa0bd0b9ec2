"""A kind's sample values → the same with markers where a form has fields, and those fields.

A marker stands for its field through merging; `standins.py` finds it again in the Word file.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Literal

from docgen.model.values import Plain, Values

Sort = Literal["text", "lines", "radio", "choice"]
MARKER = re.compile("\u27e6([0-9]+)\u27e7")
ANSWERS = ("Yes", "No", "NA")
LINE, LINES = 17.0, 60.0
"""How high fields are, in points: of one line, of several."""
TALL = {"P3": 84.0, "P5": 100.0, "P8": 72.0, "P11": 128.0, "V4": 84.0, "W4": 84.0}
"""Of rows beside which much may stand that the casefile knows already."""
WIDE = 335.0
MEDIA = ("On paper", "By email", "Online", "By post")
STAGES = ("planning", "delivery", "review")
OWN_ROWS, PARENTS, PAPERS = 3, 3, 4


@dataclass(frozen=True, slots=True)
class Blank:
    """A field to be: its name, what screen readers say of it, its size in points.

    `options` are what may be chosen, or the states of radio buttons; `said` stands in its place
    where it would be a word of a sentence.
    """

    name: str
    tooltip: str
    sort: Sort = "text"
    width: float = WIDE
    height: float = LINE
    options: tuple[str, ...] = ()
    said: str = ""


@dataclass
class Blanks:
    """The fields of a form in the order in which they were asked for."""

    found: list[Blank] = field(default_factory=list)

    def text(self, name: str, tooltip: str, width: float = WIDE, said: str = "") -> str:
        """Give the marker of a field of one line."""
        return self._marked(Blank(name, tooltip, "text", width, said=said))

    def lines(self, name: str, tooltip: str, width: float, height: float = LINES) -> str:
        """Give the marker of a field of several lines."""
        return self._marked(Blank(name, tooltip, "lines", width, height))

    def radio(self, name: str, tooltip: str, options: tuple[str, ...]) -> str:
        """Give the marker of a field with a button for each answer."""
        return self._marked(Blank(name, tooltip, "radio", 10, 10, options))

    def choice(self, name: str, tooltip: str, width: float, options: tuple[str, ...]) -> str:
        """Give the marker of a field to choose in, or to write something else."""
        return self._marked(Blank(name, tooltip, "choice", width, LINE, options))

    def _marked(self, blank: Blank) -> str:
        self.found.append(blank)
        return f"\u27e6{len(self.found) - 1}\u27e7"


def checklist(blanks: Blanks, values: Values, said: Mapping[str, str]) -> Values:
    """Make the fields of a checklist (D-01); `said` is what each row asks, by its key."""
    rows = _section(values, "rows")
    return {
        **values,
        **_about(blanks, values),
        "contract": {
            **_section(values, "contract"),
            "key": blanks.text("contract.key", "Contract, as the casefile calls it", 90),
            "parties": [_parent(blanks, number) for number in range(1, PARENTS + 1)],
            "lead": {"name": blanks.text("contract.lead", "Lead practitioner"), "role": ""},
        },
        "meeting": {"date": blanks.text("meeting.date", "Date of the first meeting", 160)},
        "rows": {key: _row(blanks, key, said.get(key, "")) for key in rows},
        "own_rows": {stage: [*_own_rows(blanks, stage)] for stage in STAGES},
    }


def receipt(blanks: Blanks, values: Values, _said: Mapping[str, str]) -> Values:
    """Make the fields of a receipt for papers given at a meeting (D-25)."""
    return {
        **values,
        **_about(blanks, values),
        "recipient": {"addressee": blanks.text("recipient.addressee", "For whom it is", 172)},
        "meeting": {"date": blanks.text("meeting.date", "Date of the meeting", 160)},
        "enclosures": [_paper(blanks, number) for number in range(1, PAPERS + 1)],
    }


def _about(blanks: Blanks, values: Values) -> dict[str, Plain]:
    return {
        "document": {
            **_section(values, "document"),
            "draft": False,
            "reference": "",
            "date": blanks.text("document.date", "Date of this paper"),
        },
        "pupil": {
            "legal_name": blanks.text(
                "pupil.legal_name", "Pupil's full legal name", said="the pupil"
            ),
            "date_of_birth": blanks.text("pupil.date_of_birth", "Pupil's date of birth", 160),
            "year_group": blanks.text("pupil.year_group", "Pupil's year group", 90),
        },
        "school": {
            "name": blanks.text("school.name", "School"),
            "phone": blanks.text("school.phone", "The school's phone number", 110),
        },
    }


def _parent(blanks: Blanks, number: int) -> Plain:
    name = blanks.text(f"contract.parties.{number}", f"Parent or carer {number}, and who they are")
    return {"name": name, "relationship": ""}


def _row(blanks: Blanks, key: str, said: str) -> Plain:
    about = f"{key}, {said}"
    return {
        "comments": blanks.lines(
            f"rows.{key}.comments", f"School comments on {about}", 160, TALL.get(key, LINES)
        ),
        "by": "By " + blanks.text(f"rows.{key}.by", f"Who answered {key}", 136),
        "date": blanks.text(f"rows.{key}.date", f"When {key} was answered", 90),
        "complete": blanks.radio(f"rows.{key}.complete", f"Complete: {about}", ANSWERS),
    }


def _own_rows(blanks: Blanks, stage: str) -> Iterator[Plain]:
    for number in range(1, OWN_ROWS + 1):
        name, about = f"own_rows.{stage}.{number}", f"point {number} of your own, {stage} stage"
        yield {
            "checkpoint": blanks.lines(f"{name}.checkpoint", f"What to check: {about}", 224, 34),
            "comments": blanks.lines(f"{name}.comments", f"School comments: {about}", 160, 34),
            "complete": blanks.radio(f"{name}.complete", f"Complete: {about}", ANSWERS),
        }


def _paper(blanks: Blanks, number: int) -> Plain:
    name, about = f"enclosures.{number}", f"paper {number}"
    return {
        "item": blanks.text(f"{name}.item", f"What {about} is", 180),
        "ref": blanks.text(f"{name}.ref", f"Reference of {about}", 120),
        "date": blanks.text(f"{name}.date", f"When {about} was given", 88),
        "medium": blanks.choice(f"{name}.medium", f"How {about} was given", 80, MEDIA),
        "by": blanks.lines(f"{name}.by", f"Who gave {about}", 68, 34),
        "given": True,
    }


def _section(values: Values, name: str) -> Values:
    section = values.get(name)
    return section if isinstance(section, Mapping) else {}
