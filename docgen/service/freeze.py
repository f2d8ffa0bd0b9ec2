"""Papers just made → the wording of each phrase they show, written down at its action (R-67).

Once it is on paper, a contract's words don't follow the library any more.
"""

from collections.abc import Iterable, Iterator, Mapping

from docgen.model.action import Frozen, Requirement, Support
from docgen.model.case import Case
from docgen.model.pack import Pack, Phrase
from docgen.service.additions import frozen_addition
from docgen.service.papers import Paper, shown_contract
from docgen.store.edits import Addition


def freezes(case: Case, pack: Pack, papers: Iterable[Paper]) -> Iterator[Addition]:
    """Give what a casefile is told of the phrases that papers show."""
    shown = (shown_contract(case, paper.job) for paper in papers)
    for contract in dict.fromkeys(key for key in shown if key):
        found = case.contracts[contract]
        yield from _frozen(contract, "requirements", found.requirements, pack.phrases)
        yield from _frozen(contract, "support", found.support, pack.phrases)


def _frozen(
    contract: str,
    part: str,
    items: Mapping[str, Requirement] | Mapping[str, Support],
    phrases: Mapping[str, Phrase],
) -> Iterator[Addition]:
    for key, item in items.items():
        if item.phrase is not None and item.frozen is None:
            phrase = phrases[item.phrase]  # a paper can't be made of one that is not there
            frozen = Frozen(phrase.version, phrase.text, phrase.measure)
            yield frozen_addition(contract, part, key, frozen)
