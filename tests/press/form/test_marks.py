"""Borders, grounds and marks that docgen draws itself, where a form has no pictures of them."""

import pytest
from fillwork import a_form, box, differing, is_inked, picture

from docgen.press.form.blank import blank_of
from docgen.press.form.filling import fill

MARKS = "48lunH"


def boxes(looks: bytes, style: bytes = b"", kind: bytes = b"/FT/Btn") -> bytes:
    """Make a form of one box, without a picture."""
    place = box(40, 700, 40, 40)
    field = b"<<%b%b/T(a)/MK<<%b>>%b/DA(/ZaDb 0 Tf 0 g)>>" % (place, kind, looks, style)
    return a_form([field], operators=b"")


def drawn_of(form: bytes, value: object) -> bytes:
    """Fill the box in."""
    return fill(blank_of(form, "form.pdf"), {"a": value})[0]


def test_each_mark_is_drawn_and_none_looks_like_another() -> None:
    images = [
        picture(drawn_of(boxes(b"/CA(%b)" % mark.encode()), value=True), scale=1) for mark in MARKS
    ]
    assert all(is_inked(image, (45, 705, 75, 735), 1) for image in images)
    others = [(one, other) for n, one in enumerate(images) for other in images[n + 1 :]]
    assert all(differing(one, other) > 0 for one, other in others)


def test_a_mark_that_nobody_knows_is_a_tick() -> None:
    known, unknown = (drawn_of(boxes(b"/CA(%b)" % mark), value=True) for mark in (b"4", b"?"))
    assert differing(picture(known), picture(unknown)) == 0


def test_a_box_that_is_off_has_its_frame_alone() -> None:
    image = picture(drawn_of(boxes(b"/CA(8)/BC[0]"), value=False))
    assert is_inked(image, (38, 698, 42, 742))
    assert not is_inked(image, (45, 705, 75, 735))


@pytest.mark.parametrize("style", ["S", "D", "B", "I", "U"])
def test_a_border_is_drawn_in_its_style(style: str) -> None:
    look = b"/BC[0]/BG[1 1 1]"
    form = boxes(look, b"/BS<</W 2/S/%b>>" % style.encode(), b"/FT/Tx")
    image = picture(drawn_of(form, ""))
    assert is_inked(image, (45, 699, 75, 703))
    assert is_inked(image, (39, 710, 43, 735)) == (style != "U")


def test_borders_of_all_styles_look_different() -> None:
    looks = [
        picture(drawn_of(boxes(b"/BC[0]", b"/BS<</W 3/S/%b>>" % style, b"/FT/Tx"), ""))
        for style in (b"S", b"D", b"B", b"I", b"U")
    ]
    others = [(one, other) for n, one in enumerate(looks) for other in looks[n + 1 :]]
    assert all(differing(one, other) > 0 for one, other in others)


def test_a_radio_button_is_round() -> None:
    look = b"/BC[0]/BG[1 0 0]"
    button = boxes(look, kind=b"/FT/Btn/Ff 32768")
    image = picture(drawn_of(button, None), scale=1)
    assert image.getpixel((60, 842 - 720)) == (255, 0, 0)
    assert image.getpixel((42, 842 - 738)) == (255, 255, 255)


def test_a_border_without_width_or_colour_is_none() -> None:
    for looks, style in ((b"", b"/BS<</W 2>>"), (b"/BC[0]", b"/BS<</W 0>>")):
        image = picture(drawn_of(boxes(looks, style, b"/FT/Tx"), ""))
        assert not is_inked(image, (30, 690, 90, 750))
