"""A language's words: said, counted, noted where there are none or nobody has checked them."""

import pytest

from docgen.model.language import Catalogue, Language, Status, Translated
from docgen.model.values import Values
from docgen.wording.bundle import Bundle, english
from docgen.wording.notes import Lack, Notes

POLISH = Language("pl", "Polish", "polski", "pl_PL")
FORMS = "n==1 ? 0 : n%10>=2 && n%10<=4 && (n%100<10 || n%100>=20) ? 1 : 2"


def polish(**messages: tuple[str, str, Status]) -> Bundle:
    """Give Polish with these messages: context → English, Polish and status."""
    held = {(key, said[0]): Translated((said[1],), said[2]) for key, said in messages.items()}
    return Bundle(Catalogue(POLISH, held, FORMS))


def counting(*texts: str, status: Status = "approved") -> Bundle:
    """Give Polish with the forms of a session."""
    return Bundle(
        Catalogue(POLISH, {("session", "{number} sessions"): Translated(texts, status)}, FORMS)
    )


def test_english_is_there_and_reads_from_left_to_right() -> None:
    words = english()
    assert (words.language, words.direction, words.locale) == ("en", "ltr", "en_GB")
    assert words.say("reference", number="fam-0042/7", version=1) == "fam-0042/7 version 1"
    assert words.is_english


def test_another_language_has_its_own_words_and_order() -> None:
    words = polish(
        reference=("{number} version {version}", "wersja {version} pisma {number}", "approved")
    )
    assert words.say("reference", number="fam-0042/7", version=2) == "wersja 2 pisma fam-0042/7"
    assert (words.notes.lacks, words.notes.unchecked) == ((), ())


@pytest.mark.parametrize(
    ("number", "said"), [(1, "1 sesja"), (3, "3 sesje"), (5, "5 sesji"), (22, "22 sesje")]
)
def test_what_is_counted_has_the_form_of_its_number(number: int, said: str) -> None:
    words = counting("{number} sesja", "{number} sesje", "{number} sesji")
    assert words.count("session", number) == said


@pytest.mark.parametrize(
    ("number", "said"), [(0, "0 sessions"), (1, "1 session"), (7, "7 sessions")]
)
def test_english_counts_one_and_all_others(number: int, said: str) -> None:
    assert english().count("session", number) == said


def test_a_language_of_one_form_needs_no_other() -> None:
    assert counting("{number} sesji").count("session", 1) == "1 sesji"


def test_words_without_a_translation_leave_a_mark_and_a_note() -> None:
    words = polish()
    said = words.say("midday")
    assert "midday" not in said
    assert words.notes.lacks == (Lack("R-110", "midday", english="midday"),)
    assert words.notes.printed(["9:00", f"a{said}b"]) == words.notes.lacks
    assert words.notes.printed(["9:00"]) == ()


def test_a_lack_is_noted_once_however_often_it_is_said() -> None:
    words = polish()
    assert words.say("midday") == words.say("midday")
    assert words.count("session", 2) != words.say("midday")
    assert [lack.about for lack in words.notes.lacks] == ["midday", "session"]


@pytest.mark.parametrize("status", ["missing", "stale"])
def test_a_text_of_older_english_is_as_good_as_none(status: Status) -> None:
    words = polish(midday=("midday", "południe", status))
    words.say("midday")
    assert [lack.about for lack in words.notes.lacks] == ["midday"]


@pytest.mark.parametrize(
    ("status", "noted"),
    [("draft", ("midday “midday”",)), ("reviewed", ()), ("approved", ())],
)
def test_what_nobody_has_checked_is_said_and_noted(status: Status, noted: tuple[str, ...]) -> None:
    words = polish(midday=("midday", "południe", status))
    assert [words.say("midday"), words.say("midday")] == ["południe", "południe"]
    assert words.notes.unchecked == noted


@pytest.mark.parametrize(
    ("names", "counts"),
    [({"terms", "one"}, True), ({"terms", "other"}, False), ({"one"}, False), (set(), False)],
)
def test_unchecked_words_count_where_a_template_can_print_them(
    names: set[str], *, counts: bool
) -> None:
    notes = Notes()
    notes.drafted("term", "Umowa", "umowy")
    values: Values = {"terms": {"one": ["ta UMOWA", 3, None], "other": "nic", "key": True}}
    assert notes.unchecked_in(values, names) == (("term",) if counts else ())


def test_words_with_gaps_count_whatever_fills_them() -> None:
    notes = Notes()
    notes.drafted("body", "dla {body} tu")
    values = {"used": "Dla rady TU", "left": "dla szkoły tu"}
    assert notes.unchecked_in(values, {"used"}) == ("body",)
    assert notes.unchecked_in({"left": "dla szkoły tu"}, {"used"}) == ()


def test_unchecked_words_that_stand_in_no_value_as_they_are_count() -> None:
    notes = Notes()
    notes.drafted("yes", "Tak")
    notes.drafted("no")
    assert notes.unchecked_in({"left": "Nie"}, set()) == ("yes", "no")


def test_words_of_a_pack_stand_in_english_where_nobody_put_them_plainer() -> None:
    assert english().read("term", "attendance contract") == "attendance contract"


def test_a_bundle_may_bring_its_own_notes() -> None:
    notes = Notes()
    assert Bundle(notes=notes).notes is notes
