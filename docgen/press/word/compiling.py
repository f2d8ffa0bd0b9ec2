"""A Word template → compiled once, or all its faults; and the names that it uses."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import count

from docgen.press.ooxml import markup
from docgen.press.ooxml.names import Element
from docgen.press.ooxml.repair import number, repair
from docgen.press.ooxml.splice import constant
from docgen.press.word import bench as benches
from docgen.press.word.bench import Bench
from docgen.press.word.compiled import Compiled, Tagged
from docgen.press.word.editions import edited, judge_edition
from docgen.press.word.environment import environment
from docgen.press.word.letterhead import exchange, judge_letterhead
from docgen.press.word.lower import Line, lower
from docgen.press.word.names import Names
from docgen.press.word.places import PROPERTIES, spoken
from docgen.press.word.proof import Mending, numbered, proved
from docgen.press.word.runlooks import looks_in
from docgen.press.word.shapes import PACK, Demands, Edition, Letterhead, Template
from docgen.press.word.source import codes_of
from docgen.press.word.trouble import Trouble, reject

COLUMNS = frozenset({"colspan", "hm"})


@dataclass(frozen=True, slots=True)
class Lowered:
    """A part as source: the line of each tag, and what to mend in what it prints."""

    member: str
    source: str
    lines: tuple[Line, ...]
    mending: Mending


def compile_template(
    template: Template,
    statements: Mapping[str, str],
    letterhead: Letterhead | None = None,
    names: Collection[str] | None = None,
    demands: Demands = PACK,
) -> Compiled:
    """Compile a template; with `names`, a tag that uses any other name is a fault.

    Raises TemplateRejected with all findings.
    """
    bench = benches.laid_out(template, demands)
    _judge(bench, statements, letterhead, names)
    return _with_letterhead(bench, letterhead)


def compile_edition(
    template: Template,
    statements: Mapping[str, str],
    edition: Edition,
    letterhead: Letterhead | None = None,
    names: Collection[str] | None = None,
) -> Compiled:
    """Compile a pack's template as an edition has it.

    Raises TemplateRejected as `compile_template`; WordingMissing for messages that the reader's
    catalogue lacks.
    """
    bench = benches.laid_out(template)
    judge_edition(bench, edition)
    _judge(bench, statements, letterhead, names)
    bench, messages = edited(bench, edition)
    return replace(_with_letterhead(bench, letterhead), messages=messages)


def names_used(template: Template, demands: Demands = PACK) -> Names:
    """Give the names that a template uses and the statements that it places.

    Raises TemplateRejected with all findings.
    """
    bench = benches.laid_out(template, demands)
    placed = () if demands.free else benches.placed_on(bench)
    benches.place(bench, {used.name: "" for used in placed})
    benches.read(bench)
    reject(bench.place, bench.troubles)
    return Names(benches.names_on(bench), placed)


def _judge(
    bench: Bench,
    statements: Mapping[str, str],
    letterhead: Letterhead | None,
    names: Collection[str] | None,
) -> None:
    """Put statements in place and read the tags; raise TemplateRejected with all findings."""
    benches.place(bench, statements)
    benches.read(bench)
    if names is not None:
        bench.troubles += benches.unknown(bench, names)
    if letterhead is not None:
        bench.troubles += judge_letterhead(letterhead, bench.texts)
    reject(bench.place, bench.troubles)


def _with_letterhead(bench: Bench, letterhead: Letterhead | None) -> Compiled:
    members = dict(bench.package.members)
    if letterhead is not None:
        members = exchange(members, bench.texts, letterhead)
    return _compiled(bench, members, list(_lowered(bench)))


def _lowered(bench: Bench) -> Iterator[Lowered]:
    for member, reading in bench.readings.items():
        tree = bench.trees[member]
        repair(tree)
        if not reading.found:
            continue
        lowered = lower(tree, reading.found, bench.demands)
        is_properties = bench.stories[member] == PROPERTIES
        mending = Mending() if is_properties else proved(lowered[0]) if lowered else None
        if lowered is None or mending is None:
            bench.troubles.append(Trouble("word-tag-lost", spoken(bench.stories[member])))
            continue
        source, lines = lowered
        yield Lowered(member, source, lines, _with_columns(mending, lines))


def _with_columns(mending: Mending, lines: tuple[Line, ...]) -> Mending:
    """Have tables mended whose columns come and go."""
    found = [one for _, one in lines]
    if any(one.tag.level == "tc" or (one.said and one.said.word in COLUMNS) for one in found):
        return Mending(mending.fills, mending.hollow, True, mending.counted)
    return mending


def _compiled(bench: Bench, members: dict[str, bytes], lowered: list[Lowered]) -> Compiled:
    reject(bench.place, bench.troubles)
    numbers = count(1)
    tagged = {each.member for each in lowered}
    for member, tree in bench.trees.items():
        if member not in tagged:
            members[member] = _static(tree, numbers)
    first = next(numbers)
    counted = any(each.mending.counted for each in lowered)
    at, parts = first, []
    env = environment(bench.demands, dict.fromkeys(bench.demands.filters, str))
    for each in lowered:
        source, at = numbered(each.source, at, counted=counted)
        in_line = bench.stories[each.member] == PROPERTIES
        free = bench.demands.free
        looks, by_line = ((), {}) if free or in_line else looks_in(source)
        quick, careful = codes_of(env, source, f"<{each.member}>", free=free, looks=by_line)
        places = tuple((line, found.place, found.tag.text) for line, found in each.lines)
        mending = Mending(each.mending.fills, each.mending.hollow, each.mending.always, counted)
        parts.append(Tagged(each.member, quick, careful, places, mending, in_line, looks))
    still = {name: data for name, data in members.items() if name not in tagged}
    demands = bench.demands
    return Compiled(bench.place, constant(still), tuple(parts), first, demands, env=env)


def _static(tree: Element, numbers: Iterator[int]) -> bytes:
    number(tree, numbers)
    return markup.bytes_of(tree)
