"""The pages of a paper set with sample values → what a typesetter would not let pass.

Lines that stand alone, headings and signatures parted from what they belong to, words that leave
their cell or the page. Told of a template by `docgen pack proof`; no paper is stopped for it.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby, pairwise

from docgen.model.finding import Faults, Finding, Severity, Wording, fault
from docgen.model.pages import Boxed, Pages, Part
from docgen.model.sheet import Mark

FAULTS: Faults = {
    "proof-over-budget": Wording(
        "With {size} values the paper has {pages} pages; the pack allows it {budget}.",
        "Shorten the template, or raise `pages` of the kind in pack.yaml.",
    ),
    "proof-line-alone": Wording(
        "With {size} values a line stands alone at the {edge} of page {page}, near “{words}”.",
        "In Word, let the paragraph keep its lines together, or switch on Widow/Orphan control "
        "(Paragraph, Line and Page Breaks).",
    ),
    "proof-heading-parted": Wording(
        "With {size} values the heading “{words}” stands at the end of page {page}, and what it "
        "is about begins on the next.",
        "In Word, let its style keep with next (Paragraph, Line and Page Breaks).",
    ),
    "proof-signatures-parted": Wording(
        "With {size} values the signatures begin on page {page} without the heading above them, or "
        "run over its end.",
        "In Word, let the heading and each row of the table keep with next (Paragraph, Line and "
        "Page Breaks).",
    ),
    "proof-words-out": Wording(
        "With {size} values “{words}” leaves {what} on page {page}.",
        "Make room for it in the template: a wider column, a row that may grow, smaller indents.",
    ),
}
SAME_LINE = 5.0
"""Words less far below each other, in points, stand on one line; an index stands higher."""
SLIP = 0.75
LEANING, LEANS = re.compile("[\u0600-\u06ff\ufb50-\ufdff\ufe70-\ufefc]"), 4.0
"""Letters that may reach over the word or line beside them, and how far, in points."""
THIN, LONG = 2.5, 6.0
NEAR = 6
SIGNED = "sign"
"""How the words begin by which a table of signatures is known: signature, signed, sign here."""
PAGE, CELL, OTHER = "the page", "its cell", "its place and covers other words"


def judge_layout(
    pages: Pages, parts: Sequence[Part], size: str, place: Mark
) -> tuple[Finding, ...]:
    """Tell what is wrong with the pages of a paper, set with values of a size (short, long)."""
    told = (*lines_alone(parts), *headings_parted(parts), *signatures_parted(parts))
    told += tuple(words_out(pages))
    found = (fault(FAULTS, rule, place, size=size, **names) for rule, names in told)
    return tuple(dict.fromkeys(replace(each, severity=Severity.WARNING) for each in found))


Told = tuple[str, dict[str, object]]


def over_budget(count: int, budget: int | None, size: str, place: Mark) -> Iterator[Finding]:
    """Tell of a paper that has more pages than its pack allows."""
    if budget is not None and count > budget:
        names = {"size": size, "pages": count, "budget": budget}
        yield replace(fault(FAULTS, "proof-over-budget", place, **names), severity=Severity.WARNING)


def lines_alone(parts: Sequence[Part]) -> Iterator[Told]:
    """Tell of paragraphs of which one line stands alone at the end or top of a page."""
    for part in parts:
        if part.table or part.first_page == part.last_page:
            continue
        for page, edge in ((part.first_page, "end"), (part.last_page, "top")):
            alone = [word for word in part.words if word.page == page]
            if len(_lines(alone)) == 1:
                names = {"edge": edge, "page": page, "words": _near(alone)}
                yield "proof-line-alone", names


def headings_parted(parts: Sequence[Part]) -> Iterator[Told]:
    """Tell of headings on another page than what follows them."""
    for part, following in pairwise(parts):
        if part.is_heading and following.first_page > part.last_page:
            names: dict[str, object] = {"page": part.last_page, "words": _near(part.words)}
            yield "proof-heading-parted", names


def signatures_parted(parts: Sequence[Part]) -> Iterator[Told]:
    """Tell of tables to sign in that run over a page's end, or have left their heading behind."""
    heading: Part | None = None
    for number, group in groupby(parts, key=lambda part: part.table):
        inside = list(group)
        if not number:
            heading = next((part for part in reversed(inside) if part.is_heading), heading)
        elif _is_signed(inside):
            first = min(part.first_page for part in inside)
            over = max(part.last_page for part in inside) > first
            if over or (heading and heading.last_page != first):
                yield "proof-signatures-parted", {"page": first}


def words_out(pages: Pages) -> Iterator[Told]:
    """Tell of words that leave the page, cross a line down the page, or lie over others."""
    rules = [mark for mark in pages.marks if mark.x1 - mark.x0 < THIN and mark.y1 - mark.y0 > LONG]
    for page, (width, height) in enumerate(pages.sizes, 1):
        words = sorted((w for w in pages.words if w.page == page), key=lambda word: word.y0)
        down = [rule for rule in rules if rule.page == page]
        for place, word in enumerate(words):
            what = ""
            if word.x0 < 0 or word.y0 < 0 or word.x1 > width or word.y1 > height:
                what = PAGE
            elif any(_crosses(word, rule) for rule in down):
                what = CELL
            elif any(_covers(word, other) for other in _below(words, place)):
                what = OTHER
            if what:
                yield "proof-words-out", {"what": what, "page": page, "words": word.text}


def _below(words: Sequence[Boxed], place: int) -> Iterator[Boxed]:
    """Give the words after one that begin above its foot."""
    for other in words[place + 1 :]:
        if other.y0 >= words[place].y1:
            return
        yield other


def _crosses(word: Boxed, rule: Boxed) -> bool:
    middle = (rule.x0 + rule.x1) / 2
    slip = LEANS if LEANING.search(word.text) else SLIP
    across = word.x0 + slip < middle < word.x1 - slip
    return across and min(word.y1, rule.y1) - max(word.y0, rule.y0) > SLIP


def _covers(word: Boxed, other: Boxed) -> bool:
    """Tell whether words lie over each other, as those of Nastaliq do on every line."""
    wide = min(word.x1, other.x1) - max(word.x0, other.x0)
    high = min(word.y1, other.y1) - max(word.y0, other.y0)
    if wide <= SLIP or high <= SLIP:
        return False
    leaning = [LEANING.search(each.text) is not None for each in (word, other)]
    return not any(leaning) or (not all(leaning) and wide > LEANS)


def _is_signed(table: Sequence[Part]) -> bool:
    heads = (word.text.casefold() for part in table if part.kind == "TH" for word in part.words)
    return any(head.startswith(SIGNED) for head in heads)


def _lines(words: Sequence[Boxed]) -> list[float]:
    """Give the heights of the lines that words stand on."""
    lines: list[float] = []
    for base in sorted(word.base for word in words):
        if not lines or base - lines[-1] > SAME_LINE:
            lines.append(base)
    return lines


def _near(words: Sequence[Boxed]) -> str:
    shown = [word.text for word in words[:NEAR]]
    return " ".join(shown) + (" …" if len(words) > NEAR else "")
