"""Whether actions can be kept and checked: R-49 to R-51 and R-59 (S-08)."""

from dataclasses import replace

import pytest
from contractwork import PACK, Changes, found, places, subjects

from docgen.model.finding import Severity, Stage
from docgen.model.sheet import Path

RQ_1, RQ_3 = "contracts.ct-1.requirements.rq-1", "contracts.ct-1.requirements.rq-3"
SU_1 = "contracts.ct-1.support.su-1"
AT_RQ_1: Path = ("contracts", "ct-1", "requirements", "rq-1")
AT_SU_1: Path = ("contracts", "ct-1", "support", "su-1")
STRUCK = "[{event: struck_through, date: 2025-11-03, status: complete}]"


@pytest.mark.parametrize(
    ("changes", "missing"),
    [
        ({}, ""),
        ({f"{RQ_1}.smart.measure": None}, "measure"),
        ({f"{RQ_1}.smart.due": None}, "due"),
        ({f"{RQ_1}.smart.due": None, f"{RQ_1}.due": "2026-03-20"}, ""),
        ({f"{RQ_1}.smart.relevant": None}, "relevant"),
        ({f"{RQ_1}.smart.achievable": None}, "achievable"),
        ({f"{RQ_1}.smart.achievable": "false"}, ""),
        ({f"{RQ_1}.smart": None}, "measure, due, relevant, achievable"),
        ({f"{RQ_1}.smart": None, f"{RQ_1}.history": STRUCK}, ""),
        ({f"{RQ_1}.smart": None, "contracts.ct-1.status": "planned"}, ""),
    ],
)
def test_an_action_says_how_by_when_and_why_it_can_be_done(changes: Changes, missing: str) -> None:
    told = [(finding.message, finding.path) for finding in found("R-49", changes)]
    words = f"ct-1.rq-1 doesn't say everything that makes an action clear; it lacks: {missing}."
    assert told == ([(words, AT_RQ_1)] if missing else [])


def test_a_phrase_brings_its_own_measure() -> None:
    changes = {f"{RQ_3}.phrase": "try-hard", f"{RQ_3}.with": "{when: daily}"}
    assert subjects("R-49") == []
    assert subjects("R-49", changes) == ["ct-1.rq-3"]
    assert subjects("R-49", {**changes, f"{RQ_3}.smart.measure": "what both say"}) == []


def test_an_unclear_action_is_only_told() -> None:
    (finding,) = found("R-49", {f"{RQ_1}.smart": None})
    assert (finding.stage, finding.severity) == (Stage.CONTRACT, Severity.INFORMATION)


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({}, ""),
        ({f"{RQ_1}.text": "I will do my best and improve attendance."},
         "“improve attendance”, “do my best”"),
        ({f"{RQ_1}.text": "I will do my best.", f"{RQ_1}.history": STRUCK}, ""),
        ({f"{RQ_1}.text": "I will do my best.", "contracts.ct-1.status": "planned"}, ""),
        ({f"{RQ_1}.text": "You must pay."}, ""),
        ({f"{RQ_1}.text": None, f"{RQ_1}.phrase": "try-hard", f"{RQ_1}.with": "{when: daily}"},
         "“do my best”"),
        ({f"{RQ_1}.text": None, f"{RQ_1}.phrase": "walk-with",
          f"{RQ_1}.with": "{companion: those who do my best}"}, "“do my best”"),
        ({f"{RQ_1}.text": None, f"{RQ_1}.phrase": "try-hard"}, ""),
        ({f"{SU_1}.text": "We will do my best."}, ""),
    ],
)  # fmt: skip
def test_an_action_says_more_than_a_wish(changes: Changes, words: str) -> None:
    told = [(finding.message, finding.path) for finding in found("R-50", changes)]
    message = f"ct-1.rq-1 is worded so openly that nobody could tell whether it is kept: {words}."
    assert told == ([(message, AT_RQ_1)] if words else [])


def test_what_to_write_in_place_of_a_wish_is_told() -> None:
    (finding,) = found("R-50", {f"{RQ_1}.text": "I will do my best."})
    assert finding.about == ("ct-1", "rq-1")
    assert finding.remedy == "Say what will be done."
    assert (finding.stage, finding.severity) == (Stage.CONTRACT, Severity.INFORMATION)


