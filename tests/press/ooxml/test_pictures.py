"""Pictures are measured from their bytes, and only whole ones count."""

import pytest
from wordfiles import picture

from docgen.press.ooxml.pictures import Picture, frame_of, picture_of


@pytest.mark.parametrize("kind", ["PNG", "JPEG"])
def test_a_picture_is_measured(kind: str) -> None:
    assert picture_of(picture(kind, (300, 70))) == Picture(kind.lower(), 300, 70)


@pytest.mark.parametrize("kind", ["PNG", "JPEG"])
def test_a_picture_cut_short_or_spoilt_is_none(kind: str) -> None:
    whole = picture(kind, (300, 70))
    for end in (0, 3, 10, 20, len(whole) // 2):
        assert picture_of(whole[:end]) is None


def test_a_png_whose_head_was_changed_is_none() -> None:
    data = bytearray(picture())
    data[19] ^= 255
    assert picture_of(bytes(data)) is None


def test_a_jpeg_without_a_frame_is_none() -> None:
    assert picture_of(b"\xff\xd8\xff\xda\x00\x08" + b"\0" * 20 + b"\xff\xd9") is None
    assert picture_of(b"\xff\xd8\xff\xd0\x00\x00\x00\x00\xff\xd9") is None


def test_only_a_jpeg_has_a_frame_that_tells_its_components() -> None:
    photo = picture("JPEG", mode="CMYK")
    at = frame_of(photo)
    assert at is not None
    assert photo[at + 9] == 4
    assert frame_of(picture()) is None


@pytest.mark.parametrize("data", [b"", b"GIF89a", b"<svg/>", b"BM"])
def test_other_kinds_are_none(data: bytes) -> None:
    assert picture_of(data) is None
