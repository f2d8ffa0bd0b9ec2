"""May a contract be made, and does it state what it must: who came, what the act asks for."""

from collections.abc import Callable, Iterator

from docgen.check.rules.registry import Breach, Rule, Scene
from docgen.check.rules.subjects import came, drawn_up, lacking, parents_of
from docgen.model.finding import Severity, Stage
from docgen.model.pack import Act

GUIDANCE = "Working together to improve school attendance (Department for Education)"
ACT_2003 = "Anti-social Behaviour Act 2003, section 19(4)"
CONTRACT: tuple[Act, ...] = ("contract",)


def _no_parent_came(scene: Scene) -> Iterator[Breach]:
    for key, contract in drawn_up(scene.case):
        present = came(scene.case, contract)
        wanted = contract.parties or parents_of(scene.case, contract.pupil)
        if present is not None and present.isdisjoint(wanted):
            names = {"meeting": contract.made_at}
            yield Breach((key,), ("contracts", key, "made_at"), names)


def _pupil_alone(scene: Scene) -> Iterator[Breach]:
    for key, contract in drawn_up(scene.case):
        present = came(scene.case, contract) or frozenset()
        if present.isdisjoint(scene.case.people) and not present.isdisjoint(scene.case.pupils):
            names = {"meeting": contract.made_at}
            yield Breach((key,), ("contracts", key, "made_at"), names)


def _must_state(field: str, statement: str) -> Callable[[Scene], Iterator[Breach]]:
    """Make the judge of a field that each contract fills and a statement that its paper carries."""

    def judge(scene: Scene) -> Iterator[Breach]:
        """Judge every contract that is drawn up."""
        unsaid = [
            f"the pack lacks the statement {missing}"
            for missing in lacking(scene.pack, CONTRACT, (statement,))
        ]
        for key, contract in drawn_up(scene.case):
            empty = [] if getattr(contract, field) else ["the casefile names none"]
            if empty or unsaid:
                names = {"why": "; ".join(empty + unsaid)}
                yield Breach((key,), ("contracts", key, field), names)

    return judge


def _statements_missing(scene: Scene) -> Iterator[Breach]:
    needed = scene.pack.must_carry.get("contract", ())
    missing = lacking(scene.pack, CONTRACT, needed)
    if missing and any(drawn_up(scene.case)):
        yield Breach((), ("contracts",), {"missing": ", ".join(missing)})


def _authority_on_letterhead(scene: Scene) -> Iterator[Breach]:
    school = scene.case.school
    if school.letterhead and school.letterhead_shows_authority:
        for key, _ in drawn_up(scene.case):
            yield Breach((key,), ("school", "letterhead_shows_authority"))


RULES = (
    Rule(
        "R-29",
        Stage.CONTRACT,
        Severity.ERROR,
        f"{GUIDANCE}: a contract is not made in the parents' absence",
        "{subject} can't be made: none of the parents it is for came to {meeting}.",
        "Record that they did not come and offer another meeting. If they joined online, add "
        "them to `present_online` of the meeting.",
        _no_parent_came,
        why="A contract is something that two sides agree. Without a parent there is only one "
        "side, even where the parent said beforehand that it would be all right.",
    ),
    Rule(
        "R-30",
        Stage.CONTRACT,
        Severity.ERROR,
        f"{GUIDANCE}: a contract is between the school and a parent",
        "{subject} can't be made: of the family only the pupil came to {meeting}, and a contract "
        "is never made with a pupil alone, even one who agrees.",
        "Offer the parents another meeting.",
        _pupil_alone,
        why="The law knows contracts with parents. A child can't take on what parents are asked "
        "to do.",
    ),
    Rule(
        "R-37",
        Stage.CONTRACT,
        Severity.ERROR,
        ACT_2003,
        "{subject} must state what is asked of the parents: {why}.",
        "Write at least one entry under `requirements`; the pack's contract must carry the "
        "statement `requirements_heading`.",
        _must_state("requirements", "requirements_heading"),
        why="The Act says what makes a paper an attendance contract; what parents will do is its "
        "first part. Without it the paper is none.",
    ),
    Rule(
        "R-38",
        Stage.CONTRACT,
        Severity.ERROR,
        ACT_2003,
        "{subject} must state the support that the school or others agree to give: {why}.",
        "Write at least one entry under `support`; the pack's contract must carry the statement "
        "`school_support_agreement`.",
        _must_state("support", "school_support_agreement"),
        why="A contract takes two: under the Act the school agrees to help the parents do their "
        "part. One that only asks is no contract, and no help either.",
    ),
    Rule(
        "R-39",
        Stage.CONTRACT,
        Severity.ERROR,
        ACT_2003,
        "{subject} must state that the parents agree to what is asked: {why}.",
        "Write the parents who agree under `parties`; the pack's contract must carry the "
        "statement `parent_agreement`.",
        _must_state("parties", "parent_agreement"),
        why="Under the Act, the parents' own statement that they agree for the time of the "
        "contract is part of it. It has to stand where they sign.",
    ),
    Rule(
        "R-54",
        Stage.CONTRACT,
        Severity.ERROR,
        "The authority's key information on attendance contracts",
        "The pack's contract does not carry all it must: {missing}.",
        "Add the statements to the kind in pack.yaml and place them in its template.",
        _statements_missing,
        why="Parents should know what they sign: what can follow from it and what can't, and who "
        "may see it later. Each authority has fixed texts for that.",
    ),
    Rule(
        "R-55",
        Stage.CONTRACT,
        "-",
        "The authority's guide to its contract form",
        "The school's letterhead shows the authority's logo, which does not belong on {subject}.",
        "Put a picture without it into the school's sheet under `letterhead`, and take "
        "`letterhead_shows_authority` out.",
        _authority_on_letterhead,
        why="The contract is between the school and the parents. The authority's logo would make "
        "it look like a side to it.",
    ),
)
