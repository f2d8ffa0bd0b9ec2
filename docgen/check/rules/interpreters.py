"""Could each parent follow the meeting: who interprets, from which language, and how (T-26)."""

from collections.abc import Iterator

from docgen.check.rules.names import is_body
from docgen.check.rules.registry import Breach, Rule, Scene
from docgen.check.rules.subjects import made, parents_of, pending
from docgen.model.case import Case
from docgen.model.finding import Severity, Stage
from docgen.model.language import same_language
from docgen.model.meeting import Interpreter, Meeting
from docgen.model.people import Person

LITTLE = frozenset({"none", "some"})
ENSURED = "The authority's guide to attendance contracts: parents follow what is said"
TOLD = {"organisation": "`organisation`", "read_aloud": "`read_aloud`"}


def _child_to_interpret(scene: Scene) -> Iterator[Breach]:
    for key, meeting in pending(scene.case):
        if _is_child(meeting.interpreter):
            yield Breach((key,), ("meetings", key, "interpreter"))


def _child_interpreted(scene: Scene) -> Iterator[Breach]:
    for key, contract, meeting in made(scene.case):
        if _is_child(meeting.interpreter):
            path = ("meetings", str(contract.made_at), "interpreter")
            yield Breach((key,), path, {"meeting": contract.made_at})


def _is_child(interpreter: Interpreter | None) -> bool:
    return interpreter is not None and interpreter.family_child is True


def _nobody_to_interpret(scene: Scene) -> Iterator[Breach]:
    for key, meeting in pending(scene.case):
        for person in _unserved(scene.case, meeting, meeting.invited):
            yield Breach((key, person), ("meetings", key), {"person": person, "meeting": key})


def _nobody_interpreted(scene: Scene) -> Iterator[Breach]:
    for key, contract, meeting in made(scene.case):
        came = [person for person in contract.parties if person in meeting.attended]
        for person in _unserved(scene.case, meeting, tuple(came)):
            where = str(contract.made_at)
            names = {"person": person, "meeting": where}
            yield Breach((key, person), ("meetings", where), names)


def _unserved(case: Case, meeting: Meeting, keys: tuple[str, ...]) -> Iterator[str]:
    """Give the parents among some who have little English, and nobody to interpret for them."""
    family = {key for pupil in meeting.pupils for key in parents_of(case, pupil)}
    for key in keys:
        person = case.people.get(key)
        if person and key in family and not is_body(person) and _needs(person, meeting):
            yield key


def _needs(person: Person, meeting: Meeting) -> bool:
    spoken, interpreter = person.languages, meeting.interpreter
    if spoken.english not in LITTLE:
        return False
    return interpreter is None or not same_language(interpreter.language, spoken.speaks)


def _record_gaps(scene: Scene) -> Iterator[Breach]:
    for key, contract, meeting in made(scene.case):
        record = meeting.interpreter
        lacking = [told for name, told in TOLD.items() if record and getattr(record, name) is None]
        if lacking:
            where = str(contract.made_at)
            names = {"lacking": " and ".join(lacking), "meeting": where}
            yield Breach((key,), ("meetings", where, "interpreter"), names)


RULES = (
    Rule(
        "T-26a",
        Stage.INVITE,
        Severity.ERROR,
        ENSURED,
        "A child of the family is to interpret at {subject}.",
        "Ask somebody who is none of the family, and write them under `interpreter`.",
        _child_to_interpret,
        why="A child must not carry what adults have to say to each other, least of all about "
        "themselves; and nobody can tell what was passed on.",
    ),
    Rule(
        "T-26b",
        Stage.CONTRACT,
        Severity.WARNING,
        ENSURED,
        "At {meeting}, where {subject} was made, a child of the family interpreted.",
        "Go through the contract again with an interpreter from outside the family, and record "
        "that; or record why this was right.",
        _child_interpreted,
        why="What a child passed on can't be shown to be what was said. A contract that rests on "
        "it may count for little.",
    ),
    Rule(
        "T-26c",
        Stage.INVITE,
        Severity.WARNING,
        ENSURED,
        "{person}, who has little English, is invited to {meeting}, and nobody is down to "
        "interpret from their language.",
        "Ask an interpreter and write them under `interpreter`, or record why none is needed.",
        _nobody_to_interpret,
        why="Whoever can't follow a meeting can't have a say in it. An interpreter takes time to "
        "find, so this is told before the invitation goes out.",
    ),
    Rule(
        "T-26d",
        Stage.CONTRACT,
        Severity.WARNING,
        ENSURED,
        "{person}, who has little English, was at {meeting}, and nobody is down as having "
        "interpreted from their language.",
        "Write who did under `interpreter` of the meeting, or record how they followed it.",
        _nobody_interpreted,
        why="Schools must make sure, and be able to show, that parents understand what they agree "
        "to. The record of the meeting is where that is looked for.",
    ),
    Rule(
        "T-26e",
        Stage.CONTRACT,
        Severity.INFORMATION,
        ENSURED,
        "The interpreter's record at {meeting}, where {subject} was made, lacks {lacking}.",
        "Write whose interpreter it was, and whether papers were read aloud.",
        _record_gaps,
        why="Later nobody remembers who interpreted and what was read out. The record answers for "
        "both.",
    ),
)
