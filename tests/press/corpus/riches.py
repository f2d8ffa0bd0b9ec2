"""Values that are more than text: rich text, listings, pictures, documents; in both tongues."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from io import BytesIO

from docx import Document
from docx.shared import Mm
from docxtpl import DocxTemplate, InlineImage, Listing
from docxtpl import RichText as TheirText
from docxtpl import RichTextParagraph as TheirParagraph
from press.corpus.building import docx, grid
from wordfiles import para, paras, picture, text

from docgen.press.word.shapes import Picture, RichText, Run, SubDocument

BOLD = "<w:b/>"
AWKWARD = "R & D <b> \u201cZo\u00eb\u201d"
LISTED = "one\n\ttwo\nthree & <four>\n"
PAGES = "one\atwo\n2\fthree"
IN_SENTENCE = docx(paras("a {{r rich }} z"))
AS_PARAGRAPH = docx(paras("a", "{{p rich }}", "z"))
LINK = "https://example.org/a?b=1&c=2"


@dataclass(frozen=True, slots=True)
class Pair:
    """A template and a value for it, as docgen takes it and as docxtpl makes it."""

    content: bytes
    ours: object
    theirs: Callable[[DocxTemplate], object]


def _run(look: Run, **theirs: object) -> Pair:
    return Pair(IN_SENTENCE, RichText((look,)), lambda _: TheirText(look.text, **theirs))


def _several(_: DocxTemplate) -> TheirText:
    made = TheirText("plain ")
    made.add("bold", bold=True)
    made.add(" red", color="FF0000", italic=True)
    return made


def _linked(template: DocxTemplate) -> TheirText:
    return TheirText("our page", url_id=template.build_url_id(LINK), style="Hyperlink")


SEVERAL = RichText(
    (Run("plain "), Run("bold", bold=True), Run(" red", colour="FF0000", italic=True))
)

PAIRS: Mapping[str, Pair] = {
    "rich text without a look": _run(Run("words")),
    "rich text with awkward signs": _run(Run(AWKWARD)),
    "rich text in bold": _run(Run("words", bold=True), bold=True),
    "rich text in italics": _run(Run("words", italic=True), italic=True),
    "rich text underlined": _run(Run("words", underline="single"), underline=True),
    "rich text underlined twice": _run(Run("words", underline="double"), underline="double"),
    "rich text struck through": _run(Run("words", strike=True), strike=True),
    "rich text in a colour": _run(Run("words", colour="1F4E79"), color="#1F4E79"),
    "rich text in a size": _run(Run("words", size=14), size=28),
    "rich text in a style": _run(Run("words", style="Strong"), style="Strong"),
    "rich text with line breaks and tabs": _run(Run("a\nb\tc", bold=True), bold=True),
    "rich text in several looks": Pair(IN_SENTENCE, SEVERAL, _several),
    "rich text with a link": Pair(
        IN_SENTENCE, RichText((Run("our page", link=LINK, style="Hyperlink"),)), _linked
    ),
    "rich text in a cell": Pair(docx(grid(("{{r rich }}", "x"))), SEVERAL, _several),
    "rich text in a header": Pair(docx(paras("x"), header=paras("{{r rich }}")), SEVERAL, _several),
    "rich text between runs": Pair(
        docx(para(text("a", BOLD), text("{{r rich }}"), text("z", BOLD))), SEVERAL, _several
    ),
    "rich text as a paragraph": Pair(
        AS_PARAGRAPH, SEVERAL, lambda template: TheirParagraph(_several(template))
    ),
    "a text where rich text may stand": Pair(IN_SENTENCE, AWKWARD, lambda _: TheirText(AWKWARD)),
    "a listing": Pair(docx(paras("a {{ rich }} z")), LISTED, lambda _: Listing(LISTED)),
    "a listing in a look": Pair(
        docx(para(text("{{ rich }}", BOLD), properties='<w:jc w:val="center"/>')),
        PAGES, lambda _: Listing(PAGES),
    ),
    "a listing in a cell": Pair(docx(grid(("{{ rich }}", "x"))), PAGES, lambda _: Listing(PAGES)),
    "a listing of paragraphs and pages, given as a text": Pair(
        docx(paras("a {{ rich }} z")), PAGES, lambda _: PAGES
    ),
}  # fmt: skip


def inline(template: DocxTemplate) -> InlineImage:
    """Give the picture as docxtpl takes it."""
    return InlineImage(template, BytesIO(picture()), width=Mm(40))


def subdocument() -> bytes:
    """Make a document with a heading, a list, a table and a picture, to be put into another."""
    document = Document()
    document.add_heading("Inside & out", 1)
    document.add_paragraph("A point", style="List Bullet")
    document.add_paragraph("Number one", style="List Number")
    table = document.add_table(1, 2, "Table Grid")
    table.cell(0, 0).text = "in a cell"
    document.add_picture(BytesIO(picture()), width=Mm(20))
    out = BytesIO()
    document.save(out)
    return out.getvalue()


PICTURE = Picture(picture(), width=40)
INSIDE = SubDocument(subdocument())
