"""The bytes of a form → the blank that every filling starts from: clean, written anew, parsed.

Filling in adds to the bytes of the blank, so nothing that was taken out stays in them.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from pypdf.generic import DictionaryObject, NameObject

from docgen.model.form import Field, FieldKind, Form
from docgen.press.form.attributes import inherited, text_of, whole_of
from docgen.press.form.cleaning import cleaned
from docgen.press.form.faults import refused
from docgen.press.form.fields import COMBO, SECRET, UNISON, flags_of, rect_of
from docgen.press.form.fieldtree import Found, Node
from docgen.press.form.latin import font_objects
from docgen.press.form.looks import look_of
from docgen.press.form.opening import Opened, opened, within_bounds
from docgen.press.form.reading import Judged, described
from docgen.press.form.shapes import Blank, Entry, Holder, Spot
from docgen.press.form.states import OFF, pictures, states_of
from docgen.press.form.writing import Writing

BUTTONS = frozenset({FieldKind.TICK, FieldKind.RADIO})
TEXTS = frozenset({FieldKind.TEXT, FieldKind.LINES, FieldKind.COMB, FieldKind.CHOICE})
WRITTEN_ANEW = frozenset({"/V", "/I", "/TI", "/AS", "/AP"})
HIDDEN, NO_VIEW = 1 << 1, 1 << 5
"""Flags of annotations (ISO 32000-2, table 167)."""


def blank_of(content: bytes, place: str, emptied: frozenset[str] = frozenset()) -> Blank:
    """Make the blank of a form; raises `TemplateRejected` for what can't or must not be filled in.

    What stands in fields that are `emptied` isn't in its bytes any more.
    """
    with within_bounds(place):
        found = opened(content, place)
        if found.is_signed:
            raise refused(place, "form-signed")
        taken_out = cleaned(found.objects, found.pages, found.form)
        undrawn = found.objects.get(found.form.pop("/NeedAppearances", None)) is not None
        form, judged = described(found)
        if emptied:
            _empty([each for each in judged if each[0].name in emptied])
            form, judged = described(found)
        _settle(found, judged)
        form = replace(form, taken_out=(*taken_out, *form.taken_out))
        return _made(found, form, judged, undrawn=undrawn)


def _empty(judged: Sequence[Judged]) -> None:
    """Take out what stands in fields: their values, and the texts that show them."""
    for field, alike in judged:
        for each in alike:
            for node in each.node.chain:
                node.pop("/V", None)
                node.pop("/I", None)
            for widget in each.widgets:
                widget.dictionary.pop("/V", None)
                if field.kind in TEXTS:
                    widget.dictionary.pop("/AP", None)
                elif field.kind in BUTTONS:
                    widget.dictionary[NameObject("/AS")] = NameObject(f"/{OFF}")


def _settle(found: Opened, judged: Sequence[Judged]) -> None:
    """Let buttons that don't say which of their pictures they show, show that of their value."""
    for field, alike in judged:
        if field.kind not in BUTTONS:
            continue
        for each in alike:
            states = states_of(found.objects, each, field.kind)
            for widget, state in zip(each.widgets, states, strict=True):
                if pictures(found.objects, widget) and "/AS" not in widget.dictionary:
                    shown = state if field.value in {True, state} else OFF
                    widget.dictionary[NameObject("/AS")] = NameObject(f"/{shown}")


def _made(found: Opened, form: Form, judged: Sequence[Judged], *, undrawn: bool) -> Blank:
    writing = Writing(found.objects)
    making = _Making(found, writing, undrawn=undrawn)
    entries = {field.name: making.entry(field, alike) for field, alike in judged}
    faces = dict.fromkeys(
        spot.look.face
        for each in entries.values()
        if each.field.kind in TEXTS
        for spot in each.spots
    )
    fonts = {face: writing.add(font_objects(face, writing.next_number)) for face in faces}
    written = writing.finished()
    return Blank(
        content=written.content,
        form=form,
        entries=entries,
        next_number=written.next_number,
        root=written.root,
        info=written.info,
        ident=written.ident,
        startxref=written.startxref,
        fonts=fonts,
    )


class _Making:
    """Makes the entries of a blank; `undrawn` forms ask to be drawn anew when they are opened."""

    def __init__(self, found: Opened, writing: Writing, *, undrawn: bool) -> None:
        self._objects = found.objects
        self._form = found.form
        self._writing = writing
        self._undrawn = undrawn

    def entry(self, field: Field, alike: Sequence[Found]) -> Entry:
        """Make the entry of a field, of all its dictionaries."""
        flags = flags_of(self._objects, alike[0])
        return Entry(
            field=field,
            spots=tuple(spot for found in alike for spot in self._spots(field, found)),
            holders=tuple(self._holders(alike)),
            unison=field.kind is FieldKind.RADIO and bool(flags & UNISON),
            secret=field.kind is FieldKind.TEXT and bool(flags & SECRET),
            combo=field.kind is FieldKind.CHOICE and bool(flags & COMBO),
        )

    def _holders(self, alike: Sequence[Found]) -> Iterator[Holder]:
        for found in alike:
            node = found.node
            if not any(widget.dictionary is node.dictionary for widget in found.widgets):
                before = self._writing.open(node.dictionary, WRITTEN_ANEW)
                yield Holder(self._writing.number(node.reference), before)

    def _spots(self, field: Field, found: Found) -> Iterator[Spot]:
        is_button = field.kind in BUTTONS
        states = states_of(self._objects, found, field.kind) if is_button else ()
        for place, widget in enumerate(found.widgets):
            spot = self._spot(widget, holds=widget.dictionary is found.node.dictionary)
            yield self._pressed(spot, widget, states[place]) if is_button else spot

    def _spot(self, widget: Node, *, holds: bool) -> Spot:
        node = widget.dictionary
        look = look_of(self._objects, self._form, widget.chain)
        x0, y0, x1, y1 = rect_of(self._objects, node)
        sizes = (x1 - x0, y1 - y0) if look.rotation % 180 == 0 else (y1 - y0, x1 - x0)
        drawn = inherited(self._objects, (node,), "/AP") is not None
        return Spot(
            number=self._writing.number(widget.reference),
            before=self._writing.open(node, WRITTEN_ANEW),
            holds=holds,
            page=widget.page.number if widget.page else 0,
            width=sizes[0],
            height=sizes[1],
            look=look,
            bare=self._undrawn or not drawn,
            hidden=bool(whole_of(self._objects, node.get("/F")) & (HIDDEN | NO_VIEW)),
        )

    def _pressed(self, spot: Spot, widget: Node, state: str) -> Spot:
        """Add what a tick or radio button draws."""
        node = widget.dictionary
        states = self._drawn(widget)
        makeup = self._objects.dictionary(node.get("/MK")) or DictionaryObject()
        looks = self._objects.dictionary(node.get("/AP"))
        return replace(
            spot,
            state=state,
            states=states,
            normal=self._writing.body(looks) if looks is not None and state in states else b"",
            mark=text_of(self._objects, makeup.get("/CA")),
            bare=state not in states,
        )

    def _drawn(self, widget: Node) -> Mapping[str, bytes]:
        drawn = pictures(self._objects, widget)
        return {state: self._writing.body(value) for state, value in drawn.items()}
