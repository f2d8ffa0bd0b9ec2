"""Pictures in and beside the text: where they stand, what they say, what can't be drawn."""

import pytest
from blockwork import EMBEDDED, PICTURE, blocks, cell, lowered, plain, row, table, told
from wordfiles import box, para, picture, rels, text

from docgen.press.pdf.runs import Image, Link
from docgen.press.pdf.tree import Float, Lowered, Paragraph

FILES: dict[str, object] = {"relations": EMBEDDED, "more": PICTURE}
DECORATIVE = (
    "<a:extLst><a:ext><adec:decorative "
    'xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative" val="1"/></a:ext>'
    "</a:extLst>"
)
SHAPES = "http://schemas.microsoft.com/office/word/2010/wordprocessingShape"
DRAWINGS = "http://schemas.openxmlformats.org/drawingml/2006"


def graphic(blip: str = "", fill: str = "", shape: str = "", key: str = "rIdPic") -> str:
    return (
        f'<a:graphic><a:graphicData uri="{DRAWINGS}/picture"><pic:pic><pic:blipFill>'
        f'<a:blip r:embed="{key}">{blip}</a:blip>{fill}</pic:blipFill><pic:spPr>'
        f'{shape or "<a:xfrm/>"}<a:prstGeom prst="rect"/></pic:spPr></pic:pic></a:graphicData>'
        "</a:graphic>"
    )


def named(alt: str = "The gate", inside: str = "") -> str:
    return f'<wp:docPr id="1" name="Picture 1" descr="{alt}">{inside}</wp:docPr>'


def inline(shown: str = "", name: str = "", size: tuple[int, int] = (100, 50)) -> str:
    extent = f'<wp:extent cx="{size[0] * 12700}" cy="{size[1] * 12700}"/>'
    return (
        f"<w:r><w:drawing><wp:inline>{extent}{name or named()}{shown or graphic()}</wp:inline>"
        "</w:drawing></w:r>"
    )


def offset(points: float) -> str:
    return f"<wp:posOffset>{points * 12700:g}</wp:posOffset>"


def anchored(
    across: tuple[str, str], down: tuple[str, str], wrap: str = "wrapNone", more: str = ""
) -> str:
    return (
        f'<w:r><w:drawing><wp:anchor {more}><wp:simplePos x="127000" y="254000"/>'
        f'<wp:positionH relativeFrom="{across[0]}">{across[1]}</wp:positionH>'
        f'<wp:positionV relativeFrom="{down[0]}">{down[1]}</wp:positionV>'
        f'<wp:extent cx="1270000" cy="635000"/><wp:{wrap}/>{named()}{graphic()}</wp:anchor>'
        "</w:drawing></w:r>"
    )


def read(*runs: str, **more: object) -> Lowered:
    return lowered(para(*runs, text("Dear")), **{**FILES, **more})


def content(made: Lowered) -> tuple[object, ...]:
    (first,) = made.document.sections[0].blocks
    assert isinstance(first, Paragraph)
    return first.content


def floated(made: Lowered) -> Float:
    return next(b for b in made.document.sections[0].blocks if isinstance(b, Float))


def test_a_picture_in_the_line_has_its_size_and_its_words() -> None:
    made = read(inline())
    image = content(made)[0]
    assert isinstance(image, Image)
    assert (image.width, image.height, image.alt) == (100, 50, "The gate")
    assert made.pictures == {image.picture: PICTURE["word/media/image1.png"][0]}
    assert image.picture.endswith(".png")
    assert told(made) == []


def test_a_picture_shown_twice_is_kept_once() -> None:
    assert len(read(inline(), inline()).pictures) == 1


def test_a_photograph_is_kept_as_one() -> None:
    photo = {"word/media/image1.png": (picture("JPEG"), "image/jpeg")}
    assert [key[-4:] for key in read(inline(), more=photo).pictures] == [".jpg"]


def test_a_picture_that_is_a_link_leads_there() -> None:
    click = '<a:hlinkClick r:id="rIdLink"/>'
    links = (*EMBEDDED, ("rIdLink", "hyperlink!", "https://school.example/"))
    made = read(inline(name=named(inside=click)), relations=links)
    link = content(made)[0]
    assert isinstance(link, Link)
    assert link.target == "https://school.example/"
    assert isinstance(link.content[0], Image)


