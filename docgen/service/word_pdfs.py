"""Several Word files and a folder → their PDFs in it, and which could not be made."""

from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path

from docgen.errors import DiskTrouble, DocgenError, Reasons, UsageTrouble, stop
from docgen.model.finding import Wording
from docgen.service.pdf import Engine, Given, date_of, pdfs_of
from docgen.service.word import content_of, may_write
from docgen.store.disk import disk, write_whole

REASONS: Reasons = {
    "out-no-folder": Wording(
        "{name} is a file, but several PDFs need a folder.",
        "Name a folder after -o; it is made if it isn't there.",
    ),
    "out-twice": Wording(
        "Two of the files would both become {name}.",
        "Give one of them another name, or make their PDFs in two folders.",
    ),
}


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a Word file: where its PDF lies and what set it, or why there is none."""

    word: Path
    out: Path
    engine: str = ""
    error: DocgenError | None = None


def set_word_files(
    words: Sequence[Path], folder: Path, engine: Engine, *, force: bool = False
) -> tuple[Outcome, ...]:
    """Set Word files as PDFs of the same names in a folder.

    One that can't be read or set keeps no other from being made. Raises `UsageTrouble` before
    anything is made, where a name is taken or two would be the same, and `DiskTrouble` where
    nothing can be written.
    """
    outs = [folder / f"{word.stem}.pdf" for word in words]
    _all_may_be_written(words, outs, folder, force=force)
    with disk(str(folder)):
        folder.mkdir(parents=True, exist_ok=True)
    reading = _Reading(words)
    found: dict[int, Outcome] = {}
    with closing(pdfs_of(reading.contents(), engine)) as made:
        for each in made:
            at = reading.read[len(found)]
            found[at] = _outcome(words[at], outs[at], each)
    failed = {at: Outcome(words[at], outs[at], error=e) for at, e in reading.failed.items()}
    return tuple((found | failed)[at] for at in range(len(words)))


@dataclass(frozen=True, slots=True)
class _Reading:
    """Reads files as they are asked for; takes down which were, and which can't be."""

    words: Sequence[Path]
    read: list[int] = field(default_factory=list)
    failed: dict[int, DocgenError] = field(default_factory=dict)

    def contents(self) -> Iterator[Given]:
        for at, word in enumerate(self.words):
            try:
                content = content_of(word)
            except DiskTrouble as trouble:
                self.failed[at] = trouble
                continue
            self.read.append(at)
            yield content, str(word), date_of(content)


def _outcome(word: Path, out: Path, made: tuple[bytes, str] | DocgenError) -> Outcome:
    if isinstance(made, DocgenError):
        return Outcome(word, out, error=made)
    content, engine = made
    write_whole(out, content)
    return Outcome(word, out, engine)


def _all_may_be_written(
    words: Sequence[Path], outs: Sequence[Path], folder: Path, *, force: bool
) -> None:
    if folder.is_file():
        raise stop(UsageTrouble, REASONS, "out-no-folder", name=str(folder))
    names = [out.name.casefold() for out in outs]
    for word, out in zip(words, outs, strict=True):
        if names.count(out.name.casefold()) > 1:
            raise stop(UsageTrouble, REASONS, "out-twice", name=out.name)
        may_write(word, out, force=force)
