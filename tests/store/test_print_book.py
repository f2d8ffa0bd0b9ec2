"""A print run's letters are put in order by a database, and told of in counts."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import pytest
from piecework import ABROAD, FATHER, MOTHER, NEIGHBOUR, SISTER, TO_SIGN

from docgen.errors import DiskTrouble
from docgen.model.finding import Finding, Severity
from docgen.plan.post import Laid, Piece, Place, Sort
from docgen.store.print_book import PrintBook, print_book
from docgen.store.print_counts import PrintCounts, Some

SLIPPED = Finding("print-window-shows", Severity.ERROR, "2 words show.", "Move them.")
ALL = (TO_SIGN, SISTER, FATHER, ABROAD, NEIGHBOUR, MOTHER)


@contextmanager
def book_of(
    folder: Path, *pieces: Piece, sort: Sort = "postcode", most: int = 10
) -> Iterator[PrintBook]:
    """Open a book in which letters have their places."""
    with print_book(folder) as book:
        book.classes((each.case, each.pupil, each.group) for each in ALL if each.group)
        book.add((replace(each, group="") for each in pieces), sort)
        book.settle(most)
        yield book


def told(book: PrintBook) -> list[tuple[str, list[tuple[str, str]]]]:
    """Give each file with its letters' numbers and marks."""
    return [
        (sheaf.name, [(place.piece.number, place.mark) for place in sheaf.places])
        for sheaf in book.sheaves()
    ]


def lay(book: PrintBook, *flawed: str, thick: int = 1) -> None:
    """Lay all out that isn't; letters of these numbers fail the proof."""
    for sheaf in book.sheaves():
        book.note([_laid(each, f"{sheaf.name}.pdf", flawed, thick) for each in sheaf.places], 2)


def _laid(place: Place, file: str, flawed: tuple[str, ...], thick: int) -> Laid:
    findings = (SLIPPED,) if place.piece.number in flawed else ()
    return Laid(place, file, place.nth, thick, marked=bool(place.mark), findings=findings)


def test_letters_lie_by_postcode_and_what_is_handed_over_comes_last(tmp_path: Path) -> None:
    with book_of(tmp_path, *ALL) as book:
        assert told(book) == [
            ("en-contract", [("b-2/2", "")]),
            (
                "en-invite",
                [
                    ("b-2/1", "Envelope 1, letter 1 of 1"),
                    ("b-1/1", "Envelope 2, letter 1 of 2"),
                    ("b-1/3", "Envelope 2, letter 2 of 2"),
                    ("b-1/2", "Envelope 3, letter 1 of 1"),
                    ("b-3/1", "Envelope 4, letter 1 of 1"),
                ],
            ),
        ]
        assert [place.at for sheaf in book.sheaves() for place in sheaf.places] == [*range(1, 7)]


def test_for_the_pigeonholes_they_lie_by_class(tmp_path: Path) -> None:
    with book_of(tmp_path, SISTER, ABROAD, NEIGHBOUR, sort="class") as book:
        ((_, letters),) = told(book)
    assert [number for number, _ in letters] == ["b-2/1", "b-1/3", "b-3/1"]


def test_files_of_at_most_so_many_letters_hold_whole_envelopes(tmp_path: Path) -> None:
    again = replace(TO_SIGN, number="b-2/3")
    with book_of(tmp_path, *ALL, again, most=1) as book:
        assert [(name, len(letters)) for name, letters in told(book)] == [
            ("en-contract-01", 1),
            ("en-contract-02", 1),
            ("en-invite-01", 1),
            ("en-invite-02", 2),
            ("en-invite-03", 1),
            ("en-invite-04", 1),
        ]


def test_an_envelope_is_left_out_whole_and_only_its_files_are_made_anew(tmp_path: Path) -> None:
    polish = replace(SISTER, language="pl-en")
    forgotten: list[str] = []
    with book_of(tmp_path, TO_SIGN, MOTHER, polish, FATHER) as book:
        lay(book, "b-1/3")
        assert book.leave_out(forgotten.append)
        assert sorted(forgotten) == ["en-invite.pdf", "pl-en-invite.pdf"]
        assert [name for name, _ in told(book)] == ["en-invite"]
        lay(book)
        assert not book.leave_out(forgotten.append)
        listed = [(laid.place.piece.number, laid.file, rule) for laid, rule in book.rows()]
        counts = PrintCounts(book.database)
        assert list(counts.left_out()) == [("print-window-shows", 2, "2 words show.")]
        assert counts.all() == ("All", 2, 1, 2, 2)
    assert listed == [
        ("b-2/2", "en-contract.pdf", ""),
        ("b-1/2", "en-invite.pdf", ""),
        ("b-1/1", "", "print-window-shows"),
        ("b-1/3", "", "print-window-shows"),
    ]


def test_a_letter_without_envelope_is_left_out_alone(tmp_path: Path) -> None:
    again = replace(TO_SIGN, number="b-2/3")
    with book_of(tmp_path, TO_SIGN, again) as book:
        lay(book, "b-2/3")
        assert book.leave_out(list[str]().append)
        lay(book)
        assert [rule for _, rule in book.rows()] == ["", "print-window-shows"]
        assert list(PrintCounts(book.database).packing()) == [(0, 1)]


def test_a_cover_sheet_s_counts(tmp_path: Path) -> None:
    with book_of(tmp_path, *(replace(each, windowed=each != FATHER) for each in ALL)) as book:
        lay(book, thick=3)
        counts = PrintCounts(book.database)
        assert counts.all() == ("All", 6, 4, 18, 12)
        assert list(counts.by_file(alone=False)) == [
            ("en-contract.pdf", 1, 0, 3, 2),
            ("en-invite.pdf", 5, 4, 15, 10),
        ]
        assert [each.name for each in counts.by_file(alone=True)] == ["en-contract", "en-invite"]
        assert counts.files() == Some(2, ("en-contract.pdf", "en-invite.pdf"))
        assert dict(counts.packing()) == {0: 1, 1: 3, 2: 1}
        assert counts.thick(3) == Some(1, ("2",))
        assert counts.bare() == Some(1, ("3",))
        assert counts.unmarked() == Some(0, ())


def fill(folder: Path) -> None:
    """Add letters to a book that has no room for them."""
    with print_book(folder) as book:
        book.database.execute("PRAGMA max_page_count = 1")
        book.add([MOTHER] * 50, "postcode")


def test_a_disk_that_takes_no_more_is_told(tmp_path: Path) -> None:
    with pytest.raises(DiskTrouble) as full:
        fill(tmp_path)
    assert full.value.code == "print-order-stopped"
    assert isinstance(full.value.__cause__, sqlite3.Error)
