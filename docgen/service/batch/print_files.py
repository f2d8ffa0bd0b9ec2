"""Letters in the order of a file → that file's PDF, proved against the envelope, and its pages.

Letters that docgen sets are set many at a time, with their marks. One that only LibreOffice can
set, or that was issued as a PDF which can't be made again, comes to its place as it is, unmarked.
"""

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from docgen.check.envelope import ENVELOPES, envelope_findings
from docgen.check.pages import sizes_of
from docgen.errors import DocgenError, TemplateRejected
from docgen.model.finding import Finding
from docgen.plan.post import Place
from docgen.service.batch.bench import bench_at
from docgen.service.batch.places import Halt, halt
from docgen.service.batch.print_source import Laid, Source, Task, refused, source_of, told_of
from docgen.service.batch.runs import open_run
from docgen.store.archives import write_archive
from docgen.store.disk import disk
from docgen.store.print_folder import put

if TYPE_CHECKING:
    from docgen.model.pages import Pages
    from docgen.press.pdf.imprint import Printer

AT_ONCE = 50
"""Letters of one compile: more take more memory, and are hardly faster."""
BOTH = 2
"""Sides of a sheet."""
WIDTH = 6
"""Figures of a letter's place in the whole order."""


class _Piece(NamedTuple):
    """A PDF of some letters, and where each lies in it."""

    content: bytes
    laid: tuple[Laid, ...]


def lay_file(task: Task) -> tuple[Laid, ...] | Halt:
    """Make a file: what a worker does. What ends the run is given back."""
    try:
        run = open_run(bench_at(task.seat).desk, task.run)
        sources = (source_of(task, run, place) for place in task.sheaf.places)
        most = AT_ONCE if task.layout.shape == "papers" else 1
        groups = _groups(sources, most)
        pieces = [piece for group in groups for piece in _set(task, group, run.head.dated)]
        return tuple(_bound(task, pieces))
    except DocgenError as error:
        return halt(error)


def _groups(sources: Iterable[Source | Laid], most: int) -> Iterator[list[Source] | Laid]:
    """Put together what is set in one compile: letters that follow each other and can be set."""
    group: list[Source] = []
    for each in sources:
        apart = isinstance(each, Laid) or each.tree is None
        if group and (apart or len(group) == most):
            yield group
            group = []
        if isinstance(each, Laid):
            yield each
        elif apart:
            yield [each]
        else:
            group.append(each)
    if group:
        yield group


def _set(task: Task, group: list[Source] | Laid, dated: dt.date) -> Iterator[_Piece]:
    """Set letters; if together they can't be, each by itself, so that one stops no other."""
    from docgen.press.pdf.imprint import Imprint  # noqa: PLC0415 - slow to load

    if isinstance(group, Laid):
        yield _Piece(b"", (group,))
        return
    trees = [each.tree for each in group if each.tree is not None]
    if not trees:
        yield _as_it_is(task, group[0])
        return
    marks = [Imprint(_bookmark(each.place), each.place.mark) for each in group]
    try:
        content = _printer().printed(trees, marks, task.layout.sides, dated)
    except TemplateRejected as why:
        if len(group) == 1:
            yield _Piece(b"", (refused(group[0].place, told_of(why)),))
            return
        for each in group:
            yield from _set(task, [each], dated)
    else:
        yield _Piece(content, _proved(task, group, content))


def _proved(task: Task, group: Sequence[Source], content: bytes) -> tuple[Laid, ...]:
    from docgen.press.pdf.pages import stretches_in  # noqa: PLC0415 - slow to load

    names = [_bookmark(each.place) for each in group]
    found = zip(group, stretches_in(content, names), strict=True)
    return tuple(
        Laid(
            each.place,
            "",
            stretch.first,
            stretch.count,
            bool(each.place.mark),
            _findings(task, each.place, stretch.top),
        )
        for each, stretch in found
    )


def _as_it_is(task: Task, source: Source) -> _Piece:
    """Take a PDF that is there."""
    from docgen.press.pdf.pages import upper_half  # noqa: PLC0415 - slow to load

    top = upper_half(source.pdf)
    findings = _findings(task, source.place, top)
    laid = Laid(source.place, "", 1, top.count, marked=False, findings=findings)
    return _Piece(source.pdf, (laid,))


def _findings(task: Task, place: Place, top: "Pages") -> tuple[Finding, ...]:
    """Prove a letter with an address block against the envelope."""
    if not (place.piece.windowed and place.envelope):
        return ()
    pack = bench_at(task.seat).desk.pack(place.piece.authority).pack
    envelope = ENVELOPES.get(task.layout.envelope)
    return envelope_findings(top, place.piece.address, envelope, task.layout.window, sizes_of(pack))


def _bound(task: Task, pieces: Sequence[_Piece]) -> Iterator[Laid]:
    """Write the file of all letters, or a file for each; gives them with their pages."""
    whole = [each for each in pieces if each.content]
    if whole:
        yield from (_in_one if task.layout.shape == "papers" else _each_alone)(task, whole)
    yield from (laid for each in pieces if not each.content for laid in each.laid)


def _each_alone(task: Task, pieces: Sequence[_Piece]) -> Iterator[Laid]:
    """Write a file a letter, its place in the order before its name, or an archive of them."""
    names = [
        f"{number:0{WIDTH}}-{Path(each.laid[0].place.piece.file).stem}.pdf"
        for number, each in enumerate(pieces, task.first)
    ]
    files = list(zip(names, (each.content for each in pieces), strict=True))
    home = ""
    if task.layout.shape == "archive":
        archive = f"{task.sheaf.name}.zip"
        home = f"{archive}/"
        with disk(archive):
            (task.out / archive).unlink(missing_ok=True)
            write_archive(task.out / archive, files)
    else:
        for name, content in files:
            put(task.out, name, content)
    for name, each in zip(names, pieces, strict=True):
        yield replace(each.laid[0], file=f"{home}{name}")


def _in_one(task: Task, pieces: Sequence[_Piece]) -> Iterator[Laid]:
    from docgen.press.pdf.assemble import joined  # noqa: PLC0415 - slow to load
    from docgen.press.pdf.pages import page_count  # noqa: PLC0415 - slow to load

    name = f"{task.sheaf.name}.pdf"
    is_duplex = task.layout.sides == BOTH
    content = pieces[0].content
    if len(pieces) > 1:
        titles = [_titled(each) for each in pieces]
        pdfs = [each.content for each in pieces]
        content = joined(pdfs, titles, duplex=is_duplex, title=task.sheaf.name)
    put(task.out, name, content)
    before = 0
    for each in pieces:
        yield from (replace(laid, file=name, page=laid.page + before) for laid in each.laid)
        before += page_count(each.content)
        before += before % 2 if is_duplex else 0


def _titled(piece: _Piece) -> str:
    first, last = piece.laid[0].place, piece.laid[-1].place
    if first == last:
        return _bookmark(first)
    return f"{first.piece.name} to {last.piece.name}"


def _bookmark(place: Place) -> str:
    """Name a letter by its envelope, number and kind, never by whom it is for."""
    envelope = f"{place.envelope}: " if place.envelope else ""
    return f"{envelope}{place.piece.name} {place.piece.title}"


@lru_cache(maxsize=1)
def _printer() -> "Printer":
    from docgen.press.fonts.faces import own_faces  # noqa: PLC0415 - slow to load
    from docgen.press.pdf.imprint import Printer  # noqa: PLC0415 - slow to load

    return Printer(own_faces())
