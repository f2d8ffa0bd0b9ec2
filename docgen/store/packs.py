"""An authority's folders → its pack as read: one sheet and the bytes of each template.

An office's pack whose `pack.yaml` says what it is `based_on` overrides the
packaged one field by field and file by file, so that upgrades still reach it; so
does its `fields.yaml`, which says what stands in the fields of PDF forms.
Under every sheet lies the library of phrases, entry by entry.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from difflib import get_close_matches
from hashlib import sha256
from pathlib import Path

from docgen.check.keys import is_file_name
from docgen.errors import Reasons, TemplateRejected, stop
from docgen.model.finding import Faults, Finding, Severity, Wording, fault
from docgen.model.pack import TemplateFile
from docgen.model.sheet import Fields, Node, Scalar, Sheet
from docgen.store.disk import disk
from docgen.store.sheets import read_sheet

PACK, FORMS, LIBRARY = "pack.yaml", "fields.yaml", "phrases/library.yaml"
PAPERS = frozenset({".docx", ".pdf", ".doc", ".docm", ".dotx", ".dotm", ".odt", ".rtf"})
LARGEST = 20_000_000

REASONS: Reasons = {
    "pack-unknown": Wording(
        "There is no pack for the authority “{authority}”.",
        "Correct `authority` in the casefile, or add a folder of that name with a pack.yaml. "
        "There are: {known}.",
    ),
}
FAULTS: Faults = {
    "pack-sheet-missing": Wording(
        "The folder has templates, but no pack.yaml says what they are for.",
        "Add a pack.yaml; to change single files of the packaged pack, write in it: "
        "based_on: {authority} {version}",
    ),
    "pack-base-form": Wording(
        "`based_on` must name an authority and a version.",
        "Write the name of its folder, a space and its version, as `docgen pack list` shows them.",
    ),
    "pack-base-unknown": Wording(
        "`based_on` names a pack that the program doesn't have.",
        "Name one of: {known}.",
    ),
    "pack-base-moved": Wording(
        "This pack was based on version {wanted}; the program now carries version {version}.",
        "Look at what changed, then write: based_on: {authority} {version}",
    ),
    "pack-file-too-large": Wording(
        "The file {name} is larger than {limit:,} bytes.",
        "Make its pictures smaller; a template needs far less.",
    ),
}


@dataclass(frozen=True, slots=True)
class PackSource:
    """A pack as read; `sheet` is None when its `pack.yaml` can't be, `forms` without forms."""

    authority: str
    sheet: Sheet | None
    contents: Mapping[str, bytes]
    places: Mapping[str, str]
    findings: tuple[Finding, ...] = ()
    forms: Sheet | None = None

    @property
    def templates(self) -> Mapping[str, TemplateFile]:
        """Give name, digest and place of each template file."""
        return {
            name: TemplateFile(name, sha256(content).hexdigest(), self.places[name])
            for name, content in self.contents.items()
        }


@dataclass(slots=True)
class _Reading:
    """What has been read so far, from the base first."""

    files: dict[str, Path] = field(default_factory=dict)
    findings: list[Finding] = field(default_factory=list)
    forms: Sheet | None = None


def authorities(*folders: Path | None) -> tuple[str, ...]:
    """List the authorities that have a `pack.yaml` in any of the folders."""
    found = {path.parent.name for folder in folders if folder for path in folder.glob(f"*/{PACK}")}
    return tuple(sorted(name for name in found if is_file_name(name)))


def read_pack(
    workspace_templates: Path | None, shipped_templates: Path, authority: str
) -> PackSource:
    """Read an authority's pack; an office's files go before the packaged ones."""
    known = authorities(workspace_templates, shipped_templates)
    reading = _Reading()
    own = workspace_templates / authority if workspace_templates else None
    if is_file_name(authority) and own and _is_pack(own):
        sheet = _office_sheet(own, shipped_templates, reading)
    elif authority in known:
        sheet = _packaged_sheet(shipped_templates / authority, reading)
    else:
        listed = ", ".join(get_close_matches(authority[:60], known, n=1) or known)
        raise stop(
            TemplateRejected, REASONS, "pack-unknown", authority=_told(authority), known=listed
        )
    library = _library(shipped_templates.parent / LIBRARY, reading)
    sheet = laid_over(library, sheet) if library and sheet else sheet
    contents = {name: _bytes(path) for name, path in sorted(reading.files.items())}
    places = {name: shown(path) for name, path in reading.files.items()}
    findings = tuple(reading.findings)
    return PackSource(authority, sheet, contents, places, findings, reading.forms)


