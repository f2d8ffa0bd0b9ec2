"""Docgen's own lines in a paper of two languages."""

from polishwork import POLISH, polish

from docgen.model.language import Catalogue, Translated
from docgen.wording.bundle import Bundle, english
from docgen.wording.english import ENGLISH
from docgen.wording.lines import Form, own_lines

FORMS: tuple[Form, Form] = ("letters", "clauses")


def test_english_lines_name_the_other_language() -> None:
    lines = own_lines(english(), POLISH, "letters")
    assert lines.mark == "This letter in English follows the same letter in Polish."
    assert lines.unchecked == "The translation into Polish is a draft. Nobody has checked it yet."
    assert lines.stands.startswith("If the two texts differ, the English text stands.")


def test_the_readers_lines_are_in_their_language() -> None:
    said = {"line-mark": "Dalej to samo po angielsku.", "line-stands": "Ważny jest angielski."}
    words = polish({(key, ENGLISH[key]): text for key, text in said.items()})
    letter, clauses = (own_lines(words, POLISH, form) for form in FORMS)
    assert (letter.mark, letter.stands) == (said["line-mark"], "")
    assert (clauses.mark, clauses.stands) == ("", said["line-stands"])
    assert [lack.about for lack in words.notes.lacks] == ["line-unchecked"]


def test_the_line_that_says_that_nobody_checked_is_no_reason_to_print_it() -> None:
    held = {(key, ENGLISH[key]): Translated((key,)) for key in ("line-mark", "line-unchecked")}
    words = Bundle(Catalogue(POLISH, held))
    assert own_lines(words, POLISH, "letters").unchecked == "line-unchecked"
    assert [each.partition(" ")[0] for each in words.notes.unchecked] == ["line-mark"]
