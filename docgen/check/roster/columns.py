"""A table's headings and first rows → which field each column fills, how surely, and why."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from docgen.check.roster.guesses import export_of, guesses
from docgen.check.roster.headings import headings_of
from docgen.check.roster.lacking import Judging
from docgen.check.roster.profiles import profiles
from docgen.model.finding import Finding
from docgen.model.roster import IGNORED, Match, Row, Table
from docgen.model.typed_row import Columns, Export, Heading

TOLD, SURE = 100, 60
"""A match below the second is shown as a guess, and not read."""
MARGIN = 10
"""By so much must one column be surer than the next to have a field."""
SEVERAL = frozenset({"contact.phone", "contact.email"})
"""Fields that many exports hold more than once; the first counts."""


@dataclass(frozen=True, slots=True)
class Known:
    """What there is to match columns by, beside headings and cells."""

    exports: tuple[Export, ...] = ()
    remembered: Mapping[Heading, str] = field(default_factory=dict)
    corrections: Mapping[int, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Matched:
    """A match for each column in order, what export it looks like, and what rows are read by.

    An E among the findings: no row can be read.
    """

    matches: tuple[Match, ...]
    export: str
    findings: tuple[Finding, ...]
    columns: Columns


def match_columns(table: Table, sample: Iterable[Row], known: Known) -> Matched:
    """Match each column to a field: as told, remembered, exported, named, or by its cells' look."""
    headings = headings_of(table)
    looks = profiles(sample, len(headings))
    export = export_of(headings, known.exports)
    told = _told(table, headings, known)
    guessed = guesses(table, headings, export, told, looks)
    proposed = [told.get(match.column, match) for match in guessed]
    twice = [*_twice(proposed)]
    matches = tuple(_settled(proposed, twice))
    by_field = {match.field: match.column for match in reversed(matches) if _is_read(match)}
    months = {number for number, look in enumerate(looks, 1) if look.month_first}
    columns = Columns(table, by_field, frozenset(months & _days(by_field)))
    judging = Judging(columns, matches, export, frozenset(told))
    return Matched(matches, export.name if export else "", tuple(judging.findings(twice)), columns)


def _told(table: Table, headings: Sequence[Heading], known: Known) -> dict[int, Match]:
    """Give the matches that somebody laid down, now or before."""
    found = {}
    for column, heading in enumerate(headings, 1):
        shown = table.headings[column - 1]
        if column in known.corrections:
            found[column] = Match(column, shown, known.corrections[column], TOLD, "you said so")
        elif heading in known.remembered:
            why = "remembered from before"
            found[column] = Match(column, shown, known.remembered[heading], TOLD, why)
    return found


def _is_read(match: Match) -> bool:
    return match.field != IGNORED and match.confidence >= SURE


def _claims(matches: Iterable[Match]) -> Mapping[str, list[Match]]:
    """Give for each field the columns that seem to hold it, the surest first."""
    claims: dict[str, list[Match]] = {}
    for match in filter(_is_read, matches):
        claims.setdefault(match.field, []).append(match)
    return {name: sorted(each, key=lambda m: -m.confidence) for name, each in claims.items()}


def _twice(matches: Sequence[Match]) -> Iterator[tuple[Match, ...]]:
    """Give the columns of each field that more than one seems to hold, none surer than others."""
    for name, claims in _claims(matches).items():
        near = [each for each in claims if each.confidence > claims[0].confidence - MARGIN]
        if len(near) > 1 and name not in SEVERAL:
            yield tuple(near)


def _settled(matches: Sequence[Match], twice: Sequence[tuple[Match, ...]]) -> Iterator[Match]:
    """Give each field to one column; the others are left out, with the reason."""
    open_ones = {match.column for each in twice for match in each}
    first = {name: claims[0].column for name, claims in _claims(matches).items()}
    for match in matches:
        left = _is_read(match) and match.column != first[match.field]
        if left and match.column not in open_ones:
            yield replace(match, field=IGNORED, why="another column holds the same")
        else:
            yield match


def _days(by_field: Mapping[str, int]) -> set[int]:
    endings = (".date", "_at", "_birth")
    return {column for name, column in by_field.items() if name.endswith(endings)}
