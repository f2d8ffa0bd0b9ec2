"""A case into the words of people that a paper must not show: actions, views, explanations."""

from collections.abc import Iterator

from docgen.model.action import Requirement, Support
from docgen.model.agreement import is_private, said
from docgen.model.case import Case
from docgen.model.casetext import one_line
from docgen.model.folding import folded
from docgen.model.plan import Forbidden
from docgen.plan.sight import Sight

Said = tuple[str, str, str]
VIEWS = ("attendance", "concerns", "how_to_address", "on_contract", "support_wanted")
FEWEST_WORDS = 3


def testimony(sight: Sight) -> Iterator[Forbidden]:
    """Give what others undertook or said, but what a contract shown here or a reader says too.

    Less than three words are looked for in the case's own texts alone: fixed
    wording may well say "none".
    """
    shown = tuple(each for text in _shown(sight) for each in _in_all_languages(sight, text))
    same = {folded(text) for text in shown}
    for owner, what, words in _said(sight):
        text = words.strip(" .,;:!?\n\t")
        if folded(words) not in same and folded(text):
            within = tuple(full for full in shown if folded(text) in folded(full))
            is_short = len(text.split()) < FEWEST_WORDS
            yield Forbidden(owner, what, text, "case-text" if is_short else "text", within)


def _said(sight: Sight) -> Iterator[Said]:
    for owner, what, words in (*_actions(sight), *_agreements(sight), *_statements(sight)):
        yield from ((owner, what, each) for each in _in_all_languages(sight, words))


def _in_all_languages(sight: Sight, words: str) -> Iterator[str]:
    """Give words, and what the case or its school says that they are in other languages."""
    yield words
    for each in (*sight.case.texts, *sight.case.school.texts):
        if one_line(each.text) == one_line(words):
            yield from (translation.text for translation in each.translations.values())


def _shown(sight: Sight) -> Iterator[str]:
    for key in sight.contracts:
        contract = sight.case.contracts[key]
        items: tuple[Requirement | Support, ...]
        items = (*contract.requirements.values(), *contract.support.values())
        for item in items:
            yield from _texts(sight, item)
        yield from (text for _, text in _about(sight.case, key))
    for owner, _, words in _told(sight.case):
        if words and sight.may_show(owner):
            yield words


def _texts(sight: Sight, item: Requirement | Support) -> tuple[str, ...]:
    words = said(item, sight.phrases) or ""
    return (words, *(each.text for each in item.translations.values()))


def _actions(sight: Sight) -> Iterator[Said]:
    """Give requirements and private support of contracts not shown here, in all languages."""
    elsewhere = ((k, e) for k, e in sight.case.contracts.items() if k not in sight.contracts)
    for key, contract in elsewhere:
        for name, item in contract.requirements.items():
            for text in _texts(sight, item):
                yield item.owner, f"requirement {key}.{name}", text
        for name, support in contract.support.items():
            for text in _texts(sight, support) if is_private(support, sight.phrases) else ():
                yield key, f"support {key}.{name}", text


def _agreements(sight: Sight) -> Iterator[Said]:
    """Give why contracts not shown here were made, changed and ended, and how they went."""
    for key, contract in sight.case.contracts.items():
        if key not in sight.contracts and not any(map(sight.may_show, contract.parties)):
            yield from ((key, what, text) for what, text in _about(sight.case, key))


def _about(case: Case, key: str) -> Iterator[tuple[str, str]]:
    contract = case.contracts[key]
    reviews = (review for review in case.reviews.values() if review.contract == key)
    endings = (ending for ending in case.terminations.values() if ending.contract == key)
    events = (event for item in contract.requirements.values() for event in item.history)
    texts = [("reasons", contract.reasons)]
    texts += [("review notes", review.notes) for review in reviews]
    texts += [("reason for ending", ending.text) for ending in endings]
    texts += [("reason for a change", event.why) for event in events]
    yield from ((what, text) for what, text in texts if text)


def _statements(sight: Sight) -> Iterator[Said]:
    """Give what other parents and pupils said, and the school's private reasons about them."""
    case = sight.case
    for owner, what, text in _told(case):
        if text and not sight.may_show(owner):
            yield owner, what, text
    for key, person in case.people.items():
        is_secret = person.protected or sight.is_for_partner
        if is_secret and not sight.may_show(key):
            yield from ((key, "adjustment", need) for need in person.adjustments or ())
    for key, pupil in case.pupils.items():
        if pupil.voice and (key not in sight.pupils or sight.is_for_partner):
            yield key, "voice", pupil.voice
    if sight.job.kind.audience != "staff":
        for key, decision in case.no_contract.items():
            yield decision.pupil, f"rationale {key}", decision.rationale


def _told(case: Case) -> Iterator[tuple[str, str, str | None]]:
    for table in (_views, _explanations, _answers, _reasons):
        yield from table(case)


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


def _answers(case: Case) -> Iterator[tuple[str, str, str | None]]:
    for attempt in case.attempts:
        yield attempt.person, f"answer of {attempt.date}", attempt.response


def _reasons(case: Case) -> Iterator[tuple[str, str, str | None]]:
    for entry in case.declined:
        yield entry.person, "reason for declining", entry.reason
    for link in case.links:
        yield link.person, "reason of the school", link.reason
    for order in case.family.court_orders:
        yield order.person, "court order", order.reference
        yield order.person, "court order", order.note
