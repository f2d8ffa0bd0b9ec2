"""Texts and choices for fields → what is to be set for each widget, and its picture afterwards."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from docgen.model.finding import Finding, Severity, fault
from docgen.model.form import FieldKind, Filled
from docgen.press.form.frames import framed, shell
from docgen.press.form.inking import Ink, Writing
from docgen.press.form.lines import HIDDEN, one_line, settable
from docgen.press.form.listing import Listing, listed
from docgen.press.form.shapes import Entry
from docgen.press.form.tokens import text_token
from docgen.press.form.updating import Additions
from docgen.press.form.value_faults import FAULTS

EMPTY = Ink(b"", b"<<>>")


class Texts(NamedTuple):
    """A field with its value as written in the file, and the texts that are to be set for it.

    There is a text for each widget, or none if it is empty; of list boxes one for each option
    that is seen.
    """

    entry: Entry
    value: bytes
    writings: tuple[Writing, ...]
    listings: tuple[Listing, ...] = ()

    @property
    def findings(self) -> tuple[Finding, ...]:
        """Tell of choices that don't show in their box."""
        count = max((listing.unseen for listing in self.listings), default=0)
        if not count:
            return ()
        told = fault(FAULTS, "form-choices-hidden", None, name=self.entry.field.name, count=count)
        return (replace(told, severity=Severity.WARNING),)

    def ends(self, inks: Iterator[Ink], additions: Additions) -> list[bytes]:
        """Add the widgets' pictures; gives what each widget's dictionary ends with.

        Of all texts as set, it takes its own from the front.
        """
        if self.listings:
            return [self._end(n, inks, additions) for n in range(len(self.listings))]
        shown = [next(inks) for _ in self.writings] or [EMPTY] * len(self.entry.spots)
        return [
            b"/AP<</N %d 0 R>>"
            % additions.stream(
                b"%b/Resources%b" % (shell(spot), ink.resources), framed(spot) + ink.operators
            )
            for spot, ink in zip(self.entry.spots, shown, strict=True)
        ]

    def _end(self, place: int, inks: Iterator[Ink], additions: Additions) -> bytes:
        listing, spot = self.listings[place], self.entry.spots[place]
        ink = listing.picture(inks, additions)
        entries = b"%b/Resources%b" % (shell(spot), ink.resources)
        number = additions.stream(entries, framed(spot) + ink.operators)
        return b"/AP<</N %d 0 R>>" % number


def texts_for(entry: Entry, value: Filled) -> Texts:
    """Tell what is to be set for a field of text or choices."""
    field = entry.field
    if field.kind is FieldKind.CHOICE and not entry.combo:
        return _in_list(entry, _exports(value))
    text = value if isinstance(value, str) else "".join(_exports(value))
    shown = _shown(entry, text)
    cells = field.max_length or 0 if field.kind is FieldKind.COMB else 0
    writings = tuple(
        Writing(field.name, shown, spot, field.kind, spot.width, spot.height, cells)
        for spot in entry.spots
        if shown
    )
    held = b"/V" + text_token(text) if text or field.value else b""
    return Texts(entry, held, writings)


def _shown(entry: Entry, text: str) -> str:
    """Give what is read in a field: a choice's label, a password's stars."""
    if entry.secret:
        return HIDDEN * len(text)
    if entry.field.kind is FieldKind.LINES:
        return settable(text)
    options = entry.field.options
    labels = (option.label for option in options if option.export == text) if options else ()
    return one_line(next(iter(labels), text))


def _in_list(entry: Entry, chosen: Sequence[str]) -> Texts:
    places = [n for n, each in enumerate(entry.field.options) if each.export in chosen]
    listings = tuple(listed(entry, spot, chosen) for spot in entry.spots)
    writings = tuple(each for listing in listings for each in listing.writings(entry))
    tokens = [text_token(each) for each in chosen]
    value = tokens[0] if len(tokens) == 1 else b"[%b]" % b"".join(tokens)
    indices = b" ".join(b"%d" % place for place in places)
    first = listings[0].first if listings else 0
    held = b"/V%b/I[%b]/TI %d" % (value, indices, first)
    return Texts(entry, held, writings, listings)


def _exports(value: Filled) -> tuple[str, ...]:
    if isinstance(value, tuple):
        return value
    return (value,) if value and isinstance(value, str) else ()