@pytest.mark.parametrize(
    ("name", "rules"),
    [
        (named(""), ["pdf-picture-no-alt"]),
        (named(" "), ["pdf-picture-no-alt"]),
        (named("", DECORATIVE), []),
        (named("The gate"), []),
        ('<wp:docPr id="1" name="Picture 1" title="The gate"/>', []),
    ],
)
def test_a_picture_without_words_is_told_unless_it_is_decoration(
    name: str, rules: list[str]
) -> None:
    made = read(inline(name=name))
    assert told(made) == rules
    assert all(remark.stops for remark in made.remarks)


@pytest.mark.parametrize(
    ("name", "told_as"),
    [("Picture 12", "Picture 12"), ("Ann at the gate.jpg", "a picture"), ("", "a picture")],
)
def test_a_picture_without_words_is_called_as_word_calls_it_but_by_no_name_of_a_file(
    name: str, told_as: str
) -> None:
    made = read(inline(name=f'<wp:docPr id="1" name="{name}"/>'))
    assert made.remarks[0].names["picture"] == told_as


def test_a_picture_without_words_beside_the_text_or_in_a_note_is_told() -> None:
    assert told(read(anchored(PAGE, PAGE).replace(named(), named("")))) == ["pdf-picture-no-alt"]
    note = f'<w:footnote w:id="2">{para(inline(name=named("")))}</w:footnote>'
    refers = '<w:r><w:footnoteReference w:id="2"/></w:r>'
    made = lowered(para(text("Dear"), refers), footnotes=note, **around("footnotes"))
    assert told(made) == ["pdf-picture-no-alt"]


@pytest.mark.parametrize("band", ["header", "footer"])
def test_a_picture_without_words_in_a_header_is_decoration_as_all_there(band: str) -> None:
    shown = para(inline(name=named("")))
    made = lowered(plain("x"), **{band: shown}, **around(f"{band}1"))
    assert told(made) == []
    assert len(made.pictures) == 1


def around(part: str) -> dict[str, object]:
    """Give a part of the file the relation to the picture."""
    links = (rels(EMBEDDED), "application/xml")
    return {"more": {**PICTURE, f"word/_rels/{part}.xml.rels": links}}


@pytest.mark.parametrize(
    ("run", "rule"),
    [
        (inline(graphic(fill='<a:srcRect l="1000"/>')), "pdf-picture-cropped"),
        (inline(graphic(shape='<a:xfrm rot="5400000"/>')), "pdf-picture-cropped"),
        (inline(graphic(shape='<a:xfrm flipH="1"/>')), "pdf-picture-cropped"),
        (inline(graphic(blip="<a:grayscl/>")), "pdf-picture-effect"),
        (inline(graphic(fill="<a:tile/>")), "pdf-picture-effect"),
        (inline(graphic(shape="<a:xfrm/><a:ln><a:solidFill/></a:ln>")), "pdf-picture-effect"),
        (inline(graphic(shape="<a:effectLst><a:outerShdw/></a:effectLst>")), "pdf-picture-effect"),
        (inline(graphic(key="rIdNone")), "pdf-picture-missing"),
        (inline(size=(0, 50)), "pdf-picture-missing"),
        (inline('<a:graphic><a:graphicData uri="x/chart"/></a:graphic>'), "pdf-chart"),
        (inline('<a:graphic><a:graphicData uri="x/diagram"/></a:graphic>'), "pdf-smartart"),
        (inline(f'<a:graphic><a:graphicData uri="{SHAPES}"/></a:graphic>'), "pdf-shape"),
        (inline('<a:graphic><a:graphicData uri="other"/></a:graphic>'), "pdf-object"),
        (box("<w:p/>"), "pdf-text-box"),
        ("<w:r><w:pict><v:rect/></w:pict></w:r>", "pdf-object"),
        ("<w:r><w:pict><v:shape><v:textbox><w:txbxContent/></v:textbox></v:shape></w:pict></w:r>",
         "pdf-text-box"),
        ('<w:r><w:pict><v:shape><v:textpath string="DRAFT"/></v:shape></w:pict></w:r>',
         "pdf-word-art"),
        ('<w:r><mc:AlternateContent><mc:Choice Requires="am3d"/></mc:AlternateContent></w:r>',
         "pdf-newer-word"),
        ("<w:r><mc:AlternateContent/></w:r>", "pdf-newer-word"),
    ],
)  # fmt: skip
def test_what_cannot_be_drawn_is_told(run: str, rule: str) -> None:
    made = read(run)
    assert told(made) == [rule]
    assert made.remarks[0].stops


