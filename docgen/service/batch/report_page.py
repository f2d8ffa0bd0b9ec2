"""What a run counted → a page that needs no script and nothing beside it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from html import escape

from docgen.check.roster.tally import Told
from docgen.model.roster import cell_name
from docgen.service.batch.charts import Bar, Chart, figure
from docgen.service.batch.figures import GOOD, STATES, STAY, Figures, Reason, in_language
from docgen.service.batch.handed_back import aside
from docgen.service.batch.listening import Heard
from docgen.service.batch.runs import RunHead
from docgen.service.report import Head
from docgen.wording.bundle import english
from docgen.wording.formats import weekday

STYLE = (
    "body{font:16px/1.5 sans-serif;color:#0b0c0c;background:#fff;margin:2rem auto;max-width:72rem;"
    "padding:0 1rem}h1{font-size:1.8rem}h2{font-size:1.25rem;margin:2rem 0 .5rem}"
    "table{border-collapse:collapse}th,td{border:1px solid #7a8288;padding:.3rem .6rem;"
    "text-align:left;vertical-align:top}td{font-variant-numeric:tabular-nums}"
    "thead th{background:#dde6f0}.figure td{text-align:right}"
    ".wide td:first-child{white-space:nowrap}"
    ".beside{display:flex;flex-wrap:wrap;gap:1.5rem;align-items:flex-start}"
    "svg{max-width:100%;height:auto;font:14px sans-serif}svg text{fill:#0b0c0c}"
    ".good{fill:#1d6fa5}.poor{fill:#a5401d}.wide{overflow-x:auto}.note{background:#fff3cd;"
    "border-left:.4rem solid #a5401d;padding:.6rem 1rem}code{overflow-wrap:anywhere}"
    "@media print{body{margin:0;max-width:none;font-size:11px}section{break-inside:avoid}}"
)
SHOWN = 10
"""Cells shown of each kind of finding; the workbook has more."""


@dataclass(frozen=True, slots=True)
class About:
    """Which run a report is about, whether it is whole, what its sheet held, and the ledger."""

    head: RunHead
    is_whole: bool
    heard: Heard | None
    ledger: Head | None


def page(about: About, figures: Figures) -> str:
    """Set the page: what was made, charts with their tables, what was not made and why."""
    title = escape(f"Batch run {about.head.run}")
    body = (
        f"<h1>{title}</h1>\n{_opening(about, figures)}"
        f"{''.join(figure(chart) for chart in _charts(figures))}"
        f"{_reasons(figures.ranked())}{_found(about.heard)}{_closing(about.ledger)}"
    )
    return (
        f'<!DOCTYPE html>\n<html lang="en"><head><meta charset="utf-8"/><title>{title}</title>'
        '<meta name="viewport" content="width=device-width, initial-scale=1"/>'
        f"<style>{STYLE}</style></head>\n<body><main>\n{body}</main></body></html>\n"
    )


def _opening(about: About, figures: Figures) -> str:
    head, heard = about.head, about.heard
    dated = weekday(english(), head.dated)
    sheet = ""
    if heard:
        refused = f", of which {heard.refused:,} can't be used" if heard.refused else ""
        sheet = f" From {heard.shown}: {heard.rows:,} rows{refused}."
        sheet += "".join(f" {told}" for told in aside(heard.left_out, heard.changed))
    made = f"{figures.states['made']:,} letters made, dated {dated}, by {head.actor}.{sheet}"
    wanting = f" {STAY}: {figures.stay:,}." if figures.stay else ""
    wanting += f" {figures.stopped:,} were not made and want a look." if figures.stopped else ""
    note = (
        ""
        if about.is_whole
        else '<p class="note">This run is not whole yet. Go on with it: '
        f"<code>docgen batch resume {escape(head.run)}</code></p>\n"
    )
    return f"<p>{escape(made + wanting)}</p>\n{note}"


def _charts(figures: Figures) -> list[Chart]:
    states = [
        Bar(words, figures.states[state], state in GOOD)
        for state, words in STATES.items()
        if figures.states[state]
    ]
    kinds = [Bar(kind, count) for kind, count in figures.kinds.most_common()]
    languages = [Bar(in_language(tag), count) for tag, count in figures.languages.most_common()]
    prints = [Bar(variant, count) for variant, count in figures.variants.most_common()]
    rules = [Bar(each.finding.rule, each.count, good=False) for each in figures.ranked()]
    rules.sort(key=lambda bar: -bar.count)
    return [
        Chart("states", "What came of each letter", ("What", "Letters"), states),
        Chart("kinds", "Letters made, by kind", ("Kind", "Letters"), kinds),
        Chart("languages", "Letters made, by language", ("Language", "Letters"), languages),
        Chart("prints", "Letters made, by print", ("Print", "Letters"), prints),
        Chart("rules", "What kept letters from being made", ("Rule", "Letters"), rules),
    ]


def _reasons(reasons: Sequence[Reason]) -> str:
    rows = (
        (
            each.finding.rule,
            each.finding.severity.value,
            f"{each.count:,}",
            each.finding.message,
            each.finding.remedy,
            ", ".join(map(str, each.rows)),
        )
        for each in reasons
    )
    heads = ("Rule", "Severity", "Letters", "Such as", "To mend", "First rows")
    return _table("Not made, and why", heads, rows) if reasons else ""


def _found(heard: Heard | None) -> str:
    if heard is None or not heard.told:
        return ""
    heads = ("Rule", "Severity", "Times", "Such as", "To mend", "First cells")
    return _table("Found in the sheet", heads, map(_told_row, heard.told))


def _told_row(told: Told) -> tuple[str, ...]:
    first = told.shown[0]
    places = [each.place for each in told.shown[:SHOWN] if each.place]
    cells = ", ".join(
        cell_name(place.line, place.column) if place.column else f"row {place.line}"
        for place in places
    )
    count = f"{told.count:,}"
    return told.rule, told.severity.value, count, first.message, first.remedy, cells


def _table(title: str, heads: Iterable[str], rows: Iterable[Iterable[str]]) -> str:
    head = "".join(f'<th scope="col">{escape(each)}</th>' for each in heads)
    body = "".join(
        f"<tr>{''.join(f'<td>{escape(cell)}</td>' for cell in row)}</tr>\n" for row in rows
    )
    return (
        f'<section><h2>{escape(title)}</h2>\n<div class="wide"><table><thead><tr>{head}</tr>'
        f"</thead>\n<tbody>{body}</tbody></table></div></section>\n"
    )


def _closing(ledger: Head | None) -> str:
    letters = (
        "<p>Each letter, with its rows, its keys and its file, stands in <code>index.csv</code> "
        "and in <code>report.xlsx</code>.</p>\n"
    )
    if ledger is None:
        return letters
    return (
        f"{letters}<section><h2>Ledger</h2><p>{ledger.count:,} entries, head seal "
        f"<code>{escape(ledger.seal)}</code></p></section>\n"
    )
