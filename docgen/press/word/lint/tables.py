"""A page → tables without headings, with merged cells, inside each other, or only for layout."""

from collections.abc import Iterator

from docgen.press.ooxml.names import Element, w
from docgen.press.ooxml.paragraphs import CELL, ROW, TABLE, TEXT
from docgen.press.word.lint.page import FALLBACK, Page, Remark, remark
from docgen.press.word.lint.styles import is_on

FEW = 2


def check_tables(page: Page) -> Iterator[Remark]:
    """Tell what is wrong with tables; those in headers and footers place things, and may."""
    for member, root in page.trees.items():
        for table in root.iter(TABLE):
            if next(table.iterancestors(FALLBACK), None) is None:
                yield from _rows_that_clip(page, table)
                if member == page.package.main:
                    yield from _judge(page, table)


def _judge(page: Page, table: Element) -> Iterator[Remark]:
    line = page.at(table)
    if next(table.iterancestors(CELL), None) is not None:
        yield remark("word-table-inside", line)
        return
    rows = [row for row in _own(table, ROW) if not _is_control(row)]
    repeats = "{%tr" in _words(table) or "{%tc" in _words(table)
    widest = max((len(_own(row, CELL)) for row in rows), default=0)
    if rows and not repeats and (len(rows) == 1 or widest == 1):
        yield remark("word-table-layout", line)
    elif rows and not _has_heading(rows[0]) and _holds_data(page, rows, widest, repeats=repeats):
        yield remark("word-table-no-header", line)
    if any(_is_merged(cell, widest) for row in rows for cell in _own(row, CELL)):
        yield remark("word-table-merged", line)


def _rows_that_clip(page: Page, table: Element) -> Iterator[Remark]:
    for row in _own(table, ROW):
        height = row.find(f"{w('trPr')}/{w('trHeight')}")
        exact = height is not None and height.get(w("hRule")) == "exact"
        if exact and _words(row).strip():
            yield remark("word-row-clips", page.at(row))


def _holds_data(page: Page, rows: list[Element], widest: int, *, repeats: bool) -> bool:
    """Tell a table of records from labels with their values beside them."""
    if widest < FEW or (len(rows) < FEW and not repeats):
        return False
    return repeats or widest > FEW or _is_bold(page, rows[0])


def _is_bold(page: Page, row: Element) -> bool:
    runs = [run for run in row.iter(w("r")) if any(text.text for text in run.iter(TEXT))]
    return bool(runs) and all(is_on(page.styles.of_run(run, "b")) for run in runs)


def _has_heading(row: Element) -> bool:
    return is_on(row.find(f"{w('trPr')}/{w('tblHeader')}"))


def _is_merged(cell: Element, widest: int) -> bool:
    """Tell whether a cell is merged; one that is as wide as the table is a heading within it."""
    if cell.find(f"{w('tcPr')}/{w('vMerge')}") is not None:
        return True
    span = cell.find(f"{w('tcPr')}/{w('gridSpan')}")
    wide = span.get(w("val"), "1") if span is not None else "1"
    return wide not in {"1", str(widest)}


def _is_control(row: Element) -> bool:
    return _words(row).strip().startswith("{%tr")


def _words(element: Element) -> str:
    return "".join(text.text or "" for text in element.iter(TEXT))


def _own(above: Element, tag: str) -> list[Element]:
    """Give the rows of a table or cells of a row, content controls looked through."""
    found = above.iter(tag)
    return [each for each in found if next(each.iterancestors(above.tag)) is above]
