"""A family and the frame → the sheet of a casefile, as if somebody had typed it from the roster.

Each value bears the place of the cell that said it, so what is found wrong later names the cell.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from docgen.model.case import Decision
from docgen.model.family import Family, Related
from docgen.model.frame import Entries, Frame
from docgen.model.sheet import Fields, Items, Mark, Node, Scalar, Sheet
from docgen.model.typed_row import Said, TypedContact, TypedPupil
from docgen.plan.roster_meetings import Meeting, is_true, meetings_of, why_not

DECISIONS = "decisions"
LIMITS = ("contact", "correspondence")


@dataclass(frozen=True, slots=True)
class Place:
    """Makes nodes for a row: typed values with their cells, docgen's own with the row's place."""

    family: Family
    row: int

    @property
    def mark(self) -> Mark:
        """Give the row's place."""
        return self.family.table.mark(self.row, 0)

    def cell(self, said: Said) -> Scalar:
        """Give a cell's value."""
        return Scalar(said.text, self.family.table.mark(self.row, said.column), plain=False)

    def own(self, text: str) -> Scalar:
        """Give a value of docgen's."""
        return Scalar(text, self.mark, plain=False)

    def fields(self, entries: Iterable[tuple[str, Node | None]]) -> Fields:
        """Give fields, less those that say nothing."""
        said = ((Scalar(name, self.mark), node) for name, node in entries if node is not None)
        return Fields(tuple(said), self.mark)

    def items(self, nodes: Iterable[Node], mark: Mark | None = None) -> Items:
        """Give a list."""
        return Items(tuple(nodes), mark or self.mark)


def sheet_of(family: Family, frame: Frame, school: Scalar | None) -> Sheet:
    """Write the casefile of a family; `school` is the school's key where anything says it."""
    first = Place(family, family.numbers[0])
    meetings = meetings_of(family, frame)
    entries: list[tuple[str, Node | None]] = [
        ("schema", first.own("1")),
        ("case_id", first.own(family.case)),
        ("status", first.own("active")),
        ("school", school),
    ]
    tables: list[tuple[str, Node | None]] = [
        ("people", first.fields((key, _person(family, frame, key)) for key in family.people)),
        ("pupils", first.fields((key, _pupil(family, frame, key)) for key in family.pupils)),
        ("links", first.items(_links(family, frame))),
        ("family", _orders(family, first)),
    ]
    met = first.fields((each.key, _meeting(family, frame, each)) for each in meetings)
    tables.append(("meetings", met if meetings else None))
    own, rest = first.fields(entries), first.fields(tables)
    root = Fields((*own.entries, *frame.shared, *rest.entries), first.mark)
    return Sheet(f"{family.case}.yaml", root, "")


def with_decisions(root: Fields, decisions: tuple[Decision, ...]) -> Fields:
    """Add decisions to those of a casefile."""
    if not decisions:
        return root
    others = tuple(entry for entry in root.entries if entry[0].text != DECISIONS)
    before = root.get(DECISIONS)
    made = (_decision(root.mark, decision) for decision in decisions)
    items = (*(before.items if isinstance(before, Items) else ()), *made)
    return Fields((*others, (Scalar(DECISIONS, root.mark), Items(items, root.mark))), root.mark)


def _decision(mark: Mark, made: Decision) -> Fields:
    said = {"rule": made.rule, "about": made.about, "reason": made.reason, "by": made.by}
    said["date"] = made.date.isoformat()
    entries = ((Scalar(k, mark), Scalar(v, mark, plain=False)) for k, v in said.items())
    return Fields(tuple(entries), mark)


def _person(family: Family, frame: Frame, key: str) -> Fields:
    related = family.of(person=key)
    place = Place(family, related[0].row.number)

    def said(of: Callable[[TypedContact], Said | None]) -> Scalar | None:
        return _first(family, related, lambda one: of(one.row.contact))

    single = any(one.row.contact.single_name for one in related)
    entries: list[tuple[str, Node | None]] = [
        ("title", said(lambda who: who.title)),
        ("legal_name", said(lambda who: who.legal_name)),
        ("single_name", place.own("true") if single else None),
        ("address", _address(family, related)),
        ("protected", _yes(family, related, lambda who: who.protected)),
        ("phone", said(lambda who: who.phone)),
        ("email", said(lambda who: who.email)),
        ("languages", _languages(place, said)),
        ("variant", said(lambda who: who.variant)),
    ]
    return _filled(place.fields(entries), frame.person)


def _languages(
    place: Place, said: Callable[[Callable[[TypedContact], Said | None]], Scalar | None]
) -> Fields | None:
    """Give what somebody speaks and reads; who is known to read a language speaks it, too."""
    reads, speaks = said(lambda who: who.reads), said(lambda who: who.speaks)
    if reads is None and speaks is None:
        return None
    return place.fields([("speaks", speaks or reads), ("reads", reads)])


