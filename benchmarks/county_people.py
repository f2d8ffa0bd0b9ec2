# ruff: noqa: INP001 - a script, no package
"""A county's dice → households: who lives with whom, who is written to, and what befell them."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from random import Random
from typing import TypeVar

from benchmarks.county_words import COMMUNITIES, PRINTS, STREETS, TOWNS, Community
from docgen.check.roster.upn import check_letter

T = TypeVar("T")
Cells = Mapping[str, str]
MADE, HELD, REFUSED, NONE = "made", "held", "refused", ""
"""What comes of a contact's letters; the last for those who get none."""
SIGNS = "ABDEFGHJLNPQRSTUWXYZ"
"""Letters that the last two of a postcode are of."""
TIMES = ("09:10", "10:00", "11:20", "13:15", "14:05", "15:30", "16:10")
DAYS = ("10/12/2025", "11/12/2025", "12/12/2025", "15/12/2025", "16/12/2025", "17/12/2025")
SEPTEMBER = 9
"""When school years begin."""
ATTENDANCE = {
    "Sessions Possible": "120",
    "Sessions Attended": "96",
    "Sessions Authorised": "10",
    "Sessions Unauthorised": "14",
    "Attendance As At": "21/11/2025",
}


@dataclass(frozen=True, slots=True)
class Adult:
    """A contact: the cells of each of their rows, and what comes of their letters.

    `told` are findings in each of their rows, by rule and heading. `tag` and `variant` are those
    of their letters, `why` the rules that keep them from being made.
    """

    cells: Cells
    state: str = MADE
    tag: str = "en"
    variant: str = "standard"
    told: tuple[tuple[str, str], ...] = ()
    why: tuple[str, ...] = ()

    def said(self, **cells: str) -> "Adult":
        """Give the same with other cells, an underscore in a heading for each blank."""
        new = {name.replace("_", " "): text for name, text in cells.items()}
        return replace(self, cells={**self.cells, **new})


@dataclass(frozen=True, slots=True)
class Household:
    """Pupils and their contacts; `gone` stood beside them in the list of the term before.

    A plain one has nothing odd about it yet, so that a bad row can be put into it.
    """

    adults: tuple[Adult, ...]
    pupils: tuple[Cells, ...] = ()
    gone: tuple[Adult, ...] = ()
    is_plain: bool = True
    meeting: Cells = field(default_factory=dict)

    @property
    def parents(self) -> int:
        """Count those who are written to."""
        return sum(bool(each.state) for each in self.adults)


class County:
    """Rolls one household after another; no two people of it are taken for one."""

    def __init__(self, dice: Random) -> None:
        """Take the dice."""
        self.dice = dice
        self._people = self._pupils = self._homes = 0

    def household(self) -> Household:
        """Roll the next household."""
        folk = self.one([(each, each.share) for each in COMMUNITIES])
        surname = self.dice.choice(folk.surnames)
        adults = self.one(SORTS)(self, folk, surname)
        count = self.one([(1, 60), (2, 28), (3, 10), (4, 2)])
        pupils = tuple(self._pupil(folk, surname) for _ in range(count))
        met = {
            "Meeting Date": self.dice.choice(DAYS),
            "Meeting Time": self.dice.choice(TIMES),
            "Meeting Room": f"Room {self.dice.randint(1, 12)}",
        }
        return self.one(EVENTS)(self, folk, Household(adults, pupils, meeting=met))

    def one(self, choices: Sequence[tuple[T, int]]) -> T:
        """Roll one of some, each with its weight."""
        return self.dice.choices([c for c, _ in choices], [weight for _, weight in choices])[0]

    def home(self) -> Cells:
        """Give an address that nobody else has, nor its postcode for long."""
        self._homes += 1
        at, sign = divmod(self._homes, len(SIGNS))
        digit, other = divmod(at, len(SIGNS))
        return {
            "Address Line 1": f"{self._homes % 190 + 1} {self.dice.choice(STREETS)}",
            "Town": self.dice.choice(TOWNS),
            "Postcode": f"CO9{7 + digit // 10 % 3} {digit % 10}{SIGNS[other]}{SIGNS[sign]}",
        }

    def adult(self, folk: Community, kin: str, surname: str, home: Cells) -> Adult:
        """Roll a contact."""
        self._people += 1
        is_woman = kin in WOMEN
        forename = self.dice.choice(folk.women if is_woman else folk.men)
        written, variant = self.one(PRINTS)
        titles = ("Mrs", "Ms", "Ms", "Miss", "Dr") if is_woman else ("Mr", "Mr", "Mr", "Mr", "Dr")
        cells = {
            "Contact ID": f"K{self._people:07}",
            "Title": self.dice.choice(titles),
            "Contact Forename": forename,
            "Contact Surname": folk.borne(surname) if is_woman else surname,
            "Relationship": kin,
            "Parental Responsibility": "No" if kin in NO_DUTY else "Yes",
            "Lives With": "Yes",
            "Priority": "1",
            "Reads": folk.reads,
            "Letter Format": written,
            "Mobile": f"07700 900{self._people % 1000:03}",
            "Email": f"k{self._people}@home.example",
            **home,
        }
        if folk.tag == "en":
            return Adult(cells, tag="en", variant=variant)
        kept = "standard" if variant == "plain" else variant
        return Adult(cells, tag=f"{folk.tag}-en", variant=kept)

    def _pupil(self, folk: Community, surname: str) -> Cells:
        self._pupils += 1
        is_girl = self.dice.random() < 1 / 2
        year = self.dice.randint(1, 11)
        figures = f"9{self._pupils:011}"
        forename = self.dice.choice(folk.women if is_girl else folk.men)
        months, day = divmod(self._pupils, 28)  # so that no two of a school are taken for one
        month = months % 12 + 1
        born = f"{day + 1:02}/{month:02}/{2021 - year - (month >= SEPTEMBER)}"
        return {
            "UPN": check_letter(figures) + figures,
            "Admission Number": f"{self._pupils:06}",
            "Legal Forename": forename,
            "Legal Surname": folk.borne(surname) if is_girl else surname,
            "Preferred Forename": forename[:3] if self._pupils % 9 == 0 else "",
            "Date of Birth": born,
            "Year Group": str(year),
            "Registration Group": f"{year}{self.dice.choice('ABC')}",
            **(ATTENDANCE if self._pupils % 2 else {}),
        }


