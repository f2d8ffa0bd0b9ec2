"""The project's own faces: what stands for which font of Word's, how wide and high, what shows."""

from pathlib import Path

import pytest
import typst

from docgen.errors import DiskTrouble
from docgen.press.fonts.faces import Face, Faces, own_faces
from docgen.press.fonts.families import FAMILIES
from docgen.press.fonts.measures import UNSEEN, measured

SAMPLES = {
    "Latin": "Ann Şükrü Łukasz ŵ £ € “”",
    "Greek": "Ωμέγα",
    "Cyrillic": "Олена Ґалаґан",
    "Hebrew": "שלום",
    "Bengali": "বাংলা ক্ষমা ১২৩",
    "Gurmukhi": "ਪੰਜਾਬੀ ੧੨੩",
    "Arabic": "نام پتہ ڈاکٹر ۱۲۳",
    "symbols": "☐☑☒✓✗☎✉",
}
SHOWN = (
    "\u00a0\u2003\u3000"  # spaces
    "\t\u00ad\u2060\u200b"  # tab, soft hyphen, joiners
    "\u200c\u200d\u034f\ufe0f"
    "\u200e\u200f\u061c\u202a\u202c\u2066\u2069"  # direction
    "\u2011\u1e9b\u0323Åé"
)
NOT_SHOWN = "中\ufeff\uf001\ufff9\U0001f4de"


def face(family: str, *, bold: bool = False, italic: bool = False) -> Face:
    """Give a face of the set."""
    return own_faces().face(family, bold=bold, italic=italic)


@pytest.mark.parametrize(
    ("font", "family"),
    [
        ("Arial", "Arimo"),
        ("arial", "Arimo"),
        ("Helvetica", "Arimo"),
        ("Liberation Sans", "Arimo"),
        ("Times New Roman", "Tinos"),
        ("TimesNewRoman", "Tinos"),
        ("Courier New", "Cousine"),
        ("Calibri", "Carlito"),
        ("Cambria", "Caladea"),
        ("Noto Sans Bengali", "Noto Sans Bengali"),
        ("Noto Sans Symbols2", "Noto Sans Symbols 2"),
        ("Arial Narrow", None),
        ("Arial Black", None),
        ("Verdana", None),
        ("", None),
    ],
)
def test_a_font_is_stood_for_by_the_family_that_is_as_wide(font: str, family: str | None) -> None:
    assert own_faces().family(font) == family


@pytest.mark.parametrize(
    ("family", "ascent", "descent", "of_2048"),
    [
        ("Arimo", 1854 + 67, 434, {"A": 1366, "m": 1706, " ": 569, "0": 1139}),  # Arial
        ("Tinos", 1825 + 87, 443, {"A": 1479, "m": 1593, " ": 512, "0": 1024}),  # Times New Roman
        ("Cousine", 1705, 615, {"A": 1229, "m": 1229, " ": 1229, "0": 1229}),  # Courier New
        ("Carlito", 1950, 550, {"A": 1185, "m": 1636, " ": 463, "0": 1038}),  # Calibri
    ],
)
def test_lines_are_as_high_and_letters_as_wide_as_those_of_the_font_stood_for(
    family: str, ascent: int, descent: int, of_2048: dict[str, int]
) -> None:
    made = face(family)
    assert (made.ascent * 2048, made.descent * 2048) == (ascent, descent)
    assert {char: made.width(char) * 2048 for char in of_2048} == of_2048


def test_a_text_is_as_wide_as_all_its_letters() -> None:
    arimo = face("Arimo")
    letters = sum(arimo.width(char) for char in "Dear Ann")
    assert arimo.width("Dear Ann") == pytest.approx(letters)
    assert arimo.width("") == 0


@pytest.mark.parametrize(
    ("family", "text", "as_wide_as"),
    [
        ("Arimo", "a\u00ad\u2066b\u2069", "ab"),  # nothing is printed for them
        ("Caladea", "a\u2003b", "a b"),  # a space it has no glyph for
        ("Caladea", "\u1e08", "C\u0327\u0301"),  # a letter with marks it has apart
        ("Arimo", "a\u2011b", "a\u2010b"),
    ],
)
def test_what_has_no_glyph_is_as_wide_as_what_is_printed_for_it(
    family: str, text: str, as_wide_as: str
) -> None:
    assert face(family).width(text) == face(family).width(as_wide_as)


@pytest.mark.parametrize(
    ("family", "bold", "italic", "file"),
    [
        ("Arimo", False, False, "Arimo-Regular.ttf"),
        ("Arimo", True, True, "Arimo-BoldItalic.ttf"),
        ("Noto Naskh Arabic", False, True, "NotoNaskhArabic-Regular.ttf"),
        ("Noto Naskh Arabic", True, True, "NotoNaskhArabic-Bold.ttf"),
        ("Noto Sans Symbols 2", True, True, "NotoSansSymbols2-Regular.ttf"),
    ],
)
def test_where_a_style_is_missing_the_nearest_stands_in(
    family: str, bold: bool, italic: bool, file: str
) -> None:
    made = face(family, bold=bold, italic=italic)
    assert made.path.name == file
    assert made.path.is_file()
    assert (made.bold, made.italic) == ("Bold" in file, "Italic" in file)


def test_the_set_and_its_faces_are_read_once() -> None:
    assert own_faces() is own_faces()
    assert face("Arimo") is face("Arimo")


@pytest.mark.parametrize("char", SHOWN)
def test_what_prints_nothing_or_is_put_together_needs_no_glyph(char: str) -> None:
    assert face("Arimo").covers(f"a{char}b")
    assert own_faces().lacks(char) == ""


