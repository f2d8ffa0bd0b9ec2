"""A table whose letters have grown → columns shared anew, or its rows as blocks of their own."""

import re
from collections.abc import Iterator, Sequence
from copy import deepcopy

from docgen.press.ooxml import markup
from docgen.press.ooxml.columns import span_of
from docgen.press.ooxml.heal import drop, put_text
from docgen.press.ooxml.names import Element, w
from docgen.press.ooxml.ordered import properties_of, put
from docgen.press.ooxml.paragraphs import CELL, PARAGRAPH, ROW, TABLE, TEXT

WIDTH, VAL, COLUMN = w("w"), w("val"), w("gridCol")
TAG = re.compile(r"\{\{.*?\}\}|\{%.*?%\}", re.DOTALL)
ROW_TAG = re.compile(r"\{%tr\b")
LETTER, MARGINS, VALUE = 205, 220, 11
"""A letter's width at 18 point and a cell's two margins, in twentieths of a point; and how many
letters the longest word of a value is taken to have."""
MOST_COLUMNS = 3
"""With more columns, lines of large letters get too short to read."""
NUMBER = 1000
"""A first column no wider than this, in twentieths of a point, numbers the rows."""
ABOVE, ABOVE_BLOCK = "120", "240"
"""The space above a heading and above a block, in twentieths of a point."""
RULE = {"val": "single", "sz": "8", "space": "6", "color": "767676"}


def refit(table: Element) -> None:
    """Share a table's columns anew; where its words don't fit, set its rows as blocks."""
    rows = [row for row in table.iter(ROW) if next(row.iterancestors(TABLE)) is table]
    data = [row for row in rows if not _is_control(row)]
    grid = table.find(w("tblGrid"))
    widths = [] if grid is None else [int(e.get(WIDTH, "0")) for e in grid.findall(COLUMN)]
    if not data or not widths or not all(_is_plain(row, len(widths)) for row in data):
        return
    if next(table.iter(w("drawing")), None) is not None:
        return
    least = [max(_longest(_cells(row)[at]) for row in data) + MARGINS for at in range(len(widths))]
    too_many = len(widths) > MOST_COLUMNS or sum(least) > sum(widths)
    if too_many and _heads(data[0]) and _is_free(table):
        _set_as_blocks(table, rows, data[0], numbered=widths[0] <= NUMBER)
    else:
        _share(table, rows, _shared(widths, least))


