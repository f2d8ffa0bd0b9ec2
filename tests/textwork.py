"""Paragraphs as Word writes them → what lowering makes of their text."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from lxml import etree
from pdfwork import word
from wordfiles import SPACES, para, text

from docgen.press.fonts.faces import own_faces
from docgen.press.ooxml.names import Element, w
from docgen.press.ooxml.package import read_package
from docgen.press.pdf.lowering.draft import Draft
from docgen.press.pdf.lowering.layers import EMPTY_LOOK, TableLook
from docgen.press.pdf.lowering.page import Page
from docgen.press.pdf.lowering.paragraphs import drafts_of
from docgen.press.pdf.lowering.work import Story, Work, story_of, work_of
from docgen.press.pdf.runs import Inline, Link, Look, Text
from docgen.press.pdf.tree import Remark

WIDTH = 450.0
PAGE = Page(594, 842, (72, 72, 72, 72), 35.4, 35.4)
TAB = "<w:r><w:tab/></w:r>"
BREAK = "<w:r><w:br/></w:r>"
PAGE_BREAK = '<w:r><w:br w:type="page"/></w:r>'
THEME = ("word/theme/theme1.xml", "application/vnd.openxmlformats-officedocument.theme+xml")


@dataclass(frozen=True, slots=True)
class Read:
    """What the paragraphs of a body came to, and the work that holds their looks."""

    drafts: tuple[Draft, ...]
    work: Work

    @property
    def content(self) -> tuple[Inline, ...]:
        """Give the lines of the first paragraph."""
        return self.drafts[0].paragraph.content

    @property
    def looks(self) -> list[Look]:
        """Give the looks of all texts in their order."""
        return [self.work.looks[each.look] for each in self.texts]

    @property
    def texts(self) -> list[Text]:
        """Give all texts, those of links too."""
        return list(_texts(i for draft in self.drafts for i in draft.paragraph.content))

    @property
    def words(self) -> list[str]:
        """Give the words of each draft."""
        each = (_texts(draft.paragraph.content) for draft in self.drafts)
        return ["".join(piece.text for piece in texts) for texts in each]

    @property
    def labels(self) -> list[str]:
        """Give the words of each draft's label, of a list or heading."""
        found = (d.label.content if d.label else d.paragraph.label for d in self.drafts)
        return ["".join(piece.text for piece in _texts(label)) for label in found]

    @property
    def remarks(self) -> tuple[Remark, ...]:
        """Give what was told."""
        return self.work.remarks.all()

    @property
    def told(self) -> list[str]:
        """Give the ids of all that was told."""
        return [remark.rule for remark in self.remarks]

    @property
    def stopping(self) -> list[str]:
        """Give the ids of what was told and stops."""
        return [remark.rule for remark in self.remarks if remark.stops]


def read(body: str, *, name: str = "body", width: float = WIDTH, **file: object) -> Read:
    """Lower each paragraph of a body by itself, in a column of 450 points of a page."""
    work, elements = opened(body, **file)
    story = replace(story_of(work.package, work.package.main, name), width=width, page=PAGE)
    drafts = [draft for p in elements for draft in drafts_of(p, story, work, EMPTY_LOOK)]
    return Read(tuple(drafts), work)


def opened(body: str, **file: object) -> tuple[Work, Sequence[Element]]:
    """Open a Word file; give the work and the paragraphs of its body."""
    package, problems = read_package(word(body, **file))  # type: ignore[arg-type]
    assert package is not None, problems
    body_element = package.tree(package.main)[0]
    return work_of(package, own_faces(), _nothing, _no_note), list(body_element.iter(w("p")))


def run(look: str, words: str = "words") -> str:
    """Make a paragraph of one run."""
    return para(text(words, look))


def one_look(look: str, words: str = "words", **file: object) -> Look:
    """Give the look of a run with properties of its own."""
    return read(run(look, words), **file).looks[0]  # type: ignore[arg-type]


def in_table(body: str, look: TableLook, **file: object) -> Read:
    """Lower paragraphs under the look of a table."""
    work, elements = opened(body, **file)
    story = story_of(work.package, work.package.main, "body")
    return Read(tuple(d for p in elements for d in drafts_of(p, story, work, look)), work)


def numbered(number: int, level: int, words: str = "item", more: str = "") -> str:
    """Make a paragraph of a list."""
    place = f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>'
    return para(text(words), properties=f"{place}{more}")


def level(index: int, kind: str, words: str, more: str = "", look: str = "") -> str:
    """Make a level of a list, indented by half an inch for each, hanging a quarter."""
    left = 720 * (index + 1)
    return (
        f'<w:lvl w:ilvl="{index}"><w:start w:val="1"/><w:numFmt w:val="{kind}"/>{more}'
        f'<w:lvlText w:val="{words}"/><w:lvlJc w:val="left"/><w:pPr><w:ind w:left="{left}" '
        f'w:hanging="360"/></w:pPr>{look}</w:lvl>'
    )


def lists(*abstracts: str, nums: str = "") -> dict[str, str]:
    """Make the sheet of numbering: list 1 has the first levels given, and so on."""
    made = "".join(
        f'<w:abstractNum w:abstractNumId="{at}">{levels}</w:abstractNum>'
        for at, levels in enumerate(abstracts)
    )
    plain = "".join(
        f'<w:num w:numId="{at + 1}"><w:abstractNumId w:val="{at}"/></w:num>'
        for at in range(len(abstracts))
    )
    return {"numbering": made + plain + nums}


def tabs(*stops: tuple[str, int] | tuple[str, int, str]) -> str:
    """Make tab stops: kind, place in points, leader."""
    made = (
        f'<w:tab w:val="{kind}" w:pos="{at * 20}" w:leader="{leader}"/>'
        for kind, at, leader in ((*stop, "none")[:3] for stop in stops)
    )
    return f"<w:tabs>{''.join(made)}</w:tabs>"


def theme(fonts: str, colours: str = "") -> dict[str, tuple[bytes, str]]:
    """Make the part of a theme."""
    space = 'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
    xml = (
        f"<a:theme {space}><a:themeElements><a:clrScheme>{colours}</a:clrScheme>"
        f"<a:fontScheme>{fonts}</a:fontScheme></a:themeElements></a:theme>"
    )
    return {THEME[0]: (xml.encode(), THEME[1])}


def element(xml: str) -> Element:
    """Parse an element of Word's."""
    return etree.fromstring(f"<x {SPACES}>{xml}</x>")[0]


def _texts(pieces: Iterable[Inline]) -> Iterable[Text]:
    for piece in pieces:
        if isinstance(piece, Text):
            yield piece
        elif isinstance(piece, Link):
            yield from _texts(piece.content)


def _nothing(_: Element, __: Story, ___: Work) -> None:
    return None


def _no_note(_: Element, __: Story, ___: Work) -> None:
    return None
