"""Texts in the boxes of a form: set as large as fits, shrunk and told, or refused with reason."""

import re
import time
import zlib
from io import BytesIO

import pypdfium2 as pdfium
import pytest
from fillwork import a_form, box, text
from fontTools.ttLib import TTFont

from docgen.model.finding import Severity
from docgen.model.form import FieldKind
from docgen.press.fonts.faces import own_faces
from docgen.press.form.blank import blank_of
from docgen.press.form.filling import fill
from docgen.press.form.inking import Ink, Writing, inked
from docgen.press.form.latin import advances, font_objects, own_face
from docgen.press.form.reading import form_of
from docgen.press.form.scripts import isolated, runs_right_to_left
from docgen.press.form.shapes import Blank, Face, Family
from docgen.press.form.updating import Additions

URDU = "حاضری کا معاہدہ"
ARABIC = "مدرسة النور"
BENGALI = "উপস্থিতি চুক্তি"
SIZED = re.compile(rb"/\w+ ([\d.]+) Tf")
BASELINE = re.compile(rb"1 0 0 1 ([-\d.]+) ([-\d.]+) Tm <(\w+)>")


def a_box(
    more: bytes = b"", width: int = 200, height: int = 20, da: bytes = b"/Helv 0 Tf 0 g"
) -> Blank:
    """Give the blank of a form with one field."""
    field = text("field", box(20, 700, width, height), more).replace(b"/Helv 0 Tf 0 g", da)
    return blank_of(a_form([field]), "a form")


def written(blank: Blank, *texts: str, kind: FieldKind | None = None) -> tuple[Writing, ...]:
    """Give the writing of texts, each as if it stood in the field alone."""
    entry = blank.entries["field"]
    spot = entry.spots[0]
    cells = entry.field.max_length or 0
    kind = kind or entry.field.kind
    return tuple(
        Writing(f"field {n}", each, spot, kind, spot.width, spot.height, cells)
        for n, each in enumerate(texts, 1)
    )


def ink(blank: Blank, words: str) -> tuple[Ink, list[tuple[str, str]]]:
    """Draw a text, and tell what is said about it."""
    inks, findings = inked(written(blank, words), blank, Additions(blank.next_number))
    return inks[0], [(each.rule, each.message) for each in findings]


def refusals(blank: Blank, *texts: str) -> list[tuple[str, str]]:
    """Tell why texts are refused; nothing of them is in the file then."""
    additions = Additions(blank.next_number)
    inks, findings = inked(written(blank, *texts), blank, additions)
    assert not inks
    assert not additions.bodies
    assert all(each.severity is Severity.ERROR for each in findings)
    return [(each.rule, each.message) for each in findings]


def size_of(drawn: Ink) -> float:
    found = SIZED.search(drawn.operators)
    assert found
    return float(found[1])


def lines_of(drawn: Ink) -> list[tuple[float, float, str]]:
    """Give where each line of plain text begins, and the line."""
    return [
        (float(x), float(y), bytes.fromhex(code.decode()).decode("utf-16-be"))
        for x, y, code in BASELINE.findall(drawn.operators)
    ]


def test_plain_text_needs_no_font_beyond_that_of_the_blank() -> None:
    blank = a_box()
    additions = Additions(blank.next_number)
    inks, findings = inked(written(blank, "Łukasz Ţ £5", "Їжак"), blank, additions)
    assert findings == ()
    assert not additions.bodies
    font = blank.fonts[Face()]
    assert [each.resources for each in inks] == [b"<</Font<</F %d 0 R>>>>" % font] * 2


def test_text_is_kept_within_its_box_and_marked_as_a_field_s() -> None:
    drawn, _ = ink(a_box(), "Jane")
    assert drawn.operators.startswith(b"/Tx BMC\nq 1 1 198 18 re W n\n")
    assert drawn.operators.endswith(b"Q\nEMC\n")


def test_open_size_is_twelve_points_at_most_and_fits_the_height_and_the_width() -> None:
    assert size_of(ink(a_box(), "Jane")[0]) == 12
    assert size_of(ink(a_box(height=12), "Jane")[0]) == 8.5
    assert size_of(ink(a_box(width=150), "A little longer than the box is")[0]) == 11.5
    assert size_of(ink(a_box(height=7), "Jane")[0]) == 4


