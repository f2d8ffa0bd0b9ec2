"""A picture called `picture: calendar` is the one that was drawn for that, told in words."""

import pytest
from lxml import etree
from wordfiles import PLACE, box, drawing, faults, para, paras, picture, word_file

from docgen.press.ooxml.members import read_members
from docgen.press.word.merge import Template, compile_edition, merge
from docgen.press.word.pictures import Pictures
from docgen.press.word.shapes import Edition

OLD, NEW = picture(size=(5, 5)), picture(size=(40, 40))
DRAWN: Pictures = {"calendar": (NEW, "A page of a  calendar"), "clock": (OLD, "A clock")}


def template(*wanted: str) -> bytes:
    """Make a template with a picture for each alt text, all of the same file."""
    body = "".join(para(drawing(descr)) for descr in wanted)
    return word_file(
        body + paras("{{ a }}"),
        relations=[("rIdPic", "image", "media/image1.png")],
        more={"word/media/image1.png": (OLD, "image/png")},
    )


def made(content: bytes, pictures: Pictures = DRAWN) -> tuple[dict[str, bytes], list[str]]:
    """Merge a template with pictures; give its pictures by relation, and its alt texts."""
    compiled = compile_edition(Template(content, PLACE), {}, Edition(pictures=pictures))
    inside, _ = read_members(merge(compiled, {"a": "x"}).content)
    root = etree.fromstring(inside["word/document.xml"])
    links = etree.fromstring(inside["word/_rels/document.xml.rels"])
    targets = {str(each.get("Id")): str(each.get("Target")).split("/")[-1] for each in links}
    files = {name.split("/")[-1]: data for name, data in inside.items() if "media" in name}
    keys = [next(v for k, v in e.attrib.items() if "embed" in str(k)) for e in root.iter("{*}blip")]
    shown = {
        f"{number} {targets[str(key)]}": files[targets[str(key)]] for number, key in enumerate(keys)
    }
    return shown, [str(each.get("descr")) for each in root.iter("{*}docPr")]


def test_the_drawn_picture_takes_the_place_and_is_told_in_words() -> None:
    shown, alts = made(template("picture: calendar"))
    assert list(shown.values()) == [NEW]
    assert alts == ["A page of a calendar"]


def test_what_is_there_already_is_not_stored_twice() -> None:
    shown, alts = made(template("picture: clock", "Picture:  calendar ", "picture: calendar"))
    assert list(shown.values()) == [OLD, NEW, NEW]
    assert len({name.split()[1] for name in shown}) == 2
    assert alts == ["A clock", "A page of a calendar", "A page of a calendar"]


def test_other_pictures_stay() -> None:
    shown, alts = made(template("A crest"))
    assert list(shown.values()) == [OLD]
    assert alts == ["A crest"]


@pytest.mark.parametrize(
    ("content", "pictures", "told"),
    [
        (template("picture: calender"), DRAWN, "word-picture-unknown"),
        (template("picture: calendar"), {"calendar": (b"GIF", "x")}, "word-picture-broken"),
        (
            word_file(para(box(paras("a")).replace('name="Box 1"', 'descr="picture: clock"'))),
            DRAWN,
            "word-picture-shape",
        ),
    ],
)
def test_a_picture_that_can_t_be_shown_is_told(
    content: bytes, pictures: Pictures, told: str
) -> None:
    assert faults(lambda: made(content, pictures)) == [told]
