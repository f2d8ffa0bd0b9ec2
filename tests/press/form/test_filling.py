"""Forms filled in: read back by two libraries, looked at, made final, and the same each time."""

import shutil
import subprocess
from collections.abc import Mapping
from io import BytesIO
from pathlib import Path
from typing import Any

import pypdf
import pytest
from fillwork import (
    a_form,
    box,
    by_pdfium,
    by_pypdf,
    differing,
    drawn,
    is_inked,
    picture,
    text,
    text_on,
    tick,
)
from PIL import Image

from docgen.errors import CasefileRejected
from docgen.press.form.blank import blank_of
from docgen.press.form.filling import fill
from docgen.press.form.reading import form_of, read_values, values_made_with

DA = b"/DA(/ZaDb 0 Tf 0 g)"
ON_OFF = b"/AS/Off/AP<</N<</On 17 0 R/Off 18 0 R>>>>"
HOW = b"/Opt[[(t)(By telephone)][(l)(By letter)][(h)(By hand)]]/DA(/Helv 0 Tf 0 g)"
EVERY = a_form(
    [
        text("pupil.name", box(40, 700), b"/MK<</BC[0 0 1]/BG[1 1 0.8]>>"),
        text("notes", box(40, 600, 300, 80), b"/Ff 4096/MK<</BC[0 0 0]>>/BS<</S/B/W 2>>"),
        tick("seen", box(40, 560, 20, 20)),
        tick("crossed", box(80, 560, 20, 20), b"/CA"),
        b"<<%b/FT/Btn/T(drawn)%b>>" % (box(120, 560, 20, 20), ON_OFF),
        b"<<%b/FT/Ch/T(how)/Ff 131072%b>>" % (box(40, 520), HOW),
        b"<<%b/FT/Ch/T(all)/Ff 2097152%b/MK<</BC[0 0 0]>>>>" % (box(300, 480, 100, 60), HOW),
        b"<</FT/Btn/Ff 49152/T(sent)/Opt[(No)(Yes)]/Kids[14 0 R 15 0 R]>>",
        b"<<%b/Parent 13 0 R/MK<</BC[0 0 0]>>/AS/Off%b>>" % (box(40, 450, 20, 20), DA),
        b"<<%b/Parent 13 0 R/MK<</BC[0 0 0]/CA(u)>>/AS/Off%b>>" % (box(80, 450, 20, 20), DA),
        text("turned", box(400, 600, 20, 200), b"/MK<</BC[0 0 0]/R 90>>"),
    ],
    others=[drawn(b"0 0 20 20 re f"), drawn(b"0 0 20 20 re S")],
    roots=[6, 7, 8, 9, 10, 11, 12, 13, 16],
)
VALUES = {
    "pupil": {"name": "Zoë (O'Neill) \\ Łukasz"},
    "notes": "Two\nlines",
    "seen": True,
    "crossed": "Yes",
    "drawn": "On",
    "how": "By letter",
    "all": ["By hand", "t"],
    "sent": "Yes",
    "turned": "Up the page",
}
HELD = {
    "pupil.name": "Zoë (O'Neill) \\ Łukasz",
    "notes": "Two\nlines",
    "seen": "/Yes",
    "crossed": "/Yes",
    "drawn": "/On",
    "how": "l",
    "all": ["h", "t"],
    "sent": "/1",
    "turned": "Up the page",
}


def filled(form: bytes, values: Mapping[str, object], *, flatten: bool = False) -> bytes:
    """Fill a form in."""
    return fill(blank_of(form, "form.pdf"), values, flatten=flatten)[0]


def refused(form: bytes, values: Mapping[str, object]) -> list[str]:
    """Give the ids of what is wrong with values."""
    with pytest.raises(CasefileRejected) as stopped:
        filled(form, values)
    assert stopped.value.code == "form-values"
    return [each.rule for each in stopped.value.findings]


