"""A frame's file and the command line → what all letters of a batch share, judged by itself."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from docgen.check.case import judge_case, school_key
from docgen.check.frame import frame_for, frame_of
from docgen.errors import CasefileRejected, DocgenError, Reasons, UsageTrouble, stop
from docgen.model.finding import Finding, Severity, Wording
from docgen.model.frame import EVERY, Frame
from docgen.model.sheet import Fields, Items, Mark, Node, Scalar, Sheet
from docgen.service.batch.judging import read_school
from docgen.service.desk import Desk
from docgen.service.examine import shown_path
from docgen.service.office import authority_for, school_keys
from docgen.store.sheets import read_sheet

COMMAND_LINE = "the command line"
GONE = re.compile(r"p-[0-9]+\.c-[0-9]+")
NOBODY = Mark("nobody", 1, 1)
MISSING = "field-missing"
ROWS_SAY = frozenset({"people", "pupils", "links", "meetings"})
"""What a frame leaves out of these, rows say."""
REASONS: Reasons = {
    "frame-faulty": Wording(
        "{shown} can't be used.", "Put right what is listed, then run the command again."
    ),
    "school-unsaid": Wording(
        "Nothing says which school the pupils are at.",
        "Add --school KEY, a line `school:` to the frame, or a column with the school's key.",
    ),
    "accept-form": Wording(
        "{given} is no reason that findings are accepted for.",
        'Write such as --accept R-114="Checked by the office on 3 November".',
    ),
    "gone-form": Wording(
        "What stands after --gone names nobody by their keys.",
        "Copy the keys out of the finding of R-115, such as --gone p-0123456789.c-0123456789; or "
        "write --gone all.",
    ),
}


@dataclass(frozen=True, slots=True)
class Framing:
    """A frame's file, and what the command line adds to it or says instead.

    `shown` names it in messages, unless it lies where it always lay.
    """

    path: Path | None = None
    shown: str = ""
    kinds: tuple[str, ...] = ()
    accept: tuple[str, ...] = ()
    gone: tuple[str, ...] = ()
    school: str = ""


def read_frame(desk: Desk, asked: Framing) -> Frame:
    """Read the frame, or lay out one that says no more than the authority.

    Raises `CasefileRejected` and `UsageTrouble`.
    """
    if asked.path is None:
        kind = asked.kinds[0] if asked.kinds else None
        frame = frame_for(authority_for(desk.workspace, None, kind), COMMAND_LINE)
    else:
        frame = _framed(desk, asked.path, asked.shown)
    accept = dict(_accepted(each) for each in asked.accept)
    school = frame.school
    if asked.school:
        school = Scalar(asked.school, frame.start, plain=False)
    elif school is None and desk.workspace.schools.is_dir():
        keys = school_keys(desk.workspace)
        school = Scalar(keys[0], frame.start, plain=False) if len(keys) == 1 else None
    gone = frame.gone | frozenset(map(_gone, asked.gone))
    return replace(frame, accept={**frame.accept, **accept}, gone=gone, school=school)


def _framed(desk: Desk, path: Path, known_as: str) -> Frame:
    shown = known_as or shown_path(desk, path)
    sheet, faults = read_sheet(path, shown)
    frame, flaws = frame_of(sheet) if sheet else (None, ())
    if frame is None or faults:
        raise faulty(shown, (*faults, *flaws))
    if frame.authority:
        return frame
    given = frame_for(authority_for(desk.workspace, None), shown)
    return replace(frame, shared=(*given.shared, *frame.shared))


def _accepted(text: str) -> tuple[str, str]:
    rule, sign, reason = text.partition("=")
    if not (sign and rule.strip() and reason.strip()):
        raise stop(UsageTrouble, REASONS, "accept-form", given=text[:40])
    return rule.strip(), reason.strip()


def _gone(text: str) -> str:
    if text != EVERY and not GONE.fullmatch(text):
        raise stop(UsageTrouble, REASONS, "gone-form")
    return text


def must_be_sound(desk: Desk, frame: Frame) -> None:
    """Judge what the frame says, before any family is; raises `CasefileRejected`."""
    found = [each for each in _of_frame(desk, frame) if each.severity is Severity.ERROR]
    if found:
        raise faulty(frame.file, found)


def faulty(shown: str, findings: Iterable[Finding]) -> DocgenError:
    """Make the error that tells all faults of a frame."""
    error = stop(CasefileRejected, REASONS, "frame-faulty", shown=shown)
    error.findings = tuple(findings)
    return error


def _of_frame(desk: Desk, frame: Frame) -> Iterator[Finding]:
    """Find what is wrong in the frame itself, by judging a case of nobody with it."""
    sheet = Sheet("nobody.yaml", Fields(tuple(_of_nobody(frame)), NOBODY), "")
    key = school_key(sheet)
    known = read_school(desk, key) if key else None
    judged = judge_case(sheet, known.sheet if known else None, key)
    for finding in (*(known.findings if known else ()), *judged.findings):
        said = finding.rule == MISSING and ROWS_SAY.issuperset(map(str, finding.path[:1]))
        if finding.place and finding.place != NOBODY and not said:
            yield finding


def _of_nobody(frame: Frame) -> Iterator[tuple[Scalar, Node]]:
    if frame.school:
        yield Scalar("school", NOBODY), frame.school
    yield Scalar("people", NOBODY), _only("p-0", _named(frame.person))
    yield Scalar("pupils", NOBODY), _only("c-0", _named(frame.pupil))
    if frame.link:
        own = {"person": "p-0", "pupil": "c-0", "relationship": "parent"}
        said = tuple((Scalar(k, NOBODY), Scalar(v, NOBODY, plain=False)) for k, v in own.items())
        yield (
            Scalar("links", NOBODY),
            Items((Fields((*said, *frame.link.entries), NOBODY),), NOBODY),
        )
    if frame.meeting:
        yield Scalar("meetings", NOBODY), _only("m-0", frame.meeting)
    yield from frame.shared


def _only(key: str, node: Fields) -> Fields:
    return Fields(((Scalar(key, NOBODY), node),), NOBODY)


def _named(framed: Fields | None) -> Fields:
    name = (Scalar("legal_name", NOBODY), Scalar("Nobody", NOBODY, plain=False))
    return Fields((name, *(framed.entries if framed else ())), NOBODY)
