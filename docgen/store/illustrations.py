"""Folders of pictures → the pictures for easy readers by key, each with its words for the blind."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from docgen.check.shape import typed
from docgen.errors import Reasons, TemplateRejected, stop
from docgen.model.finding import Faults, Finding, Wording, fault
from docgen.model.sheet import Sheet, node_at
from docgen.store.disk import disk
from docgen.store.sheets import read_sheet
from docgen.store.shipped import shipped

PICTURES, LIST = "pictures", "pictures.yaml"
LARGEST = 2_000_000
ENDINGS = (".png", ".jpg", ".jpeg")

REASONS: Reasons = {
    "pictures-rejected": Wording(
        "The pictures for easy readers can't be used.",
        "Put right what is listed, in the folder of the pictures.",
    ),
}
FAULTS: Faults = {
    "picture-missing": Wording(
        "There is no picture {file} beside the list of pictures.",
        "Put a PNG or JPEG file of that name there, or correct the name.",
    ),
    "picture-name": Wording(
        "“{file}” can't be the name of a picture here.",
        "Write the name of a PNG or JPEG file that lies beside the list, without a folder.",
    ),
    "picture-large": Wording(
        "The picture {file} is larger than {limit:,} bytes.",
        "Make it smaller: 400 pixels wide is enough for print.",
    ),
}


@dataclass(frozen=True, slots=True)
class Illustration:
    """A picture: its file, and what it shows in words."""

    file: str
    alt: str


@dataclass(frozen=True, slots=True)
class Illustrations:
    """What a pictures.yaml says."""

    pictures: Mapping[str, Illustration] = field(default_factory=dict)


def read_pictures(own: Path | None) -> Mapping[str, tuple[bytes, str]]:
    """Give each picture's bytes and words by its key; those of an office's folder go first.

    Raises `TemplateRejected` with all that is wrong with them, or `DiskTrouble`.
    """
    drawn: dict[str, tuple[bytes, str]] = {}
    findings: list[Finding] = []
    for folder in dict.fromkeys((shipped(PICTURES), *((own,) if own else ()))):
        if (folder / LIST).is_file():
            drawn |= _drawn(folder, findings)
    if findings:
        error = stop(TemplateRejected, REASONS, "pictures-rejected")
        error.findings = tuple(findings)
        raise error
    return drawn


def _drawn(folder: Path, findings: list[Finding]) -> dict[str, tuple[bytes, str]]:
    sheet, faults = read_sheet(folder / LIST, f"{PICTURES}/{LIST}")
    read, unfit = typed(sheet.root, Illustrations) if sheet else (None, ())
    findings += (*faults, *unfit)
    if sheet is None or read is None:
        return {}
    wrong = tuple(_flaws(folder, sheet, read))
    findings += wrong
    return {} if wrong else {key: _whole(folder, each) for key, each in read.pictures.items()}


def _whole(folder: Path, picture: Illustration) -> tuple[bytes, str]:
    with disk(f"{PICTURES}/{picture.file}"):
        return (folder / picture.file).read_bytes(), picture.alt.strip()


def _flaws(folder: Path, sheet: Sheet, read: Illustrations) -> Iterator[Finding]:
    for key, picture in read.pictures.items():
        path, name = folder / picture.file, picture.file
        mark = node_at(sheet.root, ("pictures", key)).mark
        if name != Path(name).name or "\\" in name or not name.lower().endswith(ENDINGS):
            yield fault(FAULTS, "picture-name", mark, file=name[:40])
        elif not path.is_file():
            yield fault(FAULTS, "picture-missing", mark, file=name)
        elif path.stat().st_size > LARGEST:
            yield fault(FAULTS, "picture-large", mark, file=name, limit=LARGEST)