def test_a_line_begins_where_the_form_has_it() -> None:
    left, middle, right = (
        lines_of(ink(a_box(quadding), "Jane")[0])[0][0] for quadding in (b"", b"/Q 1", b"/Q 2")
    )
    assert left == 2
    assert middle == pytest.approx((left + right) / 2, abs=0.02)
    wide = sum(advances(Face())[char] for char in "Jane") * 12 / 1000
    assert right == pytest.approx(198 - wide, abs=0.02)


def test_a_fixed_size_that_does_not_fit_is_shrunk_and_told() -> None:
    blank = a_box(width=120, da=b"/Helv 11 Tf 0 g")
    drawn, told = ink(blank, "Elm Street School, Elmtown")
    assert size_of(drawn) == 9
    assert [rule for rule, _ in told] == ["form-shrunk"]
    assert "field 1 is set at 9 instead of 11 points" in told[0][1]


def test_a_form_s_own_small_letters_are_left_and_no_others_get_so_small() -> None:
    small = a_box(width=120, da=b"/Helv 6 Tf 0 g")
    assert ink(small, "Elm Street School, Elmtown")[1] == []
    assert refusals(small, "Elm Street School, Elmtown, Elmshire, England") == [
        (
            "form-overflow",
            (
                "The text of field field 1 doesn't fit into its box, even at 6 points: "
                "4 characters are too many."
            ),
        )
    ]


def test_what_is_too_long_is_told_in_characters_and_lines() -> None:
    said = [refusals(a_box(width=60), "Elm Street School")[0]]
    said += refusals(a_box(b"/Ff 4096", width=60), "Elm Street School, Elmtown, Elmshire")
    said += refusals(a_box(width=60), BENGALI * 2)
    said += refusals(a_box(b"/Ff 4096", width=40, height=30), URDU * 3)
    said += refusals(a_box(b"/Ff 16777216/MaxLen 3"), "Elmtown")
    said += refusals(a_box(b"/Ff 16777216/MaxLen 3"), ARABIC)
    assert {rule for rule, _ in said} == {"form-overflow"}
    assert [message.rpartition(": ")[2] for _, message in said] == [
        "3 characters are too many.",
        "3 lines are too many.",
        "11 characters are too many.",
        "3 lines are too many.",
        "4 characters are too many.",
        "8 characters are too many.",
    ]


@pytest.mark.parametrize("more", [b"", b"/Ff 4096", b"/Ff 16777216/MaxLen 20"])
@pytest.mark.parametrize("words", ["Elm", BENGALI])
def test_a_box_lower_than_the_letters_that_its_form_asks_for_is_told(
    more: bytes, words: str
) -> None:
    blank = a_box(more, height=8, da=b"/Helv 12 Tf 0 g")
    assert refusals(blank, words)[0][1].endswith("the box is lower than its letters.")


def test_lines_break_after_spaces_and_hyphens_and_within_what_is_longer_than_a_line() -> None:
    drawn, told = ink(
        a_box(b"/Ff 4096", width=90, height=120),
        "A well-known way\n\nhttps://elm.example/attendance-contracts",
    )
    assert told == []
    assert [line for _, _, line in lines_of(drawn)] == [
        "A well-known",
        "way",
        "https://elm.exa",
        "mple/attendanc",
        "e-contracts",
    ]


def test_a_field_that_nobody_sees_takes_any_text_and_draws_none() -> None:
    for blank in (a_box(width=0, height=0), a_box(width=4), a_box(height=3)):
        drawn, told = ink(blank, "For programs only")
        assert drawn.operators == b"/Tx BMC\nEMC\n"
        assert told == []
    assert ink(a_box(), "")[0].operators == b"/Tx BMC\nEMC\n"


def test_letters_and_accents_apart_and_invisible_marks_are_plain_text_all_the_same() -> None:
    blank = a_box()
    assert ink(blank, "Z\u0307o\u0301\u0142\u200bta\u2069")[0] == ink(blank, "\u017bółta")[0]


