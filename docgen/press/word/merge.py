"""A Word template → compiled once, or all its faults; compiled template and values → document."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace
from itertools import count

from docgen.model.rendition import Rendition
from docgen.model.values import Values
from docgen.press.ooxml import markup
from docgen.press.ooxml.members import digest_of, write_members
from docgen.press.ooxml.package import package_of
from docgen.press.ooxml.repair import repair
from docgen.press.ooxml.words import words_in
from docgen.press.word import bench as benches
from docgen.press.word.bench import Bench
from docgen.press.word.environment import (
    compile_source,
    environment,
    text_in_line,
    text_in_word,
)
from docgen.press.word.filling import fill
from docgen.press.word.letterhead import exchange, judge_letterhead
from docgen.press.word.lower import lower
from docgen.press.word.names import Names, Used
from docgen.press.word.places import PROPERTIES, spoken
from docgen.press.word.plain import Budget, plain
from docgen.press.word.shapes import Compiled, Letterhead, Tagged, Template
from docgen.press.word.trouble import Trouble, reject

__all__ = [
    "Compiled",
    "Letterhead",
    "Names",
    "Template",
    "Used",
    "compile_template",
    "merge",
    "names_used",
]

IN_WORD, IN_LINE = environment(text_in_word), environment(text_in_line)


def compile_template(
    template: Template,
    statements: Mapping[str, str],
    letterhead: Letterhead,
    names: Collection[str] | None = None,
) -> Compiled:
    """Compile a template; with `names`, a tag that uses any other name is a fault.

    Raises TemplateRejected with all findings.
    """
    bench = benches.laid_out(template)
    benches.place(bench, statements)
    benches.read(bench)
    if names is not None:
        bench.troubles += benches.unknown(bench, names)
    bench.troubles += judge_letterhead(letterhead, bench.texts)
    reject(bench.place, bench.troubles)
    members = exchange(bench.package.members, bench.texts, letterhead)
    parts = dict(_lowered(bench))
    reject(bench.place, bench.troubles)
    numbers = count(1)
    for name, tree in bench.trees.items():
        if name not in parts:
            repair(tree, numbers)
        members[name] = markup.bytes_of(tree)
    return Compiled(bench.place, package_of(members), parts, next(numbers))


def names_used(template: Template) -> Names:
    """Give the names that a template uses and the statements that it places.

    Raises TemplateRejected with all findings.
    """
    bench = benches.laid_out(template)
    placed = benches.placed_on(bench)
    benches.place(bench, {used.name: "" for used in placed})
    benches.read(bench)
    reject(bench.place, bench.troubles)
    return Names(benches.names_on(bench), placed)


def merge(compiled: Compiled, values: Values) -> Rendition:
    """Fill a compiled template in; the same values give the same bytes.

    Raises TemplateRejected for a name without a value, for what can't be printed
    and past the bounds; CasefileRejected for a character that can't be shown.
    """
    budget = Budget.of(sum(len(tagged.places) for tagged in compiled.parts.values()))
    data = plain(values, budget)
    members = dict(compiled.package.members)
    numbers = count(compiled.drawings)
    for name, tagged in compiled.parts.items():
        tree = markup.parse(fill(compiled.place, tagged, data, budget))
        repair(tree, numbers)
        members[name] = markup.bytes_of(tree)
    words = words_in(replace(compiled.package, members=members))
    return Rendition(write_members(members), digest_of(members), words)


def _lowered(bench: Bench) -> Iterator[tuple[str, Tagged]]:
    for name, reading in bench.readings.items():
        if not reading.found:
            continue
        lowered = lower(bench.trees[name], reading.found)
        if lowered is None:
            bench.troubles.append(Trouble("word-tag-lost", spoken(bench.stories[name])))
            continue
        source, lines = lowered
        env = IN_LINE if bench.stories[name] == PROPERTIES else IN_WORD
        places = tuple((line, found.place, found.tag.text) for line, found in lines)
        yield name, Tagged(compile_source(env, source, f"<{name}>"), places)
