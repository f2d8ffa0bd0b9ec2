"""Word files from outside: what is opened, and what is refused and why."""

import struct
import time
import zipfile
from dataclasses import replace
from io import BytesIO

import pytest
from wordfiles import (
    PLACE,
    WORD,
    box,
    drawing,
    field,
    letter,
    members,
    para,
    paras,
    picture,
    rels,
    text,
    word_file,
    zipped,
)

from docgen.press.ooxml.limits import LIMITS
from docgen.press.ooxml.package import open_package

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
DOCTYPE = (
    b'<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]><x>&b;</x>'
)


def told(content: bytes, **limits: int) -> list[str]:
    """Give the ids of what speaks against a file, each once."""
    package, findings = open_package(content, PLACE, replace(LIMITS, **limits))
    assert (package is None) == bool(findings)
    assert all(finding.place and finding.place.file == PLACE for finding in findings)
    return list(dict.fromkeys(finding.rule for finding in findings))


def test_a_plain_word_file_is_opened() -> None:
    package, findings = open_package(letter("Dear Ms Nowak"), PLACE)
    assert findings == ()
    assert package is not None
    assert package.main == "word/document.xml"


def test_the_remedy_says_what_to_do_in_word() -> None:
    _, (finding,) = open_package(b"Dear Ms Nowak", PLACE)
    assert finding.message == "This is not a Word document of the .docx kind."
    assert "Save As" in finding.remedy


@pytest.mark.parametrize(
    ("content", "rule"),
    [
        (b"", "word-not-docx"),
        (b"%PDF-1.7", "word-not-docx"),
        (b"{\\rtf1}", "word-not-docx"),
        (zipped({"content.xml": b"<x/>"}), "word-not-docx"),
        (zipped({"[Content_Types].xml": b"<Types/>"}), "word-not-docx"),
        (b"PK\x03\x04", "word-damaged"),
        (letter("Dear")[:-40], "word-damaged"),
        (letter("Dear")[:200], "word-damaged"),
        (OLE + b"\0" * 600, "word-old-format"),
        (OLE + b"\0" * 600 + "EncryptedPackage".encode("utf-16-le"), "word-encrypted"),
    ],
)
def test_what_is_no_readable_word_file_is_told_by_its_kind(content: bytes, rule: str) -> None:
    assert told(content) == [rule]


def test_a_spoilt_byte_is_found_by_its_checksum() -> None:
    content = bytearray(zipped(members(paras("Dear Ms Nowak")), level=0))
    content[content.index(b"Nowak")] ^= 1
    assert told(bytes(content)) == ["word-damaged"]


def test_a_zip_with_a_password_is_told() -> None:
    content = bytearray(letter("Dear"))
    at = content.index(b"PK\x01\x02")
    content[at + 8] |= 1
    assert told(bytes(content)) == ["word-encrypted"]


def test_an_unknown_compression_is_damage() -> None:
    content = bytearray(letter("Dear"))
    struct.pack_into("<H", content, content.index(b"PK\x01\x02") + 10, 98)
    assert told(bytes(content)) == ["word-damaged"]


def test_a_spreadsheet_and_a_word_template_are_not_word_documents() -> None:
    inside = members(paras("Dear"))
    types = inside["[Content_Types].xml"]
    for kind in (b"document.main+xml", b"wordprocessingml.document.main+xml"):
        other = types.replace(kind, b"template.main+xml")
        assert told(zipped({**inside, "[Content_Types].xml": other})) == ["word-not-docx"]


@pytest.mark.parametrize(
    "more",
    [
        {"word/vbaProject.bin": (b"x", "application/vnd.ms-office.vbaProject")},
        {"word/vbaData.xml": (b"<x/>", "application/xml")},
        {"word/x.bin": (b"x", "application/vnd.ms-office.vbaProject")},
    ],
)
def test_macros_are_refused(more: dict[str, tuple[bytes, str]]) -> None:
    assert told(word_file(paras("Dear"), more=more)) == ["word-macros"]


def test_a_macro_file_by_its_type_alone_is_refused() -> None:
    inside = members(paras("Dear"))
    types = inside["[Content_Types].xml"].replace(
        f"{WORD}document.main+xml".encode(),
        b"application/vnd.ms-word.document.macroEnabled.main+xml",
    )
    assert told(zipped({**inside, "[Content_Types].xml": types})) == ["word-macros"]


def test_two_members_of_one_name_are_refused() -> None:
    content = letter("Dear")
    out = BytesIO(content)
    with zipfile.ZipFile(out, "a") as archive, pytest.warns(UserWarning, match="Duplicate"):
        archive.writestr("word/document.xml", b"<other/>")
    assert told(out.getvalue()) == ["word-member-twice"]


def test_names_that_differ_in_case_only_are_one_name() -> None:
    inside = {**members(paras("Dear")), "word/DOCUMENT.xml": b"<x/>"}
    assert told(zipped(inside)) == ["word-member-twice"]


