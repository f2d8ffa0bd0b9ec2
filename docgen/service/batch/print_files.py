"""Letters in the order of a file → that file's PDF, proved against the envelope, and its pages.

Letters that docgen sets are set many at a time, with their marks. One that only LibreOffice can
set, or that was issued as a PDF which can't be made again, comes to its place as it is, unmarked.
"""

import datetime as dt
from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import ExitStack, closing
from dataclasses import replace
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from docgen.check.envelope import ENVELOPES, envelope_findings
from docgen.check.pages import sizes_of
from docgen.errors import DocgenError, TemplateRejected
from docgen.model.finding import Finding
from docgen.plan.post import Laid, Place
from docgen.service.batch.bench import bench_at
from docgen.service.batch.places import Halt, halt
from docgen.service.batch.print_source import Source, Task, refused, source_of, told_of
from docgen.service.batch.runs import Run, open_run
from docgen.store.archives import write_archive
from docgen.store.disk import disk
from docgen.store.print_folder import put, written

if TYPE_CHECKING:
    from docgen.model.pages import Pages
    from docgen.press.pdf.imprint import Printer

AT_ONCE = 10
"""Letters of one compile: more take more memory, and are no faster."""
AHEAD = 1
"""Groups of letters that wait to be set while one is."""
BOTH = 2
"""Sides of a sheet."""
WIDTH = 6
"""Figures of a letter's place in the whole order."""


class _Piece(NamedTuple):
    """A PDF of some letters, and where each lies in it."""

    content: bytes
    laid: tuple[Laid, ...]


Made = tuple[Sequence[Source], bytes | TemplateRejected]
"""Letters, and their PDF or why there is none."""


def lay_file(task: Task) -> tuple[Laid, ...] | Halt:
    """Make a file: what a worker does. What ends the run is given back."""
    try:
        run = open_run(bench_at(task.seat).desk, task.run)
        _printer().begin()
        with closing(_pieces(task, run)) as pieces:
            return tuple(SHAPES[task.layout.shape](task, pieces))
    except DocgenError as error:
        return halt(error)


def _pieces(task: Task, run: Run) -> Generator[_Piece]:
    """Set letters in their order; while Typst sets some, the next are read, others proved."""
    sources = (source_of(task, run, place) for place in task.sheaf.places)
    most = AT_ONCE if task.layout.shape == "papers" else 1
    begun: deque[Laid | Future[list[Made]]] = deque()
    setting = ThreadPoolExecutor(1, thread_name_prefix="docgen-printing")
    try:
        for group in _groups(sources, most):
            if isinstance(group, Laid):
                begun.append(group)
            else:
                begun.append(setting.submit(_made, task, group, run.head.dated))
            if len(begun) > AHEAD:
                yield from _come_to(task, begun.popleft())
        while begun:
            yield from _come_to(task, begun.popleft())
    finally:
        setting.shutdown(cancel_futures=True)


def _come_to(task: Task, group: "Laid | Future[list[Made]]") -> Iterator[_Piece]:
    if isinstance(group, Laid):
        yield _Piece(b"", (group,))
        return
    for sources, made in group.result():
        if isinstance(made, TemplateRejected):
            yield _Piece(b"", tuple(refused(each.place, told_of(made)) for each in sources))
        elif sources[0].tree is None:
            yield _as_it_is(task, sources[0])
        else:
            yield _Piece(made, _proved(task, sources, made))


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


def _made(task: Task, group: Sequence[Source], dated: dt.date) -> list[Made]:
    """Set letters; if together they can't be, each by itself, so that one stops no other."""
    from docgen.press.pdf.imprint import Imprint  # noqa: PLC0415 - slow to load

    trees = [each.tree for each in group if each.tree is not None]
    if not trees:
        return [(group, group[0].pdf)]
    marks = [Imprint(_bookmark(each.place), each.place.mark) for each in group]
    try:
        return [(group, _printer().printed(trees, marks, task.layout.sides, dated))]
    except TemplateRejected as why:
        if len(group) == 1:
            return [(group, why)]
        return [made for each in group for made in _made(task, [each], dated)]


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


def _each_alone(task: Task, pieces: Iterable[_Piece]) -> Iterator[Laid]:
    """Write a file a letter, its place in the order before its name."""
    for each in pieces:
        (laid,) = each.laid
        if each.content:
            laid = replace(laid, file=_alone(laid.place))
            put(task.out, laid.file, each.content)
        yield laid


def _archived(task: Task, pieces: Iterable[_Piece]) -> Iterator[Laid]:
    """Write an archive of such files; none if there is nothing in it."""
    archive, found = f"{task.sheaf.name}.zip", list[Laid]()

    def files() -> Iterator[tuple[str, bytes]]:
        for each in pieces:
            (laid,) = each.laid
            name = _alone(laid.place)
            found.append(replace(laid, file=f"{archive}/{name}" if each.content else ""))
            if each.content:
                yield name, each.content

    with disk(archive):
        (task.out / archive).unlink(missing_ok=True)
        write_archive(task.out / archive, files())
        if not any(each.file for each in found):
            (task.out / archive).unlink()
    yield from found


def _alone(place: Place) -> str:
    return f"{place.at:0{WIDTH}}-{Path(place.piece.file).stem}.pdf"


def _in_one(task: Task, pieces: Iterable[_Piece]) -> Iterator[Laid]:
    """Write one file of all letters; none if there is nothing in it."""
    from docgen.press.pdf.binding import Begins, Binding  # noqa: PLC0415 - slow to load

    name = f"{task.sheaf.name}.pdf"
    with ExitStack() as stack:
        binding: Binding | None = None
        for each in pieces:
            if each.content and binding is None:
                out = stack.enter_context(written(task.out, name))
                binding = Binding(out, task.sheaf.name, duplex=task.layout.sides == BOTH)
            if binding is None or not each.content:
                yield from each.laid
                continue
            letters = [Begins(_bookmark(laid.place), laid.page) for laid in each.laid]
            before = binding.add(each.content, letters)
            yield from (replace(laid, file=name, page=laid.page + before) for laid in each.laid)
        if binding is not None:
            binding.finish()


SHAPES: Mapping[str, Callable[[Task, Iterable[_Piece]], Iterator[Laid]]] = {
    "papers": _in_one,
    "files": _each_alone,
    "archive": _archived,
}


def _bookmark(place: Place) -> str:
    """Name a letter by its envelope, number and kind, never by whom it is for."""
    envelope = f"{place.envelope}: " if place.envelope else ""
    return f"{envelope}{place.piece.name} {place.piece.title}"


@lru_cache(maxsize=1)
def _printer() -> "Printer":
    from docgen.press.fonts.faces import own_faces  # noqa: PLC0415 - slow to load
    from docgen.press.pdf.imprint import Printer  # noqa: PLC0415 - slow to load

    return Printer(own_faces())