def test_two_libraries_and_docgen_read_back_what_was_filled_in() -> None:
    form = filled(EVERY, VALUES)
    assert by_pypdf(form) == HELD
    seen = by_pdfium(form)
    assert {name: seen[name] for name in seen if name not in {"all", "sent"}} == {
        "pupil.name": "Zoë (O'Neill) \\ Łukasz",
        "notes": "Two\nlines",
        "seen": "Yes",
        "crossed": "Yes",
        "drawn": "On",
        "how": "l",
        "turned": "Up the page",
    }
    assert seen["sent"] in {"Yes", "1"}
    assert filled(EVERY, read_values(form_of(form, "form.pdf"))) == form


def test_every_value_is_seen_on_the_page() -> None:
    image = picture(filled(EVERY, VALUES))
    for place in (
        (42, 702, 100, 718),
        (50, 650, 100, 672),
        (44, 564, 56, 576),
        (84, 564, 96, 576),
        (122, 562, 138, 578),
        (42, 522, 100, 538),
        (84, 454, 96, 466),
        (404, 610, 416, 700),
    ):
        assert is_inked(image, place), place
    assert not is_inked(image, (44, 454, 56, 466))


def test_the_chosen_lines_of_a_list_are_lit() -> None:
    image = picture(filled(EVERY, VALUES), scale=1)
    lines = [image.getpixel((395, 842 - y)) for y in (532, 517, 503)]
    assert lines[0] == lines[2] != lines[1]


@pytest.mark.parametrize("values", [VALUES, {"seen": True}, {}])
def test_a_final_form_looks_the_same_and_has_no_fields(values: Mapping[str, object]) -> None:
    form, final = filled(EVERY, values), filled(EVERY, values, flatten=True)
    assert differing(picture(form), picture(final)) == 0
    reader = pypdf.PdfReader(BytesIO(final))
    assert "/AcroForm" not in reader.root_object
    assert "/Annots" not in reader.pages[0]
    assert b"/Widget" not in final
    assert b"/Opt" not in final


@pytest.mark.skipif(shutil.which("pdftoppm") is None, reason="poppler is not installed")
def test_poppler_sees_the_same_in_a_final_form(tmp_path: Path) -> None:
    images = []
    for name, final in (("form", False), ("final", True)):
        (tmp_path / f"{name}.pdf").write_bytes(filled(EVERY, VALUES, flatten=final))
        command = ["pdftoppm", "-r", "100", "-png", "-singlefile", f"{name}.pdf", name]
        subprocess.run(command, cwd=tmp_path, check=True)  # noqa: S603 - our own files
        images.append(Image.open(tmp_path / f"{name}.png").convert("RGB"))
    assert differing(*images) == 0
    assert is_inked(images[1], (42, 702, 100, 718), 100 / 72)


def test_the_same_form_and_values_give_the_same_bytes_in_any_order() -> None:
    backwards = dict(reversed(VALUES.items()))
    assert filled(EVERY, VALUES) == filled(EVERY, backwards)
    assert filled(EVERY, VALUES, flatten=True) == filled(EVERY, backwards, flatten=True)


def test_a_form_is_written_behind_the_blank_one() -> None:
    blank = blank_of(EVERY, "form.pdf")
    assert fill(blank, VALUES)[0].startswith(blank.content)


def test_what_was_filled_in_before_is_kept_or_gone() -> None:
    first = filled(EVERY, VALUES)
    second = filled(first, {"notes": "Other", "how": None, "seen": False, "all": []})
    assert by_pypdf(second) | {"how": None, "all": None} == HELD | {
        "notes": "Other",
        "how": None,
        "seen": "/Off",
        "all": None,
    }
    assert b"Two" not in second
    assert not is_inked(picture(second), (42, 522, 100, 538))


def test_a_choice_that_is_out_of_sight_is_told() -> None:
    low = EVERY.replace(b"/Rect[300 480 400 540]", b"/Rect[300 508 400 540]")
    content, findings = fill(blank_of(low, "form.pdf"), {"all": ["t", "h"]})
    assert [(each.rule, each.severity) for each in findings] == [("form-choices-hidden", "W")]
    assert by_pypdf(content)["all"] == ["t", "h"]