def shown(path: Path) -> str:
    """Give a pack's file as messages name it: `templates/NAME/invite.docx`."""
    return "/".join(path.parts[-3:])


def _bytes(path: Path) -> bytes:
    with disk(shown(path)):
        return path.read_bytes()


def _told(authority: str) -> str:
    return authority if is_file_name(authority) else "…"


def _is_pack(folder: Path) -> bool:
    return folder.is_dir() and ((folder / PACK).is_file() or any(_papers(folder)))


def _papers(folder: Path) -> Iterator[Path]:
    for path in sorted(folder.iterdir()):
        shown_by_word = path.name.startswith(("~$", "."))
        if path.suffix.lower() in PAPERS and path.is_file() and not shown_by_word:
            yield path


def _library(path: Path, reading: _Reading) -> Sheet | None:
    """Read the phrases and the words to avoid that lie under every pack."""
    sheet, findings = read_sheet(path, LIBRARY) if path.is_file() else (None, ())
    reading.findings += findings
    return sheet


def _packaged_sheet(folder: Path, reading: _Reading) -> Sheet | None:
    _take(folder, reading)
    return _sheet(folder, reading)


def _sheet(folder: Path, reading: _Reading) -> Sheet | None:
    path = folder / PACK
    sheet, findings = read_sheet(path, shown(path))
    reading.findings += findings
    return sheet


def _take(folder: Path, reading: _Reading) -> None:
    for path in _papers(folder):
        if path.stat().st_size > LARGEST:
            names = {"name": path.name, "limit": LARGEST}
            reading.findings.append(fault(FAULTS, "pack-file-too-large", None, **names))
        else:
            reading.files[path.name] = path
    forms = folder / FORMS
    if forms.is_file():
        own, findings = read_sheet(forms, shown(forms))
        reading.findings += findings
        under = reading.forms
        reading.forms = laid_over(under, own) if under and own else own or under


def _office_sheet(own: Path, shipped_templates: Path, reading: _Reading) -> Sheet | None:
    if not (own / PACK).is_file():
        version = _version(shipped_templates / own.name)
        names = {"authority": own.name, "version": version}
        reading.findings.append(fault(FAULTS, "pack-sheet-missing", None, **names))
        return None
    sheet = _sheet(own, reading)
    based_on = sheet.root.get("based_on") if sheet else None
    base = None
    if isinstance(based_on, Scalar):
        base = _base(based_on, shipped_templates, reading)
    _take(own, reading)
    return laid_over(base, sheet) if base and sheet else sheet


def _version(folder: Path) -> str:
    sheet, _ = read_sheet(folder / PACK, PACK) if (folder / PACK).is_file() else (None, ())
    node = sheet.root.get("version") if sheet else None
    return node.text if isinstance(node, Scalar) else "1.0"


def _base(based_on: Scalar, shipped_templates: Path, reading: _Reading) -> Sheet | None:
    words = based_on.text.split()
    if len(words) != 2:  # noqa: PLR2004 (an authority and a version)
        reading.findings.append(fault(FAULTS, "pack-base-form", based_on.mark))
        return None
    authority, wanted = words
    known = authorities(shipped_templates)
    if authority not in known:
        told = fault(FAULTS, "pack-base-unknown", based_on.mark, known=", ".join(known))
        reading.findings.append(told)
        return None
    folder = shipped_templates / authority
    version = _version(folder)
    if version != wanted:
        names = {"authority": authority, "wanted": wanted, "version": version}
        told = fault(FAULTS, "pack-base-moved", based_on.mark, **names)
        reading.findings.append(replace(told, severity=Severity.INFORMATION))
    return _packaged_sheet(folder, reading)


def laid_over(base: Sheet, own: Sheet) -> Sheet:
    """Lay an office's sheet over the packaged one; in tables entry over entry."""
    digest = sha256(f"{base.digest} {own.digest}".encode()).hexdigest()
    return Sheet(own.file, _over(base.root, own.root, tables=True), digest)


def _over(base: Fields, own: Fields, *, tables: bool) -> Fields:
    mine = {key.text: (key, node) for key, node in own.entries}
    entries: list[tuple[Scalar, Node]] = []
    for key, node in base.entries:
        over_key, over = mine.pop(key.text, (key, node))
        if tables and isinstance(node, Fields) and isinstance(over, Fields):
            over = _over(node, over, tables=False)
        entries.append((over_key, over))
    return Fields((*entries, *mine.values()), own.mark)
