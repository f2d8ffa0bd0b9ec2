"""A kind into every name that its templates may use, with type, meaning and example."""

from collections.abc import Mapping

from docgen.model.pack import Kind, Pack
from docgen.model.values import Promise, Promises
from docgen.wording import enclosures, meeting_forms, records
from docgen.wording.absences import ABSENCE
from docgen.wording.attendance import ATTENDANCE
from docgen.wording.checklist import row_promises
from docgen.wording.contracts import CONTRACT
from docgen.wording.copying import COPY, LINKS
from docgen.wording.letters import ALWAYS, DOCUMENT, PUPIL, RECIPIENT
from docgen.wording.meetings import MEETING, PARTNER, REARRANGED
from docgen.wording.reviews import REVIEW, WARNING
from docgen.wording.sections import sections_of

_BY_SECTION: Mapping[str, Promises] = {
    "recipient": RECIPIENT,
    "pupil": PUPIL,
    "meeting": MEETING,
    "contract": CONTRACT,
    "review": REVIEW,
    "warning": WARNING,
    "rearranged": REARRANGED,
    "partner": PARTNER,
    "absence": ABSENCE,
    "attendance": ATTENDANCE,
    "copy": COPY,
    "links": LINKS,
    "noncompliance": records.NONCOMPLIANCE,
    "termination": records.TERMINATION,
    "rationale": records.RATIONALE,
    "voice": meeting_forms.VOICE,
    "contract_reasons": meeting_forms.CONTRACT_REASONS,
    "views": meeting_forms.VIEWS,
    "present": meeting_forms.PRESENT,
    "absent": meeting_forms.ABSENT,
}


def promised(kind: Kind, pack: Pack) -> Promises:
    """Give every dotted name that a template of the kind may use; `[]` is each entry of a list."""
    terms = {
        f"terms.{key}": Promise("text", "a term of the authority", word)
        for key, word in pack.terms.items()
    }
    sections = sections_of(kind)
    shown: dict[str, Promise] = {}
    for section in sections:
        shown |= _BY_SECTION.get(section, {})
    if "rows" in sections:
        shown |= row_promises(kind)
    if "enclosures" in sections:
        shown |= enclosures.promises(kind)
    return {**DOCUMENT, **ALWAYS, **terms, **shown}
