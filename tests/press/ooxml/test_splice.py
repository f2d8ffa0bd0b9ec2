"""Members packed once and those of one document make a Word file like any other."""

import zipfile
from io import BytesIO

from hypothesis import given, settings
from hypothesis import strategies as st

from docgen.press.ooxml.members import digest_of, read_members
from docgen.press.ooxml.splice import add_to, constant, unpacked

FIXED = {"[Content_Types].xml": b"<Types/>" * 40, "word/ä.bin": bytes(range(256)), "empty": b""}


def test_the_file_holds_all_members_in_their_order() -> None:
    content = constant(FIXED).file([b"word/document.xml"], [b"<w/>" * 100])
    with zipfile.ZipFile(BytesIO(content)) as archive:
        assert archive.testzip() is None
        assert archive.namelist() == [*FIXED, "word/document.xml"]
    assert read_members(content)[0] == {**FIXED, "word/document.xml": b"<w/>" * 100}


def test_what_was_packed_comes_back() -> None:
    assert dict(unpacked(constant(FIXED))) == FIXED


def test_the_digest_goes_on_where_the_fixed_members_end() -> None:
    summed = constant(FIXED).summed.copy()
    add_to(summed, "a", b"b")
    assert summed.hexdigest() == digest_of({**FIXED, "a": b"b"})


@settings(max_examples=50)
@given(st.binary(max_size=5_000))
def test_any_bytes_are_kept(data: bytes) -> None:
    content = constant({"a": data}).file([b"b"], [data])
    assert read_members(content)[0] == {"a": data, "b": data}
