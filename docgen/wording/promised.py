"""A kind into every name that its templates may use, with type, meaning and example."""

from collections.abc import Mapping

from docgen.model.pack import Kind, Pack
from docgen.model.values import Promise, Promises
from docgen.wording.checklist import row_promises
from docgen.wording.contracts import CONTRACT
from docgen.wording.letters import ALWAYS, DOCUMENT, PUPIL, RECIPIENT
from docgen.wording.meetings import MEETING
from docgen.wording.reviews import REVIEW, WARNING
from docgen.wording.sections import sections_of

_BY_SECTION: Mapping[str, Promises] = {
    "recipient": RECIPIENT,
    "pupil": PUPIL,
    "meeting": MEETING,
    "contract": CONTRACT,
    "review": REVIEW,
    "warning": WARNING,
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
    rows = row_promises(kind) if "rows" in sections else {}
    return {**DOCUMENT, **ALWAYS, **terms, **shown, **rows}
