"""The library of phrases, or an authority's → each phrase, and what its words leave open."""

from dataclasses import dataclass

from docgen.check.library import Library
from docgen.check.shape import typed
from docgen.errors import TemplateRejected, stop
from docgen.model.agreement import asks
from docgen.model.pack import Phrase
from docgen.service.packs import REASONS, load_pack
from docgen.store.packs import LIBRARY
from docgen.store.sheets import read_sheet
from docgen.store.shipped import shipped
from docgen.store.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Listed:
    """A phrase under its key, and the names it leaves open."""

    key: str
    phrase: Phrase
    asks: tuple[str, ...]


def list_phrases(workspace: Workspace, authority: str | None = None) -> tuple[Listed, ...]:
    """List an authority's phrases, or those of the library alone; raises `TemplateRejected`."""
    known = load_pack(workspace, authority).pack.phrases if authority else library().phrases
    return tuple(Listed(key, phrase, asks(phrase)) for key, phrase in known.items())


def library() -> Library:
    """Give what lies under every pack; raises `TemplateRejected`."""
    sheet, findings = read_sheet(shipped("phrases").parent / LIBRARY, LIBRARY)
    read, unfit = typed(sheet.root, Library) if sheet else (None, ())
    if read is None:
        error = stop(TemplateRejected, REASONS, "pack-rejected", authority=LIBRARY)
        error.findings = (*findings, *unfit)
        raise error
    return read
