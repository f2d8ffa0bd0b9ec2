# ruff: noqa: INP001, S311 - a script, no package; its dice need not be secret
"""A seed → a made-up county: its schools, a list of pupils and contacts, and what must be found.

Run it in the project's folder: python benchmarks/county.py FOLDER [LETTERS]. The folder becomes an
office with people.csv, frame.yaml, earlier.csv (the list of the
term before) and planted.jsonl: a line for each family with its rows, what must be found in which
cell, and what must come of each letter. Everybody in it is invented.
"""

import csv
import json
import sys
from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field, replace
from itertools import cycle
from pathlib import Path
from random import Random

ROOT = Path(__file__).parents[1]
sys.path[:0] = [str(ROOT)]

from benchmarks.county_faults import KINDS, Effect, Kind  # noqa: E402 - found from here on
from benchmarks.county_people import Adult, Cells, County, Household  # noqa: E402 - as above

HEADINGS = (
    "School Key", "UPN", "Admission Number", "Legal Forename", "Legal Surname",
    "Preferred Forename", "Date of Birth", "Year Group", "Registration Group", "Contact ID",
    "Title", "Contact Forename", "Contact Surname", "Relationship", "Parental Responsibility",
    "Lives With", "Priority", "Correspondence", "Court Order", "Deceased", "Protected", "Reads",
    "Letter Format", "Address Line 1", "Town", "Postcode", "Mobile", "Email",
    "Sessions Possible", "Sessions Attended", "Sessions Authorised", "Sessions Unauthorised",
    "Attendance As At", "Meeting Date", "Meeting Time", "Meeting Room",
)  # fmt: skip
SEED = 7
PER_SCHOOL = 400
"""Rows of one school, about."""
EVERY = 100
"""One row in so many is a bad one."""
SLIPPED = "one more"
Found = tuple[str, int, int]
"""What must be found: rule, row, column (0 for the row)."""


FRAME = """\
authority: essex
academic_year: "2025/26"
initiated_by: st-1
other_plans: []
earlier_support: [{what: Breakfast club, date: 2025-09-15}]
meeting: {kind: initial, chair: st-2}
each_person: {adjustments: [], address_verified: 2025-11-01}
each_pupil: {old_enough_to_understand: false}
each_link: {explained: 2025-11-20}
accept:
  R-25: "The office has booked an interpreter for each of them."
  T-18: "Made-up letters, that nobody reads."
"""
SCHOOL = """\
name: "School {number} of the made-up county"
gias_type: Academy converter
address: [School Lane, SALTMOUTH, CO99 9ZZ]
phone: "01632 960 {number:03}"
contact_for_changes: st-2
headteacher: st-1
attendance_champion: st-2
staff:
  st-1: {{title: Mrs, legal_name: Helen Mary Osei, role: Headteacher}}
  st-2: {{title: Mr, legal_name: Daniel Firth, role: Attendance Champion, senior: true}}
terms:
  - {{name: Autumn 2, start: 2025-11-03, end: 2025-12-19}}
"""


@dataclass(frozen=True, slots=True)
class Line:
    """A row as it will be typed: whose it is, what must be found in it (rule and heading).

    `state` is what comes of its letter; a row that refers to another again has none of its own.
    """

    cells: Cells
    adult: Adult
    told: tuple[tuple[str, str], ...] = ()
    is_used: bool = True
    slips: bool = False
    is_again: bool = False


@dataclass(slots=True)
class Family:
    """What must come of a household: rows that are used, findings, letters.

    Of each letter the state, language, variant, and the rules why not. `kind` is that of its bad
    row, if it has one.
    """

    kind: str = ""
    rows: list[int] = field(default_factory=list)
    found: list[Found] = field(default_factory=list)
    letters: list[tuple[str, str, str, tuple[str, ...]]] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Wish:
    """What county is wished for: how many letters made, one bad row in how many, for a workbook."""

    letters: int
    every: int = EVERY
    as_book: bool = False


def families(wish: Wish) -> Iterator[tuple[Family, list[Line], Household]]:
    """Roll families, a bad row now and then, until as many letters are made as are wished for."""
    county = County(Random(SEED))
    kinds = cycle([kind for kind in KINDS if not (wish.as_book and kind.text_alone)])
    row, bad, made, kind = 1, 0, 0, next(kinds)
    while made < wish.letters:
        house = county.household()
        lines, rule = typed(house), ""
        if row >= bad * wish.every and _takes(house, kind):
            place = bad % len(lines)
            lines[place : place + 1] = spoilt(lines[place], kind)
            bad, rule, kind = bad + 1, kind.rule, next(kinds)
        family = expected(lines, row + 1, rule)
        row += len(lines)
        made += sum(state == "made" for state, *_ in family.letters)
        yield family, lines, house


def typed(house: Household) -> list[Line]:
    """Give the rows of a household."""
    return [
        Line({**adult.cells, **pupil, **house.meeting}, adult, adult.told)
        for pupil in house.pupils
        for adult in house.adults
    ]