@pytest.mark.parametrize("char", NOT_SHOWN)
def test_what_cannot_be_shown_is_named(char: str) -> None:
    assert not face("Arimo").covers(f"a{char}b")
    assert own_faces().other(char) in {None, "Noto Sans Symbols 2"}


def test_each_lacking_character_is_named_once_in_its_order() -> None:
    assert face("Arimo").lacks("Ann 国中 নাম 国") == "国中নাম"
    assert own_faces().lacks("Ann 国中 নাম 国") == "国中"
    assert own_faces().families_for("Ann 国中 নাম 国") == ("Arimo", "Noto Sans Bengali")
    assert own_faces().families_for("") == ()


@pytest.mark.parametrize(
    ("text", "family"),
    [
        ("Ann", "Arimo"),
        ("ক্ষ", "Noto Sans Bengali"),
        ("ਪੰ", "Noto Sans Gurmukhi"),
        ("نام", "Noto Naskh Arabic"),
        ("☐", "Noto Sans Symbols 2"),
        ("中", None),
        ("نام ক্ষ", None),  # no family has both
    ],
)
def test_another_family_is_found_for_what_a_font_lacks(text: str, family: str | None) -> None:
    assert own_faces().other(text, bold=True, italic=True) == family


@pytest.mark.parametrize("family", FAMILIES, ids=lambda each: each.stem)
def test_every_face_of_a_family_serves_its_scripts(family: object) -> None:
    known = next(each for each in FAMILIES if each is family)
    for bold in (False, True):
        made = face(known.name, bold=bold)
        assert [script for script in known.serves if not made.covers(SAMPLES[script])] == []


@pytest.mark.parametrize("style", [(False, True), (True, False), (True, True)])
def test_all_faces_of_a_family_show_the_same(style: tuple[bool, bool]) -> None:
    bold, italic = style
    regular = {each.name: face(each.name).advances.keys() for each in FAMILIES}
    lacking = {
        name: "".join(sorted(known - face(name, bold=bold, italic=italic).advances.keys()))
        for name, known in regular.items()
    }
    few = {"Caladea": "ļŉȘșț\u0326"} if italic else {}
    assert {name: chars for name, chars in lacking.items() if chars} == few


def test_a_folder_without_fonts_says_how_to_get_them(tmp_path: Path) -> None:
    with pytest.raises(DiskTrouble) as told:
        Faces(tmp_path / "nowhere")
    assert told.value.code == "fonts-missing"


@pytest.mark.parametrize(
    "gone", ["Arimo-Regular.json", "NotoSansSymbols2-Regular.json", "Arimo-Bold.ttf"]
)
def test_a_set_that_lacks_a_file_is_as_good_as_none(tmp_path: Path, gone: str) -> None:
    for file in own_faces().folder.iterdir():
        (tmp_path / file.name).write_bytes(b"")
    assert Faces(tmp_path).folder == tmp_path
    (tmp_path / gone).unlink()
    with pytest.raises(DiskTrouble) as told:
        Faces(tmp_path)
    assert told.value.code == "fonts-missing"


def test_the_set_has_no_faces_but_those_of_its_families() -> None:
    named = {f"{family.stem}-{style}.ttf" for family in FAMILIES for style in family.styles}
    assert {font.name for font in own_faces().folder.glob("*.ttf")} == named


def test_the_measures_are_those_of_the_font_files() -> None:
    fonts = sorted(own_faces().folder.glob("*.ttf"))
    differ = [
        font.name
        for font in fonts
        if font.with_suffix(".json").read_text(encoding="utf-8") != measured(font)
    ]
    assert len(fonts) == 29
    assert differ == []


def test_every_family_comes_with_its_licence() -> None:
    for family in FAMILIES:
        licence = own_faces().folder / f"{family.stem}-LICENSE.txt"
        assert "SIL Open Font License, Version 1.1" in licence.read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def compiler(tmp_path_factory: pytest.TempPathFactory) -> typst.Compiler:
    """Give what sets one text in one family, and takes no other family's glyphs."""
    source = tmp_path_factory.mktemp("typst") / "one.typ"
    source.write_text(
        '#set document(title: "x")\n#set text(font: sys.inputs.family, fallback: false)\n'
        '#("a" + sys.inputs.text + "b")',
        encoding="utf-8",
    )
    return typst.Compiler(str(source), font_paths=_fonts())


def test_typst_finds_just_the_families_of_the_set() -> None:
    assert {font.family for font in _fonts().fonts()} == {each.name for each in FAMILIES}


@pytest.mark.parametrize("family", ["Arimo", "Caladea", "Noto Naskh Arabic"])
def test_a_face_can_show_just_what_typst_sets_in_it(compiler: typst.Compiler, family: str) -> None:
    asked = {*SHOWN, *NOT_SHOWN, *"".join(SAMPLES.values()), *"\u2010\u1e08\u0439"}
    refused = {char for char in asked if not _sets(compiler, family, char)}
    assert refused == {char for char in asked if not face(family).covers(char)}


def test_nothing_that_is_measured_is_unseen() -> None:
    for family in FAMILIES:
        assert not [char for char in face(family.name).advances if UNSEEN.match(char)]


def _fonts() -> typst.Fonts:
    return typst.Fonts(
        include_system_fonts=False,
        include_embedded_fonts=False,
        font_paths=[str(own_faces().folder)],
    )


def _sets(compiler: typst.Compiler, family: str, text: str) -> bool:
    """Tell whether a text can be set as a PDF that promises what docgen's promise."""
    try:
        compiler.compile(
            format="pdf",
            pdf_standards=["ua-1", "a-2a"],
            sys_inputs={"family": family, "text": text},
        )
    except typst.TypstError:
        return False
    return True
