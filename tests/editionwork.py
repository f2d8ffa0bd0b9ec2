"""Papers in two languages for tests: catalogues by English, and what stands in a file."""

import zipfile
from collections.abc import Mapping
from io import BytesIO

from lxml import etree
from wordfiles import PLACE, SCHOOL, W

from docgen.model.language import ENGLISH, Catalogue, Language, Status, Translated
from docgen.model.rendition import Rendition
from docgen.model.values import Values
from docgen.press.word.merge import Compiled, Template, compile_edition, merge
from docgen.press.word.messages import messages_of
from docgen.press.word.shapes import OTHER, Edition, Letterhead, Lines, Tongue

Element = etree._Element  # noqa: SLF001 (lxml's stubs name its elements so)
Said = Mapping[str, str | tuple[str, ...]]
POLISH = Language("pl", "Polish", "polski", "pl_PL")
URDU = Language("ur", "Urdu", "اردو", "ur_PK", "rtl", "Arab", "Noto Nastaliq Urdu")
FORMS = "n==1 ? 0 : n%10>=2 && n%10<=4 && (n%100<12 || n%100>14) ? 1 : 2"
THEIRS = Lines("Dalej ten list po angielsku.", "Nikt nie sprawdził.", "Liczy się tekst angielski.")
OURS = Lines("This letter follows one in Polish.", "Nobody has checked it.", "English stands.")


def said_in(
    content: bytes,
    said: Said,
    language: Language = POLISH,
    status: Status = "draft",
    plural: str = FORMS,
) -> Catalogue:
    """Give a catalogue that has texts for some of a template's messages, by their English."""
    texts = {english: (text,) if isinstance(text, str) else text for english, text in said.items()}
    found = {
        message.pair: Translated(texts[message.text], status)
        for message in messages_of(Template(content, PLACE), {})
        if message.text in texts
    }
    assert {english for _, english in found} == texts.keys()
    return Catalogue(language, found, plural, "digest")


def letters(content: bytes, said: Said, language: Language = POLISH) -> Edition:
    """Give an edition of a letter."""
    return Edition(Tongue(said_in(content, said, language), THEIRS), "letters", english())


def clauses(content: bytes, said: Said, language: Language = POLISH) -> Edition:
    """Give an edition of a paper that is set clause under clause."""
    return Edition(Tongue(said_in(content, said, language), THEIRS), "clauses", english())


def english() -> Tongue:
    """Give docgen's own English beside another language."""
    return Tongue(Catalogue(ENGLISH), OURS)


def set_as(content: bytes, edition: Edition, letterhead: Letterhead = SCHOOL) -> Compiled:
    """Compile a template as an edition has it."""
    return compile_edition(Template(content, PLACE), {}, edition, letterhead)


def filled(
    content: bytes, edition: Edition, values: Values | None = None, theirs: Values | None = None
) -> Rendition:
    """Fill a template in as an edition has it; its readers' values are the English ones if none."""
    own = {"document": {"unchecked": False}, **(values or {})}
    return merge(set_as(content, edition), {**own, OTHER: {**own, **(theirs or {})}})


def member(rendition: Rendition, name: str = "word/document.xml") -> Element:
    """Read a part of a document."""
    with zipfile.ZipFile(BytesIO(rendition.content)) as package:
        return etree.fromstring(package.read(name))


def names_in(rendition: Rendition, beginning: str = "word/") -> list[str]:
    """Name the members that begin so."""
    with zipfile.ZipFile(BytesIO(rendition.content)) as package:
        return [name for name in package.namelist() if name.startswith(beginning)]


def inner(element: Element, *steps: str) -> Element:
    """Give what stands in an element, step by step."""
    found = element.find("/".join(map(w, steps)))
    assert found is not None
    return found


def outer(element: Element, steps: int) -> Element:
    """Give what an element stands in, so many steps out."""
    return list(element.iterancestors())[steps - 1]


def w(name: str) -> str:
    """Give a name of Word's own namespace."""
    return f"{{{W}}}{name}"


def lines(root: Element) -> list[str]:
    """Give the text of each paragraph, in order; those without any are left out."""
    texts = ("".join(text.text or "" for text in p.iter(w("t"))) for p in root.iter(w("p")))
    return [text for text in texts if text]


def para_of(root: Element, words: str) -> Element:
    """Give the paragraph that says just these words."""
    return next(
        p for p in root.iter(w("p")) if "".join(t.text or "" for t in p.iter(w("t"))) == words
    )


def look(paragraph: Element, path: str, name: str = "val") -> str | None:
    """Give what a paragraph's properties say at a path, such as `numPr/numId`; None for nothing."""
    found = paragraph.find("/".join(w(step) for step in ("pPr", *path.split("/"))))
    return None if found is None else found.get(w(name), "")