IDEA_1, IDEA_2 = f"{RQ_1}.parents_idea", "contracts.ct-2.requirements.rq-1.parents_idea"


@pytest.mark.parametrize(
    ("changes", "broken"),
    [
        ({}, []),
        ({IDEA_1: None}, ["ct-1"]),
        ({IDEA_1: "false"}, ["ct-1"]),
        ({IDEA_1: None, f"{RQ_3}.parents_idea": "true"}, []),
        ({IDEA_2: None}, ["ct-2"]),
        ({IDEA_2: None, "contracts.ct-2.status": "planned"}, []),
        ({"contracts.ct-1.requirements": "{}", "contracts.ct-1.agreed": None}, []),
    ],
)
def test_one_action_is_the_parents_own_idea(changes: Changes, broken: list[str]) -> None:
    ideas = {"contracts.ct-1.requirements.rq-2.parents_idea": "false"}
    cleared = {} if "contracts.ct-1.requirements" in changes else ideas
    paths = [("contracts", key, "requirements") for key in broken]
    assert places("R-51", {**cleared, **changes}) == list(zip(broken, paths, strict=True))


def test_only_some_authorities_ask_whose_idea_it_was() -> None:
    assert subjects("R-51", {IDEA_1: None}, replace(PACK, severities={})) == []
    (finding,) = found("R-51", {IDEA_1: None})
    assert (finding.stage, finding.severity) == (Stage.CONTRACT, Severity.INFORMATION)


NOTHING = "nothing says why and until when"
OTHER = "the reason is not a return after a long illness or absence"
NO_END = "no last day is set"
SHORT = "Nia will come mornings only."
ILL = "{reason: return_after_illness, until: 2026-01-16, target: 80}"


@pytest.mark.parametrize(
    ("hours", "why"),
    [
        (ILL, ""),
        ("{reason: return_after_absence, until: 2026-01-16}", ""),
        ("{reason: return_after_illness}", NO_END),
        ("{reason: other, until: 2026-01-16}", OTHER),
        ("{reason: other}", f"{OTHER} and {NO_END}"),
    ],
)
@pytest.mark.parametrize("text", [SHORT, "Nia will come at ten."])
def test_a_part_time_timetable_is_a_way_back_and_ends(text: str, hours: str, why: str) -> None:
    told = found("R-59", {f"{RQ_1}.text": text, f"{RQ_1}.part_time": hours})
    words = f"ct-1.rq-1 reads like a part-time timetable, and {why}."
    assert [finding.message for finding in told] == ([words] if why else [])
    assert all(finding.path == (*AT_RQ_1, "part_time") for finding in told)


@pytest.mark.parametrize(
    ("changes", "broken"),
    [
        ({}, []),
        ({f"{RQ_1}.text": SHORT}, [("ct-1.rq-1", (*AT_RQ_1, "part_time"))]),
        ({f"{SU_1}.text": SHORT}, [("ct-1.su-1", (*AT_SU_1, "part_time"))]),
        ({f"{SU_1}.text": SHORT, f"{SU_1}.part_time": ILL}, []),
        ({f"{SU_1}.text": None, f"{SU_1}.phrase": "mornings", f"{SU_1}.with": "{when: daily}"},
         [("ct-1.su-1", (*AT_SU_1, "part_time"))]),
        ({f"{SU_1}.text": None, f"{SU_1}.phrase": "mornings"}, []),
        ({f"{RQ_1}.text": SHORT, f"{RQ_1}.history": STRUCK}, []),
        ({f"{RQ_1}.text": SHORT, "contracts.ct-1.status": "planned"}, []),
        ({f"{RQ_1}.text": "I will do my best."}, []),
    ],
)  # fmt: skip
def test_words_that_sound_like_one_are_asked_about(
    changes: Changes, broken: list[tuple[str, Path]]
) -> None:
    assert places("R-59", changes) == broken


def test_an_unexplained_part_time_timetable_waits_for_a_decision() -> None:
    (finding,) = found("R-59", {f"{RQ_1}.text": SHORT})
    assert finding.message == f"ct-1.rq-1 reads like a part-time timetable, and {NOTHING}."
    assert (finding.stage, finding.severity) == (Stage.CONTRACT, Severity.WARNING)
