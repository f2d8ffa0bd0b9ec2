"""Documents that stand already → proved to be what was issued; made again where they are gone."""

from collections.abc import Iterable, Mapping
from pathlib import Path

from docgen.errors import OutputDiffers, Reasons, stop
from docgen.model.case import Issued
from docgen.model.finding import Wording
from docgen.model.plan import Identity, Job, State
from docgen.plan.names import file_name
from docgen.plan.states import versions
from docgen.service.desk import Desk
from docgen.service.make import Making
from docgen.service.papers import Paper
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
NOTICE = "{number} version {version} was gone from the outbox and was made again, just as issued."


def remade(desk: Desk, making: Making, jobs: Iterable[Job]) -> Mapping[Path, tuple[Issued, bytes]]:
    """Make those issued documents again that are gone; raises `OutputDiffers`."""
    gone: dict[Path, tuple[Issued, bytes]] = {}
    for job in jobs:
        if job.state is State.ISSUED:
            entry = [paper for paper in versions(job, making.case) if not paper.withdrawn][-1]
            given = Identity(entry.number, entry.version, entry.replaces)
            path = place_of(desk, making, file_name(job, making.case.case_id, given))
            names = {"name": path.name, "number": entry.number, "version": entry.version}
            if not path.exists():
                rendition, _ = making.make(job, entry.dated, given)
                gone[path] = (entry, rendition.content)
                _must_equal(rendition.digest, entry, "issued-differs", names)
            else:
                _must_equal(digest_of(path), entry, "issued-changed", names)
    return gone


def restore(gone: Mapping[Path, tuple[Issued, bytes]]) -> tuple[str, ...]:
    """Put documents that were made again into the outbox; gives notices."""
    for path, (_, content) in gone.items():
        write_whole(path, content)
    entries = (entry for entry, _ in gone.values())
    return tuple(NOTICE.format(number=entry.number, version=entry.version) for entry in entries)


def must_be_free(desk: Desk, making: Making, papers: Iterable[Paper]) -> None:
    """Stop where another file stands in a paper's place; raises `OutputDiffers`."""
    for paper in papers:
        path = place_of(desk, making, paper.name)
        if path.exists() and digest_of(path) != paper.rendition.digest:
            raise stop(OutputDiffers, REASONS, "output-name-taken", name=paper.name)


def place_of(desk: Desk, making: Making, name: str) -> Path:
    """Give where a file of a case lies in the outbox."""
    return desk.workspace.output / making.case.case_id / name


def digest_of(path: Path) -> str:
    """Give the digest of a Word file's members, empty if it is none; raises `DiskTrouble`."""
    from docgen.press.ooxml.words import package_digest  # noqa: PLC0415 - slow to load

    with disk(path.name):
        content = path.read_bytes()
    try:
        return package_digest(content)
    except ValueError:
        return ""


def _must_equal(digest: str, entry: Issued, code: str, names: Mapping[str, object]) -> None:
    if digest != entry.digest:
        raise stop(OutputDiffers, REASONS, code, **names)
