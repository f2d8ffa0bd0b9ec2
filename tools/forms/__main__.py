"""Word templates of packs → the fillable PDFs beside them: `python tools/forms`, run by make.

Each form is the template itself, with fields where a merged paper has words. The same templates
give the same bytes.
"""

import datetime as dt
import re
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
sys.path.insert(0, str(ROOT))

from docgen.model.language import ENGLISH  # noqa: E402 - found from here on
from docgen.model.plan import Job  # noqa: E402 - as above
from docgen.model.values import Values  # noqa: E402 - as above
from docgen.press.pdf.native import Native  # noqa: E402 - as above
from docgen.press.word.merge import merge  # noqa: E402 - as above
from docgen.service.packs import kind_of, load_pack  # noqa: E402 - as above
from docgen.service.templates import Head, compiled_for, template_for  # noqa: E402 - as above
from docgen.service.tongues import tongues_of  # noqa: E402 - as above
from docgen.store.workspace import find_workspace  # noqa: E402 - as above
from docgen.wording.notes import Notes  # noqa: E402 - as above
from docgen.wording.samples import sample  # noqa: E402 - as above
from tools.forms.blanks import Blanks, checklist, receipt  # noqa: E402 - as above
from tools.forms.standins import paragraphs, with_standins  # noqa: E402 - as above
from tools.forms.widgets import with_fields  # noqa: E402 - as above

DATED = dt.date(2025, 9, 1)
"""The day that the forms bear, so that the same templates give the same bytes."""
ROW = re.compile(r"([PVW][0-9]+)\. (.+?[.?])(?: |$)")


@dataclass(frozen=True, slots=True)
class Wanted:
    """A form to be made: the pack, the kind whose Word template it is, the kind it is for."""

    authority: str
    template: str
    kind: str
    fields: Callable[[Blanks, Values, Mapping[str, str]], Values]


def main() -> int:
    """Make every form anew."""
    for wanted in FORMS:
        path = ROOT / "templates" / wanted.authority / f"{wanted.kind}.pdf"
        path.write_bytes(made(wanted))
        sys.stdout.write(f"{path.relative_to(ROOT)}\n")
    return 0


def made(wanted: Wanted) -> bytes:
    """Make a form; raises `TemplateRejected` for a template that can't be used."""
    workspace = find_workspace(ROOT, ROOT, {})
    loaded = load_pack(workspace, wanted.authority)
    kind = kind_of(loaded.pack, wanted.template)
    job = Job(kind, "", None, None, frozenset(), "", "", language=ENGLISH.tag, variant="standard")
    template, tongues = template_for(loaded, job), tongues_of(workspace, wanted.authority)
    compiled = compiled_for(loaded, job, Head(""), tongues.edition(job, template.name, Notes()))
    usual = sample(kind, loaded.pack, "ordinary")
    values = {**usual, "document": {"title": kind.title}}
    said = asked(merge(compiled, usual).content)
    blanks = Blanks()
    word = merge(compiled, wanted.fields(blanks, values, said)).content
    pdf = Native().pdf(with_standins(word, blanks.found), template.place, DATED)
    return with_fields(pdf, blanks.found)


def asked(word: bytes) -> dict[str, str]:
    """Give the first sentence of each row that has a key: `P1. Read what …`."""
    found = (ROW.match(text) for text in paragraphs(word))
    return {each[1]: each[2] for each in found if each}


FORMS = (
    Wanted("kent", "checklist", "checklist-form", checklist),
    Wanted("essex", "enclosure-receipt", "enclosure-receipt-form", receipt),
)

if __name__ == "__main__":
    sys.exit(main())
