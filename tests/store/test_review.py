"""Who checked which text stands in review.csv, bound to exactly the pair; what went, in another."""

import csv
import datetime as dt
from io import StringIO
from pathlib import Path

import pytest
from bundlework import told

from docgen.model.language import Message, Review
from docgen.store import review
from docgen.store.previous import Before, read_previous, write_previous
from docgen.store.review import add_reviews, digest_of, id_of, read_reviews

PAIR = ("yes", "Yes")
PLACES = ("a.docx: body", "b.docx")
HEAD = "digest,status,by,date,note\n"
PREVIOUS = "file,places,context,english,form,translation\n"
GOOD = f"{'0' * 32},approved,st-1,2025-11-03,\n"
NOTED = GOOD.replace("\n", '"two\nlines"\n')
APPROVED = Review("approved", "A. Nowak, Translators Ltd", dt.date(2025, 11, 3), 'she said "fine"')


def test_any_change_of_english_translation_or_context_is_another_pair() -> None:
    pairs = [
        (PAIR, ("Tak",)),
        (PAIR, ("Tak.",)),
        (("yes", "Yes."), ("Tak",)),
        (("", "Yes"), ("Tak",)),
        (PAIR, ("Tak", "Tak")),
        (("yesYes", ""), ("Tak",)),
    ]
    assert len({digest_of(pair, texts) for pair, texts in pairs}) == len(pairs)


def test_a_message_has_a_short_name() -> None:
    assert id_of(PAIR) == id_of(("yes", "Yes"))
    assert len(id_of(PAIR)) == 8


def test_what_was_approved_is_read_back_and_what_was_said_last_holds(tmp_path: Path) -> None:
    path = tmp_path / "review.csv"
    digest = digest_of(PAIR, ("Tak",))
    add_reviews(path, [(digest, Review("reviewed", "st-2", dt.date(2025, 10, 1)))])
    add_reviews(path, [(digest, APPROVED)])
    assert read_reviews(path) == ({digest: APPROVED}, ())
    assert len(path.read_text("utf-8").splitlines()) == 3


def test_a_line_that_a_spreadsheet_saved_without_its_end_is_kept(tmp_path: Path) -> None:
    path = tmp_path / "review.csv"
    path.write_bytes(b"\xef\xbb\xbf" + (HEAD + GOOD).replace("\n", "\r\n").rstrip().encode())
    add_reviews(path, [("1" * 32, APPROVED)])
    reviews, findings = read_reviews(path)
    assert set(reviews) == {"0" * 32, "1" * 32}
    assert findings == ()


def test_nobody_checked_anything_where_there_is_no_file(tmp_path: Path) -> None:
    assert read_reviews(tmp_path / "review.csv") == ({}, ())


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("digest,by\n", [("csv-columns", 1)]),
        (HEAD + "a,b\n", [("csv-row", 2)]),
        (HEAD + GOOD + "\n" + "x," + GOOD, [("csv-row", 4)]),
        (HEAD + GOOD.replace("0" * 32, "abc"), [("review-digest", 2)]),
        (HEAD + GOOD.replace("approved", "fine"), [("review-status", 2)]),
        (HEAD + GOOD.replace("2025-11-03", "3 November"), [("review-date", 2)]),
        (HEAD + GOOD.replace("2025-11-03", "2025-13-03"), [("review-date", 2)]),
        (HEAD + GOOD.replace("st-1", " "), [("review-nobody", 2)]),
        (
            HEAD + GOOD.replace("\n", '"two\nlines"\n') + GOOD.replace("st-1", ""),
            [("review-nobody", 4)],
        ),
        (HEAD + GOOD.replace("st-1", "x" * 200_000), [("csv-row", 2)]),
    ],
)
def test_every_fault_of_the_reviews_is_told_with_its_line(
    tmp_path: Path, text: str, expected: list[tuple[str, int]]
) -> None:
    path = tmp_path / "review.csv"
    path.write_text(text, "utf-8")
    assert told(read_reviews(path)[1]) == expected


def test_a_file_too_large_is_not_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(review, "LARGEST", 10)
    path = tmp_path / "review.csv"
    path.write_text(HEAD, "utf-8")
    assert told(read_reviews(path)[1]) == [("csv-too-large", 1)]


def test_a_file_in_another_encoding_is_told(tmp_path: Path) -> None:
    path = tmp_path / "review.csv"
    path.write_bytes((HEAD + GOOD).encode().replace(b"st-1", b"W\xf3jcik"))
    assert told(read_reviews(path)[1]) == [("yaml-not-utf8", 2)]


def test_what_was_said_before_is_read_back(tmp_path: Path) -> None:
    path = tmp_path / "pl" / "previous.csv"
    kept = (
        Before(
            "wessex", Message("Yes, please", "Cell", places=("a.docx: body", "b.docx")), ("Tak",)
        ),
        Before("wessex", Message("{{ n | count }} weeks", "", counts=True), ("a", "b", "c")),
    )
    write_previous(path, kept)
    assert read_previous(path) == (kept, ())
    rows = [*csv.reader(StringIO(path.read_text("utf-8")))]
    assert rows[1] == ["wessex", "a.docx: body; b.docx", "Cell", "Yes, please", "", "Tak"]


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ("w,p,c,Yes,0,Tak\nw,p,c,Yes,2,Nie\n", [("previous-form", 2)]),
        ("w,p,c,No,,Nie\nw,p,c,Yes,one,Tak\n", [("previous-form", 3)]),
        ("w,p,c,Yes\n", [("csv-row", 2)]),
    ],
)
def test_what_is_wrong_with_what_was_said_before_is_told(
    tmp_path: Path, rows: str, expected: list[tuple[str, int]]
) -> None:
    path = tmp_path / "previous.csv"
    path.write_text(PREVIOUS + rows, "utf-8")
    assert told(read_previous(path)[1]) == expected
