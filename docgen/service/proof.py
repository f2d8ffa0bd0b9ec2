"""A kind of document → its template set with sample values of each size, and what is wrong there.

Where nobody's letter is at stake: the pages are set by docgen alone, in each language there is, and
judged as a typesetter would. The PDFs and pictures of the pages lie in `output/proof`.
"""

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from docgen.check.layout import judge_layout, over_budget
from docgen.check.pages import judge_pages
from docgen.model.finding import Finding
from docgen.model.pack import Kind, TemplateFile
from docgen.model.plan import Job
from docgen.model.sheet import Mark
from docgen.model.values import Values
from docgen.service.packs import LoadedPack, kind_of, load_pack, template_of
from docgen.service.pdf import Engine, pdf_of
from docgen.store.disk import write_whole
from docgen.store.workspace import Workspace
from docgen.wording.samples import SIZES, Size, sample
from docgen.wording.values import statements_for

FOLDER = "proof"
LANGUAGES = ("en",)
DATED = dt.date(2000, 1, 1)
DPI = 80
BUDGETED: Size = "ordinary"


@dataclass(frozen=True, slots=True)
class Pull:
    """One setting of a template: with which values, how many pages came of it, where they lie."""

    language: str
    size: Size
    pages: int
    pdf: Path
    pictures: tuple[Path, ...]
    findings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class Proof:
    """All settings of a kind's template; `budget` is how many pages its pack allows it."""

    authority: str
    kind: str
    budget: int | None
    pulls: tuple[Pull, ...]

    @property
    def findings(self) -> tuple[Finding, ...]:
        """Give what was found in any of them."""
        return tuple(finding for pull in self.pulls for finding in pull.findings)


def prove(workspace: Workspace, authority: str, kind: str) -> Proof:
    """Set a kind's template with sample values of each size and look at its pages.

    Raises `UsageTrouble` for no such kind, `TemplateRejected` for a pack or template that can't be
    used, or that docgen alone can't set as Word does; `DiskTrouble`.
    """
    loaded = load_pack(workspace, authority)
    wanted = kind_of(loaded.pack, kind)
    folder = workspace.output / FOLDER / authority
    press = Press(loaded, wanted, template_of(loaded.pack, wanted))
    pulls = tuple(press.pull(folder, language, size) for language in LANGUAGES for size in SIZES)
    return Proof(authority, kind, wanted.pages, pulls)


@dataclass(frozen=True)
class Press:
    """A kind's template, ready to be set."""

    loaded: LoadedPack
    kind: Kind
    template: TemplateFile

    def pull(self, folder: Path, language: str, size: Size) -> Pull:
        """Set the template with values of a size; write and judge its pages."""
        from docgen.press.pdf.pages import pages_in, pages_of  # noqa: PLC0415 - slow to load
        from docgen.press.pdf.parts import parts_of  # noqa: PLC0415 - as above

        values = sample(self.kind, self.loaded.pack, size)
        word = self._merged(values)
        pdf, _ = pdf_of(word, self.template.place, DATED, Engine.NATIVE)
        pages, mark = pages_in(pdf), Mark(self.template.place, 1, 1)
        findings = (
            *(over_budget(pages.count, self.kind.pages, size, mark) if size == BUDGETED else ()),
            *judge_layout(pages, parts_of(pdf), size, mark),
            *judge_pages(pages, self._job(language), values, self.loaded.pack),
        )
        name = f"{self.kind.name}-{language}-{size}"
        pictures = enumerate(pages_of(pdf, DPI), 1)
        files = {
            f"{name}.pdf": pdf,
            **{f"{name}-page-{number}.png": picture for number, picture in pictures},
        }
        whole, *drawn = _written(folder, files)
        return Pull(language, size, pages.count, whole, tuple(drawn), findings)

    def _merged(self, values: Values) -> bytes:
        from docgen.press.word.merge import (  # noqa: PLC0415 - slow to load
            Letterhead,
            Template,
            compile_template,
            merge,
        )

        school = values["school"]
        name = str(school["name"]) if isinstance(school, Mapping) else ""
        content = Template(self.loaded.contents[self.template.name], self.template.place)
        statements = statements_for(self.kind, self.loaded.pack)
        return merge(compile_template(content, statements, Letterhead(name)), values).content

    def _job(self, language: str) -> Job:
        return Job(self.kind, "", None, None, frozenset(), "", "", language=language)


def _written(folder: Path, files: Mapping[str, bytes]) -> Iterator[Path]:
    """Write files in place of those of an earlier proof."""
    first = next(iter(files)).removesuffix(".pdf")
    for old in sorted(folder.glob(f"{first}-page-*.png")):
        old.unlink()
    for name, content in files.items():
        write_whole(folder / name, content)
        yield folder / name