@pytest.mark.parametrize(
    "run",
    [
        inline(graphic(fill="<a:srcRect/><a:stretch><a:fillRect/></a:stretch>")),
        inline(graphic(fill='<a:srcRect l="0"/>')),
        inline(graphic(shape='<a:xfrm rot="0" flipV="0"/>')),
        inline(graphic(blip="<a:extLst/>")),
        inline(graphic(shape="<a:xfrm/><a:ln><a:noFill/></a:ln><a:effectLst/>")),
    ],
)
def test_a_plain_picture_is_not_told(run: str) -> None:
    assert told(read(run)) == []


@pytest.mark.parametrize(
    ("name", "data", "rule", "kind"),
    [
        ("image1.emf", b"\x01\0\0\0", "pdf-picture-kind", "EMF"),
        ("image1.png", b"GIF89a\0\0;", "pdf-picture-kind", "GIF"),
        ("image1.png", b"GIF89a", "pdf-picture-damaged", None),
        ("image1.png", b"", "pdf-picture-damaged", None),
        ("image1.jpg", picture("JPEG", mode="CMYK"), "pdf-picture-cmyk", None),
    ],
)
def test_a_picture_that_cannot_be_drawn_is_told(
    name: str, data: bytes, rule: str, kind: str | None
) -> None:
    relations = (("rIdPic", "image", f"media/{name}"),)
    made = read(inline(), relations=relations, more={f"word/media/{name}": (data, "image/png")})
    assert told(made) == [rule]
    assert made.remarks[0].stops
    assert made.remarks[0].names.get("kind") == kind


def test_what_a_camera_writes_behind_a_picture_is_left_out() -> None:
    behind = {"word/media/image1.png": (picture("JPEG") + b"SEFT" * 99, "image/jpeg")}
    made = read(inline(), more=behind)
    assert told(made) == []
    assert list(made.pictures.values()) == [picture("JPEG")]


def test_the_picture_that_something_newer_falls_back_to_is_taken() -> None:
    older = inline().removeprefix("<w:r>").removesuffix("</w:r>")
    newer = (
        '<w:r><mc:AlternateContent><mc:Choice Requires="am3d"><w:drawing/></mc:Choice>'
        f"<mc:Fallback>{older}</mc:Fallback></mc:AlternateContent></w:r>"
    )
    made = read(newer)
    assert isinstance(content(made)[0], Image)
    assert told(made) == []


COLUMN = 595.3 - 144


@pytest.mark.parametrize(
    ("across", "left"),
    [
        (("page", offset(100)), 100),
        (("margin", offset(100)), 172),
        (("column", offset(100)), 172),
        (("leftMargin", offset(10)), 10),
        (("rightMargin", offset(10)), 533.3),
        (("page", "<wp:align>center</wp:align>"), 247.65),
        (("margin", "<wp:align>right</wp:align>"), 72 + COLUMN - 100),
        (("margin", "<wp:align>left</wp:align>"), 72),
    ],
)
def test_a_floating_picture_stands_across_the_page(across: tuple[str, str], left: float) -> None:
    made = read(anchored(across, ("page", offset(30))))
    assert floated(made).left == pytest.approx(left)
    assert floated(made).top == 30
    assert [remark for remark in made.remarks if remark.stops] == []


@pytest.mark.parametrize(
    ("down", "top", "of_page"),
    [
        (("page", offset(30)), 30, True),
        (("margin", offset(30)), 102, True),
        (("topMargin", offset(30)), 30, True),
        (("bottomMargin", offset(30)), 799.9, True),
        (("paragraph", offset(30)), 30, False),
        (("page", "<wp:align>bottom</wp:align>"), 791.9, True),
        (("margin", "<wp:align>center</wp:align>"), 395.95, True),
    ],
)
def test_a_floating_picture_stands_down_the_page(
    down: tuple[str, str], top: float, of_page: bool
) -> None:
    made = read(anchored(("page", offset(0)), down))
    assert floated(made).top == pytest.approx(top)
    assert floated(made).of_page is of_page
    assert told(made) == []


def test_a_picture_may_stand_at_a_simple_position() -> None:
    made = read(anchored(("odd", ""), ("odd", ""), more='simplePos="1"'))
    assert (floated(made).left, floated(made).top) == (10, 20)


PAGE = ("page", offset(200))


