"""Messages and who checked them → lines of `review.csv`; a mended comma → its text kept."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from docgen.errors import Reasons, UsageTrouble, stop
from docgen.model.finding import Wording
from docgen.model.language import PRINTABLE, Review
from docgen.service.desk import Desk
from docgen.service.translations.shelf import (
    Demand,
    Shelf,
    at_work,
    names_there,
    open_shelf,
    target_of,
)
from docgen.service.translations.standing import Standing, by_id, of_use, standings
from docgen.service.translations.texts import NewText, put_texts
from docgen.store.review import REVIEW, add_reviews, digest_of

Step = Literal["reviewed", "approved"]
ORDER: Mapping[str, int] = {"draft": 0, "reviewed": 1, "approved": 2}
SAME_MEANING = "same meaning as before"

REASONS: Reasons = {
    "approve-nobody": Wording(
        "Nobody is named who checked the texts.",
        "Say who did: --by NAME. A text counts as checked only with the name of who read it.",
    ),
    "approve-nothing": Wording(
        "No messages are named.",
        "Name them as `docgen translations status LANG` shows them, or say --kind or --all.",
    ),
    "approve-unknown": Wording(
        "No message of this language is called {messages}.",
        "Look at the names with: docgen translations status LANG --list",
    ),
    "approve-no-text": Wording(
        "There is nothing to approve yet in: {messages}.",
        "Have them translated first; one that is stale can be kept with docgen translations keep.",
    ),
    "approve-kind-unknown": Wording(
        "No messages are used in “{use}”.",
        "Name one of: {uses}.",
    ),
    "keep-not-stale": Wording(
        "The message {message} is stale in no language.",
        "Look at the names with: docgen translations status LANG --list",
    ),
}


@dataclass(frozen=True, slots=True)
class Wish:
    """What is to be approved: messages by their names, those of one use, or all."""

    messages: Sequence[str] = ()
    use: str | None = None
    every: bool = False


@dataclass(frozen=True, slots=True)
class Saying:
    """How far somebody found texts to be, and what they noted."""

    status: Step
    by: str | None
    note: str = ""


@dataclass(frozen=True, slots=True)
class Kept:
    """A stale message whose text was kept in one language, and how far it is now."""

    language: str
    standing: Standing
    status: str


def approve(
    desk: Desk, demand: Demand, name: str, wish: Wish, saying: Saying
) -> tuple[Standing, ...]:
    """Write down who checked which texts; gives those that are further now than before.

    Raises `UsageTrouble`; then nothing is written.
    """
    if not saying.by:
        raise stop(UsageTrouble, REASONS, "approve-nobody")
    said = Review(saying.status, saying.by, desk.today, saying.note)
    with at_work(demand):
        shelf = open_shelf(demand, name)
        found = [
            each
            for each in _meant(demand, standings(demand, shelf), wish)
            if ORDER[each.status] < ORDER[saying.status]
        ]
        if found:
            digests = dict.fromkeys(digest_of(each.message.pair, each.texts) for each in found)
            add_reviews(target_of(demand, shelf) / REVIEW, [(one, said) for one in digests])
    return tuple(found)


def keep(desk: Desk, demand: Demand, message: str, note: str = "") -> tuple[Kept, ...]:
    """Let a stale message keep its text in every language, and how far it was checked.

    For an English sentence that was mended without a change of meaning. Raises `UsageTrouble`.
    """
    with at_work(demand):
        kept = tuple(_all_kept(desk, demand, message, note))
    if not kept:
        raise stop(UsageTrouble, REASONS, "keep-not-stale", message=message[:20])
    return kept


def _all_kept(desk: Desk, demand: Demand, message: str, note: str) -> Iterator[Kept]:
    for name in names_there(demand):
        shelf = open_shelf(demand, name)
        found = by_id(standings(demand, shelf)).get(message, ())
        stale = [each for each in found if each.before]
        if stale:
            yield _kept(desk, demand, shelf, stale, note)


def must_be_used(demand: Demand, use: str) -> None:
    """Let nobody ask for a kind of paper that there is none of; raises `UsageTrouble`."""
    uses = dict.fromkeys(source.use for source in demand.sources)
    if use not in uses:
        names = {"use": use[:40], "uses": ", ".join(uses)}
        raise stop(UsageTrouble, REASONS, "approve-kind-unknown", **names)


def _meant(demand: Demand, found: Sequence[Standing], wish: Wish) -> Iterator[Standing]:
    """Give the messages that a wish is about; one named must have a text."""
    if wish.messages:
        yield from _named(found, wish.messages)
    elif wish.use:
        yield from _used(demand, found, wish.use)
    elif wish.every:
        yield from _with_text(found)
    else:
        raise stop(UsageTrouble, REASONS, "approve-nothing")


def _named(found: Sequence[Standing], messages: Iterable[str]) -> Iterator[Standing]:
    known = by_id(found)
    wanted = [each.strip().lower() for each in messages]
    unknown = [each[:20] for each in wanted if each not in known]
    if unknown:
        raise stop(UsageTrouble, REASONS, "approve-unknown", messages=", ".join(unknown))
    bare = [each for each in wanted if not _with_text(known[each])]
    if bare:
        raise stop(UsageTrouble, REASONS, "approve-no-text", messages=", ".join(bare))
    yield from (each for name in dict.fromkeys(wanted) for each in _with_text(known[name]))


def _with_text(found: Iterable[Standing]) -> list[Standing]:
    return [each for each in found if each.status in PRINTABLE]


def _used(demand: Demand, found: Sequence[Standing], use: str) -> Iterator[Standing]:
    must_be_used(demand, use)
    pairs = {
        (source.file, pair)
        for source in demand.sources
        if source.use == use
        for pair in of_use(demand, source.file, use)
    }
    for each in _with_text(found):
        if (each.file, each.message.pair) in pairs:
            yield each


def _kept(desk: Desk, demand: Demand, shelf: Shelf, stale: Sequence[Standing], note: str) -> Kept:
    befores = [(each, each.before) for each in stale if each.before]
    put_texts(demand, shelf, [NewText(new, old.texts, new.notes) for new, old in befores])
    said = {}
    for new, old in befores:
        review = shelf.reviews.get(digest_of(old.message.pair, old.texts))
        if review is not None:
            told = (SAME_MEANING, f"said by {desk.actor}", note, review.note)
            again = Review(review.status, review.by, desk.today, "; ".join(filter(None, told)))
            said[digest_of(new.message.pair, old.texts)] = again
    if said:
        add_reviews(target_of(demand, shelf) / REVIEW, said.items())
    statuses: list[str] = [each.status for each in said.values()] or ["draft"]
    return Kept(shelf.name, stale[0], min(statuses, key=ORDER.__getitem__))
