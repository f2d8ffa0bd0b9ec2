"""Who is asked to sign a contract beside the parents and the school: does it take them."""

from collections.abc import Callable, Iterator

from docgen.check.rules.registry import Breach, Rule, Scene
from docgen.check.rules.subjects import drawn_up
from docgen.model.case import Case
from docgen.model.finding import Severity, Stage

SIGNED_BY_BOTH = "Anti-social Behaviour Act 2003, section 19(7): parent and school sign"
WHY = (
    "The law asks for two signatures: the parent's and one for the school. Each further line to "
    "sign puts people off, and one that stays empty looks as if something were missing."
)
REMEDY = (
    "Take {signer} out of `also_sign`. If the signature is wanted all the same, leave it, and "
    "record why where that is asked for."
)


def _asked_to_sign(fits: Callable[[Case, str], bool]) -> Callable[[Scene], Iterator[Breach]]:
    """Make the judge that tells of everybody down under `also_sign` whom a test fits."""

    def judge(scene: Scene) -> Iterator[Breach]:
        """Judge every contract that is drawn up."""
        for key, contract in drawn_up(scene.case):
            for number, signer in enumerate(contract.also_sign):
                if fits(scene.case, signer):
                    path = ("contracts", key, "also_sign", number)
                    yield Breach((key, signer), path, {"contract": key, "signer": signer})

    return judge


def _helps_or_learns(case: Case, key: str) -> bool:
    return key in case.pupils or key in case.partners


def _governs(case: Case, key: str) -> bool:
    staff = case.school.staff.get(key)
    return staff is not None and "governor" in staff.role.casefold()


def _is_officer(case: Case, key: str) -> bool:
    partner = case.partners.get(key)
    return partner is not None and partner.authority_officer


RULES = (
    Rule(
        "R-63",
        Stage.CONTRACT,
        Severity.INFORMATION,
        SIGNED_BY_BOTH,
        "{contract} asks {signer} to sign; pupils and partners need not.",
        REMEDY,
        _asked_to_sign(_helps_or_learns),
        why=WHY,
    ),
    Rule(
        "R-64",
        Stage.CONTRACT,
        "-",
        SIGNED_BY_BOTH,
        "{contract} asks {signer} to sign, a governor; a member of staff signs for the governors.",
        REMEDY,
        _asked_to_sign(_governs),
        why=WHY,
    ),
    Rule(
        "R-65",
        Stage.CONTRACT,
        Severity.WARNING,
        SIGNED_BY_BOTH,
        "{contract} is the school's own, but asks {signer} to sign, an officer of the authority.",
        "Take {signer} out of `also_sign`, or record why the authority signs as well.",
        _asked_to_sign(_is_officer),
        why="An officer's signature would make it look as if the authority were a side to the "
        "contract. It is one only where it makes the contract itself.",
    ),
)