def spoilt(line: Line, kind: Kind) -> list[Line]:
    """Give a row with a fault in it, or twice."""
    if kind.again is not None:
        again = {**line.cells, **kind.again}
        told = (*line.told, (kind.rule, kind.at))
        return [line, replace(line, cells=again, told=told, is_again=True)]
    upn = line.cells["UPN"]
    wrong = ("B" if upn[0] == "A" else "A") + upn[1:]
    cells = {
        heading: text.format(line.cells.get(heading, ""), **line.cells, wrong_upn=wrong)
        for heading, text in kind.cells.items()
    }
    adult = line.adult
    if kind.effect in {Effect.HOLD, Effect.REFUSE}:
        why = (kind.rule, *(rule for rule, _ in kind.also))
        adult = replace(adult, state=kind.effect.value, why=why)
    if kind.at == "Reads":
        adult = replace(adult, tag="en")
    if kind.at == "Letter Format":
        adult = replace(adult, variant="standard")
    told = (*line.told, (kind.rule, kind.at), *kind.also)
    is_used = kind.effect is not Effect.ROW
    return [Line({**line.cells, **cells}, adult, told, is_used, kind.slips)]


def expected(lines: Sequence[Line], first: int, kind: str) -> Family:
    """Give what must come of rows, the first of which is row `first`."""
    family = Family(kind)
    for row, line in enumerate(lines, first):
        family.found += [(rule, row, column_of(heading)) for rule, heading in line.told]
        if line.is_used:
            family.rows.append(row)
            if line.adult.state and not line.is_again:
                adult = line.adult
                family.letters.append((adult.state, adult.tag, adult.variant, adult.why))
    return family


def column_of(heading: str) -> int:
    """Give the place of a heading, 0 for none."""
    return HEADINGS.index(heading) + 1 if heading else 0


def _takes(house: Household, kind: Kind) -> bool:
    """Tell whether a household is so plain that it is known what a fault does there."""
    alone = house.parents == 1 or not kind.alone
    attends = kind.at != "Sessions Possible" or "Sessions Possible" in house.pupils[0]
    return house.is_plain and len(house.pupils) == 1 and alone and attends


def lay_out(folder: Path, wish: Wish) -> None:
    """Write a county's lists, its frame, its schools, and what is planted."""
    (folder / "schools").mkdir(parents=True, exist_ok=True)
    (folder / "docgen.yaml").write_text("schema: 1\nauthority: essex\n", "utf-8")
    (folder / "frame.yaml").write_text(FRAME, "utf-8")
    school = size = 0
    with ExitStack() as files:
        people, earlier = (
            csv.writer(files.enter_context((folder / name).open("w", encoding="utf-8", newline="")))
            for name in ("people.csv", "earlier.csv")
        )
        planted = files.enter_context((folder / "planted.jsonl").open("w", encoding="utf-8"))
        people.writerow(HEADINGS)
        earlier.writerow(HEADINGS)
        for family, lines, house in families(wish):
            if size == 0:
                school, size = school + 1, PER_SCHOOL
                text = SCHOOL.format(number=school)
                (folder / "schools" / f"s-{school}.yaml").write_text(text, "utf-8")
            size = max(0, size - len(lines))
            key = f"s-{school}"
            people.writerows(_texts(line, key) for line in lines)
            if house.gone:
                before = replace(house, adults=(*house.adults, *house.gone))
                earlier.writerows(_texts(line, key) for line in typed(before))
            told = {"kind": family.kind, "rows": family.rows}
            told |= {"found": family.found, "letters": family.letters}
            planted.write(json.dumps(told) + "\n")


def _texts(line: Line, school: str) -> list[str]:
    cells = {"School Key": school, **line.cells}
    texts = [cells.get(heading, "") for heading in HEADINGS]
    return [*texts, SLIPPED] if line.slips else texts


def write_book(folder: Path) -> Path:
    """Write people.csv once more as a workbook."""
    from openpyxl import Workbook  # noqa: PLC0415 - only where a workbook is wished for
    from openpyxl.cell import WriteOnlyCell  # noqa: PLC0415 - as above

    book = Workbook(write_only=True)
    sheet = book.create_sheet("Contacts")
    with (folder / "people.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.reader(file):
            cells = [WriteOnlyCell(sheet, text) for text in row]
            for cell in cells:
                cell.data_type = "s"  # also what begins as formulas do
            sheet.append(cells)
    book.save(folder / "people.xlsx")
    return folder / "people.xlsx"


def main(arguments: Sequence[str]) -> int:
    """Lay a county out in a folder."""
    if not arguments:
        sys.exit("Say where: python benchmarks/county.py FOLDER [LETTERS]")
    folder, letters = Path(arguments[0]), int(arguments[1]) if arguments[1:] else 10_000
    lay_out(folder, Wish(letters))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
