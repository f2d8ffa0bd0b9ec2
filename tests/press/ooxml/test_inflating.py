"""Members that were unpacked before are remembered; what is odd about one is found all the same."""

import struct
import zipfile
import zlib
from io import BytesIO

import pytest
from wordfiles import members, paras, zipped

from docgen.press.ooxml import inflating
from docgen.press.ooxml.inflating import SHORT, inflated
from docgen.press.ooxml.members import read_members

INSIDE = members(paras("Dear Ms Nowak"))
NAME = "word/document.xml"


def info_of(content: bytes, name: str = NAME) -> zipfile.ZipInfo:
    with zipfile.ZipFile(BytesIO(content)) as archive:
        return archive.getinfo(name)


def test_members_are_as_zipfile_gives_them() -> None:
    content = zipped(INSIDE)
    for name, data in INSIDE.items():
        assert inflated(content, info_of(content, name)) == data


def test_the_same_packed_member_is_unpacked_once() -> None:
    first, second = zipped(INSIDE), zipped({"new": b"other", **INSIDE})
    found = [inflated(content, info_of(content)) for content in (first, second)]
    assert found[0] is found[1]


def test_what_is_long_or_not_deflated_is_left_to_zipfile() -> None:
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as archive:
        archive.writestr(NAME, b"stored")
    for content in (out.getvalue(), zipped({NAME: b"x" * (SHORT + 1)})):
        assert inflated(content, info_of(content)) is None
        assert NAME in read_members(content)[0]


def changed(content: bytes, at: int, by: bytes) -> bytes:
    """Give a file with other bytes at a place of the document's own header."""
    start = info_of(content).header_offset + at
    return content[:start] + by + content[start + len(by) :]


@pytest.mark.parametrize(
    ("at", "by"),
    [
        (0, b"PK\x00\x00"),
        (inflating.HEADER.size, b"Word"),
        (26, struct.pack("<H", 3)),
        (28, struct.pack("<H", 9)),
        (inflating.HEADER.size + len(NAME) + 4, b"\xff\xff\xff"),
    ],
)
def test_a_damaged_member_is_found_after_a_sound_one_too(at: int, by: bytes) -> None:
    sound = zipped(INSIDE)
    assert read_members(sound)[1] == ()
    assert read_members(changed(sound, at, by)) == ({}, (("word-damaged", {}),))


def test_a_header_beyond_the_file_or_before_it_is_odd() -> None:
    content = zipped(INSIDE)
    for start in (-40, len(content) - 4):
        info = info_of(content)
        info.header_offset = start
        assert inflated(content, info) is None


@pytest.mark.parametrize("flag", [0x1, 0x20, 0x40])
def test_what_is_encrypted_or_a_patch_is_odd(flag: int) -> None:
    content = zipped(INSIDE)
    info = info_of(content)
    info.flag_bits |= flag
    assert inflated(content, info) is None


@pytest.mark.parametrize("by", [-1, 1])
def test_a_size_or_checksum_that_is_wrong_is_not_believed(by: int) -> None:
    content = zipped(INSIDE)
    size, checksum = info_of(content), info_of(content)
    size.file_size += by
    checksum.CRC ^= 1
    assert inflated(content, size) is None
    assert inflated(content, checksum) is None


def test_more_than_is_said_is_never_unpacked() -> None:
    packing = zlib.compressobj(wbits=-zlib.MAX_WBITS)
    packed = packing.compress(b"x" * 50_000_000) + packing.flush()
    assert inflating._kept(packed, 10, 0) is None  # noqa: SLF001 (the bytes alone are too long)
