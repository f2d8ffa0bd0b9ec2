"""Documents that stand already → proved to be what was issued; made again where they are gone."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from docgen.errors import DocgenError, OutputDiffers, Reasons, stop
from docgen.model.case import Issued
from docgen.model.finding import Wording
from docgen.model.plan import Identity, Job, State
from docgen.model.rendition import Ending, Rendition
from docgen.plan.names import file_name
from docgen.plan.states import standing
from docgen.service.desk import Desk
from docgen.service.make import Making
from docgen.service.papers import Paper
from docgen.service.pdf import SCREEN, Engine, Fonts, pdf_of
from docgen.store.disk import disk, write_whole

REASONS: Reasons = {
    "issued-changed": Wording(
        "{name} in the outbox is not what was issued as {number} version {version}.",
        "Move that file away and run the command again: docgen makes the document anew, as it"
        " was issued.",
    ),
    "issued-differs": Wording(
        "{number} version {version} is gone from the outbox and can't be made again as it was:"
        " the same inputs gave another document.",
        "Take {name} from a backup. Or withdraw it and issue it anew.",
    ),
    "output-name-taken": Wording(
        "Another file stands in the outbox where {name} belongs.",
        "Move that file away, then run the command again. Nothing was issued.",
    ),
}
AGAIN = "{number} version {version} was gone from the outbox and was made again, just as issued."
PDF_LOST = (
    "{name}, issued as {number} version {version}, is gone from the outbox and can't be made again"
    " to the last letter; {engine} made it then. Take it from a backup. Its words stand under that"
    " number still: to have its pages anew, withdraw it and issue it once more."
)


@dataclass(frozen=True, slots=True)
class Again:
    """A file to be put back as it was issued; `content` is None where it can't be."""

    path: Path
    entry: Issued
    content: bytes | None


def remade(desk: Desk, making: Making, jobs: Iterable[Job]) -> tuple[Again, ...]:
    """Make those issued files again that are gone; raises `OutputDiffers`."""
    issued = (job for job in jobs if job.state is State.ISSUED)
    return tuple(each for job in issued for each in _remade(desk, making, job))


def restore(files: Iterable[Again]) -> tuple[str, ...]:
    """Put files that were made again into the outbox; gives notices, one a document."""
    told: list[str] = []
    for each in files:
        entry = each.entry
        names = {"number": entry.number, "version": entry.version, "engine": entry.engine}
        if each.content is None:
            told.append(PDF_LOST.format(name=each.path.name, **names))
        else:
            write_whole(each.path, each.content)
            told.append(AGAIN.format_map(names))
    return tuple(dict.fromkeys(told))


def must_be_free(desk: Desk, making: Making, papers: Iterable[Paper]) -> None:
    """Stop where another file stands in a paper's place; raises `OutputDiffers`."""
    for file in (file for paper in papers for file in paper.files):
        path = place_of(desk, making, file.name)
        if path.exists() and digest_of(path) != file.digest:
            raise stop(OutputDiffers, REASONS, "output-name-taken", name=file.name)


def place_of(desk: Desk, making: Making, name: str) -> Path:
    """Give where a file of a case lies in the outbox."""
    return desk.workspace.output / making.case.case_id / name


def digest_of(path: Path) -> str:
    """Give the digest of a Word file's members or of a PDF, empty if it is neither.

    Raises `DiskTrouble`.
    """
    from docgen.press.ooxml.words import package_digest  # noqa: PLC0415 - slow to load

    with disk(path.name):
        content = path.read_bytes()
    if is_pdf(content):
        return sha256(content).hexdigest()
    try:
        return package_digest(content)
    except ValueError:
        return ""


def is_pdf(content: bytes) -> bool:
    """Tell whether a file is a PDF, by its first bytes."""
    return content.startswith(b"%PDF-")


def _remade(desk: Desk, making: Making, job: Job) -> Iterator[Again]:
    entry = standing(job, making.case)[-1]
    given = Identity(entry.number, entry.version, entry.replaces)
    gone: dict[Ending, Path] = {}
    for ending, digest in entry.digests.items():
        path = place_of(desk, making, file_name(job, making.case.case_id, given, ending))
        if not path.exists():
            gone[ending] = path
        elif digest_of(path) != digest:
            raise _stopped("issued-changed", path, entry)
    if gone:
        word, _ = making.make(job, entry.dated, given)
        fonts = making.tongues.screen_fonts if entry.engine.endswith(SCREEN) else None
        for ending, path in gone.items():
            yield Again(path, entry, _content(ending, path, entry, word, fonts))


def _content(
    ending: Ending, path: Path, entry: Issued, word: Rendition, screen: Fonts | None
) -> bytes | None:
    """Give a file as it was issued; a PDF that comes out otherwise hinders nothing else."""
    if ending == "pdf":
        return _pdf(path, entry, word, screen)
    if word.digest != entry.digests[ending]:
        raise _stopped("issued-differs", path, entry)
    return word.content


def _pdf(path: Path, entry: Issued, word: Rendition, screen: Fonts | None) -> bytes | None:
    if is_pdf(word.content):
        return word.content if word.digest == entry.digests["pdf"] else None
    engine = Engine.OFFICE if entry.engine.startswith(Engine.OFFICE) else Engine.NATIVE
    try:
        content, _ = pdf_of(word.content, path.name, entry.dated, engine, screen)
    except DocgenError:  # LibreOffice is gone, or a newer docgen refuses what an older one took
        return None
    return content if sha256(content).hexdigest() == entry.digests["pdf"] else None


def _stopped(code: str, path: Path, entry: Issued) -> Exception:
    names: Mapping[str, object] = {"number": entry.number, "version": entry.version}
    return stop(OutputDiffers, REASONS, code, name=path.name, **names)
