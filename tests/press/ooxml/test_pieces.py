"""The body of a part is written piece by piece; sound XML is read once, and odd XML as before."""

from dataclasses import replace

import pytest

from docgen.press.ooxml import markup
from docgen.press.ooxml.limits import LIMITS
from docgen.press.ooxml.markup import HEADER, MOST_ATTRIBUTES, fault_of, sound_tree
from docgen.press.ooxml.names import local
from docgen.press.ooxml.pieces import APART, NONE, Pieces, pieces_of

SPACES = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'

UTF_16 = '<?xml version="1.0" encoding="UTF-16"?>'


def pieces(inside: str, after: str = "", more: str = "") -> Pieces:
    root = markup.parse(f"<w:document {SPACES}{more}><w:body>{inside}</w:body>{after}</w:document>")
    return pieces_of(root, root[0])


def nested(depth: int) -> bytes:
    return b"<a>" * depth + b"</a>" * depth


def with_attributes(count: int) -> bytes:
    attributes = " ".join(f"c{n}='x'" for n in range(count))
    return f"<a><b {attributes}/></a>".encode()


def test_each_piece_has_its_own_bytes() -> None:
    found = pieces("<w:p><w:r><w:t>é &amp; b</w:t></w:r></w:p>\n <w:tbl/>")
    assert [local(element) for element in found.known] == ["p", "tbl"]
    written = ["<w:p><w:r><w:t>é &amp; b</w:t></w:r></w:p>", "<w:tbl/>"]
    assert list(found.known.values()) == [each.encode() for each in written]
    assert found.head == f"<w:document {SPACES}><w:body>".encode()


def test_the_head_tells_files_apart_that_say_otherwise_what_holds_for_all() -> None:
    plain, kept = pieces("<w:p/>"), pieces("<w:p/>", more=' xml:space="preserve"')
    assert list(plain.known.values()) == list(kept.known.values())
    assert plain.head != kept.head


def test_the_tree_holds_the_same_as_before() -> None:
    root = markup.parse(f"<w:document {SPACES}><w:body><w:p/><w:tbl/></w:body></w:document>")
    before = markup.text_of(root)
    pieces_of(root, root[0])
    assert markup.text_of(root) == before


@pytest.mark.parametrize(
    ("inside", "after"),
    [
        ("words<w:p/>", ""),
        ("<w:p/>words", ""),
        ("<w:p/>", "words"),
        ("<w:p/>", "<w:body/>"),
        (f"<w:p>{APART}</w:p>", ""),
    ],
)
def test_an_odd_part_has_no_pieces(inside: str, after: str) -> None:
    assert pieces(inside, after) is NONE


def test_an_empty_body_has_none_either() -> None:
    assert list(pieces("").known) == []


@pytest.mark.parametrize(
    ("data", "fault"),
    [
        (nested(LIMITS.depth), None),
        (nested(LIMITS.depth + 1), "word-nested-too-deep"),
        (nested(300), "word-nested-too-deep"),
        (with_attributes(MOST_ATTRIBUTES), None),
        (with_attributes(MOST_ATTRIBUTES + 1), "word-xml-broken"),
        (b"<!DOCTYPE a><a/>", "word-doctype"),
        (b"<a><b></a>", "word-xml-broken"),
        (b"<a:b/>", "word-xml-broken"),
        (HEADER + b"<a/>", None),
        (HEADER + b"<!DOCTYPE a><a/>", "word-doctype"),
        (HEADER + b"<a><!-- a comment --></a>", None),
        (HEADER + b"<a><b></a>", "word-xml-broken"),
        (HEADER + b"<a>\xff</a>", "word-xml-broken"),
        (HEADER + b"<a b='&c;'/>", "word-xml-broken"),
        (f"{UTF_16}<a/>".encode("utf-16"), None),
        (f"{UTF_16}<!DOCTYPE a><a/>".encode("utf-16"), "word-doctype"),
    ],
)
def test_only_xml_without_a_fault_is_read_the_quick_way(data: bytes, fault: str | None) -> None:
    assert fault_of(data, LIMITS) == fault
    assert (sound_tree(data, LIMITS) is None) is (fault is not None)


@pytest.mark.parametrize(("size", "is_sound"), [(4, True), (3, False)])
def test_a_part_that_is_too_large_is_not_sound(size: int, is_sound: bool) -> None:
    found = sound_tree(b"<a/>", replace(LIMITS, markup=size))
    assert (found is not None) is is_sound
