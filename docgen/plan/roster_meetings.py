"""A family and the frame → its meetings: one for all who come together, apart for who must be."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from docgen.model.family import Family, Related
from docgen.model.frame import Frame
from docgen.model.sheet import Scalar
from docgen.model.typed_row import Said, TypedMeeting

Slot = tuple[str, str, str, str, str]
FIGURES = 6
LONGEST = 24
DIED = "The school's list says that they have died."
NO_LETTERS = "The school's list says that they get no letters."


@dataclass(frozen=True, slots=True)
class Meeting:
    """A meeting to be: its key, what its row says of it, whose it is and who is asked to come."""

    key: str
    said: TypedMeeting
    row: int
    pupils: tuple[str, ...]
    invited: tuple[str, ...]


@dataclass(slots=True)
class Group:
    """Rows with one slot and one circle of people, as they are gathered."""

    first: Related
    pupils: list[str]
    invited: tuple[str, ...]


def why_not(family: Family, one: Related) -> str:
    """Tell why a parent gets no letters about a pupil; who has died gets none about any."""
    if any(is_true(other.row.contact.deceased) for other in family.of(person=one.person)):
        return DIED
    said = one.row.contact.correspondence
    return NO_LETTERS if said and said.text == "false" else ""


def is_true(said: Said | None) -> bool:
    """Tell whether a cell says yes."""
    return said is not None and said.text == "true"


def meetings_of(family: Family, frame: Frame) -> tuple[Meeting, ...]:
    """Give the meetings of a family; none where neither rows nor frame speak of any.

    Pupils for whom the same parents come at the same hour share one.
    """
    groups: dict[tuple[Slot, tuple[str, ...]], Group] = {}
    for slot, related in _circles(family, frame):
        invited = tuple(dict.fromkeys(one.person for one in related))
        group = groups.setdefault((slot, invited), Group(related[0], [], invited))
        group.pupils.append(related[0].pupil)
    slots = [slot for slot, _ in groups]
    keys: set[str] = set()
    found = []
    for (slot, _), group in groups.items():
        key = _key(slot, slots, group, keys)
        keys.add(key)
        row = group.first.row
        pupils = tuple(group.pupils)
        found.append(Meeting(key, row.meeting, row.number, pupils, group.invited))
    return tuple(found)


def _circles(family: Family, frame: Frame) -> Iterator[tuple[Slot, list[Related]]]:
    """Give, pupil by pupil, who comes together at which hour."""
    circles: dict[tuple[str, Slot, str], list[Related]] = {}
    for one in family.related:
        slot = _slot(one.row.meeting, frame)
        if one.person and not why_not(family, one) and (frame.meeting or any(slot)):
            apart = one.person if _is_apart(family, one.person) else ""
            circles.setdefault((one.pupil, slot, apart), []).append(one)
    for (_, slot, _), related in circles.items():
        yield slot, related


def _is_apart(family: Family, person: str) -> bool:
    """Tell whether somebody is met without the others, whose letters so don't name them."""
    contacts = (one.row.contact for one in family.of(person=person))
    return any(is_true(each.court_order) or is_true(each.protected) for each in contacts)


def _slot(said: TypedMeeting, frame: Frame) -> Slot:
    rows = (said.date, said.time, said.place, said.online, said.chair)
    names = ("date", "time", "place", "online", "chair")
    date, time, place, online, chair = (
        each.text if each else _framed(frame, name) for each, name in zip(rows, names, strict=True)
    )
    return date, time, place, online, chair


def _framed(frame: Frame, name: str) -> str:
    node = frame.meeting.get(name) if frame.meeting else None
    return node.text if isinstance(node, Scalar) else ""


def _key(slot: Slot, slots: Iterable[Slot], group: Group, taken: set[str]) -> str:
    """Name a meeting by its day; by its hour and first pupil too, where a day has several.

    So its letters keep their numbers from one import to the next.
    """
    date, time = (re.sub("[^0-9]", "", part) for part in slot[:2])
    whole = f"m-{date or '0'}"
    same_day = [other for other in slots if other[0] == slot[0]]
    if len(same_day) == 1:
        return whole
    if time:
        whole = f"{whole}-{time}"
    if sum(other[1] == slot[1] for other in same_day) > 1:
        whole = f"{whole}-{group.pupils[0].partition('-')[2][:FIGURES]}"
    number, key = 1, whole
    while key in taken:
        number += 1
        key = f"{whole[: LONGEST - len(str(number)) - 1]}-{number}"
    return key
