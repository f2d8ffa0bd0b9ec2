"""Has what was printed been signed and served: without that the next paper can't follow."""

from collections.abc import Iterator

from docgen.check.rules.registry import Breach, Rule, Scene
from docgen.check.rules.subjects import came, drawn_up
from docgen.model.case import Case
from docgen.model.contract import AGREED, Contract
from docgen.model.finding import Severity, Stage

FIRST_VERSION = 1
FOR_SCHOOL = "school_for_governing_body"
SIGNED_BY_BOTH = "Anti-social Behaviour Act 2003, section 19(7)"


def _in_force(case: Case) -> Iterator[tuple[str, Contract]]:
    """Give the contracts on which something followed, so that they must have been signed."""
    followed: set[str] = {review.contract for review in case.reviews.values()}
    followed |= {warning.contract for warning in case.warnings.values()}
    followed |= {ending.contract for ending in case.terminations.values()}
    for key, contract in drawn_up(case):
        if contract.status in AGREED or key in followed:
            yield key, contract


def _signers(contract: Contract, role: str) -> set[str]:
    return {
        signature.person
        for signature in contract.signatures
        if signature.version == FIRST_VERSION and signature.role == role and not signature.refused
    }


def _parents_unsigned(scene: Scene) -> Iterator[Breach]:
    for key, contract in _in_force(scene.case):
        present = came(scene.case, contract)
        signed = _signers(contract, "parent")
        wanted = [p for p in contract.parties if present is None or p in present]
        unsigned = [party for party in wanted if party not in signed]
        if unsigned:
            names = {"unsigned": ", ".join(unsigned)}
            yield Breach((key,), ("contracts", key, "signatures"), names)


def _school_unsigned(scene: Scene) -> Iterator[Breach]:
    for key, contract in _in_force(scene.case):
        if not _signers(contract, FOR_SCHOOL):
            yield Breach((key,), ("contracts", key, "signatures"))


def _service_unrecorded(scene: Scene) -> Iterator[Breach]:
    for key, warning in scene.case.warnings.items():
        papers = [p for p in scene.case.issued if p.about == key and not p.withdrawn]
        served = warning.served or any(paper.served for paper in papers)
        if (warning.sent or papers) and not served:
            names = {"warning": key}
            yield Breach((warning.contract,), ("warnings", key), names, spares=key)


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
    ),
    Rule(
        "R-84",
        Stage.ISSUE,
        Severity.ERROR,
        "The authority's key information on attendance contracts: a record is kept of the warning",
        "{warning} was handed over, but nothing records how and when it was served.",
        "Record it with the command `served` and the number of the letter, or write `served` "
        "under {warning}.",
        _service_unrecorded,
    ),
)
