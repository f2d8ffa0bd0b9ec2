"""A template's bytes → its parts as trees, what was read of each, and all its faults."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from urllib.parse import unquote

from docgen.press.ooxml import markup
from docgen.press.ooxml.names import Element, local
from docgen.press.ooxml.package import Package, open_package
from docgen.press.ooxml.parts import MERGED, core_properties, parts_of
from docgen.press.ooxml.relations import all_relations
from docgen.press.word.elsewhere import TAG, troubles_elsewhere
from docgen.press.word.names import Used, is_known, nearest
from docgen.press.word.places import PROPERTIES
from docgen.press.word.properties import read_properties
from docgen.press.word.reading import Reading, read_part
from docgen.press.word.shapes import PACK, Demands, Template
from docgen.press.word.statements import place_statements, statements_used
from docgen.press.word.structure import Found
from docgen.press.word.trouble import Trouble, rejected

STATEMENTS = "statements."
SHOWN = ("docProps/", "word/charts/", "word/diagrams/")
STORY_ROOTS = frozenset(
    {"document", "hdr", "ftr", "footnotes", "endnotes", "comments", "glossaryDocument"}
)


@dataclass(slots=True)
class Bench:
    """A template on its way: the trees of the parts that are filled in, and what was found."""

    package: Package
    place: str
    trees: dict[str, Element]
    stories: dict[str, str]
    demands: Demands = PACK
    readings: dict[str, Reading] = field(default_factory=dict)
    troubles: list[Trouble] = field(default_factory=list)

    @property
    def texts(self) -> dict[str, Element]:
        """Give the trees that hold paragraphs."""
        return {name: tree for name, tree in self.trees.items() if self.stories[name] != PROPERTIES}


def laid_out(template: Template, demands: Demands = PACK) -> Bench:
    """Open a template; raises TemplateRejected if the file itself can't be used."""
    package, findings = open_package(template.content, template.place)
    if package is None:
        raise rejected(template.place, findings)
    stories = {part.member: part.story for part in parts_of(package) if part.story in MERGED}
    core = core_properties(package)
    stories |= {core: PROPERTIES} if core else {}
    trees = {member: package.tree(member) for member in stories}
    return Bench(package, template.place, trees, stories, demands)


def place(bench: Bench, statements: Mapping[str, str]) -> None:
    """Put a pack's statements in place in every part; to a free template the word means nothing."""
    for member, story in () if bench.demands.free else bench.stories.items():
        bench.troubles += place_statements(bench.trees[member], story, statements)


def read(bench: Bench) -> None:
    """Read the tags of every part, and look for what no template may hold."""
    read_parts(bench)
    bench.troubles += _elsewhere(bench)
    for found, name in _used(bench):
        if name.startswith(STATEMENTS) and not bench.demands.free:
            bench.troubles.append(Trouble("word-statement-beside", found.place, found.tag.text))


def read_parts(bench: Bench) -> None:
    """Read the tags of every part."""
    for member, story in bench.stories.items():
        tree = bench.trees[member]
        is_properties, demands = story == PROPERTIES, bench.demands
        reading = (
            read_properties(tree, demands) if is_properties else read_part(tree, story, demands)
        )
        bench.readings[member] = reading
        bench.troubles += reading.troubles


def unknown(bench: Bench, names: Collection[str]) -> Iterator[Trouble]:
    """Tell of each use of a name that nobody promised."""
    for found, name in _used(bench):
        if not name.startswith(STATEMENTS) and not is_known(name, names):
            words = {"what": name, "nearest": nearest(name, names)}
            yield Trouble("word-undefined-name", found.place, found.tag.text, words)


def names_on(bench: Bench) -> tuple[Used, ...]:
    """Give each name that the template uses, with its place."""
    return tuple(Used(name, found.place) for found, name in _used(bench))


def placed_on(bench: Bench) -> tuple[Used, ...]:
    """Give the statements that the template places; to be asked before they are put in place."""
    return tuple(
        used
        for member, story in bench.stories.items()
        for used in statements_used(bench.trees[member], story)
    )


def _used(bench: Bench) -> Iterator[tuple[Found, str]]:
    for reading in bench.readings.values():
        yield from reading.used


def _elsewhere(bench: Bench) -> Iterator[Trouble]:
    package = bench.package
    parts = {part.member: part.story for part in parts_of(package)}
    for member in package.members:
        if member in bench.trees and bench.stories[member] != PROPERTIES:
            yield from troubles_elsewhere(bench.trees[member], parts[member], merged=True)
        elif member not in bench.trees and markup.is_xml(member, package.types[member]):
            tree = package.tree(member)
            if member.startswith(SHOWN) or local(tree) in STORY_ROOTS:
                where = parts.get(member, f"part {member}")
                yield from troubles_elsewhere(tree, where, merged=False)
    for relation in all_relations(package.members):
        if TAG.search(unquote(relation.target)):
            yield Trouble("word-tag-elsewhere", "in a link", unquote(relation.target))
