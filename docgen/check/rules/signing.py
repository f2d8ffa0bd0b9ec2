"""Has what was printed been signed: by whom, when, and was it this very text."""

from collections.abc import Iterator

from docgen.check.rules.agreed import (
    FOR_SCHOOL,
    PARENT,
    allowed,
    in_force,
    standing,
)
from docgen.check.rules.registry import Breach, Rule, Scene
from docgen.check.rules.subjects import came, drawn_up
from docgen.model.agreement import agreed_text
from docgen.model.case import Case, Issued
from docgen.model.contract import AGREED, Contract, Signature
from docgen.model.finding import Severity, Stage
from docgen.model.sheet import Path

SIGNED_BY_BOTH = "Anti-social Behaviour Act 2003, section 19(7)"
SIGNING_DAYS = 5


def _signers(contract: Contract, role: str) -> set[str]:
    return {
        signature.person
        for signature in contract.signatures
        if signature.is_first and signature.role == role and not signature.refused
    }


def _parents_unsigned(scene: Scene) -> Iterator[Breach]:
    for key, contract in in_force(scene.case):
        present = came(scene.case, contract)
        signed = _signers(contract, PARENT)
        wanted = [p for p in contract.parties if present is None or p in present]
        unsigned = [party for party in wanted if party not in signed]
        if unsigned:
            names = {"unsigned": ", ".join(unsigned)}
            yield Breach((key,), ("contracts", key, "signatures"), names)


def _school_unsigned(scene: Scene) -> Iterator[Breach]:
    for key, contract in in_force(scene.case):
        if not _signers(contract, FOR_SCHOOL):
            yield Breach((key,), ("contracts", key, "signatures"))


def _first_signed(case: Case) -> Iterator[tuple[str, Contract, Signature, Path]]:
    """Give each signature under the first version of a contract, and where it stands."""
    for key, contract in drawn_up(case):
        for number, signature in enumerate(contract.signatures):
            if signature.is_first and not signature.refused:
                yield key, contract, signature, ("contracts", key, "signatures", number)


def _not_witness(scene: Scene) -> Iterator[Breach]:
    for key, contract, signature, path in _first_signed(scene.case):
        others = [s for s in contract.signatures if s.is_first and not s.refused]
        for_school = [s for s in others if s.role == FOR_SCHOOL == signature.role]
        if not any(_was_there(scene.case, contract, s) for s in (signature, *for_school)):
            names = {"contract": key, "person": signature.person}
            yield Breach((key, signature.person), path, names)


def _was_there(case: Case, contract: Contract, signature: Signature) -> bool:
    present = came(case, contract)
    return signature.witnessed is not False and (present is None or signature.person in present)


def _signed_late(scene: Scene) -> Iterator[Breach]:
    days = allowed(scene.pack, "signing_days", SIGNING_DAYS)
    for key, contract, signature, path in _first_signed(scene.case):
        meeting = scene.case.meetings.get(contract.made_at or "")
        if meeting and meeting.date and signature.date:
            last = scene.days.last_missed(signature.date, meeting.date, days)
            if last:
                names = {"contract": key, "person": signature.person, "days": days, "last": last}
                yield Breach((key, signature.person), path, names | {"signed": signature.date})


def _changed_since_signed(scene: Scene) -> Iterator[Breach]:
    for key, contract in drawn_up(scene.case):
        now = agreed_text(scene.case, key, scene.pack.phrases)
        changed = [paper.number for paper in _signed(scene, key) if paper.text != now]
        if changed:
            names = {"version": contract.version, "numbers": ", ".join(changed)}
            yield Breach((key,), ("contracts", key), names)


def _signed(scene: Scene, key: str) -> Iterator[Issued]:
    """Give the papers that show the signed text of a contract's version: one for each number.

    Of a paper issued more than once, that is the latest when the first
    signature was written; where it was only issued later, the first.
    """
    contract = scene.case.contracts[key]
    signatures = [s for s in contract.signatures if s.version == contract.version]
    if all(signature.refused for signature in signatures):
        return
    first = min((s.date for s in signatures if s.date and not s.refused), default=None)
    papers: dict[str, Issued] = {}
    for paper in sorted(standing(scene, "contract", "review"), key=lambda paper: paper.version):
        theirs = scene.case.contract_behind(paper.about) == key and paper.text
        if theirs and paper.contract_version == contract.version:
            in_time = first is None or paper.dated <= first
            papers[paper.number] = paper if in_time else papers.get(paper.number, paper)
    yield from papers.values()