WOMEN = frozenset({"Mother", "Grandmother", "Foster mother", "Neighbour"})
NO_DUTY = frozenset({"Stepfather", "Neighbour"})
Sort = Callable[[County, Community, str], tuple[Adult, ...]]
Event = Callable[[County, Community, Household], Household]


def couple(county: County, folk: Community, surname: str) -> tuple[Adult, ...]:
    """Give a mother and a father in one home."""
    home = county.home()
    father = county.adult(folk, "Father", surname, home)
    return county.adult(folk, "Mother", surname, home), father.said(Priority="2")


def mother(county: County, folk: Community, surname: str) -> tuple[Adult, ...]:
    """Give a mother alone."""
    return (county.adult(folk, "Mother", surname, county.home()),)


def father(county: County, folk: Community, surname: str) -> tuple[Adult, ...]:
    """Give a father alone."""
    return (county.adult(folk, "Father", surname, county.home()),)


def apart(county: County, folk: Community, surname: str) -> tuple[Adult, ...]:
    """Give parents who have parted."""
    own = county.dice.choice(folk.surnames)
    away = county.adult(folk, "Father", surname, county.home())
    here = county.adult(folk, "Mother", own, county.home())
    return here, away.said(Lives_With="weekends", Priority="2")


def step(county: County, folk: Community, surname: str) -> tuple[Adult, ...]:
    """Give a mother and the man who lives with her, who cares for the children, too."""
    home, other = county.home(), county.dice.choice(folk.surnames)
    here = county.adult(folk, "Mother", surname, home)
    return here, county.adult(folk, "Stepfather", other, home).said(Priority="2")


def grandmother(county: County, folk: Community, surname: str) -> tuple[Adult, ...]:
    """Give a grandmother who brings the children up."""
    return (county.adult(folk, "Grandmother", surname, county.home()),)


def foster(county: County, folk: Community, surname: str) -> tuple[Adult, ...]:
    """Give a foster mother, of another name than the children."""
    del surname
    return (county.adult(folk, "Foster mother", county.dice.choice(folk.surnames), county.home()),)


def _nothing(county: County, folk: Community, house: Household) -> Household:
    """Leave a household as it is."""
    del county, folk
    return house


def _neighbour(county: County, folk: Community, house: Household) -> Household:
    """Add a neighbour to ring in an emergency, who is nobody's parent."""
    beside = county.adult(folk, "Neighbour", county.dice.choice(folk.surnames), county.home())
    beside = replace(beside.said(Lives_With="No", Priority="9"), state=NONE)
    return replace(house, adults=(*house.adults, beside), is_plain=False)


def _marked(heading: str, text: str, state: str, *told: str, why: str = "") -> Event:
    """Give what marks the last contact by a cell; what is `told` is said of that cell."""

    def befall(county: County, folk: Community, house: Household) -> Household:
        del county, folk
        *others, last = house.adults
        marked = replace(last, cells={**last.cells, heading: text}, state=state)
        found = tuple((rule, heading) for rule in told)
        marked = replace(marked, told=found, why=(why,) if why else ())
        return replace(house, adults=(*others, marked), is_plain=False)

    return befall


def _vanished(county: County, folk: Community, house: Household) -> Household:
    """Take somebody away who stood in the list of the term before (R-115)."""
    surname = county.dice.choice(folk.surnames)
    gone = county.adult(folk, "Father", surname, county.home())
    held = tuple(replace(each, state=REFUSED, why=("R-115",)) for each in house.adults)
    return replace(house, adults=held, gone=(gone,), is_plain=False)


SORTS: Sequence[tuple[Sort, int]] = (
    (couple, 55), (mother, 18), (father, 3), (apart, 14), (step, 7), (grandmother, 2), (foster, 1),
)  # fmt: skip
EVENTS: Sequence[tuple[Event, int]] = (
    (_nothing, 930),
    (_neighbour, 40),
    (_marked("Deceased", "Yes", NONE, "cell-deceased"), 6),
    (_marked("Correspondence", "No", NONE, "cell-no-letters"), 10),
    (_marked("Court Order", "Yes", REFUSED, why="R-24"), 6),
    (_marked("Protected", "Yes", MADE), 5),
    (_vanished, 3),
)