def test_a_list_goes_down_to_what_is_chosen() -> None:
    low = EVERY.replace(b"/Rect[300 480 400 540]", b"/Rect[300 508 400 540]")
    content, findings = fill(blank_of(low, "form.pdf"), {"all": "h"})
    assert findings == ()
    assert b"/TI 1" in content


def test_an_option_that_runs_from_the_right_stays_in_its_box() -> None:
    urdu = "اردو".encode("utf-16-be").hex().encode()
    options = b"/Opt[(English)<FEFF%b>]/DA(/Helv 0 Tf 0 g)" % urdu
    form = a_form([b"<<%b/FT/Ch/T(read)%b>>" % (box(300, 480, 100, 60), options)])
    image = picture(filled(form, {"read": "English"}))
    assert is_inked(image, (370, 505, 398, 525))
    assert not is_inked(image, (302, 510, 350, 522))


def test_all_faults_are_told_at_once_of_texts_too() -> None:
    values = {"pupil": {"name": "漢", "nick": "x"}, "seen": "Maybe", "turned": "a" * 500}
    rules = refused(EVERY, values)
    assert sorted(rules) == ["form-no-glyph", "form-overflow", "form-unknown", "form-wrong-state"]


@pytest.mark.parametrize(("unison", "lit"), [(0, [True, False]), (1 << 25, [True, True])])
def test_radio_buttons_of_one_state_go_on_together_only_if_the_form_says_so(
    unison: int, lit: list[bool]
) -> None:
    kid = b"<<%b/Parent 6 0 R/MK<</BC[0 0 0]>>/AP<</N<</On 9 0 R>>>>>>"
    form = a_form(
        [
            b"<</FT/Btn/Ff %d/T(one)/Kids[7 0 R 8 0 R]>>" % (49152 | unison),
            kid % box(40, 450, 20, 20),
            kid % box(80, 450, 20, 20),
        ],
        others=[drawn(b"0 0 20 20 re f")],
        roots=[6],
    )
    image = picture(filled(form, {"one": "On"}))
    assert [is_inked(image, (x, 450, x + 20, 470)) for x in (40, 80)] == lit


def test_a_value_that_a_form_brings_but_does_not_draw_is_drawn() -> None:
    form = a_form(
        [
            text("a", box(40, 700), b"/V(Brought\talong)"),
            b"<<%b/FT/Ch/T(how)/Ff 131072%b/V(l)>>" % (box(40, 520), HOW),
            b"<<%b/FT/Ch/T(all)/Ff 2097152%b/V[(l)(t)]>>" % (box(300, 480, 100, 60), HOW),
        ]
    )
    made = filled(form, {})
    assert by_pypdf(made) == {"a": "Brought\talong", "how": "l", "all": ["l", "t"]}
    image = picture(made)
    assert is_inked(image, (42, 702, 100, 718))
    assert is_inked(image, (42, 522, 100, 538))


def test_a_password_is_shown_as_stars() -> None:
    form = a_form([text("word", box(40, 700), b"/Ff 8192")])
    final = filled(form, {"word": "Sesame"}, flatten=True)
    assert text_on(final).split() == ["A", "form", "******"]
    assert b"Sesame" not in final


