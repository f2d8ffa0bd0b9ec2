"""Papers in posting order → a page to print and tick: what goes to whom, how, by when expected."""

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from html import escape

from docgen.check.school_days import Closed
from docgen.model.calendar import expected_delivery
from docgen.model.case import Case
from docgen.plan.posting import Out, is_for_envelope
from docgen.wording.bundle import english
from docgen.wording.formats import weekday
from docgen.wording.naming import named

COVER = "cover-list.html"
WAYS = {
    "post": ("by post or by hand", "first_class_post"),
    "proof": (
        "by post and with a proof of posting; by e-mail alone is not enough (R-85)",
        "first_class_post",
    ),
    "no-address": ("by hand or by e-mail: no address is written down", "by_hand"),
    "table": ("for those who sign or take part", "by_hand"),
}
"""How a paper goes out: in words, and as the command `sent` takes it."""
TO_FILE = "To file at the school"
TO_STAY = "Not to be sent as it is"
STYLE = (
    "body{font:11pt sans-serif;margin:15mm}table{border-collapse:collapse;width:100%}"
    "td,th{border:1px solid #888;padding:2mm;text-align:left;vertical-align:top}"
    "section{break-inside:avoid;margin-top:8mm}h2{font-size:12pt;white-space:pre-line}"
    "pre{white-space:pre-wrap}"
    "@media screen{body{margin:5mm;max-width:60rem}section{overflow-x:auto}}"
)
HEADINGS = ("Done", "Copy", "Number", "Paper", "Pupil", "Pages", "How")
BOX = "&#9744;"


@dataclass(frozen=True, slots=True)
class Line:
    """One paper on the list: the name of its numbered copy, and how it goes out, as in `WAYS`.

    `pages` is None for a Word file, whose pages are counted when it is printed.
    """

    copy: str
    way: str
    out: Out
    pages: int | None = None

    @property
    def how(self) -> str:
        """Give how it goes out, in words."""
        return WAYS[self.way][0]

    @property
    def envelope(self) -> str | None:
        """Give whose envelope it goes into, if into any."""
        return None if self.way == "table" else self.out.job.recipient


def line(case: Case, copy: str, out: Out) -> Line:
    """Tell how a paper goes out: a warning so that it can be proved (R-85)."""
    if not is_for_envelope(out.job):
        return Line(copy, "table", out)
    if not _address(case, out.job.recipient):
        return Line(copy, "no-address", out)
    return Line(copy, "proof" if out.job.kind.act == "warning" else "post", out)


def cover_list(
    today: dt.date, case: Case, lines: Sequence[Line], others: Iterable[tuple[str, Out]]
) -> str:
    """Set the page: a table for each envelope, then what is filed and what stays, and why.

    `others` are (heading, paper).
    """
    envelopes: dict[str | None, list[Line]] = {}
    for each in lines:
        envelopes.setdefault(each.envelope, []).append(each)
    parts = [_table(case, person, papers) for person, papers in envelopes.items()]
    rest: dict[str, list[Out]] = {}
    for heading, out in others:
        rest.setdefault(heading, []).append(out)
    parts += [_list(heading, papers) for heading, papers in rest.items()]
    commands = "\n".join(sent_command(today, each) for each in lines)
    return _page(today, case.case_id, "".join(parts), commands)


def sent_command(today: dt.date, sent: Line) -> str:
    """Give the command that writes down that a paper went out."""
    return f"docgen sent {sent.out.entry.number} --how {WAYS[sent.way][1]} --date {today}"


def _page(today: dt.date, case_id: str, body: str, commands: str) -> str:
    words, holidays = english(), Closed()
    first, second = (
        weekday(words, expected_delivery(today, post, holidays)) for post in ("first", "second")
    )
    title = escape(f"Papers to send: {case_id}")
    return (
        f'<!DOCTYPE html>\n<html lang="en"><head><meta charset="utf-8"><title>{title}</title>'
        f"<style>{STYLE}</style></head>\n<body><h1>{title}</h1>\n"
        f"<p>Laid out on {weekday(words, today)}. If it is posted that day, first class post is "
        f"expected by {first} and second class by {second}. That is expected, not served: only "
        "a proof shows that a letter arrived.</p>\n"
        f"{body}<section><h2>When they have gone, run</h2><pre>{escape(commands)}</pre></section>\n"
        "</body></html>\n"
    )


def _table(case: Case, person: str | None, papers: Iterable[Line]) -> str:
    address = "\n".join((named(case, person), *_address(case, person))) if person else ""
    heading = f"To {address}" if person else "To hand over at the meeting"
    head = "".join(f"<th>{name}</th>" for name in HEADINGS)
    rows = "".join(_row(paper) for paper in papers)
    return (
        f"<section><h2>{escape(heading)}</h2>\n<table><tr>{head}</tr>\n{rows}</table></section>\n"
    )


def _row(paper: Line) -> str:
    job, entry = paper.out.job, paper.out.entry
    number = f"{entry.number} version {entry.version}"
    pages = str(paper.pages or "")
    cells = (paper.copy, number, job.kind.title, job.pupil or "", pages, paper.how)
    return f"<tr><td>{BOX}</td>{''.join(f'<td>{escape(cell)}</td>' for cell in cells)}</tr>\n"


def _list(heading: str, papers: Iterable[Out]) -> str:
    items = "".join(f"<li>{escape(told(out))}</li>\n" for out in papers)
    return f"<section><h2>{escape(heading)}</h2>\n<ul>{items}</ul></section>\n"


def told(out: Out) -> str:
    """Tell a paper that is not sent: its number, what it is, and why if it stays."""
    why = f": {out.why_not}" if out.why_not else ""
    return f"{out.entry.number} version {out.entry.version}, {out.job.kind.title}{why}"


def _address(case: Case, key: str | None) -> tuple[str, ...]:
    somebody = case.people.get(key or "") or case.partners.get(key or "")
    return somebody.address if somebody else ()
