"""A kind of document → its template set with sample values of each size, and what is wrong there.

Where nobody's letter is at stake: the pages are set by docgen alone, in each language there is, and
judged as a typesetter would. The PDFs and pictures of the pages lie in `output/proof`.
"""

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from docgen.check.layout import judge_layout, over_budget
from docgen.check.pages import judge_pages
from docgen.errors import WordingMissing
from docgen.model.finding import Finding, Severity
from docgen.model.language import ENGLISH, paired
from docgen.model.pack import Kind
from docgen.model.people import Variant
from docgen.model.plan import Job
from docgen.model.sheet import Mark
from docgen.model.values import Values
from docgen.service.form_papers import filled_form
from docgen.service.packs import LoadedPack, kind_of, load_pack
from docgen.service.pdf import Engine, pdf_of
from docgen.service.templates import Head, compiled_for, template_for
from docgen.service.tongues import Tongues, tongues_of
from docgen.store.disk import write_whole
from docgen.store.workspace import Workspace
from docgen.wording.notes import Notes
from docgen.wording.samples import SIZES, Size, sample
from docgen.wording.values import in_both

FOLDER = "proof"
DATED = dt.date(2000, 1, 1)
DPI = 80
BUDGETED: Size = "ordinary"
STANDARD: Variant = "standard"


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
    """All settings of a kind's template; `budget` is how many pages its pack allows it.

    `untranslated` are the languages in which something of it is missing.
    """

    authority: str
    kind: str
    budget: int | None
    pulls: tuple[Pull, ...]
    untranslated: tuple[str, ...] = ()

    @property
    def findings(self) -> tuple[Finding, ...]:
        """Give what was found in any of them."""
        return tuple(finding for pull in self.pulls for finding in pull.findings)


def prove(workspace: Workspace, authority: str, kind: str, variant: Variant = STANDARD) -> Proof:
    """Set a kind's template with sample values of each size and look at its pages.

    What parents get is set in each language into which all of it is translated. Raises
    `UsageTrouble` for no such kind, `TemplateRejected` for a pack or template that can't be used,
    or that docgen alone can't set as Word does; `DiskTrouble`.
    """
    loaded, tongues = load_pack(workspace, authority), tongues_of(workspace, authority)
    wanted = kind_of(loaded.pack, kind)
    press = Press(loaded, wanted, tongues, workspace.output / FOLDER / authority)
    jobs = [_job(wanted, language, variant) for language in _languages(wanted, tongues)]
    ready = [job for job in jobs if press.is_whole(job)]
    pulls = tuple(press.pull(job, size) for job in ready for size in SIZES)
    missing = tuple(job.language for job in jobs if job not in ready)
    return Proof(authority, kind, wanted.pages, pulls, missing)


@dataclass(frozen=True)
class Press:
    """A kind's template, ready to be set; what is set lies in a folder."""

    loaded: LoadedPack
    kind: Kind
    tongues: Tongues
    folder: Path

    def is_whole(self, job: Job) -> bool:
        """Tell whether all of the template, and docgen's own lines, can be said in a language."""
        notes = Notes()
        try:
            self._made(job, "ordinary", notes)
        except WordingMissing:
            return False
        return not notes.lacks

    def pull(self, job: Job, size: Size) -> Pull:
        """Set the template with values of a size; write and judge its pages."""
        from docgen.press.pdf.pages import pages_in, pages_of  # noqa: PLC0415 - slow to load
        from docgen.press.pdf.parts import parts_of  # noqa: PLC0415 - as above

        place = template_for(self.loaded, job).place
        made, values, found = self._made(job, size, Notes())
        pdf = made if self._is_form else pdf_of(made, place, DATED, Engine.NATIVE)[0]
        pages, mark = pages_in(pdf), Mark(place, 1, 1)
        is_held = size == BUDGETED and (job.language, job.variant) == (ENGLISH.tag, STANDARD)
        findings = (
            *found,
            *(over_budget(pages.count, self.kind.pages, size, mark) if is_held else ()),
            *judge_layout(pages, parts_of(pdf), size, mark),
            *judge_pages(pages, job, values, self.loaded.pack),
        )
        name = "-".join((job.kind.name, _setting(job), size))
        pictures = enumerate(pages_of(pdf, DPI), 1)
        files = {
            f"{name}.pdf": pdf,
            **{f"{name}-page-{number}.png": picture for number, picture in pictures},
        }
        whole, *drawn = _written(self.folder, files)
        return Pull(_setting(job), size, pages.count, whole, tuple(drawn), findings)

    @property
    def _is_form(self) -> bool:
        return self.loaded.pack.is_form(self.kind.name)

    def _made(
        self, job: Job, size: Size, notes: Notes
    ) -> tuple[bytes, Values, tuple[Finding, ...]]:
        """Fill the template in; the sample values are in English in both languages."""
        from docgen.press.word.merge import merge  # noqa: PLC0415 - slow to load

        values = sample(self.kind, self.loaded.pack, size)
        if self._is_form:
            form, found = filled_form(self.loaded, job, values)
            told = Severity.ERROR if size == BUDGETED else Severity.INFORMATION
            return form.content, values, tuple(replace(each, severity=told) for each in found)
        school = values["school"]
        name = str(school["name"]) if isinstance(school, Mapping) else ""
        edition = self.tongues.edition(job, template_for(self.loaded, job).name, notes)
        both = in_both(values, values, unchecked=True) if edition.reader else values
        compiled = compiled_for(self.loaded, job, Head(name), edition)
        return merge(compiled, both).content, both, ()


def _languages(kind: Kind, tongues: Tongues) -> Iterable[str]:
    others = tongues.offers.languages if kind.audience == "parent" else ()
    return (ENGLISH.tag, *(paired(each.tag) for each in others))


def _job(kind: Kind, language: str, variant: Variant) -> Job:
    return Job(kind, "", None, None, frozenset(), "", "", language=language, variant=variant)


def _setting(job: Job) -> str:
    return job.language if job.variant == STANDARD else f"{job.language}-{job.variant}"


def _written(folder: Path, files: Mapping[str, bytes]) -> Iterator[Path]:
    """Write files in place of those of an earlier proof."""
    first = next(iter(files)).removesuffix(".pdf")
    for old in sorted(folder.glob(f"{first}-page-*.png")):
        old.unlink()
    for name, content in files.items():
        write_whole(folder / name, content)
        yield folder / name
