"""Is it on record that each party understood what they agreed to, and in which language (T-27)."""

from collections.abc import Iterator

from docgen.check.rules.agreed import PARENT, in_force
from docgen.check.rules.names import is_body
from docgen.check.rules.registry import Breach, Rule, Scene
from docgen.check.rules.subjects import drawn_up
from docgen.model.contract import Contract
from docgen.model.finding import Severity, Stage
from docgen.model.language import ENGLISH, same_language
from docgen.model.people import Languages

ENSURED = (
    "The authority's guide to attendance contracts: schools ensure and evidence that parents "
    "understand the contract"
)
FLUENT = frozenset({"good", "fluent"})


def _nothing_on_record(scene: Scene) -> Iterator[Breach]:
    standing = {key for key, _ in in_force(scene.case)}
    for key, contract in drawn_up(scene.case):
        told = {record.person for record in contract.understanding}
        for party in _agreed(contract, is_standing=key in standing):
            if party not in told and not is_body(scene.case.people[party]):
                yield Breach((key, party), ("contracts", key), {"contract": key, "person": party})


def _agreed(contract: Contract, *, is_standing: bool) -> Iterator[str]:
    """Give the parties who agreed: all of a contract that stands, else those who signed it."""
    signed = {s.person for s in contract.signatures if s.role == PARENT and not s.refused}
    return (party for party in contract.parties if is_standing or party in signed)


def _in_another_language(scene: Scene) -> Iterator[Breach]:
    for key, contract in drawn_up(scene.case):
        for number, record in enumerate(contract.understanding):
            if not _knows(scene.case.people[record.person].languages, record.language):
                path = ("contracts", key, "understanding", number, "language")
                names = {"contract": key, "person": record.person, "language": record.language}
                yield Breach((key, record.person), path, names)


def _knows(languages: Languages, told: str) -> bool:
    known = [languages.speaks, languages.reads]
    known += [ENGLISH.tag] if languages.english in FLUENT else []
    return any(same_language(told, each) for each in known)


RULES = (
    Rule(
        "T-27a",
        Stage.ISSUE,
        Severity.WARNING,
        ENSURED,
        "Nothing on record shows that {person} understood {contract}.",
        "Write under `understanding` of the contract how it was explained, in which language, "
        "whether they said it back in their own words, who was with them and when; or record why "
        "there is nothing.",
        _nothing_on_record,
        why="Schools must make sure that parents understand the contract, and be able to show it. "
        "A signature alone shows neither.",
    ),
    Rule(
        "T-27b",
        Stage.ISSUE,
        Severity.WARNING,
        ENSURED,
        "{contract} was explained to {person} in a language ({language}) that is not down as one "
        "they speak or read.",
        "Correct the language here or under `languages` of {person}; or explain the contract "
        "again, and record that.",
        _in_another_language,
        why="An explanation in a language that somebody does not know is none. Often it is a slip "
        "in one of the two places; then the record is mended in a minute.",
    ),
)