def _refused(scene: Scene) -> Iterator[Breach]:
    for key, contract in drawn_up(scene.case):
        signed = _signers(contract, PARENT)
        for number, signature in enumerate(contract.signatures):
            by_party = signature.is_first and signature.person in contract.parties
            if by_party and signature.refused and signature.person not in signed:
                why = _unsettled(scene.case, contract, signature.person)
                if why:
                    names = {"person": signature.person, "why": why}
                    yield Breach((key,), ("contracts", key, "signatures", number), names)


def _unsettled(case: Case, contract: Contract, person: str) -> str:
    faults = []
    if contract.status in AGREED:
        faults.append(f"its status is {contract.status}")
    if (person, contract.pupil) not in {(entry.person, entry.pupil) for entry in case.declined}:
        faults.append("nothing is down under `declined`")
    return " and ".join(faults)


RULES = (
    Rule(
        "R-60",
        Stage.ISSUE,
        Severity.ERROR,
        SIGNED_BY_BOTH,
        "{subject} is not signed by every parent who was there and is party to it: {unsigned}.",
        "Write their signatures under `signatures` with `version: 1`. If one of them refused, "
        "there is no contract with that parent: record the refusal.",
        _parents_unsigned,
        why="Under the Act a contract is signed by the parent. Without that there is nothing to "
        "review, to warn about or to end.",
    ),
    Rule(
        "R-61",
        Stage.ISSUE,
        Severity.ERROR,
        SIGNED_BY_BOTH,
        "{subject} is not signed for the school.",
        "Write the signature of the member of staff who signed for the governing body, with "
        f"`version: 1` and `role: {FOR_SCHOOL}`.",
        _school_unsigned,
        why="Under the Act a contract is signed on the school's behalf, too: so the school says "
        "that it stands by its support.",
    ),
    Rule(
        "R-62",
        Stage.ISSUE,
        Severity.WARNING,
        "The authority's guide to attendance contracts: whoever signs saw the contract being made",
        "{person} signed {contract}, but is not down as having been there when it was made.",
        "If {person} was there, correct who was `present` at the meeting, or `witnessed`. If not, "
        "let somebody sign who was, or record why this signature is right. If it was given at a "
        "review, write which under `review`.",
        _not_witness,
        why="A signature says: I was there, and this is what was agreed. Somebody who was not "
        "there can't say that, and in court it would show.",
    ),
    Rule(
        "R-66",
        Stage.ISSUE,
        Severity.WARNING,
        "The authority's guide to attendance contracts: signed soon after the meeting (how many "
        "days is docgen's own measure)",
        "{person} signed {contract} on {signed}; the last day for it was {last} (school days "
        "after the meeting: {days}).",
        "Correct the date, or record why it took longer. If it was given at a review, write which "
        "under `review`.",
        _signed_late,
        why="A contract may be typed up after the meeting. The longer it lies, the less anybody "
        "remembers what was said, and until it is signed it doesn't hold.",
    ),
    Rule(
        "R-67",
        Stage.ISSUE,
        Severity.ERROR,
        "A signature stands for the text above it",
        "{subject} was changed after version {version} of it was signed; the signed text stands "
        "in {numbers}.",
        "If the text was changed by mistake, change it back. If it was agreed anew, raise "
        "`version`, issue it again and have everybody sign that version.",
        _changed_since_signed,
        why="What somebody signed must be what the record shows. A text that changes under a "
        "signature is worth nothing as evidence.",
    ),
    Rule(
        "R-68",
        Stage.ISSUE,
        Severity.ERROR,
        f"{SIGNED_BY_BOTH}: a contract takes the parent's consent",
        "{person} refused to sign {subject}, but {why}.",
        "Set the status to `declined` or take {person} off the parties, and write the refusal "
        "under `declined` with its date and, if given, its reason.",
        _refused,
        why="A parent is free to say no, and then there is no contract with that parent. The "
        "record must say so, for it is no offence and must not look like one.",
    ),
)
