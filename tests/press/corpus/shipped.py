"""A shipped template and a worked case → a template that docxtpl can render too, and its values."""

import datetime as dt
import zipfile
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from xml.sax.saxutils import escape

from officework import desk_in

from docgen.check.school_days import school_days
from docgen.model.values import Values
from docgen.service.desk import Desk
from docgen.service.examine import examine_case
from docgen.store.layout import lay_out
from docgen.wording.bundle import english
from docgen.wording.values import document_values, statements_for, values_for

TEMPLATES = Path(__file__).resolve().parents[3] / "templates"
CASE, TODAY = "fam-0042", dt.date(2025, 12, 4)


def office(folder: Path) -> Desk:
    """Lay out an office with the worked cases, and open a desk on a day of theirs."""
    lay_out(folder)
    return desk_in(folder, today=TODAY)


def papers(desk: Desk, kind: str) -> tuple[bytes, tuple[Values, ...]]:
    """Give the template of a kind, its statements put in place, and the values of each paper."""
    examined = examine_case(desk, CASE)
    pack, words, days = examined.pack, english(), school_days(examined.case.school)
    jobs = [job for job in examined.plan.jobs if job.kind.name == kind]
    values = tuple(
        {
            **values_for(examined.case, pack, job, words, days),
            **document_values(job, pack, words, desk.today, None),
        }
        for job in jobs
    )
    content = (TEMPLATES / pack.authority / f"{kind}.docx").read_bytes()
    return _placed(content, dict(statements_for(jobs[0].kind, pack))), values


def _placed(content: bytes, statements: dict[str, str]) -> bytes:
    out = BytesIO()
    with zipfile.ZipFile(BytesIO(content)) as old, zipfile.ZipFile(out, "w", 8) as new:
        for name in old.namelist():
            data = old.read(name).decode() if name.endswith(".xml") else old.read(name)
            if isinstance(data, str):
                for tag, text in _tags(statements):
                    data = data.replace(tag, text)
            new.writestr(name, data)
    return out.getvalue()


def _tags(statements: dict[str, str]) -> Iterator[tuple[str, str]]:
    for key, text in statements.items():
        yield f"{{{{ statements.{key} }}}}", escape(text)
