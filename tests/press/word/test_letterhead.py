"""The picture called letterhead is the school's, or its name stands there."""

from io import BytesIO

import pytest
from docx import Document
from lxml import etree
from wordfiles import (
    PLACE,
    box,
    drawing,
    faults,
    members,
    para,
    paras,
    picture,
    rels,
    text,
    word_file,
    words_at,
    zipped,
)

from docgen.model.rendition import Rendition
from docgen.press.ooxml.members import read_members
from docgen.press.word.merge import Letterhead, Template, compile_template, merge
from docgen.press.word.standing_in import STAND_IN, may_stand_in, renamed

OLD = picture(size=(5, 5))
NAME = "St Mary's & St John's"


def template(body: str | None = None, descr: str = "letterhead") -> bytes:
    """Make a template with a picture."""
    return word_file(
        body or para(drawing(descr)) + paras("{{ a }}"),
        relations=[("rIdPic", "image", "media/image1.png")],
        more={"word/media/image1.png": (OLD, "image/png")},
    )


def made(content: bytes, data: bytes | None, name: str = NAME) -> Rendition:
    """Merge a template for a school with or without a picture."""
    compiled = compile_template(Template(content, PLACE), {}, Letterhead(name, data))
    return merge(compiled, {"a": "x"})


@pytest.mark.parametrize("kind", ["PNG", "JPEG"])
@pytest.mark.parametrize(
    ("size", "shown"), [((40, 20), (200, 100)), ((20, 20), (100, 100)), ((80, 20), (200, 50))]
)
def test_the_school_s_picture_is_fitted_into_the_box(
    kind: str, size: tuple[int, int], shown: tuple[int, int]
) -> None:
    data = picture(kind, size)
    inside, _ = read_members(made(template(), data).content)
    assert [blob for name, blob in inside.items() if "media" in name] == [data]
    root = etree.fromstring(inside["word/document.xml"])
    extents = [*root.iter("{*}extent"), *root.iter("{*}ext")]
    boxes = [(extent.get("cx"), extent.get("cy")) for extent in extents]
    assert boxes == [tuple(map(str, shown))] * 2
    assert not [*root.iter("{*}srcRect"), *root.iter("{*}extLst")]


def test_other_programs_find_the_picture_and_its_alt_text() -> None:
    document = made(template(), picture("JPEG"))
    opened = Document(BytesIO(document.content))
    parts = [part for part in opened.part.package.iter_parts() if "media" in part.partname]
    assert [part.content_type for part in parts] == ["image/jpeg"]
    assert words_at(document, "alt text") == [NAME, "Picture 1", NAME, "logo.png"]


def test_a_school_without_a_picture_has_its_name_there_in_the_look_of_the_paragraph() -> None:
    document = made(template(), None)
    assert words_at(document) == [NAME, "x"]
    inside, _ = read_members(document.content)
    root = etree.fromstring(inside["word/document.xml"])
    assert not [*root.iter("{*}drawing")]


def test_a_picture_may_be_called_letterhead_by_its_title_and_loses_that() -> None:
    content = template(
        para(drawing("Crest").replace("<wp:docPr ", '<wp:docPr title="Letterhead" '))
    )
    document = made(content, picture())
    assert set(words_at(document, "alt text")) == {NAME, "Picture 1", "logo.png"}


def test_a_name_is_never_read_as_a_tag() -> None:
    assert words_at(made(template(), None, "{{ 7*7 }} {% x"))[0] == "(( 7*7 )) (% x"
    assert words_at(made(template(), picture(), "{{ a }}"), "alt text")[0] == "(( a ))"


def test_a_letterhead_in_the_header_gets_its_own_relation() -> None:
    inside = members(
        paras("{{ a }}"),
        header=para(drawing()),
        more={"word/media/image1.png": (OLD, "image/png")},
    )
    inside["word/_rels/header1.xml.rels"] = rels([("rIdPic", "image", "media/image1.png")])
    data = picture()
    document = made(zipped(inside), data)
    found = {
        name: blob for name, blob in read_members(document.content)[0].items() if "media" in name
    }
    assert found == {"word/media/letterhead1.png": data}
    parts = Document(BytesIO(document.content)).part.package.iter_parts()
    (header,) = [part for part in parts if "header" in part.partname]
    assert [rel.target_part.blob for rel in header.rels.values()] == [data]


def test_a_picture_that_something_else_shows_stays() -> None:
    body = para(drawing()) + para(drawing("map"))
    inside, _ = read_members(made(template(body), picture()).content)
    assert [name for name in inside if "media" in name] == [
        *("word/media/image1.png", "word/media/letterhead1.png")
    ]


def test_a_letter_made_before_may_become_a_template() -> None:
    again = made(template(), picture()).content.replace(NAME.encode(), b"letterhead")
    inside, _ = read_members(again)
    body = inside["word/document.xml"].replace(b"St Mary's &amp; St John's", b"letterhead")
    data = picture(size=(9, 9))
    found, _ = read_members(made(zipped({**inside, "word/document.xml": body}), data).content)
    assert [blob for name, blob in found.items() if "media" in name] == [data]


def test_only_the_picture_of_that_name_is_exchanged() -> None:
    inside, _ = read_members(made(template(descr="school crest"), picture()).content)
    assert inside["word/media/image1.png"] == OLD


def test_the_same_school_gives_the_same_bytes() -> None:
    assert made(template(), picture()).content == made(template(), picture()).content


@pytest.mark.parametrize(
    "name", [NAME, "Szkoła {x} <y>  100%s", "\u09ac\u09bf\u09a6\u09cd\u09af\u09be"]
)
@pytest.mark.parametrize("is_still", [False, True], ids=["beside tags", "in a part without tags"])
def test_a_name_put_in_afterwards_gives_the_same_bytes(name: str, is_still: bool) -> None:
    still = members(
        paras("{{ a }}"), header=para(drawing()), more={"word/media/image1.png": (OLD, "image/png")}
    )
    still["word/_rels/header1.xml.rels"] = rels([("rIdPic", "image", "media/image1.png")])
    content = zipped(still) if is_still else template()
    bare = compile_template(Template(content, PLACE), {}, Letterhead(STAND_IN))
    later = merge(renamed(bare, Letterhead(name).words), {"a": "x"})
    at_once = made(content, None, name)
    assert later.content == at_once.content
    assert later.digest == at_once.digest


def test_what_can_t_be_printed_is_no_name_to_put_in_afterwards() -> None:
    assert may_stand_in(NAME)
    assert not may_stand_in("St\x07 Mary")
    assert not may_stand_in(STAND_IN)


@pytest.mark.parametrize("data", [b"", b"GIF89a", picture()[:30], b"<svg/>"])
def test_what_is_no_whole_picture_is_refused(data: bytes) -> None:
    assert faults(lambda: made(template(), data)) == ["word-letterhead-not-picture"]


def test_a_picture_too_large_is_refused() -> None:
    data = picture(size=(7_000, 6_000))
    assert faults(lambda: made(template(), data)) == ["word-letterhead-too-large"]


def test_a_shape_called_letterhead_is_told() -> None:
    shape = box(paras("x")).replace('name="Box 1"', 'name="Box 1" descr="Letterhead"')
    content = word_file(para(shape, text("x")))
    assert faults(lambda: made(content, picture())) == ["word-letterhead-no-picture"]
