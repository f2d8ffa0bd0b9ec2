"""Did parents get what goes with the meeting: certificate, attendance policy, national guide."""

from collections.abc import Callable, Iterator
from datetime import date, timedelta

from docgen.check.rules.agreed import allowed
from docgen.check.rules.registry import Breach, Rule, Scene
from docgen.check.rules.subjects import involved
from docgen.model.case import Case
from docgen.model.finding import Severity, Stage
from docgen.model.meeting import Enclosure, Meeting
from docgen.model.people import Link

KEY_INFORMATION = "The authority's key information on attendance contracts"
CERTIFICATE, POLICY, GUIDE = "attendance_certificate", "attendance_policy", "dfe_parent_guide"
IN_FORCE = frozenset({"agreed", "under_review", "warned"})


def _given(case: Case, item: str, person: str, by: date = date.max) -> list[Enclosure]:
    return [e for e in case.enclosures_given if e.item == item and person in e.to and e.date <= by]


def _about(case: Case, given: list[Enclosure], pupil: str) -> list[Enclosure]:
    """Give those that show the pupil's attendance; in a case of one pupil they need not say so."""
    said = {pupil, None} if len(case.pupils) == 1 else {pupil}
    return [enclosure for enclosure in given if enclosure.pupil in said]


def _pairs(case: Case) -> Iterator[tuple[str, Meeting, Link]]:
    """Give the parents of each initial meeting that was held, with each pupil of it."""
    for key, meeting in case.meetings.items():
        if meeting.is_live and meeting.is_held and meeting.kind == "initial":
            yield from ((key, meeting, link) for link in involved(case, meeting))


def _certificates(case: Case) -> Iterator[tuple[tuple[str, str, str], date, list[Enclosure]]]:
    """Give for each of them the day they met, and the certificates given at any time."""
    for key, meeting, link in _pairs(case):
        day = meeting.date or date.max
        given = _about(case, _given(case, CERTIFICATE, link.person), link.pupil)
        yield (key, link.person, link.pupil), day, given


def _no_certificate(scene: Scene) -> Iterator[Breach]:
    for about, _, given in _certificates(scene.case):
        if not given:
            names = dict(zip(("meeting", "person", "pupil"), about, strict=True))
            yield Breach(about, ("enclosures_given",), names)


def _old_certificate(scene: Scene) -> Iterator[Breach]:
    days = allowed(scene.pack, "certificate_days", 0)
    for about, met, given in _certificates(scene.case):
        oldest = met - timedelta(days=days)
        is_late = met != date.max and not any(oldest <= e.date <= met for e in given)
        if given and is_late:
            names = dict(zip(("meeting", "person", "pupil"), about, strict=True))
            names |= {"given": str(max(e.date for e in given)), "met": str(met)}
            yield Breach(about, ("enclosures_given",), names)


def _not_given(item: str, media: frozenset[str]) -> Callable[[Scene], Iterator[Breach]]:
    """Make the judge of a paper that each parent has in hand by the day of the meeting."""

    def judge(scene: Scene) -> Iterator[Breach]:
        """Judge every parent of every initial meeting that was held."""
        for key, meeting, link in _pairs(scene.case):
            given = _given(scene.case, item, link.person, meeting.date or date.max)
            if not any(enclosure.medium in media for enclosure in given):
                names = {"meeting": key, "person": link.person}
                yield Breach((key, link.person), ("enclosures_given",), names)

    return judge


def _parties(case: Case) -> Iterator[tuple[str, str, str]]:
    for key, contract in case.contracts.items():
        if contract.status in IN_FORCE:
            yield from ((key, party, contract.pupil) for party in contract.parties)


def _never_a_certificate(scene: Scene) -> Iterator[Breach]:
    case = scene.case
    for key, party, pupil in _parties(case):
        if not _about(case, _given(case, CERTIFICATE, party), pupil):
            names = {"contract": key, "party": party, "pupil": pupil}
            yield Breach((key, party), ("enclosures_given",), names)


def _never_the_rest(scene: Scene) -> Iterator[Breach]:
    papers = {POLICY: "the school's attendance policy", GUIDE: "the national guide for parents"}
    for key, party, _ in _parties(scene.case):
        missing = [what for item, what in papers.items() if not _given(scene.case, item, party)]
        if missing:
            names = {"contract": key, "party": party, "missing": " or ".join(missing)}
            yield Breach((key, party), ("enclosures_given",), names)


_RECORD = (
    "Give it to them, and write it under `enclosures_given` with the day, to whom, how and by whom."
)
_RECORD_PUPIL = (
    "Give it to them, and write it under `enclosures_given` with the `pupil` whose it is, the day, "
    "to whom, how and by whom."
)
_ANY = frozenset({"hard_copy", "email", "online", "post"})
RULES = (
    Rule(
        "R-32",
        Stage.CONTRACT,
        Severity.WARNING,
        f"{KEY_INFORMATION}: parties have an up-to-date attendance certificate at the meeting",
        "Nothing says that {person} ever had an attendance certificate about {pupil}, whom "
        "{meeting} was about.",
        _RECORD_PUPIL,
        _no_certificate,
        "Everybody should talk about the same figures, and they may be asked for later.",
    ),
    Rule(
        "R-32b",
        Stage.CONTRACT,
        Severity.WARNING,
        f"{KEY_INFORMATION}: the certificate shows how things stand on the day",
        "{person} had no attendance certificate about {pupil} that was up to date at {meeting} "
        "on {met}; the last one was given on {given}.",
        "If they had another at the meeting, write it under `enclosures_given`; otherwise record "
        "why it came when it did.",
        _old_certificate,
        "Figures that are some weeks old can be wrong by the time they are talked about, and "
        "those that come after a meeting can't be talked about there.",
    ),
    Rule(
        "R-33",
        Stage.CONTRACT,
        Severity.INFORMATION,
        f"{KEY_INFORMATION}: parties get the school's attendance policy on paper",
        "Nothing says that {person} had the attendance policy on paper by the day of {meeting}.",
        _RECORD,
        _not_given(POLICY, frozenset({"hard_copy", "post"})),
        "What is asked of parents stands in the policy, and not everybody can look it up online.",
    ),
    Rule(
        "R-34",
        Stage.CONTRACT,
        Severity.INFORMATION,
        f"{KEY_INFORMATION}: parties get the national guide for parents",
        "Nothing says that {person} had the national guide for parents by the day of {meeting}.",
        _RECORD,
        _not_given(GUIDE, _ANY),
        "It tells parents in plain words what the law asks of them and what help there is.",
    ),
    Rule(
        "R-35a",
        Stage.ISSUE,
        Severity.INFORMATION,
        f"{KEY_INFORMATION}: what was given is recorded",
        "There is no record that {party}, party to {contract}, was ever given an attendance "
        "certificate about {pupil}.",
        _RECORD_PUPIL,
        _never_a_certificate,
        "Only a record shows that parents knew the figures on which the contract rests.",
    ),
    Rule(
        "R-35b",
        Stage.ISSUE,
        Severity.INFORMATION,
        f"{KEY_INFORMATION}: what was given is recorded",
        "There is no record that {party}, party to {contract}, was ever given {missing}.",
        _RECORD,
        _never_the_rest,
        "Only a record shows that parents knew what was asked of them and what help there is.",
    ),
)