def test_characters_that_no_font_has_are_named_each_with_its_code() -> None:
    assert refusals(a_box(), "Jane", "李雷, Elm", "\U000e0fff Jane", "小学校中国人名") == [
        (
            "form-no-glyph",
            (
                "The text of field field 2 has characters that no font of docgen can show: "
                "李 (U+674E), 雷 (U+96F7)."
            ),
        ),
        (
            "form-no-glyph",
            (
                "The text of field field 4 has characters that no font of docgen can show: "
                "小 (U+5C0F), 学 (U+5B66), 校 (U+6821), 中 (U+4E2D), 国 (U+56FD) and 2 more."
            ),
        ),
    ]


def test_letters_with_another_s_signs_are_refused_and_found_among_other_texts() -> None:
    said = refusals(a_box(b"/Ff 4096"), BENGALI, BENGALI, "\u065c\U0001f8a1\u034c", ARABIC, "Elm")
    assert [rule for rule, _ in said] == ["form-no-glyph"]
    assert "field 3" in said[0][1]
    assert "letters with signs that belong to other letters" in said[0][1]


def test_all_that_is_wrong_is_told_at_once_and_what_fits_is_not_drawn() -> None:
    narrow = a_box(width=60)
    rules = [rule for rule, _ in refusals(narrow, "Elm", "Elm Street School", "李", BENGALI * 2)]
    assert rules == ["form-overflow", "form-no-glyph", "form-overflow"]


def test_shaped_text_is_shrunk_and_told_like_other_text() -> None:
    line, told = ink(a_box(width=60, da=b"/Helv 12 Tf 0 g"), BENGALI)
    assert [rule for rule, _ in told] == ["form-shrunk"]
    assert "instead of 12 points" in told[0][1]
    lines, more = ink(a_box(b"/Ff 4096", width=60, height=60, da=b"/Helv 12 Tf 0 g"), BENGALI * 2)
    assert [rule for rule, _ in more] == ["form-shrunk"]
    assert b"ActualText" in line.operators
    assert b"ActualText" in lines.operators


def test_urdu_is_nastaliq_where_there_is_room_arabic_beside_it_is_not() -> None:
    tall = a_box(height=30)
    assert families(tall, URDU, ARABIC) == [{"NotoNastaliqUrdu"}, {"NotoNaskhArabic"}]
    assert families(a_box(height=14), URDU) == [{"NotoNaskhArabic"}]
    assert families(tall, "محمد", URDU) == [{"NotoNastaliqUrdu"}] * 2
    assert families(tall, "محمد") == [{"NotoNaskhArabic"}]


def test_each_letter_has_its_font_the_form_s_own_where_it_can() -> None:
    serif = a_box(da=b"/TiRo 12 Tf 0 g").entries["field"].spots[0].look.face
    assert serif.family is Family.SERIF
    assert families(a_box(da=b"/TiRo 12 Tf 0 g"), f"Elm Street ({BENGALI[:4]})") == [
        {"Tinos", "NotoSansBengali"}
    ]
    assert families(a_box(), "Elm ✓") == [{"Arimo", "NotoSansSymbols2"}]


def families(blank: Blank, *texts: str) -> list[set[str]]:
    """Tell which families show each text."""
    additions = Additions(blank.next_number)
    inks, findings = inked(written(blank, *texts), blank, additions)
    assert not findings
    return [
        {
            re.sub(rb".*\+|-.*", b"", name).decode()
            for number in re.findall(rb"/\w+ (\d+) 0 R", each.resources)
            for name in re.findall(rb"/BaseFont/(\S+?)/", additions.bodies[int(number)])
        }
        for each in inks
    ]


def test_a_text_beyond_all_boxes_is_refused_at_once() -> None:
    start = time.perf_counter()
    blank = a_box(b"/Ff 4096", height=300)
    for words in ("Elm Street " * 50_000, "Elm" * 200_000, BENGALI * 20_000):
        assert refusals(blank, words)[0][0] == "form-overflow"
    assert time.perf_counter() - start < 10


