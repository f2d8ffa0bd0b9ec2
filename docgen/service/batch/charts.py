"""Counts with their names → a bar chart (SVG) and, beside it, the same as a table."""

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

MOST_BARS = 12
"""So many bars are drawn; the table has all of them."""
WIDTH, LABELS, BARS = 640, 230, 300
STEP, THICK, TOP = 30, 18, 8
LETTERS = 32
"""Letters of a name that fit beside its bar."""


@dataclass(frozen=True, slots=True)
class Bar:
    """A name, how many there are, and whether that is what was wished for."""

    name: str
    count: int
    good: bool = True


@dataclass(frozen=True, slots=True)
class Chart:
    """What is counted: a title, headings for names and counts, and the bars, longest first."""

    key: str
    title: str
    heads: tuple[str, str]
    bars: Sequence[Bar]


def figure(chart: Chart) -> str:
    """Set a chart and its table; nothing but a sentence where there is nothing to count."""
    title = escape(chart.title)
    if not chart.bars:
        return f'<section class="figure"><h2>{title}</h2><p>None.</p></section>\n'
    return (
        f'<section class="figure"><h2 id="{chart.key}">{title}</h2>\n<div class="beside">\n'
        f"{_drawn(chart)}{_table(chart)}</div></section>\n"
    )


def _drawn(chart: Chart) -> str:
    """Draw the bars; whoever can't see them is told where the figures stand."""
    bars = chart.bars[:MOST_BARS]
    most = max(bar.count for bar in bars) or 1
    height = 2 * TOP + STEP * len(bars)
    rest = len(chart.bars) - len(bars)
    more = f" The {rest} smallest stand in the table alone." if rest else ""
    about = f"Bar chart: {chart.title}. The table after it has the same figures.{more}"
    rows = "".join(_bar(bar, place, most) for place, bar in enumerate(bars))
    return (
        f'<svg viewBox="0 0 {WIDTH} {height}" width="{WIDTH}" height="{height}" role="img"'
        f' aria-label="{escape(about)}">\n{rows}</svg>\n'
    )


def _bar(bar: Bar, place: int, most: int) -> str:
    top = TOP + STEP * place
    middle = top + THICK // 2 + 5
    length = max(2, round(BARS * bar.count / most))
    name = bar.name if len(bar.name) <= LETTERS else f"{bar.name[: LETTERS - 1]}…"
    sort = "good" if bar.good else "poor"
    return (
        f'<text x="{LABELS - 10}" y="{middle}" text-anchor="end">{escape(name)}</text>'
        f'<rect class="{sort}" x="{LABELS}" y="{top}" width="{length}" height="{THICK}"/>'
        f'<text x="{LABELS + length + 8}" y="{middle}">{bar.count:,}</text>\n'
    )


def _table(chart: Chart) -> str:
    total = sum(bar.count for bar in chart.bars)
    rows = "".join(
        f'<tr><th scope="row">{escape(bar.name)}</th><td>{bar.count:,}</td>'
        f"<td>{_share(bar.count, total)}</td></tr>\n"
        for bar in chart.bars
    )
    names, counts = (escape(head) for head in chart.heads)
    return (
        f'<table aria-labelledby="{chart.key}"><thead><tr><th scope="col">{names}</th>'
        f'<th scope="col">{counts}</th><th scope="col">Share</th></tr></thead>\n<tbody>\n'
        f'{rows}</tbody><tfoot><tr><th scope="row">All</th><td>{total:,}</td><td></td></tr>'
        "</tfoot></table>\n"
    )


def _share(count: int, total: int) -> str:
    return f"{100 * count / total:.1f}%" if total else ""