def test_what_nobody_sees_is_left_out_of_a_final_form() -> None:
    square = drawn(b"0 0 20 20 re f")
    look = b"/AP<</N 11 0 R>>"
    seen = b"/F 4"
    form = a_form(
        [
            text("hidden", box(40, 700).replace(seen, b"/F 2"), look),
            text("no view", box(40, 660).replace(seen, b"/F 32"), look),
            b"<<%b/FT/Btn/Ff 65536/T(press)%b>>" % (box(40, 620).replace(seen, b"/F 0"), look),
            text("not printed", box(40, 580).replace(seen, b"/F 0"), look),
            b"<<%b/A<</S/URI/URI(https://example.org/)>>>>"
            % box(40, 540).replace(b"/Widget", b"/Link"),
        ],
        others=[square],
        roots=[6, 7, 8, 9],
    )
    final = filled(form, {}, flatten=True)
    image = picture(final)
    inked = [is_inked(image, (45, y + 5, 60, y + 15)) for y in (700, 660, 620, 580)]
    assert inked == [False, False, False, True]
    links: list[Any] = list(pypdf.PdfReader(BytesIO(final)).pages[0].annotations or [])
    assert [each.get_object()["/A"]["/URI"] for each in links] == ["https://example.org/"]


def test_a_final_form_stands_right_where_its_page_left_things_changed() -> None:
    moved = b"q 0.5 0 0 0.5 100 100 cm q (a \\) q Q) Tj 0 0 10 10 re f"
    form = a_form([text("a", box(40, 700), b"/MK<</BC[0 0 0]>>")], operators=moved)
    values = {"a": "In its place"}
    assert (
        differing(picture(filled(form, values)), picture(filled(form, values, flatten=True))) == 0
    )


def test_a_final_form_keeps_layers_and_fonts_that_a_picture_left_to_the_form() -> None:
    words = b"BT /Helv 12 Tf 2 5 Td (Go) Tj ET"
    form = a_form(
        [
            text("layered", box(40, 700, 20, 20), b"/OC 8 0 R/AP<</N 9 0 R>>"),
            text("bare", box(40, 600, 20, 20), b"/AP<</N 9 0 R>>"),
        ],
        others=[b"<</Type/OCG/Name(Notes)>>", drawn(words)],
        catalogue=b"/OCProperties<</OCGs[8 0 R]/D<</OFF[8 0 R]>>>>",
    )
    final = filled(form, {}, flatten=True)
    image = picture(final)
    inked = [is_inked(image, (40, y, 60, y + 20)) for y in (700, 600)]
    assert inked == [False, True]
    assert text_on(final).split()[-1] == "Go"


def test_a_picture_that_has_no_size_is_left_out() -> None:
    flat = drawn(b"0 0 20 20 re f").replace(b"[0 0 20 20]", b"[0 0 0 20]")
    form = a_form([text("a", box(40, 700), b"/AP<</N 7 0 R>>")], others=[flat], operators=b"")
    assert not is_inked(picture(filled(form, {}, flatten=True)), (30, 690, 250, 730))


def test_what_a_form_brings_and_can_not_be_drawn_is_left_and_told() -> None:
    long = b"/V(%b)" % (b"long " * 50)
    form = a_form([text("old.words", box(40, 700), long), text("new", box(40, 660))])
    blank = blank_of(form, "form.pdf")
    content, findings = fill(blank, {"new": "Ann"})
    assert [(each.rule, each.severity) for each in findings] == [("form-not-drawn", "W")]
    assert "old.words" in findings[0].message
    assert by_pypdf(content) == {"old.words": "long " * 50, "new": "Ann"}
    assert fill(blank, {"new": "Ann", "old.words": "short"})[1] == ()


def test_a_final_form_loses_nothing_that_it_brought_along() -> None:
    form = a_form([text("old", box(40, 700), b"/V(%b)" % (b"long " * 50))])
    with pytest.raises(CasefileRejected) as stopped:
        filled(form, {}, flatten=True)
    assert [each.rule for each in stopped.value.findings] == ["form-overflow"]


def test_a_form_may_keep_what_it_was_made_with() -> None:
    made, _ = fill(blank_of(EVERY, "form.pdf"), VALUES, noted=True)
    noted = values_made_with(form_of(made, "form.pdf"))
    texts = read_values(form_of(made, "form.pdf"))
    assert noted
    assert noted == {name: texts[name] for name in noted}
    emptied, _ = fill(blank_of(made, "form.pdf"), dict.fromkeys(noted, ""))
    assert values_made_with(form_of(emptied, "form.pdf")) == noted