@pytest.mark.parametrize(
    "name",
    ["/etc/passwd", "../up.xml", "word/../../up.xml", "C:/x.xml", "word//x.xml", "a\x01b", "./x"],
)
def test_odd_names_are_refused(name: str) -> None:
    assert told(zipped({**members(paras("Dear")), name: b"<x/>"})) == ["word-member-name"]


def test_a_backslash_in_a_name_is_refused() -> None:
    content = zipped({**members(paras("Dear")), "word/x.xml": b"<x/>"})
    assert told(content.replace(b"word/x.xml", b"word\\x.xml")) == ["word-member-name"]


def test_too_many_members_are_refused() -> None:
    extra = {f"word/x{number}.xml": b"<x/>" for number in range(20)}
    assert told(zipped({**members(paras("Dear")), **extra}), members=10) == [
        "word-too-many-members"
    ]


def test_a_file_too_large_is_refused_before_it_is_unpacked() -> None:
    assert told(letter("Dear"), packed=100) == ["word-too-large"]
    assert told(letter("Dear"), unpacked=100) == ["word-too-large"]


def test_a_bomb_is_refused() -> None:
    bomb = zipped({**members(paras("Dear")), "word/media/a.png": b"\0" * 50_000_000})
    started = time.perf_counter()
    assert told(bomb) == ["word-bomb"]
    assert time.perf_counter() - started < 2


def test_a_bomb_that_lies_about_its_size_is_refused() -> None:
    content = bytearray(zipped({**members(paras("Dear")), "word/media/a.png": b"\0" * 5_000_000}))
    at = content.rindex(b"PK\x01\x02")
    struct.pack_into("<I", content, at + 24, 10)
    assert told(bytes(content)) == ["word-damaged"]


@pytest.mark.parametrize("name", ["word/document.xml", "docProps/app.xml", "_rels/.rels"])
def test_a_doctype_is_refused_anywhere(name: str) -> None:
    assert told(zipped({**members(paras("Dear")), name: DOCTYPE})) == ["word-doctype"]


def test_a_doctype_in_the_list_of_types_is_refused() -> None:
    assert told(zipped({**members(""), "[Content_Types].xml": DOCTYPE})) == ["word-doctype"]


def test_a_doctype_in_another_encoding_is_refused() -> None:
    hidden = ('<?xml version="1.0" encoding="UTF-16"?>' + DOCTYPE.decode()).encode("utf-16")
    assert told(zipped({**members(""), "word/settings.xml": hidden})) == ["word-doctype"]


def test_a_doctype_under_a_name_without_xml_is_refused() -> None:
    more = {"word/settings.bin": (DOCTYPE, f"{WORD}settings+xml")}
    assert told(word_file(paras("Dear"), more=more)) == ["word-doctype"]


@pytest.mark.parametrize("data", [b"", b"<x>", b"<x>&y;</x>", b"\xff\xfe<", b"<x a='1' a='2'/>"])
def test_xml_that_is_not_well_formed_is_refused(data: bytes) -> None:
    assert told(zipped({**members(""), "word/settings.xml": data})) == ["word-xml-broken"]


def test_an_element_with_thousands_of_attributes_is_refused() -> None:
    crowd = " ".join(f'a{number}="x"' for number in range(5_000))
    inside = {**members(""), "word/settings.xml": f"<x {crowd}/>".encode()}
    assert told(zipped(inside)) == ["word-xml-broken"]


def test_deep_nesting_is_refused() -> None:
    deep = b"<x>" * 5_000 + b"</x>" * 5_000
    assert told(zipped({**members(""), "word/settings.xml": deep})) == ["word-nested-too-deep"]


def test_a_part_too_large_is_refused() -> None:
    assert told(letter("Dear " * 2_000), markup=5_000) == ["word-part-too-large"]


@pytest.mark.parametrize(
    ("kind", "target"),
    [
        ("image!", "https://example.org/a.png"),
        ("image!", "file:///C:/Users/x/a.png"),
        ("attachedTemplate!", "file:///C:/x.dotm"),
        ("frame!", "https://example.org/"),
        ("image", "https://example.org/a.png"),
    ],
)
def test_what_is_fetched_from_outside_is_refused(kind: str, target: str) -> None:
    content = word_file(paras("Dear"), relations=[("rId9", kind, target)])
    assert told(content) == ["word-linked-file"]


def test_linked_pictures_and_mail_merge_without_relations_are_refused() -> None:
    linked = '<w:pict><v:imagedata src="https://example.org/a.png"/></w:pict>'
    assert told(word_file(para(f"<w:r>{linked}</w:r>"))) == ["word-linked-file"]
    assert told(word_file(paras("Dear") + "<w:mailMerge/>")) == ["word-linked-file"]


