"""A template with its statements in place → its messages, or why it can't be translated."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import PurePath

from docgen.model.language import Message, Pair
from docgen.press.ooxml.contexts import style_names
from docgen.press.ooxml.messages import Sentence, alt_texts_of, sentences_of, title_of
from docgen.press.word import bench as benches
from docgen.press.word.bench import Bench
from docgen.press.word.places import PROPERTIES, place_of
from docgen.press.word.shapes import Template
from docgen.press.word.trouble import Trouble, reject


def messages_of(template: Template, statements: Mapping[str, str]) -> tuple[Message, ...]:
    """Give the messages of a template, each once, in reading order, with all their places.

    Raises TemplateRejected with all findings.
    """
    bench = benches.laid_out(template)
    benches.place(bench, statements)
    benches.read(bench)
    sentences = list(sentences_on(bench))
    troubles = (trouble for sentence in sentences for trouble in _troubles(sentence))
    reject(bench.place, [*bench.troubles, *troubles])
    name = PurePath(template.place).name
    found: dict[Pair, Message] = {}
    for message in (*(s.message for s in sentences), *_plain(bench)):
        before = found.get(message.pair)
        told = dict.fromkeys(before.places if before else ())
        told |= dict.fromkeys(f"{name}: {place}" for place in message.places)
        found[message.pair] = replace(message, places=tuple(told))
    return tuple(found.values())


def sentences_on(bench: Bench) -> Iterator[Sentence]:
    """Give the sentences of all parts of a template that was read."""
    styles = style_names(bench.package)
    for member, tree in bench.texts.items():
        yield from sentences_of(tree, bench.stories[member], styles)


def _plain(bench: Bench) -> Iterator[Message]:
    for member, tree in bench.trees.items():
        story = bench.stories[member]
        told = title_of if story == PROPERTIES else alt_texts_of
        yield from (each.message for each in told(tree, story))


def _troubles(sentence: Sentence) -> Iterator[Trouble]:
    where, text = sentence.message.places[0], sentence.message.text
    place = place_of(where, text, 0, "")
    if sentence.tagging.is_odd:
        yield Trouble("word-odd-angle", place)
    if sentence.counts > 1:
        yield Trouble("word-two-counts", place)
