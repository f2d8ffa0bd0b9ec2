"""A workspace's translations for an authority → what papers can be made in, and how each is set."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from docgen.model.language import ENGLISH, Catalogue, reader_of
from docgen.model.plan import Job, Offers
from docgen.store.catalogues import read_catalogue
from docgen.store.illustrations import read_pictures
from docgen.store.languages import folders_of, has_plain, languages
from docgen.store.workspace import Workspace
from docgen.wording.bundle import Bundle, english
from docgen.wording.lines import Form, own_lines
from docgen.wording.notes import Notes

if TYPE_CHECKING:
    from docgen.press.word.shapes import Edition, Tongue

PICTURES, EASY = "pictures", ".easy."
PLAIN, STANDARD = "plain", "standard"
Pictures = Mapping[str, tuple[bytes, str]]


@dataclass(frozen=True)
class Tongues:
    """What there is for an authority: languages, their sentences, pictures; each read once."""

    folders: tuple[Path, ...]
    authority: str
    drawn: Path | None = None
    _catalogues: dict[tuple[str, str], Catalogue] = field(default_factory=dict, repr=False)

    @cached_property
    def offers(self) -> Offers:
        """Give what papers for parents can be made in; raises `TemplateRejected`."""
        found = tuple(languages(self.folders).values())
        return Offers(found, has_plain(self.folders, self.authority))

    @cached_property
    def screen_fonts(self) -> Mapping[str, str]:
        """Give the fonts that read out badly from a PDF, and what to set in their place."""
        return {each.font: each.screen_font for each in self.offers.languages if each.screen_font}

    @cached_property
    def pictures(self) -> Pictures:
        """Give the pictures of easy papers by key: bytes, and what they show."""
        return read_pictures(self.drawn)

    def catalogue(self, tag: str, variant: str = STANDARD) -> Catalogue:
        """Give the sentences of a language; raises `WordingMissing` and `TemplateRejected`."""
        key = (tag, variant)
        if key not in self._catalogues:
            self._catalogues[key] = read_catalogue(self.folders, tag, self.authority, variant)
        return self._catalogues[key]

    def english(self, variant: str) -> Bundle:
        """Give the English words of a paper: ordinary ones, or plain."""
        if variant == PLAIN:
            return Bundle(self.catalogue(ENGLISH.tag, variant))
        return english()

    def words(self, job: Job) -> Bundle | None:
        """Give the words of a paper in its reader's language, noting what they lack."""
        tag = reader_of(job.language)
        return None if tag == ENGLISH.tag else Bundle(self.catalogue(tag))

    def edition(self, job: Job, template: str, notes: Notes) -> "Edition":
        """Give how a template is set for a job; `notes` takes what docgen's own lines lack."""
        from docgen.press.word.shapes import Edition, Tongue  # noqa: PLC0415 - the press; plans need none

        tag = reader_of(job.language)
        reader = None if tag == ENGLISH.tag else self.catalogue(tag)
        own = self.catalogue(ENGLISH.tag, PLAIN if job.variant == PLAIN else STANDARD)
        has_lines = reader is not None or job.variant == PLAIN
        form: Form = "letters" if job.kind.letter else "clauses"
        return Edition(
            reader=_tongue(Bundle(reader, notes), reader, reader, form) if reader else None,
            form=form,
            english=_tongue(english(), own, reader or own, form) if has_lines else Tongue(own),
            large=job.variant == "large",
            pictures=self.pictures if EASY in template else {},
        )


def tongues_of(workspace: Workspace, authority: str) -> Tongues:
    """Lay out what a workspace has for an authority; nothing is read yet."""
    own = workspace.root / PICTURES if workspace.settings else None
    drawn = own if own and own.is_dir() else None
    return Tongues(folders_of(workspace, authority), authority, drawn)


def _tongue(bundle: Bundle, texts: Catalogue, reader: Catalogue, form: Form) -> "Tongue":
    """Put sentences and docgen's own lines, in a bundle's language, about a reader's together."""
    from docgen.press.word.shapes import Lines, Tongue  # noqa: PLC0415 - as above

    said = own_lines(bundle, reader.language, form)
    return Tongue(texts, Lines(mark=said.mark, unchecked=said.unchecked, stands=said.stands))