@pytest.mark.parametrize("target", ["https://example.org/a", "mailto:a@example.org", "tel:01632"])
def test_links_to_pages_mail_and_phones_are_let_pass(target: str) -> None:
    content = word_file(paras("Dear"), relations=[("rId9", "hyperlink!", target)])
    assert told(content) == []


@pytest.mark.parametrize(
    "target", ["file:///C:/x.exe", "\\\\server\\share", "javascript:x()", "other.docx"]
)
def test_links_elsewhere_are_refused(target: str) -> None:
    content = word_file(paras("Dear"), relations=[("rId9", "hyperlink!", target)])
    assert told(content) == ["word-odd-link"]


def test_a_link_in_a_field_is_judged_as_well() -> None:
    assert told(word_file(para(field('HYPERLINK "file:///C:/x"')))) == ["word-odd-link"]
    assert told(word_file(para(field(' HYPERLINK "https://example.org" ')))) == []
    assert told(word_file(para(field('HYPERLINK  \\l "part2"')))) == []


@pytest.mark.parametrize("kind", ["aFChunk", "subDocument"])
def test_embedded_documents_are_refused(kind: str) -> None:
    content = word_file(paras("Dear"), relations=[("rId9", kind, "x.html")])
    assert told(content) == ["word-embedded-document"]


def test_embedded_html_is_refused_by_its_type_and_its_element() -> None:
    more = {"word/x.htm": (b"<html>", "text/html")}
    assert told(word_file(paras("Dear"), more=more)) == ["word-embedded-document"]
    assert told(word_file('<w:altChunk r:id="rId9"/>')) == ["word-embedded-document"]


@pytest.mark.parametrize("kind", ["oleObject", "package", "control"])
def test_embedded_objects_are_refused(kind: str) -> None:
    content = word_file(paras("Dear"), relations=[("rId9", kind, "embeddings/x.bin")])
    assert told(content) == ["word-embedded-object"]


def test_an_object_in_the_text_is_refused() -> None:
    inside = "<w:r><w:object><o:OLEObject/></w:object></w:r>"
    assert told(word_file(para(inside))) == ["word-embedded-object"]


@pytest.mark.parametrize(
    ("instruction", "rule"),
    [
        (["DDEAUTO c:\\x"], "word-field-dangerous"),
        (["dde x"], "word-field-dangerous"),
        (["DD", "EAUTO x"], "word-field-dangerous"),
        (["INCLUDETEXT x"], "word-field-dangerous"),
        (["INCLUDEPICTURE x"], "word-field-dangerous"),
        (["MACROBUTTON x y"], "word-field-dangerous"),
        (['DATE \\@ "d"'], "word-field-of-today"),
        (["MERGEFIELD Name"], "word-field-of-mail-merge"),
        (["FILENAME"], "word-field-unknown"),
        ([""], "word-field-unknown"),
    ],
)
def test_fields_that_reach_out_or_change_are_refused(instruction: list[str], rule: str) -> None:
    assert told(word_file(para(field(*instruction)))) == [rule]


def test_a_field_inside_another_is_judged_alone() -> None:
    begin = '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
    nested = f"{begin}<w:r><w:instrText>PAGE</w:instrText></w:r>{field('DDE x')}</w:p><w:p>"
    assert told(word_file(para(nested))) == ["word-field-dangerous"]


def test_a_dangerous_field_is_found_in_headers_boxes_and_short_form() -> None:
    short = '<w:fldSimple w:instr=" INCLUDETEXT x "/>'
    for content in (
        word_file(paras("Dear"), header=para(short)),
        word_file(para(box(para(short)))),
        word_file(para("<w:r><w:instrText>DDE x</w:instrText></w:r>")),
    ):
        assert told(content) == ["word-field-dangerous"]


@pytest.mark.parametrize("name", ["PAGE", "NUMPAGES", "= 2 + 2", "TOC \\o", "ref x"])
def test_harmless_fields_are_let_pass(name: str) -> None:
    assert told(word_file(para(field(name)))) == []


def test_a_picture_too_large_is_refused() -> None:
    more = {"word/media/a.png": (picture(), "image/png")}
    content = word_file(para(drawing()), relations=[("rIdPic", "image", "media/a.png")], more=more)
    assert told(content) == []
    assert told(content, picture=50) == ["word-picture-too-large"]
    assert told(content, pixels=700) == ["word-picture-too-large"]


def test_all_that_is_wrong_is_told_at_once() -> None:
    content = word_file(
        para(text("Dear"), field("DDE x"), field("MERGEFIELD a")),
        relations=[("rId8", "image!", "https://example.org/a"), ("rId9", "oleObject", "x.bin")],
    )
    assert told(content) == [
        "word-linked-file",
        "word-embedded-object",
        "word-field-dangerous",
        "word-field-of-mail-merge",
    ]


def test_relations_of_a_part_that_is_not_there_do_no_harm() -> None:
    extra = {"word/_rels/gone.xml.rels": rels([("rId1", "image", "NULL")])}
    assert told(zipped({**members(paras("Dear")), **extra})) == []
