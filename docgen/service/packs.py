"""An authority's name → its pack, judged, with its templates; and what a clerk asks of packs."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from docgen.check.pack import judge_pack, judge_topics
from docgen.check.pack_forms import judge_forms
from docgen.check.promises import Asked, easily_said, promises_kept
from docgen.errors import Reasons, TemplateRejected, UsageTrouble, stop
from docgen.model.finding import Finding, Severity, Wording
from docgen.model.pack import Kind, Pack, TemplateFile
from docgen.model.sheet import Fields, Mark, Sheet
from docgen.model.values import Values
from docgen.service.for_pdf import remarks_for_pdf
from docgen.service.pack_forms import proved_forms
from docgen.service.proofread import Page, proofread, proofread_texts
from docgen.store.disk import write_whole
from docgen.store.packs import PACK, PackSource, authorities, read_pack
from docgen.store.shipped import shipped
from docgen.store.workspace import Workspace
from docgen.wording.topics import TOPICS
from docgen.wording.values import promised, statements_for

if TYPE_CHECKING:
    from docgen.press.word.lint.linter import Linted

REASONS: Reasons = {
    "pack-rejected": Wording(
        "The pack {authority} can't be used.",
        "Put right what is listed, then check it with: docgen pack check",
    ),
    "pack-kind-unknown": Wording(
        "The pack {authority} has no kind of document called “{document}”.",
        "Choose one of: {kinds}.",
    ),
    "pack-no-workspace": Wording(
        "The packaged templates can't be changed in place.",
        "Lay out an office's own folder with docgen init FOLDER, and run the command there.",
    ),
    "pack-own-already": Wording(
        "This office has a {file} of its own already.",
        "Open that file in Word. It was not touched.",
    ),
}
LANGUAGE = "en-GB"
OWN_SHEET = """\
# What this office changes in the packaged pack; all the rest comes from there.
based_on: {authority} {version}
"""


@dataclass(frozen=True, slots=True)
class LoadedPack:
    """A judged pack and the bytes of its template files by name."""

    pack: Pack
    contents: Mapping[str, bytes]


@dataclass(frozen=True, slots=True)
class ListedPack:
    """A pack as a list shows it; `pack` is None when it can't be used."""

    authority: str
    pack: Pack | None
    is_own: bool
    findings: tuple[Finding, ...] = ()


def list_packs(workspace: Workspace) -> tuple[ListedPack, ...]:
    """List all packs, the office's own and the packaged ones."""
    own, packaged = _own_templates(workspace), shipped("templates")
    is_apart = own is not None and own.resolve() != packaged.resolve()
    mine = authorities(own) if is_apart else ()
    names = authorities(own, packaged)
    return tuple(_listed(workspace, name, is_own=name in mine) for name in names)


def load_pack(workspace: Workspace, authority: str) -> LoadedPack:
    """Load a pack; raises `TemplateRejected` with all findings."""
    source = _read(workspace, authority)
    pack, findings = _judged(source)
    if pack is None:
        raise _rejected(authority, findings)
    return LoadedPack(pack, source.contents)


def check_pack(workspace: Workspace, authority: str) -> tuple[Finding, ...]:
    """Judge a pack, compile each template and hold it to its promises; gives all findings."""
    source = _read(workspace, authority)
    pack, findings = _judged(source)
    if pack is None:
        return findings
    checked = [
        finding
        for file in pack.templates.values()
        if file.name.endswith(".docx")
        for finding in _check_template(pack, file, source.contents[file.name])
    ]
    texts = proofread_texts(pack, _marks(source.sheet)) if source.sheet else ()
    return (*findings, *texts, *checked, *proved_forms(pack, source))


def lint_template(
    pack: Pack, file: TemplateFile, content: bytes, values: Values | None = None
) -> "Linted":
    """Tell all that is wrong with a pack's Word template, its promises among it.

    `values` are what it would be filled in with, where somebody has them.
    """
    from docgen.press.word import merge  # noqa: PLC0415 (slow to load; other commands need none)
    from docgen.press.word.lint.linter import Wish, lint  # noqa: PLC0415 (as above)
    from docgen.press.word.messages import messages_of  # noqa: PLC0415 (as above)

    kind = pack.kinds[file.name.partition(".")[0]]
    texts = statements_for(kind, pack, file.variant)
    template = merge.Template(content, file.place)
    linted = lint(template, Wish(texts, values=values, language=LANGUAGE))
    if not linted.is_usable:
        return linted
    used = linted.names
    try:
        known = {each.name: texts.get(each.name, "") for each in used.statements}
        merge.compile_template(template, known, merge.Letterhead(pack.name))
        if kind.audience == "parent":
            messages_of(template, known)
    except TemplateRejected as refused:
        return linted.after(refused.findings)
    asked = Asked(
        file.place,
        {each.name: each.where for each in reversed(used.used)},
        {each.name: each.where for each in used.statements},
    )
    kept = promises_kept(kind, asked, promised(kind, pack), texts)
    return linted.after((*kept, *easily_said(kind, file, pack.statements)))


