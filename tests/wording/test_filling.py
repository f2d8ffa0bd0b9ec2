"""What fills a phrase's gap is said anew in the reader's language, names aside."""

import pytest
from polishwork import polish

from docgen.model.action import Translation
from docgen.model.casetext import CaseText
from docgen.wording.filling import in_words
from docgen.wording.reader import Reader


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("8:45am", "08:45"),
        ("8.45 a.m.", "08:45"),
        ("8pm", "20:00"),
        ("12:30pm", "12:30"),
        ("12:05am", "00:05"),
        ("16:15", "16:15"),
        ("midday", "12:00"),
        ("Midnight", "00:00"),
        ("20 March 2026", "20 marca 2026"),
        ("3rd November 2025", "3 listopada 2025"),
        ("Friday 20 March 2026", "piątek, 20 marca 2026"),
        ("Friday, 20 March, 2026", "piątek, 20 marca 2026"),
        ("2026-03-20", "20 marca 2026"),
        ("Monday", "poniedziałek"),
        ("Wednesdays", "środa"),
        ("Mondays and Thursdays", "poniedziałek i czwartek"),
        ("Monday, Tuesday and Friday", "poniedziałek, wtorek i piątek"),
        ("six", "6"),
        ("6", "6"),
        ("01632 960 101", "01632 960 101"),
        ("Ms Crowe", "Ms Crowe"),
        ("Room 4,  Meadowbank Academy", "Room 4,  Meadowbank Academy"),
        ("99am", "99am"),
        ("31 June 2026", "31 June 2026"),
        ("20 Marz 2026", "20 Marz 2026"),
        ("2026-06-31", "2026-06-31"),
    ],
)
def test_times_and_days_are_said_anew_and_names_stay(written: str, said: str) -> None:
    reader = Reader(polish())
    assert in_words(reader, written, "ct-1.rq-1", "with x") == said
    assert reader.bundle.notes.lacks == ()


def test_other_words_need_a_translation() -> None:
    reader = Reader(polish())
    in_words(reader, "the school gate", "ct-1.rq-1", "with place")
    lack = reader.bundle.notes.lacks[0]
    assert (lack.rule, lack.about, lack.what) == ("T-19", "ct-1.rq-1", "with place")


@pytest.mark.parametrize("written", ["the school gate", "Our Hall"])
def test_words_and_names_may_be_translated_in_the_casefile(written: str) -> None:
    texts = (CaseText(written, {"pl": Translation("po polsku")}),)
    assert in_words(Reader(polish(), texts), written, "ct-1.rq-1", "with place") == "po polsku"