def _shared(widths: Sequence[int], least: Sequence[int]) -> list[int]:
    """Give each column the width that its longest word needs, and its part of what is over."""
    room, needed = sum(widths), sum(least)
    if needed >= room:
        shares = [room * each // needed for each in least]
    else:
        wants = [max(before - after, 0) for before, after in zip(widths, least, strict=True)]
        over = sum(wants) or 1
        shares = [
            after + (room - needed) * want // over for after, want in zip(least, wants, strict=True)
        ]
    shares[-1] += room - sum(shares)
    return shares


def _share(table: Element, rows: Sequence[Element], widths: Sequence[int]) -> None:
    for column, width in zip(table.iter(COLUMN), widths, strict=False):
        column.set(WIDTH, str(width))
    for row in rows:
        at = 0
        for cell in _cells(row):
            span = span_of(cell)
            wide = put_width(cell)
            wide.set(WIDTH, str(sum(widths[at : at + span])))
            wide.set(w("type"), "dxa")
            at += span


def put_width(cell: Element) -> Element:
    """Give a cell's width, made where it says none."""
    properties = properties_of(cell, "tcPr")
    found = properties.find(w("tcW"))
    if found is None:
        found = markup.element(w("tcW"))
        properties.insert(0, found)
    return found


def _set_as_blocks(
    table: Element, rows: Sequence[Element], head: Element, *, numbered: bool
) -> None:
    """Put each row's cells below one another, each below the heading of its column."""
    heads = [cell.findall(PARAGRAPH) for cell in _cells(head)]
    for row in rows:
        if row is head:
            continue
        made = (
            list(_control(row)) if _is_control(row) else list(_block(row, heads, numbered=numbered))
        )
        for paragraph in made:
            table.addprevious(paragraph)
    drop(table)


def _control(row: Element) -> Iterator[Element]:
    """Give a row's tag as that of a paragraph: `{%p for … %}` of `{%tr for … %}`."""
    paragraph = next(row.iter(PARAGRAPH))
    for text in paragraph.iter(TEXT):
        text.text = ROW_TAG.sub("{%p", text.text or "")
    yield paragraph


def _block(
    row: Element, heads: Sequence[Sequence[Element]], *, numbered: bool
) -> Iterator[Element]:
    cells = [cell.findall(PARAGRAPH) for cell in _cells(row)]
    made: list[Element] = []
    for at, (head, cell) in enumerate(zip(heads, cells, strict=True)):
        labels = [_again(heading) for heading in head]
        if at == 0 and numbered and "{%" not in _words(cell[0]):
            made += [*(_joined(label, cell[0]) for label in labels), *cell[1:]]
        else:
            put(properties_of(labels[0], "pPr"), "spacing").set(w("before"), ABOVE)
            made += [*labels, *cell]
    for paragraph in made[: len(made) - len(cells[-1])]:
        put(properties_of(paragraph, "pPr"), "keepNext")
    rule = markup.element(w("top"), **{w(name): said for name, said in RULE.items()})
    put(properties_of(made[0], "pPr"), "pBdr").append(rule)
    put(properties_of(made[0], "pPr"), "spacing").set(w("before"), ABOVE_BLOCK)
    if room := _room(row):
        put(properties_of(made[-1], "pPr"), "spacing").set(w("after"), str(room))
    yield from made


def _joined(label: Element, said: Element) -> Element:
    """Put what is said on the line of its heading, as in “No. 1”."""
    run = markup.element(w("r"))
    space = markup.element(w("t"))
    put_text(space, " ")
    run.append(space)
    label.append(run)
    label.extend(deepcopy(said.findall(w("r"))))
    return label


def _again(heading: Element) -> Element:
    """Copy a heading, without the bookmarks that stand but once in a file."""
    made = deepcopy(heading)
    for mark in list(made.iter(w("bookmarkStart"), w("bookmarkEnd"))):
        drop(mark)
    return made


def _room(row: Element) -> int:
    """Give the height that a row keeps free for writing by hand."""
    height = row.find(f"{w('trPr')}/{w('trHeight')}")
    return 0 if height is None else int(height.get(VAL, "0"))


def _cells(row: Element) -> list[Element]:
    return [cell for cell in row.iter(CELL) if next(cell.iterancestors(ROW)) is row]


def _is_plain(row: Element, columns: int) -> bool:
    cells = _cells(row)
    merged = any(cell.find(f"{w('tcPr')}/{w('vMerge')}") is not None for cell in cells)
    nested = any(next(cell.iter(TABLE), None) is not None for cell in cells)
    return len(cells) == columns and not merged and not nested


def _heads(row: Element) -> bool:
    return row.find(f"{w('trPr')}/{w('tblHeader')}") is not None


def _is_free(table: Element) -> bool:
    """Tell a table that stands in the text itself, not in another one or in a header."""
    return next(table.iterancestors(CELL, w("hdr"), w("ftr")), None) is None


def _is_control(row: Element) -> bool:
    return ROW_TAG.match(_words(row).strip()) is not None


def _words(element: Element) -> str:
    return "".join(text.text or "" for text in element.iter(TEXT))


def _longest(cell: Element) -> int:
    """Give how wide the longest word of a cell is at 18 point."""
    longest = 0
    for paragraph in cell.findall(PARAGRAPH):
        said = _words(paragraph)
        if "{{" in said:
            longest = max(longest, VALUE)
        longest = max(longest, *map(len, TAG.sub(" ", said).split()), 0)
    return longest * LETTER