def template_at(workspace: Workspace, path: Path) -> tuple[Pack, TemplateFile] | None:
    """Give the pack that a file is a template of; None for a file of nobody's."""
    own, folder = _own_templates(workspace), path.resolve().parent
    homes = {home.resolve() for home in (own, shipped("templates")) if home is not None}
    if folder.parent not in homes or not (folder / PACK).is_file():
        return None
    pack, _ = _judged(_read(workspace, folder.name))
    file = pack.templates.get(path.name) if pack is not None else None
    return (pack, replace(file, place=str(path))) if pack is not None and file else None


def edit_template(workspace: Workspace, authority: str, kind: str) -> Path:
    """Copy one template into the office's own folder to be edited there; never over another."""
    own = _own_templates(workspace)
    if own is None:
        raise stop(UsageTrouble, REASONS, "pack-no-workspace")
    loaded = load_pack(workspace, authority)
    name = template_of(loaded.pack, kind_of(loaded.pack, kind)).name
    folder = own / authority
    if (folder / name).exists():
        raise stop(UsageTrouble, REASONS, "pack-own-already", file=name)
    if not (folder / PACK).exists():
        sheet = OWN_SHEET.format(authority=authority, version=loaded.pack.version)
        write_whole(folder / PACK, sheet.encode())
    write_whole(folder / name, loaded.contents[name])
    return folder / name


def kind_of(pack: Pack, name: str) -> Kind:
    """Give a kind of the pack; raises `UsageTrouble` when there is none of that name."""
    if name not in pack.kinds:
        kinds = ", ".join(pack.kinds)
        names = {"authority": pack.authority, "document": name[:40], "kinds": kinds}
        raise stop(UsageTrouble, REASONS, "pack-kind-unknown", **names)
    return pack.kinds[name]


def template_of(pack: Pack, kind: Kind) -> TemplateFile:
    """Give a kind's usual template."""
    found = pack.template_for(kind.name, "standard")
    if found is None:  # a judged pack has one for each kind
        raise LookupError(kind.name)
    return found


def _own_templates(workspace: Workspace) -> Path | None:
    return workspace.templates if workspace.settings else None


def _read(workspace: Workspace, authority: str) -> PackSource:
    return read_pack(_own_templates(workspace), shipped("templates"), authority)


def _judged(source: PackSource) -> tuple[Pack | None, tuple[Finding, ...]]:
    if source.sheet is None:
        return None, source.findings
    pack, found = judge_pack(source.sheet, source.templates, source.authority)
    topics = judge_topics(source.sheet, pack, TOPICS) if pack else ()
    forms, unfit = judge_forms(source.forms, pack) if pack else (None, ())
    pack = replace(pack, forms=forms) if pack and forms else pack
    findings = (*source.findings, *found, *topics, *unfit)
    stopped = any(finding.severity is Severity.ERROR for finding in findings)
    return (None if stopped else pack), findings


def _rejected(authority: str, findings: tuple[Finding, ...]) -> Exception:
    error = stop(TemplateRejected, REASONS, "pack-rejected", authority=authority)
    error.findings = findings
    return error


def _listed(workspace: Workspace, authority: str, *, is_own: bool) -> ListedPack:
    pack, findings = _judged(_read(workspace, authority))
    return ListedPack(authority, pack, is_own, findings)


def _check_template(pack: Pack, file: TemplateFile, content: bytes) -> tuple[Finding, ...]:
    linted = lint_template(pack, file, content)
    kind = pack.kinds[file.name.partition(".")[0]]
    read = proofread(Page(pack, kind, file, linted.lines))
    for_pdf = remarks_for_pdf(content, file.place, Severity.WARNING)
    return (*(each.finding for each in linted.told), *read, *for_pdf)


def _marks(sheet: Sheet) -> Mapping[str, Mark]:
    """Give where each statement and phrase stands."""
    tables = (sheet.root.get(name) for name in ("statements", "phrases"))
    found = (table.entries for table in tables if isinstance(table, Fields))
    return {key.text: key.mark for entries in found for key, _ in entries}
