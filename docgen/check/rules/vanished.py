"""Is everybody in the school's list who was there when letters were last made from it."""

from docgen.check.rules.registry import Breach, Rule, Scene
from docgen.model.finding import Severity, Stage


def judged_by_imports(_scene: Scene) -> tuple[Breach, ...]:
    """Find nothing in a case: what an earlier list held is known where lists are read."""
    return ()


R_115 = Rule(
    "R-115",
    Stage.LOAD,
    Severity.ERROR,
    "Practice of schools: letters that reached a parent after the link to them was taken out",
    "{person} stood beside {pupil} in the last list that was read, and no longer does.",
    "If they were taken out by mistake, put the row back. If rightly, confirm it: --gone "
    "{person}.{pupil}, or under `gone:` in the frame.",
    judged_by_imports,
    "Somebody who vanishes from a school's list was taken out for a reason, or by a slip. "
    "Until somebody says which, a letter may go to a person who must not have it, or miss one "
    "who must.",
)
RULES = (R_115,)
