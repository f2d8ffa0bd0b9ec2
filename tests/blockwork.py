"""Word's XML for blocks, and Word files with it lowered, for tests of what stands where."""

from collections.abc import Sequence

from pdfwork import PLACE, word
from wordfiles import para, picture, text

from docgen.press.fonts.faces import own_faces
from docgen.press.ooxml.package import open_package
from docgen.press.pdf.lowering.document import lower
from docgen.press.pdf.tree import Block, Line, Lowered, Paragraph, Table

PICTURE = {"word/media/image1.png": (picture(), "image/png")}
EMBEDDED = (("rIdPic", "image", "media/image1.png"),)
MODERN = (
    '<w:compat><w:compatSetting w:name="compatibilityMode" '
    'w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>'
)
COLUMN = 451.3  # points between the margins of the page that `word` makes


def lowered(body: str, **more: object) -> Lowered:
    """Lower a Word file of today with this body."""
    sheets = {"settings": MODERN, **more.pop("sheets", {})}  # type: ignore[dict-item]
    content = word(body, sheets=sheets, **more)  # type: ignore[arg-type]
    package, findings = open_package(content, PLACE)
    assert package is not None, findings
    return lower(package, own_faces())


def blocks(body: str, **more: object) -> tuple[Block, ...]:
    """Give the blocks of the first section."""
    return lowered(body, **more).document.sections[0].blocks


def told(made: Lowered) -> list[str]:
    """Give the ids of the remarks."""
    return [remark.rule for remark in made.remarks]


def spaced(words: str, before: float = 0, after: float = 0, more: str = "") -> str:
    """Make a paragraph with space before and after, in points."""
    spacing = (
        f'<w:spacing w:before="{before * 20:g}" w:after="{after * 20:g}" w:line="240" '
        'w:lineRule="auto"/>'
    )
    return para(text(words), properties=f"{more}{spacing}")


def plain(words: str) -> str:
    """Make a paragraph without space around it, of lines 13.8 points high."""
    return spaced(words)


def borders(width: float, sides: str = "top left bottom right insideH insideV") -> str:
    """Make sides of borders, in points."""
    return "".join(side(name, width) for name in sides.split())


def side(name: str, width: float = 0.5, kind: str = "single") -> str:
    """Make one side."""
    return f'<w:{name} w:val="{kind}" w:sz="{width * 8:g}" w:space="0" w:color="auto"/>'


def cell(words: str, properties: str = "", width: float = 100) -> str:
    """Make a cell; one that begins with `<` is taken as XML."""
    inside = words if words.startswith("<") else plain(words)
    return (
        f'<w:tc><w:tcPr><w:tcW w:w="{width * 20:g}" w:type="dxa"/>{properties}</w:tcPr>'
        f"{inside}</w:tc>"
    )


def row(*cells: str, properties: str = "") -> str:
    """Make a row; text is taken as that of a cell."""
    made = (each if each.startswith("<w:tc>") else cell(each) for each in cells)
    return f"<w:tr><w:trPr>{properties}</w:trPr>{''.join(made)}</w:tr>"


def table(*rows: str, columns: Sequence[float] = (100, 100), properties: str = "") -> str:
    """Make a table with a fixed grid, in points."""
    grid = "".join(f'<w:gridCol w:w="{width * 20:g}"/>' for width in columns)
    return (
        f'<w:tbl><w:tblPr><w:tblLayout w:type="fixed"/>{properties}</w:tblPr>'
        f"<w:tblGrid>{grid}</w:tblGrid>{''.join(rows)}</w:tbl>"
    )


def bordered(width: float = 0.5, sides: str = "top left bottom right insideH insideV") -> str:
    """Make the borders of a table."""
    return f"<w:tblBorders>{borders(width, sides)}</w:tblBorders>"


def table_in(made: Sequence[Block]) -> Table:
    """Give the first table."""
    return next(block for block in made if isinstance(block, Table))


def words_of(block: Block) -> str:
    """Give the text of a paragraph."""
    assert isinstance(block, Paragraph)
    return "".join(getattr(each, "text", "") for each in block.content)


def width(line: Line | None) -> float:
    """Give how wide a line is, 0 for none."""
    return 0 if line is None else line.width
