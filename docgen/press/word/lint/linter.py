"""A template → all its findings at once: what refuses it, and what reads badly."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field, replace

from docgen.errors import TemplateRejected
from docgen.model.finding import Finding, Severity
from docgen.model.values import Values
from docgen.press.word import bench as benches
from docgen.press.word.bench import Bench
from docgen.press.word.lint.cells import cell_tags_outside
from docgen.press.word.lint.data import guarded, idle, lacking
from docgen.press.word.lint.house import house_remarks, page_of
from docgen.press.word.lint.page import Line
from docgen.press.word.lint.spots import Spots
from docgen.press.word.lint.told import (
    Told,
    capped,
    told_of_findings,
    told_of_remarks,
    told_of_troubles,
    told_of_uses,
)
from docgen.press.word.names import Names
from docgen.press.word.shapes import PACK, Demands, Template


@dataclass(frozen=True, slots=True)
class Wish:
    """What a template is held against.

    `statements` are the texts it places (which it may place is judged by the pack's promises),
    `names` those it may use (None: any), `values` what it would be filled in with, `language`
    what its styles should have (empty: any one), `demands` which tags it may hold.
    """

    statements: Mapping[str, str] = field(default_factory=dict)
    names: Collection[str] | None = None
    values: Values | None = None
    language: str = ""
    demands: Demands = PACK


@dataclass(frozen=True, slots=True)
class Linted:
    """All findings about a template, the names and statements it uses, and its paragraphs."""

    told: tuple[Told, ...]
    names: Names
    spots: Spots
    lines: tuple[Line, ...] = ()

    @property
    def is_usable(self) -> bool:
        """Tell whether nothing refuses it."""
        return all(each.finding.severity is not Severity.ERROR for each in self.told)

    def after(self, refused: Iterable[Finding]) -> "Linted":
        """Put findings of the press before all others."""
        first = tuple(told_of_findings(refused, self.spots))
        return replace(self, told=(*first, *self.told))


def lint(template: Template, wish: Wish) -> Linted:
    """Tell everything about a template; never raises for what is in the file."""
    try:
        bench = benches.laid_out(template, wish.demands)
    except TemplateRejected as refused:
        return Linted(tuple(map(Told, refused.findings)), Names(()), Spots(()))
    page = page_of(bench)
    spots = Spots(page.all_lines)
    remarks = list(house_remarks(page, wish.language))
    names = _read(bench, wish)
    told = [
        *told_of_troubles(bench.place, bench.troubles, spots),
        *told_of_uses(bench.place, cell_tags_outside(bench.readings.values()), spots),
        *_about_data(bench, names, wish.values, spots),
        *told_of_remarks(bench.place, remarks),
    ]
    return Linted(capped(told, bench.place), names, spots, page.lines)


def _read(bench: Bench, wish: Wish) -> Names:
    placed = () if wish.demands.free else benches.placed_on(bench)
    texts = {each.name: wish.statements.get(each.name, "") for each in placed}
    benches.place(bench, texts)
    benches.read(bench)
    if wish.names is not None:
        bench.troubles += benches.unknown(bench, wish.names)
    return Names(benches.names_on(bench), placed)


def _about_data(
    bench: Bench, names: Names, values: Values | None, spots: Spots
) -> tuple[Told, ...]:
    if values is None:
        return ()
    spared = guarded(bench.readings.values())
    uses = (*lacking(names.used, values, spared), *idle(names.used, values))
    return tuple(told_of_uses(bench.place, uses, spots))
