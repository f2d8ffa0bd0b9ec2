"""A file for a screen has the same words in a font that reads out well."""

from scriptwork import BENGALI, URDU, set_in
from templatework import papers

from docgen.press.ooxml.members import read_members
from docgen.press.ooxml.screens import on_screen
from docgen.press.ooxml.words import words_of

NASTALIQ, NASKH = b"Noto Nastaliq Urdu", b"Noto Naskh Arabic"
FONTS = {URDU.font: URDU.screen_font}
CONTENT = papers()[0].path.read_bytes()


def held(content: bytes) -> bytes:
    return b"".join(read_members(content)[0].values())


def test_nastaliq_gives_way_to_naskh_and_no_word_changes() -> None:
    printed = set_in(CONTENT, URDU)
    shown = on_screen(printed, FONTS)
    assert NASTALIQ in held(printed)
    assert NASTALIQ not in held(shown)
    assert NASKH in held(shown)
    assert words_of(shown) == words_of(printed)
    assert on_screen(shown, FONTS) == shown


def test_a_file_without_nastaliq_stays_byte_for_byte() -> None:
    content = set_in(CONTENT, BENGALI)
    assert on_screen(content, FONTS) is content
