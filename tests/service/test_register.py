"""What became of a document is written into casefile and ledger, once, and only what can be."""

import datetime as dt
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from officework import CASE, TODAY, case_text, desk_in, office_in, write_case

from docgen.errors import UsageTrouble
from docgen.model.case import Issued
from docgen.service import accounts, register
from docgen.service.examine import read_case
from docgen.service.issue import issue
from docgen.service.register import sent, served, withdraw
from docgen.service.report import Noted, Wish

LATER = TODAY + dt.timedelta(days=2)
Act = Callable[[Path], Noted]


@pytest.fixture
def office(tmp_path: Path) -> Path:
    """An office that issued fam-0001/1 and /2 on the first of December."""
    office_in(tmp_path)
    issue(desk_in(tmp_path), "fam-0001", Wish(), {})
    return tmp_path


def papers(office: Path) -> tuple[Issued, ...]:
    """Give what the casefile says of the issued documents."""
    return read_case(desk_in(office), office / "casefiles" / "fam-0001.yaml")[2].issued


def code_of(office: Path, act: Act) -> str:
    """Give the code with which an act is refused; then nothing is written."""
    text, count = case_text(office), len(accounts.list_entries(desk_in(office)))
    with pytest.raises(UsageTrouble) as told:
        act(office)
    assert case_text(office) == text
    assert len(accounts.list_entries(desk_in(office))) == count
    return told.value.code


def test_a_document_sent_and_served_says_how_when_and_by_whom(office: Path) -> None:
    day = TODAY + dt.timedelta(days=1)
    sent(desk_in(office, today=LATER), "fam-0001/1", "first class post", day)
    noted = served(desk_in(office, today=LATER, by="st-1"), "fam-0001/1", "by hand", LATER)
    first, second = papers(office)
    assert first.sent is not None
    assert (first.sent.how, first.sent.date, first.sent.by) == ("first class post", day, "st-2")
    assert first.served is not None
    assert (first.served.how, first.served.date, first.served.by) == ("by hand", LATER, "st-1")
    assert (second.sent, second.served) == (None, None)
    assert (noted.case_id, noted.number, noted.version, noted.act) == (
        *("fam-0001", "fam-0001/1"),
        *(1, "served"),
    )


def test_a_withdrawn_document_says_why_when_and_by_whom(office: Path) -> None:
    noted = withdraw(desk_in(office), "fam-0001/2-v1", "Wrong room")
    withdrawn = papers(office)[1].withdrawn
    assert withdrawn is not None
    assert (withdrawn.reason, withdrawn.date, withdrawn.by) == ("Wrong room", TODAY, "st-2")
    assert noted.head is not None
    assert noted.head.count == 3


def test_each_act_is_an_entry_about_its_document_and_holds_none_of_the_words(
    office: Path,
) -> None:
    sent(desk_in(office), "fam-0001/1", "first class post", TODAY)
    withdraw(desk_in(office), "fam-0001/1", "Wrong room")
    issued, _, posted, back = accounts.list_entries(desk_in(office))
    assert [(e.act, e.number, e.version) for e in (posted, back)] == [
        ("sent", "fam-0001/1", 1),
        ("withdraw", "fam-0001/1", 1),
    ]
    assert posted.output == issued.output
    assert "post" not in str(posted)
    assert "room" not in str(back)
    assert accounts.verify(desk_in(office)).head is not None


def test_a_number_alone_means_its_latest_version(office: Path) -> None:
    write_case(office, case_text(office).replace("Room 4", "The library"))
    issue(desk_in(office), "fam-0001", Wish(), {})
    assert sent(desk_in(office), "fam-0001/1", "by hand", TODAY).version == 2
    assert sent(desk_in(office), "fam-0001/1-v1", "by hand", TODAY).version == 1


def test_what_a_clerk_wrote_beside_it_stays(office: Path) -> None:
    write_case(office, case_text(office) + "# phoned on Monday\n")
    sent(desk_in(office), "fam-0001/1", "by hand", TODAY)
    assert case_text(office).startswith(CASE)
    assert case_text(office).endswith("# phoned on Monday\n")


