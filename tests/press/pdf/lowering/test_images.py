"""What of a picture's bytes is drawn, and what of them can't be."""

import pytest
from wordfiles import picture

from docgen.press.pdf.lowering.images import Wrong, ending_of, trimmed, what_is_wrong

DAMAGED = Wrong("pdf-picture-damaged")
PNG, JPEG = picture(size=(300, 70)), picture("JPEG", (300, 70))


@pytest.mark.parametrize(
    ("data", "ending"),
    [
        (PNG, ".png"),
        (picture(mode="L"), ".png"),
        (picture(mode="P"), ".png"),
        (JPEG, ".jpg"),
        (picture("JPEG", mode="L"), ".jpg"),
    ],
)
def test_whole_pictures_are_drawn(data: bytes, ending: str) -> None:
    assert what_is_wrong(data, "PNG") is None
    assert ending_of(data) == ending
    assert trimmed(data) == data
    assert trimmed(data + b"behind it") == data


@pytest.mark.parametrize("data", [PNG, JPEG])
@pytest.mark.parametrize("share", [0, 0.2, 0.5, 0.9])
def test_a_picture_that_is_cut_short_is_damaged(data: bytes, share: float) -> None:
    short = trimmed(data[: int(len(data) * share)])
    assert what_is_wrong(short, "PNG") == DAMAGED


def test_a_png_with_another_byte_in_its_middle_is_damaged() -> None:
    data = bytearray(PNG)
    data[len(data) // 2] ^= 255
    assert what_is_wrong(bytes(data), "PNG") == DAMAGED


def test_what_a_reader_of_a_png_may_pass_over_may_be_damaged() -> None:
    note = b"\0\0\0\4tEXtTell\0\0\0\0"
    assert what_is_wrong(PNG[:33] + note + PNG[33:], "PNG") is None


def test_a_chunk_longer_than_its_png_is_damage() -> None:
    data = PNG[:33] + b"\x7f\xff\xff\xffIDAT" + PNG[33:]
    assert what_is_wrong(data, "PNG") == DAMAGED


@pytest.mark.parametrize(
    ("data", "said", "kind"),
    [
        (b"GIF89a\0\0;", "PNG", "GIF"),
        (b"GIF87a\0\0;\0", "GIF", "GIF"),
        (b"BM\0\0", "PNG", "BMP"),
        (b"II*\0", "TIF", "TIFF"),
        (b"\x01\0\0\0", "EMF", "EMF"),
        (b"<svg/>", "SVG", "SVG"),
    ],
)
def test_other_kinds_are_named_by_what_they_are(data: bytes, said: str, kind: str) -> None:
    assert what_is_wrong(data, said) == Wrong("pdf-picture-kind", kind)


@pytest.mark.parametrize(
    ("data", "said"),
    [(b"", "EMF"), (b"words", "PNG"), (b"words", "JPEG"), (b"words", "GIF"), (b"GIF89a\0", "GIF")],
)
def test_what_is_not_what_its_name_says_is_damaged(data: bytes, said: str) -> None:
    assert what_is_wrong(data, said) == DAMAGED


def test_a_picture_for_a_printing_press_is_told_as_such() -> None:
    assert what_is_wrong(picture("JPEG", mode="CMYK"), "JPG") == Wrong("pdf-picture-cmyk")
