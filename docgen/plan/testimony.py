"""A case into the words of people that a paper must not show: actions, views, explanations."""

from collections.abc import Iterator

from docgen.model.action import Requirement, Support
from docgen.model.case import Case
from docgen.model.folding import folded
from docgen.model.plan import Forbidden
from docgen.plan.sight import Sight

Said = tuple[str, str, str]
VIEWS = ("attendance", "concerns", "how_to_address", "on_contract", "support_wanted")
FEWEST_WORDS = 3


def testimony(sight: Sight) -> Iterator[Forbidden]:
    """Give what others undertook or said, but what a contract shown here says too.

    Less than three words are looked for in the case's own texts alone: fixed
    wording may well say "none".
    """
    shown = tuple(_shown(sight))
    same = {folded(text) for text in shown}
    for owner, what, said in (*_actions(sight), *_statements(sight)):
        text = said.strip(" .,;:!?\n\t")
        if folded(said) not in same and folded(text):
            within = tuple(full for full in shown if folded(text) in folded(full))
            is_short = len(text.split()) < FEWEST_WORDS
            yield Forbidden(owner, what, text, "case-text" if is_short else "text", within)


def _shown(sight: Sight) -> Iterator[str]:
    for key in sight.contracts:
        contract = sight.case.contracts[key]
        items: tuple[Requirement | Support, ...]
        items = (*contract.requirements.values(), *contract.support.values())
        for item in items:
            yield from _texts(item)


def _texts(item: Requirement | Support) -> tuple[str, ...]:
    return (item.text or "", *(each.text for each in item.translations.values()))


def _actions(sight: Sight) -> Iterator[Said]:
    """Give the requirements of contracts not shown here, in all their languages."""
    for key, contract in sight.case.contracts.items():
        for name, item in contract.requirements.items() if key not in sight.contracts else ():
            for text in _texts(item):
                yield item.owner, f"requirement {key}.{name}", text


def _statements(sight: Sight) -> Iterator[Said]:
    """Give what other parents and pupils said, and the school's private reasons about them."""
    case = sight.case
    for owner, what, text in (*_views(case), *_explanations(case), *_reasons(case)):
        if text and not sight.may_show(owner):
            yield owner, what, text
    for key, person in case.people.items():
        if person.protected and not sight.may_show(key):
            yield from ((key, "adjustment", need) for need in person.adjustments or ())
    for key, pupil in case.pupils.items():
        if pupil.voice and key not in sight.pupils:
            yield key, "voice", pupil.voice


def _views(case: Case) -> Iterator[tuple[str, str, str | None]]:
    for views in case.parent_views:
        for box in VIEWS:
            yield views.person, f"views ({box})", getattr(views, box)


def _explanations(case: Case) -> Iterator[tuple[str, str, str | None]]:
    for key, contact in case.noncompliance.items():
        owner = case.contracts[contact.contract].requirements[contact.action].owner
        yield owner, f"explanation {key}", contact.explanation
    for key, warning in case.warnings.items():
        yield warning.to, f"reply to {key}", warning.reply
    for key, met in case.meetings.items():
        for absence in met.absent or ():
            yield absence.person, f"reason for missing {key}", absence.reason


def _reasons(case: Case) -> Iterator[tuple[str, str, str | None]]:
    for entry in case.declined:
        yield entry.person, "reason for declining", entry.reason
    for link in case.links:
        yield link.person, "reason of the school", link.reason
    for order in case.family.court_orders:
        yield order.person, "court order", order.reference
        yield order.person, "court order", order.note