@pytest.mark.parametrize(
    ("number", "code"),
    [
        ("fam-0001/9", "number-unknown"),
        ("fam-0001/1-v2", "number-unknown"),
        ("fam-0009/1", "case-mistyped"),
        ("fam-0001", "number-unreadable"),
        ("fam-0001/0", "number-unreadable"),
        ("fam-0001/1-v0", "number-unreadable"),
        ("../x/1", "number-unreadable"),
        ("CON/1", "number-unreadable"),
        ("fam-0001/1\n", "number-unreadable"),
        ("", "number-unreadable"),
    ],
)
def test_a_number_that_is_none_is_told(office: Path, number: str, code: str) -> None:
    assert code_of(office, lambda at: withdraw(desk_in(at), number, "Wrong")) == code
    assert code_of(office, lambda at: sent(desk_in(at), number, "by hand", TODAY)) == code


def test_what_is_recorded_already_is_told_with_its_day(office: Path) -> None:
    withdraw(desk_in(office), "fam-0001/2", "Wrong room")
    sent(desk_in(office), "fam-0001/1", "by hand", TODAY)
    served(desk_in(office), "fam-0001/1", "by hand", TODAY)
    acts: dict[str, Act] = {
        "already-withdrawn": lambda at: withdraw(desk_in(at), "fam-0001/2", "Again"),
        "already-sent": lambda at: sent(desk_in(at), "fam-0001/1", "by post", TODAY),
        "already-served": lambda at: served(desk_in(at), "fam-0001/1", "by post", TODAY),
    }
    for code, act in acts.items():
        assert code_of(office, act) == code
        with pytest.raises(UsageTrouble, match="2025-12-01"):
            act(office)


def test_nothing_is_sent_before_it_is_issued_or_on_a_day_to_come(office: Path) -> None:
    early = TODAY - dt.timedelta(days=1)
    for day, code in ((early, "date-too-early"), (LATER, "date-ahead")):
        posted = code_of(office, lambda at: sent(desk_in(at), "fam-0001/1", "by post", day))  # noqa: B023 - called at once
        handed = code_of(office, lambda at: served(desk_in(at), "fam-0001/1", "by hand", day))  # noqa: B023 - called at once
        assert (posted, handed) == (code, code)


def test_nothing_is_served_before_it_was_sent(office: Path) -> None:
    desk = desk_in(office, today=LATER)
    sent(desk, "fam-0001/1", "first class post", LATER)
    code = code_of(office, lambda at: served(desk_in(at), "fam-0001/1", "by hand", TODAY))
    assert code == "date-too-early"


def test_a_withdrawn_document_may_have_been_sent_before_but_not_after(office: Path) -> None:
    withdraw(desk_in(office), "fam-0001/1", "Wrong room")
    day_after = TODAY + dt.timedelta(days=1)
    late = code_of(
        office, lambda at: sent(desk_in(at, today=LATER), "fam-0001/1", "by hand", day_after)
    )
    assert late == "withdrawn-before"
    sent(desk_in(office, today=LATER), "fam-0001/1", "by hand", TODAY)
    assert papers(office)[0].sent is not None


def test_words_that_a_casefile_cannot_hold_are_refused(office: Path) -> None:
    assert code_of(office, lambda at: withdraw(desk_in(at), "fam-0001/1", " ")) == "words-unfit"
    bell = "a\x07bell"
    assert code_of(office, lambda at: sent(desk_in(at), "fam-0001/1", bell, TODAY)) == "words-unfit"


def test_a_key_that_is_nobodys_on_the_staff_cannot_register(office: Path) -> None:
    code = code_of(office, lambda at: withdraw(desk_in(at, by="st-9"), "fam-0001/1", "Wrong"))
    assert code == "actor-unknown"


def test_a_run_that_died_is_put_right_before_a_number_is_looked_up(tmp_path: Path) -> None:
    office = office_in(tmp_path)
    path = office / "casefiles" / "fam-0001.yaml"

    def told(step: str) -> None:
        if step == "recorded":
            path.write_text("half sav: [", "utf-8")

    issue(replace(desk_in(office), told=told), "fam-0001", Wish(), {})
    path.write_text(CASE, "utf-8")
    assert register.sent(desk_in(office), "fam-0001/1", "by hand", TODAY).version == 1
