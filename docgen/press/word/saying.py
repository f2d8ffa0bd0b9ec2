"""A sentence and its forms in other words → the paragraphs that say it, shown by its number."""

from collections.abc import Iterator

from docgen.press.ooxml import markup
from docgen.press.ooxml.heal import drop, put_text
from docgen.press.ooxml.messages import Sentence
from docgen.press.ooxml.names import Element, w
from docgen.press.ooxml.sections import ending
from docgen.press.word.renaming import Naming, rename, tags_in, theirs
from docgen.press.word.syntax import parts_of, quoted

COUNT = "count"
SECTION = f"{w('pPr')}/{w('sectPr')}"


def write(sentence: Sentence, forms: tuple[str, ...], plural: str, naming: Naming | None) -> None:
    """Say a sentence in other words in its place; `naming` None leaves the names as they are."""
    if len(forms) == 1:
        sentence.put(forms[0])
        _named(sentence.element, naming)
        return
    made = said(sentence, forms, plural, naming)
    for each in made:
        sentence.element.addprevious(each)
    section_moved(sentence.element, made[-1])
    drop(sentence.element)


def said(
    sentence: Sentence, forms: tuple[str, ...], plural: str, naming: Naming | None
) -> list[Element]:
    """Give paragraphs that say a sentence in other words: one, or one for each form of number."""
    paragraphs = [sentence.with_text(text) for text in forms]
    for paragraph in paragraphs:
        _named(paragraph, naming)
    if len(paragraphs) == 1:
        return paragraphs
    number = _counted(sentence.message.text)
    number = number if naming is None else theirs(number, naming)
    asked = f"({number})|docgen.form({quoted(plural)})"
    return [
        each
        for at, paragraph in enumerate(paragraphs)
        for each in held(paragraph, f"{asked} == {at}")
    ]


def held(paragraph: Element, condition: str) -> tuple[Element, Element, Element]:
    """Give a paragraph between tags that show it where a condition holds."""
    return tagged(f"{{%p if {condition} %}}"), paragraph, tagged("{%p endif %}")


def tagged(tag: str) -> Element:
    """Make a paragraph of a tag alone."""
    made, run, text = (markup.element(w(name)) for name in ("p", "r", "t"))
    put_text(text, tag)
    run.append(text)
    made.append(run)
    return made


def section_moved(paragraph: Element, last: Element) -> None:
    """Let a section that ends with a paragraph end after another instead."""
    for section in paragraph.findall(SECTION):
        last.addnext(ending(section))


def _named(paragraph: Element, naming: Naming | None) -> None:
    if naming is not None:
        rename(paragraph, naming)


def _counted(text: str) -> str:
    """Give the number of which a sentence is said."""
    return next(_numbers(text))


def _numbers(text: str) -> Iterator[str]:
    for tag in tags_in(text):
        parts = [value for kind, value in parts_of(tag.body) if kind != "whitespace"]
        if parts[-2:] == ["|", COUNT]:
            yield "".join(parts[:-2])