@pytest.mark.parametrize(
    ("run", "rules"),
    [
        (anchored(PAGE, PAGE), []),
        (anchored(PAGE, PAGE, "wrapSquare"), ["pdf-picture-place"]),
        (anchored(PAGE, ("page", offset(10)), "wrapSquare"), []),
        (anchored(PAGE, ("page", offset(23)), "wrapSquare"), ["pdf-picture-place"]),
        (anchored(PAGE, ("page", offset(770)), "wrapTopAndBottom"), []),
        (anchored(("page", offset(530)), PAGE, "wrapTight"), ["pdf-picture-large"]),
        (anchored(("character", offset(0)), PAGE), ["pdf-picture-place"]),
        (anchored(PAGE, ("line", offset(0))), ["pdf-picture-place"]),
        (anchored(PAGE, ("paragraph", "<wp:align>top</wp:align>")), ["pdf-picture-place"]),
        (anchored(("page", "<wp:align>inside</wp:align>"), PAGE), ["pdf-picture-place"]),
        (anchored(("page", ""), PAGE), ["pdf-picture-place"]),
        (anchored(("page", "<wp:posOffset>far</wp:posOffset>"), PAGE), ["pdf-picture-place"]),
    ],
)
def test_a_floating_picture_is_set_where_text_keeps_clear(run: str, rules: list[str]) -> None:
    assert told(read(run)) == rules


def test_a_floating_picture_in_a_cell_is_told() -> None:
    inside = para(anchored(PAGE, PAGE), text("Dear"))
    made = lowered(table(row(cell(inside))) + plain("x"), **FILES)
    assert told(made) == ["pdf-picture-place"]


def test_a_picture_in_the_header_is_found_by_the_headers_own_relations() -> None:
    assert told(lowered(plain("x"), header=para(inline()), **FILES)) == ["pdf-picture-missing"]


def test_floats_of_an_item_stand_in_it() -> None:
    made = blocks(para(anchored(PAGE, PAGE), text("Dear")), **FILES)
    assert [type(block) for block in made] == [Float, Paragraph]


BROAD, TALL = 451, 697  # whole points between the margins of the page that `word` makes


@pytest.mark.parametrize(
    ("size", "rules"),
    [
        ((BROAD, TALL), []),
        ((BROAD + 2, 50), ["pdf-picture-large"]),
        ((100, TALL + 2), ["pdf-picture-large"]),
    ],
)
def test_a_picture_larger_than_its_column_is_told(size: tuple[int, int], rules: list[str]) -> None:
    made = read(inline(size=size))
    assert told(made) == rules
    assert not any(remark.stops for remark in made.remarks)
    assert len(made.pictures) == 1


@pytest.mark.parametrize(("width", "rules"), [(88, []), (91, ["pdf-picture-large"])])
def test_a_picture_larger_than_its_cell_is_told(width: int, rules: list[str]) -> None:
    inside = para(inline(size=(width, 20)), text("Dear"))
    made = lowered(table(row(cell(inside, width=100))) + plain("x"), **FILES)
    assert told(made) == rules


@pytest.mark.parametrize(("size", "rules"), [((100, 800), []), ((100, 850), ["pdf-picture-large"])])
def test_a_header_may_hold_a_picture_as_high_as_the_page(
    size: tuple[int, int], rules: list[str]
) -> None:
    shown = para(inline(size=size))
    assert told(lowered(plain("x"), header=shown, **around("header1"))) == rules


@pytest.mark.parametrize(
    ("across", "down", "rules"),
    [
        (-9, 200, []),
        (-10, 200, ["pdf-picture-large"]),
        (504, 200, []),
        (505, 200, ["pdf-picture-large"]),
        (200, -9, []),
        (200, -10, ["pdf-picture-large"]),
        (200, 800, []),
        (200, 802, ["pdf-picture-large"]),
    ],
)
def test_a_picture_that_stands_beyond_the_paper_is_told(
    across: float, down: float, rules: list[str]
) -> None:
    made = read(anchored(("page", offset(across)), ("page", offset(down))))
    assert told(made) == rules


def test_how_far_down_a_picture_beside_a_paragraph_stands_is_not_known() -> None:
    assert told(read(anchored(PAGE, ("paragraph", offset(900))))) == []
    huge = anchored(PAGE, ("paragraph", offset(0))).replace('cy="635000"', f'cy="{900 * 12700}"')
    assert told(read(huge)) == ["pdf-picture-large"]