def test_the_same_texts_give_the_same_bytes() -> None:
    blank = a_box(height=30)
    made = []
    for _ in range(2):
        additions = Additions(blank.next_number)
        inks, _ = inked(written(blank, "Jane", URDU, BENGALI), blank, additions)
        made.append((inks, additions.bodies))
    assert made[0] == made[1]


@pytest.mark.parametrize(
    ("words", "leftwards"),
    [
        ("Jane حرف", False),
        ("(2) حرف, Jane", True),
        ("\u2067حرف\u2069 Jane", False),
        ("\u2067حرف\u2069 12", True),
        ("15 / 3", False),
    ],
)
def test_a_line_runs_as_its_first_letter_outside_of_isolates(
    words: str, *, leftwards: bool
) -> None:
    assert runs_right_to_left(words) is leftwards


def test_a_line_of_figures_runs_as_the_text_that_it_belongs_to() -> None:
    drawn, _ = ink(a_box(b"/Ff 4096", height=60), f"{ARABIC}\n2026")
    starts = re.findall(rb"q 1 0 0 -1 ([\d.]+) ([\d.]+) cm", drawn.operators)
    assert float(starts[-1][0]) > 150


@pytest.mark.parametrize(
    "number", ["01632 960 100", "+44 20 7946 0018", "(01632) 960100", "2025-11-03", "7.x@y.org"]
)
@pytest.mark.parametrize("more", [b"", b"/Ff 4096"])
def test_numbers_and_addresses_in_right_to_left_text_are_read_from_the_left(
    number: str, more: bytes
) -> None:
    blank = a_box(more, width=400, height=40)
    content, _ = fill(blank, {"field": f"{URDU} {number} {URDU}"}, flatten=True)
    page = pdfium.PdfDocument(content)[0].get_textpage()
    found = sorted(
        (page.get_charbox(n), page.get_text_range(n, 1)) for n in range(page.count_chars())
    )
    within = (char for (_, low, *_), char in found if 700 <= low <= 740)
    shown = "".join(char for char in within if char in "0123456789@.-+xyorg")
    assert shown == re.sub("[ ()]", "", number)
    assert form_of(fill(blank, {"field": f"{URDU} {number}"})[0], "form").fields[0].value == (
        f"{URDU} {number}"
    )


def test_signs_of_direction_that_somebody_typed_are_left_alone() -> None:
    assert isolated("فون \u206801632 960 100\u2069") == "فون \u206801632 960 100\u2069"
    assert isolated("فون 12 2025") == "فون 12 2025"


@pytest.mark.parametrize("family", Family)
@pytest.mark.parametrize("bold", [False, True])
def test_the_blank_s_font_shows_each_letter_by_the_glyph_of_its_face(
    family: Family, *, bold: bool
) -> None:
    face = Face(family, bold=bold)
    _, _, _, to_glyphs, _, program = font_objects(face, 1)
    numbers, subset = unpacked(to_glyphs), TTFont(BytesIO(unpacked(program)))
    whole = TTFont(own_face(face).path)
    for char in advances(face):
        like = {"\u00a0": " ", "\u202f": " ", "\u2011": "-"}.get(char, char)
        glyph = int.from_bytes(numbers[2 * ord(char) : 2 * ord(char) + 2])
        original = whole.getBestCmap().get(ord(char)) or whole.getBestCmap()[ord(like)]
        assert outline(subset, subset.getGlyphName(glyph)) == outline(whole, original), char
        assert advances(face)[char] == round(whole["hmtx"][original][0] * 1000 / 2048)


def outline(font: TTFont, name: str) -> object:
    points, ends, _ = font["glyf"][name].getCoordinates(font["glyf"])
    return list(points), list(ends)


def unpacked(stream: bytes) -> bytes:
    return zlib.decompress(stream.partition(b"stream\n")[2].removesuffix(b"\nendstream"))


def test_no_family_of_the_set_is_forgotten_that_has_letters_of_its_own() -> None:
    shown = "Łódź Їжак Ωμέγα זבח বাংলা ਪੰਜਾਬੀ العربية اردو ✓"
    assert not own_faces().lacks(shown)
    assert not inked(written(a_box(b"/Ff 4096", height=200), shown), a_box(), Additions(1))[1]
