"""What was laid out to be printed → the list of all letters, and a cover sheet with counts."""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from html import escape

from docgen.check.envelope import ENVELOPES
from docgen.plan.post import Laid, Sort
from docgen.service.batch.print_letters import WHY
from docgen.service.batch.print_source import Layout
from docgen.store.print_counts import PrintCounts, Some
from docgen.store.print_folder import INDEX
from docgen.wording.bundle import english
from docgen.wording.formats import day

HEADINGS = (
    "file", "page", "pages", "sheets", "envelope", "letter", "of", "number", "version", "case",
    "rows", "kind", "about", "recipient", "pupil", "language", "variant", "marked", "left_out",
)  # fmt: skip
THICK = 5
"""Sheets that a machine folds into one envelope (F-18)."""
STYLE = (
    "body{font:11pt sans-serif;margin:15mm;max-width:60rem}table{border-collapse:collapse;"
    "margin-bottom:6mm}td,th{border:1px solid #888;padding:2mm;text-align:left;vertical-align:top}"
    "td.n{text-align:right}section{break-inside:avoid}h1{font-size:16pt}h2{font-size:12pt}"
    "@media screen{body{margin:5mm auto;padding:0 5mm}section{overflow-x:auto}}"
)
SORTED = {"postcode": "postcode, for the post", "class": "class, for the pigeonholes"}
SIDES = {1: "on one side of the sheet", 2: "on both sides: each letter begins a sheet of its own"}


@dataclass(frozen=True, slots=True)
class Told:
    """What is told of a print run; `left` are letters that stay, by reason."""

    run: str
    today: dt.date
    sort: Sort
    layout: Layout
    counts: PrintCounts
    left: Mapping[str, int]


def row_of(each: Laid, rule: str, layout: Layout) -> tuple[object, ...]:
    """Give a letter's line in the list: its file, pages, envelope and keys, or why it is out."""
    place, piece = each.place, each.place.piece
    return (
        each.file,
        each.page or "",
        each.pages,
        -(-each.pages // layout.sides),
        place.envelope or "",
        place.nth,
        place.of,
        piece.number,
        piece.version,
        piece.case,
        " ".join(map(str, piece.rows)),
        piece.kind,
        piece.about,
        piece.recipient,
        piece.pupil,
        piece.language,
        piece.variant,
        "yes" if each.marked else "no",
        rule,
    )


def cover_sheet(told: Told) -> str:
    """Set the page that goes with the print-outs: what is to be printed and packed, in counts."""
    envelope = ENVELOPES.get(told.layout.envelope)
    about = [
        ("Run", told.run),
        ("Laid out on", day(english(), told.today)),
        ("In order of", SORTED[told.sort]),
        ("Print", SIDES[told.layout.sides]),
        ("Envelopes", envelope.name if envelope else "with the window where the pack has it"),
        ("Window", f"{told.layout.window.told} mm" if told.layout.window else ""),
    ]
    parts = [
        _table("What this is", (), [each for each in about if each[1]]),
        _table("To print", ("File", "Letters", "Envelopes", "Pages", "Sheets"), _files(told)),
        _table("To pack", ("Letters in an envelope", "Envelopes"), _packing(told)),
        _table("To look after", ("What", "Which"), _care(told)),
        _table("Left out", ("Why", "Letters"), _left(told)),
    ]
    title = f"Print run of {told.run}"
    return (
        f'<!doctype html><html lang="en-GB"><head><meta charset="utf-8"><title>{escape(title)}'
        f"</title><style>{STYLE}</style></head><body><h1>{escape(title)}</h1>"
        f"{''.join(parts)}</body></html>\n"
    )


def _files(told: Told) -> list[tuple[object, ...]]:
    alone = told.layout.shape == "files"
    rows: list[tuple[object, ...]] = [
        (f"{name}, one file a letter" if alone else name.partition("/")[0], *counted)
        for name, *counted in told.counts.by_file(alone=alone)
    ]
    return [*rows, told.counts.all()] if len(rows) > 1 else rows


def _packing(told: Told) -> list[tuple[object, ...]]:
    counts = dict(told.counts.packing())
    handed = counts.pop(0, 0)
    rows: list[tuple[object, ...]] = list(counts.items())
    return [*rows, ("To be handed over, in none", handed)] if handed else rows


def _care(told: Told) -> list[tuple[object, ...]]:
    rows = (
        (f"Envelopes with more than {THICK} sheets: pack these by hand", told.counts.thick(THICK)),
        ("Envelopes in which nothing bears an address: write it on these", told.counts.bare()),
        (
            "Letters without a mark in the margin, as docgen did not set them",
            told.counts.unmarked(),
        ),
    )
    return [(what, _some(which)) for what, which in rows if which.count]


def _some(which: Some) -> str:
    named = ", ".join(which.names)
    more = which.count - len(which.names)
    return f"{named} and {more:,} more: see {INDEX}" if more else named


def _left(told: Told) -> list[tuple[object, ...]]:
    rows: list[tuple[object, ...]] = [
        (f"{rule}: {message}", count) for rule, count, message in told.counts.left_out()
    ]
    return [*rows, *((WHY[why], count) for why, count in sorted(told.left.items()))]


def _table(heading: str, heads: Sequence[str], rows: Sequence[tuple[object, ...]]) -> str:
    if not rows:
        return ""
    top = "".join(f'<th scope="col">{escape(head)}</th>' for head in heads)
    body = "".join(f"<tr>{_cells(row)}</tr>" for row in rows)
    head = f"<thead><tr>{top}</tr></thead>" if heads else ""
    return (
        f"<section><h2>{escape(heading)}</h2><table>{head}<tbody>{body}</tbody></table></section>"
    )


def _cells(row: tuple[object, ...]) -> str:
    first, *rest = row
    cells = [
        f'<td class="n">{each:,}</td>' if isinstance(each, int) else f"<td>{escape(str(each))}</td>"
        for each in rest
    ]
    return f'<th scope="row">{escape(str(first))}</th>{"".join(cells)}'