def _address(family: Family, related: Iterable[Related]) -> Items | None:
    for one in related:
        lines = one.row.contact.address
        if lines:
            place = Place(family, one.row.number)
            nodes = [place.cell(line) for line in lines]
            return place.items(nodes, nodes[-1].mark)
    return None


def _pupil(family: Family, frame: Frame, key: str) -> Fields:
    related = family.of(pupil=key)
    place = Place(family, related[0].row.number)

    def said(of: Callable[[TypedPupil], Said | None]) -> Scalar | None:
        return _first(family, related, lambda one: of(one.row.pupil))

    single = any(one.row.pupil.single_name for one in related)
    entries: list[tuple[str, Node | None]] = [
        ("legal_name", said(lambda who: who.legal_name)),
        ("single_name", place.own("true") if single else None),
        ("preferred_name", said(lambda who: who.preferred_name)),
        ("date_of_birth", said(lambda who: who.date_of_birth)),
        ("year_group", said(lambda who: who.year_group)),
        ("upn", said(lambda who: who.upn)),
        ("attendance", _attendance(family, related)),
    ]
    return _filled(place.fields(entries), frame.pupil)


def _attendance(family: Family, related: Iterable[Related]) -> Fields | None:
    for one in related:
        figures = one.row.attendance
        if figures is None:
            continue
        place = Place(family, one.row.number)
        day = figures.as_at.text
        certificate = place.fields([
            ("ref", place.own(f"roster-{day[:10]}")),
            ("possible", place.cell(figures.possible)),
            ("attended", place.cell(figures.attended)),
            ("authorised", place.cell(figures.authorised)),
            ("unauthorised", place.cell(figures.unauthorised)),
        ])  # fmt: skip
        at = place.cell(Said(day.replace(" ", "T"), figures.as_at.column))
        return place.fields([("as_at", at), ("certificate", certificate)])
    return None


def _links(family: Family, frame: Frame) -> Iterator[Fields]:
    told: set[tuple[str, str]] = set()
    for one in family.related:
        if one.person and (one.person, one.pupil) not in told:
            told.add((one.person, one.pupil))
            yield _filled(_link(family, one), frame.link)


def _link(family: Family, one: Related) -> Fields:
    contact, place = one.row.contact, Place(family, one.row.number)
    reason = why_not(family, one)
    return place.fields([
        ("person", place.own(one.person)),
        ("pupil", place.own(one.pupil)),
        ("relationship", place.cell(contact.relationship)),
        ("basis", place.items(place.cell(each) for each in contact.basis)),
        ("lives_with", place.cell(contact.lives_with) if contact.lives_with else None),
        ("work_with", place.own("false" if reason else "true")),
        ("reason", place.own(reason) if reason else None),
    ])  # fmt: skip


def _orders(family: Family, first: Place) -> Fields | None:
    orders = [
        Place(family, one.row.number).fields([
            ("person", first.own(one.person)),
            ("pupil", first.own(one.pupil)),
            ("limits", first.items(first.own(limit) for limit in LIMITS)),
        ])
        for one in family.related
        if one.person and is_true(one.row.contact.court_order)
    ]  # fmt: skip
    return first.fields([("court_orders", first.items(orders))]) if orders else None


def _meeting(family: Family, frame: Frame, met: Meeting) -> Fields:
    place, said = Place(family, met.row), met.said
    framed = frame.meeting.entries if frame.meeting else ()
    others = [node for key, node in framed if key.text == "invited" and isinstance(node, Items)]
    staff = others[0].items if others else ()
    rows: list[tuple[str, Node | None]] = [
        (name, place.cell(each) if each else None)
        for name, each in (
            ("date", said.date),
            ("time", said.time),
            ("place", said.place),
            ("online", said.online),
            ("chair", said.chair),
        )
    ]
    own = place.fields([
        *rows,
        ("pupils", place.items(place.own(key) for key in met.pupils)),
        ("invited", place.items((*(place.own(key) for key in met.invited), *staff))),
    ])  # fmt: skip
    rest = Fields(framed, own.mark)
    kind = place.fields([("kind", place.own("initial"))])
    return _filled(_filled(own, rest), kind)


def _first(
    family: Family, related: Iterable[Related], of: Callable[[Related], Said | None]
) -> Scalar | None:
    """Give what the first row says that says anything."""
    for one in related:
        said = of(one)
        if said is not None:
            return Place(family, one.row.number).cell(said)
    return None


def _yes(
    family: Family, related: Iterable[Related], of: Callable[[TypedContact], Said | None]
) -> Scalar | None:
    """Give a yes that any row says."""
    yes = (one for one in related if is_true(of(one.row.contact)))
    return _first(family, yes, lambda one: of(one.row.contact))


def _filled(own: Fields, framed: Fields | None) -> Fields:
    """Add what the frame says beyond the rows."""
    said = {key.text for key, _ in own.entries}
    rest: Entries = framed.entries if framed else ()
    return Fields((*own.entries, *(entry for entry in rest if entry[0].text not in said)), own.mark)
