"""The pages of a made PDF → R-108, R-109: does the address show in the window, is it too long."""

import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from docgen.check.rules.registry import Breach, Rule, judged_when_made
from docgen.model.finding import Finding, Severity, Stage
from docgen.model.pack import Pack
from docgen.model.pages import Boxed, Pages
from docgen.model.plan import Job
from docgen.model.values import Values

MILLIMETRE = 72 / 25.4
MEGABYTE = 1024 * 1024
USUAL = {
    "window_left_mm": 24.6,
    "window_top_mm": 39.5,
    "window_width_mm": 95.4,
    "window_height_mm": 26.8,
    "contact_from_mm": 125,
    "body_from_mm": 95,
    "most_letter_pages": 10,
    "most_letter_megabytes": 2,
}
"""F-18; a pack's parameters of these names put the window of its own envelopes in place (F-34)."""
SMALL_SLIP = 0.2 * MILLIMETRE
LATIN_ENDS = "\u0250"
RULES = (
    Rule(
        "R-108",
        Stage.LETTER,
        Severity.ERROR,
        "GOV.UK Notify's specification for letters; window envelopes (F-18, F-34)",
        "On the first page {flaw}.",
        "In the template, leave the frame of the address where it was, with nothing beside or "
        "below it before {body} mm from the top. The name and six lines fit into it. A pack says "
        "where its own envelopes have their window: parameters window_left_mm and so on.",
        judged_when_made,
        "A window that cuts the address sends the letter astray. One that shows more than the "
        "address tells whoever holds the envelope what is inside.",
    ),
    Rule(
        "R-109",
        Stage.LETTER,
        Severity.WARNING,
        "GOV.UK Notify's specification for letters (F-18)",
        "The letter has {pages} pages and {megabytes} MB; over {most_pages} pages or "
        "{most_megabytes} MB the post service takes none.",
        "Shorten it, or take a smaller letterhead. If the school prints and posts it itself, "
        "write that down as the reason.",
        judged_when_made,
        "A letter that the post service turns away is never sent, and a long one is not read.",
    ),
)
WINDOW_CUT = "{count} letters or figures of the address stand outside the window of the envelope"
WINDOW_SHARED = "{count} words or lines besides the address stand in the window of the envelope"
ZONE_BROKEN = "{count} words or lines stand beside or below the window, above {body} mm"


@dataclass(frozen=True, slots=True)
class Block:
    """A part of a page, in points from its top left."""

    x0: float
    y0: float
    x1: float
    y1: float

    def touches(self, box: Boxed) -> bool:
        """Tell whether some of a word or mark is printed in it, a slip aside."""
        wide = min(box.x1, self.x1) - max(box.x0, self.x0)
        high = min(box.y1, self.y1) - max(box.y0, self.y0)
        return wide > SMALL_SLIP and high > SMALL_SLIP

    def holds(self, box: Boxed) -> bool:
        """Tell whether all of a word or mark is printed in it, a slip aside."""
        across = self.x0 - SMALL_SLIP <= box.x0 and box.x1 <= self.x1 + SMALL_SLIP
        return across and self.y0 - SMALL_SLIP <= box.y0 and box.y1 <= self.y1 + SMALL_SLIP


def judge_pages(pages: Pages, job: Job, values: Values, pack: Pack) -> tuple[Finding, ...]:
    """Judge the pages of a letter that was filled in with `values`; no other paper is judged."""
    if not job.kind.letter:
        return ()
    about = tuple(filter(None, (job.about, job.recipient, job.pupil)))
    sizes = sizes_of(pack)
    flaws: Mapping[str, Sequence[Mapping[str, object]]] = {
        "R-108": [{"flaw": flaw} for flaw in window_flaws(pages, address_in(values), sizes)],
        "R-109": [{}] if is_long(pages, sizes) else [],
    }
    told = {
        "body": f"{sizes['body_from_mm']:g}",
        "pages": pages.count,
        "megabytes": f"{pages.weight / MEGABYTE:.1f}",
        "most_pages": f"{sizes['most_letter_pages']:g}",
        "most_megabytes": f"{sizes['most_letter_megabytes']:g}",
    }
    return tuple(
        rule.finding(Breach(about, (), {**told, **names}), severity)
        for rule in RULES
        if (severity := pack.severities.get(rule.id, rule.severity)) != "-"
        for names in flaws[rule.id]
    )


def address_in(values: Values) -> tuple[str, ...]:
    """Give the lines that stand in the window: the name and the address under it."""
    whose = values.get("recipient")
    if not isinstance(whose, Mapping):
        return ()
    lines = whose.get("address")
    below = lines if isinstance(lines, Sequence) and not isinstance(lines, str) else ()
    return tuple(str(line) for line in (whose.get("addressee", ""), *below))


def is_long(pages: Pages, sizes: Mapping[str, float] = USUAL) -> bool:
    """Tell whether a letter is too long or too heavy for the post service."""
    heavy = pages.weight > sizes["most_letter_megabytes"] * MEGABYTE
    return heavy or pages.count > sizes["most_letter_pages"]


def window_flaws(
    pages: Pages, address: Sequence[str], sizes: Mapping[str, float] = USUAL
) -> Iterator[str]:
    """Tell what is wrong in and around the window of the first page (F-18)."""
    window, zone = _window(sizes), _zone(sizes)
    first = [box for box in pages.printed if box.page == 1]
    inside = [box for box in first if window.touches(box)]
    asked = letters_in(address)
    if cut := (asked - letters_in(box.text for box in inside if window.holds(box))).total():
        yield WINDOW_CUT.format(count=cut)
    if (letters_in(box.text for box in inside) - asked) or not all(box.text for box in inside):
        known = {word for line in address for word in line.split()}
        yield WINDOW_SHARED.format(count=sum(box.text not in known for box in inside) or 1)
    if around := sum(zone.touches(box) and not window.touches(box) for box in first):
        yield ZONE_BROKEN.format(count=around, body=f"{sizes['body_from_mm']:g}")


def letters_in(texts: Iterable[str]) -> Counter[str]:
    """Count Latin letters and figures: how a PDF gives others back is not to be relied on."""
    whole = unicodedata.normalize("NFKC", "".join(texts))
    return Counter(sign for sign in whole.casefold() if sign.isalnum() and sign < LATIN_ENDS)


def _window(sizes: Mapping[str, float]) -> Block:
    left, top = sizes["window_left_mm"], sizes["window_top_mm"]
    return block_of(left, top, left + sizes["window_width_mm"], top + sizes["window_height_mm"])


def _zone(sizes: Mapping[str, float]) -> Block:
    """Give where only the address may be printed: from the window's top to the text."""
    return block_of(0, sizes["window_top_mm"], sizes["contact_from_mm"], sizes["body_from_mm"])


def block_of(*sides: float) -> Block:
    """Give a part of a page by its left, top, right and bottom, in millimetres."""
    return Block(*(side * MILLIMETRE for side in sides))


def sizes_of(pack: Pack) -> Mapping[str, float]:
    """Give where a pack's envelopes have their window, and how long a letter may be."""
    own = {name: float(said) for name, said in pack.parameters.items() if name in USUAL}
    return {**USUAL, **own}
