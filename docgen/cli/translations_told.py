"""How far languages are → rows, lines and JSON."""

from collections.abc import Iterator, Sequence

from docgen.cli.answering import say_lines
from docgen.cli.lines import counted, shown
from docgen.cli.shapes import Shape
from docgen.cli.tables import print_table
from docgen.cli.telling import near
from docgen.model.language import CHECKED
from docgen.service.translations.extract import Extracted
from docgen.service.translations.shelf import Demand
from docgen.service.translations.standing import Standing, of_use
from docgen.service.translations.told import STATUSES, Account, Tally

USE = ("Authority", "Of")
FIGURES = "In a hundred: translated/checked. More of one language: docgen translations status LANG"
TALLY = ("Language", "Authority", "Of", "Messages", "Translated", "Checked", "LIX", *STATUSES)
LONGEST = 100


def print_tallies(accounts: Sequence[Account]) -> None:
    """Print how far one language is, use by use; of several, two figures for each use."""
    if len(accounts) == 1:
        print_table(TALLY, [*tally_rows(accounts[0])])
        return
    print_table((*USE, *(each.shelf.name for each in accounts)), [*matrix_rows(accounts)])
    say_lines(("", FIGURES))


def tally_rows(account: Account) -> Iterator[tuple[str, ...]]:
    """Give a row for each kind of paper and other use."""
    for tally in account.tallies:
        counts = (str(tally.counts[each] or "") for each in STATUSES)
        yield (
            *(tally.language, tally.file, tally.use, str(tally.total)),
            *(f"{tally.printable} %", f"{tally.checked} %", str(tally.lix or ""), *counts),
        )


def matrix_rows(accounts: Sequence[Account]) -> Iterator[tuple[str, ...]]:
    """Give a row for each use, with what is translated and checked in each language."""
    found = {(each.language, each.file, each.use): each for one in accounts for each in one.tallies}
    for file, use in dict.fromkeys((file, use) for _, file, use in found):
        cells = (found.get((each.shelf.name, file, use)) for each in accounts)
        yield file, use, *(f"{each.printable}/{each.checked}" if each else "" for each in cells)


def account_shape(account: Account) -> Shape:
    """Give how far a language is, by use and message by message."""
    return {
        "language": account.shelf.name,
        "name": account.shelf.language.name,
        "uses": [tally_shape(each) for each in account.tallies],
        "messages": [standing_shape(each) for each in account.messages],
    }


def tally_shape(tally: Tally) -> Shape:
    """Give how far one use is; `translated` and `checked` are in a hundred."""
    return {
        "file": tally.file,
        "use": tally.use,
        "total": tally.total,
        "translated": tally.printable,
        "checked": tally.checked,
        "lix": str(tally.lix) if tally.lix is not None else None,
        "counts": {status: tally.counts[status] for status in STATUSES},
    }


def standing_shape(standing: Standing) -> Shape:
    """Give a message with its texts, and who checked them."""
    review, before = standing.review, standing.before
    return {
        "message": standing.id,
        "file": standing.file,
        "context": standing.message.context or None,
        "english": standing.message.text,
        "texts": list(standing.texts),
        "status": standing.status,
        "by": review.by if review else None,
        "date": review.date if review else None,
        "places": list(standing.message.places),
        "was": before.message.text if before else None,
    }


def account_lines(demand: Demand, account: Account, use: str | None) -> Iterator[str]:
    """List what nobody has checked, of one use or all, by the names that commands take."""
    for standing in account.messages:
        pair = standing.message.pair
        fits = use is None or pair in of_use(demand, standing.file, use)
        if fits and standing.status not in CHECKED:
            yield from _lines(account.shelf.name, standing)


def extracted_shape(extracted: Extracted) -> Shape:
    """Give a file as it was laid out."""
    return {
        "language": extracted.language,
        "file": str(extracted.path),
        "messages": extracted.messages,
        "new": extracted.new,
        "gone": extracted.gone,
        "back": extracted.back,
        "changed": extracted.changed,
    }


def extracted_line(extracted: Extracted) -> str:
    """Tell what became of a file."""
    head = f"{near(extracted.path)}: {counted(extracted.messages, 'message')}"
    if not extracted.changed:
        return f"{head}, nothing changed"
    told = ((extracted.new, "new"), (extracted.back, "come back"), (extracted.gone, "put aside"))
    return head + "".join(f", {number} {word}" for number, word in told if number)


def _lines(name: str, standing: Standing) -> Iterator[str]:
    yield shown(f"{standing.id}  {name}  {standing.status:8}  {_short(standing.message.text)}")
    if standing.before:
        yield shown(f"          was: {_short(standing.before.message.text)}")


def _short(text: str) -> str:
    whole = " ".join(text.split())
    return whole if len(whole) <= LONGEST else whole[: LONGEST - 1] + "…"
