"""Who may be party to a contract, and whom a court keeps papers from."""

from collections.abc import Iterator

from docgen.check.rules.eligibility import ACT_2003
from docgen.check.rules.names import is_body
from docgen.check.rules.registry import Breach, Rule, Scene
from docgen.check.rules.subjects import drawn_up
from docgen.model.case import Case
from docgen.model.finding import Severity, Stage


def _body_as_party(scene: Scene) -> Iterator[Breach]:
    for about, path in _parties(scene.case):
        if is_body(scene.case.people[about[1]]):
            yield Breach(about, path, {"party": about[1]})


def _no_basis(scene: Scene) -> Iterator[Breach]:
    case = scene.case
    for about, path in _parties(case):
        pupil = case.contracts[about[0]].pupil
        link = case.link(about[1], pupil)
        if link is None or not link.basis:
            yield Breach(about, path, {"party": about[1], "pupil": pupil})


def _parties(case: Case) -> Iterator[tuple[tuple[str, str], tuple[str | int, ...]]]:
    for key, contract in drawn_up(case):
        for number, party in enumerate(contract.parties):
            yield (key, party), ("contracts", key, "parties", number)


def _barred_by_court(scene: Scene) -> Iterator[Breach]:
    for number, order in enumerate(scene.case.family.court_orders):
        if order.limits and not order.cleared_by:
            names = {"person": order.person, "pupil": order.pupil}
            path = ("family", "court_orders", number)
            yield Breach((order.person, order.pupil), path, names)


RULES = (
    Rule(
        "R-05",
        Stage.CONTRACT,
        Severity.ERROR,
        f"{ACT_2003}, section 24",
        "{party} is an organisation, and only a person can be party to a contract "
        "(section 24 of the Anti-social Behaviour Act 2003), even where an authority shares "
        "parental responsibility.",
        "Name the person who looks after the pupil as the party, and enter the organisation "
        "under `partners`.",
        _body_as_party,
        "A contract holds somebody to what they do at home for a child. An authority or a firm "
        "can't do that, and the law does not count one as a parent here.",
    ),
    Rule(
        "R-06",
        Stage.CONTRACT,
        Severity.ERROR,
        "Education Act 1996, section 576",
        "{party} is party to it, but nothing says what makes {party} a parent of {pupil}.",
        "Write in the link between {party} and {pupil} which `basis` holds: natural, "
        "parental_responsibility or day_to_day_care. If none does, take {party} off the contract.",
        _no_basis,
        "Who counts as a parent is laid down for each child: a natural parent, one with "
        "parental responsibility, or one who looks after the child. The basis has to be on "
        "record.",
    ),
    Rule(
        "R-24",
        Stage.ANY,
        Severity.ERROR,
        "Guidance of the Department for Education on parental responsibility: a court order "
        "that limits contact or letters comes before a parent's right to be told",
        "A court order limits what may go to {person} about {pupil}, and nobody has cleared it.",
        "Ask the member of staff who knows the order. If papers may go out, write their key "
        "under `cleared_by` and the day under `cleared`.",
        _barred_by_court,
        "A letter to the wrong person can break a court order and put a child or an adult in "
        "danger. Only somebody who has read the order can say what may go out.",
    ),
)
