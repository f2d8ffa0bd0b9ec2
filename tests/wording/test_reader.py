"""What staff wrote in English goes through one door into the reader's language (T-19)."""

from datetime import date

import pytest
from household import family, matter_of
from polishwork import polish

from docgen.model.action import Translation
from docgen.model.casetext import CaseText, digest_of
from docgen.wording.bundle import english
from docgen.wording.notes import Lack
from docgen.wording.reader import NONE, Own, Reader

LOG = "phone log"


def bound(text: str, of: str = LOG) -> Own:
    """Give a Polish translation that somebody checked, of some English."""
    checked = Translation(text, digest_of(of), "reviewed", "A. Nowak", date(2025, 10, 19))
    return {"pl": checked}


def test_english_is_said_as_it_was_written() -> None:
    matter = matter_of(family(), english())
    assert matter.written("phone  log", "ct-1.rq-1", "measure") == "phone  log"
    assert matter.written(None, "ct-1.rq-1", "measure") == ""


def test_nothing_written_needs_no_translation() -> None:
    reader = Reader(polish())
    assert [reader.written(text, "rv-1", "notes") for text in (None, "")] == ["", ""]
    assert reader.bundle.notes.lacks == ()


def test_the_translation_beside_a_text_goes_before_all_others() -> None:
    catalogue = polish({("word", LOG): "z katalogu"})
    texts = (CaseText(LOG, bound("z pliku")),)
    assert Reader(catalogue, texts).written(LOG, "ct-1.rq-1", "measure", bound("obok")) == "obok"
    assert Reader(catalogue, texts).written(LOG, "ct-1.rq-1", "measure") == "z pliku"
    assert Reader(catalogue).written(LOG, "ct-1.rq-1", "measure") == "z katalogu"
    assert catalogue.notes.unchecked == ()


@pytest.mark.parametrize("written", ["phone log", "phone  log", " phone log\n"])
def test_blanks_make_no_other_text(written: str) -> None:
    reader = Reader(polish(), (CaseText(LOG, bound("rejestr")),))
    assert reader.written(written, "ct-1.rq-1", "measure") == "rejestr"


@pytest.mark.parametrize(
    ("written", "held"),
    [("Mother", "mother"), ("mother", "mother"), ("headteacher", "Headteacher")],
)
def test_a_word_that_staff_often_write_may_begin_with_a_capital(written: str, held: str) -> None:
    reader = Reader(polish({("word", held): "po polsku"}))
    assert reader.written(written, "p-1.c-1", "relationship") == "po polsku"


def test_how_a_phrase_is_measured_is_known_wherever_it_is_written() -> None:
    reader = Reader(polish({("measure", "sessions attended"): "obecność na zajęciach"}))
    assert reader.written("sessions attended", "ct-1.rq-1", "measure") == "obecność na zajęciach"


@pytest.mark.parametrize(
    "own",
    [NONE, {"ur": Translation("فون لاگ")}],
    ids=["none", "of another language"],
)
def test_without_a_fitting_translation_a_text_is_lacking_by_its_key_alone(own: Own) -> None:
    reader = Reader(polish())
    said = reader.written(LOG, "ct-1.rq-1", "measure", own)
    lacks = reader.bundle.notes.lacks
    assert lacks == (Lack("T-19", "ct-1.rq-1", "measure", LOG),)
    assert LOG not in said
    assert LOG not in repr(lacks)


def test_a_translation_of_older_english_counts_as_none_and_that_is_told() -> None:
    reader = Reader(polish())
    reader.written(LOG, "ct-1.rq-1", "measure", bound("stare", of="office log"))
    (lack,) = reader.bundle.notes.lacks
    assert lack.what == "measure, as its translation is of other words"


@pytest.mark.parametrize(
    ("translation", "noted"),
    [
        (Translation("rejestr"), True),
        (Translation("rejestr", status="approved"), True),
        (Translation("rejestr", digest_of(LOG)), True),
        (Translation("rejestr", digest_of(LOG), "reviewed"), False),
        (Translation("rejestr", digest_of(LOG)[:6].upper(), "approved"), False),
    ],
    ids=["unbound", "approved but unbound", "bound draft", "reviewed", "approved by six figures"],
)
def test_only_a_checked_translation_of_this_very_text_is_no_draft(
    translation: Translation, *, noted: bool
) -> None:
    reader = Reader(polish())
    assert reader.written(LOG, "ct-1.rq-1", "measure", {"pl": translation}) == "rejestr"
    assert reader.bundle.notes.unchecked == (("ct-1.rq-1 measure",) if noted else ())
    assert reader.bundle.notes.own_drafts == ({"ct-1.rq-1 measure": LOG} if noted else {})


def test_too_few_figures_of_a_digest_bind_nothing() -> None:
    reader = Reader(polish())
    reader.written(LOG, "ct-1.rq-1", "measure", {"pl": Translation("x", digest_of(LOG)[:5])})
    assert [lack.rule for lack in reader.bundle.notes.lacks] == ["T-19"]


def test_what_may_stay_as_it_is_lacks_nothing() -> None:
    reader = Reader(polish(), (CaseText("Room 4", {"pl": Translation("Sala 4")}),))
    assert reader.perhaps("Room 4", "m-1", "place") == "Sala 4"
    assert reader.perhaps("Room 5", "m-1", "place") is None
    assert reader.bundle.notes.lacks == ()
