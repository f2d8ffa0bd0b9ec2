"""A pupil's attendance figures into what can't be right about them."""

from collections.abc import Iterator

from docgen.check.rules.registry import Breach, Rule, Scene
from docgen.model.finding import Severity, Stage


def _not_adding_up(scene: Scene) -> Iterator[Breach]:
    case = scene.case
    found = [("pupils", key, pupil.attendance) for key, pupil in case.pupils.items()]
    found += [("reviews", key, review.attendance) for key, review in case.reviews.items()]
    for table, key, attendance in found:
        if attendance is None:
            continue
        told = attendance.certificate
        if told.attended + told.authorised + told.unauthorised != told.possible:
            names = {"possible": told.possible, "attended": told.attended}
            names |= {"authorised": told.authorised, "unauthorised": told.unauthorised}
            yield Breach((key,), (table, key, "attendance", "certificate"), names)


RULES = (
    Rule(
        "C-01",
        Stage.ANY,
        Severity.ERROR,
        "A session is attended or missed, and one that is missed is authorised or not",
        "The attendance figures of {subject} don't add up: {attended} attended, {authorised} "
        "authorised and {unauthorised} unauthorised are not {possible} possible sessions.",
        "Correct the figures from the attendance certificate.",
        _not_adding_up,
        "Papers say what was missed. Figures that can't be right are worth nothing in a meeting, "
        "and less in court.",
    ),
)
