"""What was laid out to be printed → the list of all letters, and a cover sheet with counts."""

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from html import escape

from docgen.check.envelope import ENVELOPES
from docgen.plan.post import Sort, counts
from docgen.service.batch.print_letters import WHY
from docgen.service.batch.print_source import Laid, Layout
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
    """What is told of a print run; `dropped` were left out, `left` stay for other reasons."""

    run: str
    today: dt.date
    sort: Sort
    layout: Layout
    laid: Sequence[Laid]
    dropped: Sequence[Laid]
    left: Mapping[str, int]


def rows_of(told: Told) -> Iterator[tuple[object, ...]]:
    """Give the list: every letter with its file, pages, envelope and keys, in order."""
    rules = _rules(told.dropped)
    for each in (*told.laid, *told.dropped):
        place, piece = each.place, each.place.piece
        is_out = each in told.dropped if rules else False
        yield (
            "" if is_out else each.file,
            "" if is_out else each.page,
            each.pages,
            sheets(each, told.layout),
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
            rules[place.envelope or piece.name] if is_out else "",
        )


def sheets(laid: Laid, layout: Layout) -> int:
    """Count a letter's sheets."""
    return -(-laid.pages // layout.sides)


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
    by_file: dict[str, list[Laid]] = {}
    for each in told.laid:
        name = each.file if told.layout.shape == "papers" else each.file.partition("/")[0]
        by_file.setdefault(_stem(each) if told.layout.shape == "files" else name, []).append(each)
    rows = [_counted(name, laid, told.layout) for name, laid in by_file.items()]
    return [*rows, _counted("All", told.laid, told.layout)] if len(rows) > 1 else rows


def _stem(each: Laid) -> str:
    return f"{each.place.piece.file_stem}, one file a letter"


def _counted(name: str, laid: Sequence[Laid], layout: Layout) -> tuple[object, ...]:
    envelopes = {each.place.envelope for each in laid if each.place.envelope}
    pages, paper = sum(each.pages for each in laid), sum(sheets(each, layout) for each in laid)
    return name, len(laid), len(envelopes), pages, paper


def _packing(told: Told) -> list[tuple[object, ...]]:
    rows: list[tuple[object, ...]] = list(counts(each.place for each in told.laid).items())
    handed = sum(not each.place.envelope for each in told.laid)
    return [*rows, ("To be handed over, in none", handed)] if handed else rows


def _care(told: Told) -> list[tuple[object, ...]]:
    inside: dict[int, list[Laid]] = {}
    for each in told.laid:
        if each.place.envelope:
            inside.setdefault(each.place.envelope, []).append(each)
    thick = [n for n, all_ in inside.items() if sum(sheets(e, told.layout) for e in all_) > THICK]
    bare = [n for n, all_ in inside.items() if not any(e.place.piece.windowed for e in all_)]
    unmarked = [each.place.piece.name for each in told.laid if each.place.mark and not each.marked]
    rows = (
        (f"Envelopes with more than {THICK} sheets: pack these by hand", thick),
        ("Envelopes in which nothing bears an address: write it on these", bare),
        ("Letters without a mark in the margin, as docgen did not set them", unmarked),
    )
    return [(what, ", ".join(map(str, sorted(which)))) for what, which in rows if which]


def _left(told: Told) -> list[tuple[object, ...]]:
    rules = _rules(told.dropped)
    failed = Counter(rules[each.place.envelope or each.place.piece.name] for each in told.dropped)
    messages = {f.rule: f.message for each in told.dropped for f in each.findings}
    rows: list[tuple[object, ...]] = [
        (f"{rule}: {messages[rule]}", count) for rule, count in sorted(failed.items())
    ]
    return [*rows, *((WHY[why], count) for why, count in sorted(told.left.items()))]


def _rules(dropped: Iterable[Laid]) -> dict[int | str, str]:
    """Give the rule for which an envelope, or a letter without one, is left out."""
    return {
        each.place.envelope or each.place.piece.name: each.findings[0].rule
        for each in reversed(tuple(dropped))
        if each.findings
    }


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
