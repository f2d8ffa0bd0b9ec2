"""A case's issued, unsent papers → numbered copies in posting order, and a list of them."""

from dataclasses import dataclass, replace
from pathlib import Path

from docgen.errors import OutputDiffers, Reasons, stop
from docgen.model.case import Case, Issued
from docgen.model.finding import Wording
from docgen.model.plan import Identity
from docgen.model.rendition import Ending
from docgen.plan.names import file_name
from docgen.plan.posting import Out, Posting, posting
from docgen.service.cover import COVER, TO_FILE, TO_STAY, Line, cover_list, line
from docgen.service.desk import Desk
from docgen.service.examine import examine_case
from docgen.service.remake import digest_of, is_pdf
from docgen.service.together import TOGETHER, Sides, together
from docgen.store.disk import disk
from docgen.store.prints import put_prints

REASONS: Reasons = {
    "print-gone": Wording(
        "{name} is gone from the outbox.",
        "Run `docgen issue {case}`: it makes the document again, just as it was issued.",
    ),
    "print-changed": Wording(
        "{name} in the outbox is not what was issued as {number}, so it must not go out.",
        "Move that file away and run `docgen issue {case}`: it makes the document again.",
    ),
}


@dataclass(frozen=True, slots=True)
class Printed:
    """What was laid out, line by line in posting order, and where; what is filed, what stays.

    `in_one` is the PDF of them all, where it was asked for.
    """

    case_id: str
    folder: Path
    lines: tuple[Line, ...]
    file: tuple[Out, ...]
    left: tuple[Out, ...]
    notices: tuple[str, ...] = ()
    in_one: Path | None = None


def lay_out(desk: Desk, wanted: str, sides: Sides | None = None) -> Printed:
    """Put numbered copies of what is unsent, with a cover list, into the case's print folder.

    With `sides` there is one PDF of all that are PDFs, too. What an earlier run put there is taken
    away. Raises `OutputDiffers` if a paper is not as issued: then the folder stays as it was.
    """
    desk.must_be_an_office()
    case_id = examine_case(desk.quiet(), wanted).case.case_id
    with desk.outbox.at_work(case_id):
        notices = desk.recover()
        desk.outbox.must_not_wait(case_id)
        examined = examine_case(desk, wanted)
        found = posting(examined.case, examined.plan)
        folder = desk.workspace.output / case_id
        lines = _lines(examined.case, found)
        copies = {each.copy: _content(folder, examined.case, each) for each in lines}
        lines = tuple(replace(each, pages=_pages(copies[each.copy])) for each in lines)
        more, apart = together(lines, copies, sides) if sides else ({}, ())
        copies |= more
        if lines:
            others = [*((TO_FILE, out) for out in found.file)]
            others += [(TO_STAY, out) for out in found.left]
            copies[COVER] = cover_list(desk.today, examined.case, lines, others).encode()
        put_prints(folder / "print", copies)
    return Printed(
        case_id,
        folder / "print",
        lines,
        found.file,
        found.left,
        notices=(*notices, *apart),
        in_one=folder / "print" / TOGETHER if more else None,
    )


def _lines(case: Case, found: Posting) -> tuple[Line, ...]:
    going = (*found.post, *found.hand)
    width = max(2, len(str(len(going))))
    return tuple(
        line(case, f"{place:0{width}}-{_file_name(case, out)}", out)
        for place, out in enumerate(going, 1)
    )


def _content(folder: Path, case: Case, copied: Line) -> bytes:
    """Read a paper from the outbox; raises `OutputDiffers` unless it is what was issued."""
    entry, path = copied.out.entry, folder / _file_name(case, copied.out)
    names = {"name": path.name, "number": entry.number, "case": case.case_id}
    if not path.is_file():
        raise stop(OutputDiffers, REASONS, "print-gone", **names)
    if digest_of(path) != entry.digests[_printed(entry)]:
        raise stop(OutputDiffers, REASONS, "print-changed", **names)
    with disk(path.name):
        return path.read_bytes()


def _file_name(case: Case, out: Out) -> str:
    entry = out.entry
    job = replace(out.job, variant=entry.variant)
    given = Identity(entry.number, entry.version, entry.replaces)
    return file_name(job, case.case_id, given, _printed(entry))


def _pages(content: bytes) -> int | None:
    from docgen.press.pdf.pages import page_count  # noqa: PLC0415 - slow to load

    return page_count(content) if is_pdf(content) else None


def _printed(entry: Issued) -> Ending:
    """Give the file that is printed: the PDF where there is one, as it looks alike everywhere."""
    return list(entry.digests)[-1]
