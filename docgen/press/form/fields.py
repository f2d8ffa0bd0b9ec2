"""A field of a form's tree → what people are told of it: kind, place, states, what it holds."""

from collections.abc import Sequence

from pypdf.generic import ArrayObject, DictionaryObject

from docgen.model.form import Field, FieldKind, Filled, Option, Rect, Widget
from docgen.press.form.attributes import inherited, name_of, numbers_of, text_of, whole_of
from docgen.press.form.fieldtree import Found, Node
from docgen.press.form.objects import Objects
from docgen.press.form.states import labels_of, state_held, states_of

READ_ONLY, REQUIRED = 1, 1 << 1
LINES, SECRET, FILE, COMB = 1 << 12, 1 << 13, 1 << 20, 1 << 24
RADIO, BUTTON, UNISON = 1 << 15, 1 << 16, 1 << 25
COMBO, EDIT, SEVERAL = 1 << 17, 1 << 18, 1 << 21
"""Flags of fields (ISO 32000-2, tables 227 to 233)."""
LONGEST_TEXT = 100_000
MOST_OPTIONS = 5_000
CORNERS = 4


def field_of(objects: Objects, found: Found) -> Field:
    """Tell all about a field."""
    chain = found.node.chain
    flags = flags_of(objects, found)
    kind = kind_of(objects, found)
    is_button = kind in {FieldKind.TICK, FieldKind.RADIO}
    of_widgets = states_of(objects, found, kind) if is_button else ()
    options = labels_of(objects, found, of_widgets) if is_button else _options(objects, found, kind)
    states = tuple(dict.fromkeys(of_widgets))
    several = kind is FieldKind.CHOICE and bool(flags & SEVERAL)
    return Field(
        name=found.name,
        kind=kind,
        widgets=tuple(
            _widget(objects, widget, of_widgets[place] if is_button else "")
            for place, widget in enumerate(found.widgets)
            if widget.page is not None
        ),
        tooltip=text_of(objects, inherited(objects, chain, "/TU")),
        states=states,
        options=options,
        max_length=_length(objects, found, kind),
        required=bool(flags & REQUIRED),
        read_only=bool(flags & READ_ONLY),
        several=several,
        editable=kind is FieldKind.CHOICE and bool(flags & COMBO and flags & EDIT),
        value=(
            _state(objects, found, kind, states, options)
            if is_button
            else _value(objects, found, kind, options, several=several)
        ),
        made_with=_made_with(objects, found, options),
    )


def kind_of(objects: Objects, found: Found) -> FieldKind:
    """Tell what sort of field it is; what says no sort is text."""
    flags = flags_of(objects, found)
    match name_of(objects, inherited(objects, found.node.chain, "/FT")):
        case "Btn":
            is_radio, is_button = flags & RADIO, flags & BUTTON
            return (
                FieldKind.BUTTON if is_button else FieldKind.RADIO if is_radio else FieldKind.TICK
            )
        case "Ch":
            return FieldKind.CHOICE
        case "Sig":
            return FieldKind.SIGNATURE
    if flags & LINES:
        return FieldKind.LINES
    combs = flags & COMB and not flags & (SECRET | FILE)
    return FieldKind.COMB if combs and _limit(objects, found) else FieldKind.TEXT


def flags_of(objects: Objects, found: Found) -> int:
    """Give a field's flags."""
    return whole_of(objects, inherited(objects, found.node.chain, "/Ff"))


def _made_with(objects: Objects, found: Found, options: Sequence[Option]) -> str:
    """Give the value that a field goes back to (/DV), of a choice or state what it stands for."""
    text = text_of(objects, inherited(objects, found.node.chain, "/DV"))[:LONGEST_TEXT]
    return next((each.label for each in options if each.export == text), text)


def rect_of(objects: Objects, node: DictionaryObject) -> Rect:
    """Give a rectangle with its corners in order; an empty one for what is none."""
    corners = numbers_of(objects, node.get("/Rect"))
    if len(corners) < CORNERS:
        return (0, 0, 0, 0)
    (x0, x1), (y0, y1) = sorted((corners[0], corners[2])), sorted((corners[1], corners[3]))
    return (x0, y0, x1, y1)


def _widget(objects: Objects, widget: Node, state: str) -> Widget:
    makeup = objects.dictionary(widget.dictionary.get("/MK")) or DictionaryObject()
    turned = whole_of(objects, makeup.get("/R")) // 90 % 4 * 90
    page = widget.page.number if widget.page else 0
    return Widget(page, rect_of(objects, widget.dictionary), turned, state)


def _limit(objects: Objects, found: Found) -> int:
    return max(0, whole_of(objects, inherited(objects, found.node.chain, "/MaxLen")))


def _length(objects: Objects, found: Found, kind: FieldKind) -> int | None:
    is_text = kind in {FieldKind.TEXT, FieldKind.LINES, FieldKind.COMB}
    return (_limit(objects, found) or None) if is_text else None


def _options(objects: Objects, found: Found, kind: FieldKind) -> tuple[Option, ...]:
    if kind is not FieldKind.CHOICE:
        return ()
    listed = objects.items(inherited(objects, found.node.chain, "/Opt"))[:MOST_OPTIONS]
    return tuple(_option(objects, each) for each in listed)


def _option(objects: Objects, found: object) -> Option:
    value = objects.get(found)
    texts = [text_of(objects, each) for each in value] if isinstance(value, ArrayObject) else []
    texts = texts or [text_of(objects, value)]
    return Option(texts[0], texts[-1])


def _state(
    objects: Objects,
    found: Found,
    kind: FieldKind,
    states: Sequence[str],
    options: Sequence[Option],
) -> Filled:
    state = state_held(objects, found, states, options)
    if kind is FieldKind.TICK and (not state or len(states) == 1):
        return bool(state)
    return state


def _value(
    objects: Objects, found: Found, kind: FieldKind, options: Sequence[Option], *, several: bool
) -> Filled:
    value = inherited(objects, found.node.chain, "/V")
    if kind is FieldKind.CHOICE:
        chosen = _chosen(objects, found, options)
        return chosen if several else next(iter(chosen), "")
    is_text = kind not in {FieldKind.BUTTON, FieldKind.SIGNATURE}
    return text_of(objects, value)[:LONGEST_TEXT] if is_text else ""


def _chosen(objects: Objects, found: Found, options: Sequence[Option]) -> tuple[str, ...]:
    """Give the labels of what is chosen; of what was typed in, the text."""
    value = inherited(objects, found.node.chain, "/V")
    listed = objects.items(value)[:MOST_OPTIONS]
    texts = [text_of(objects, each) for each in listed or ([value] if value is not None else [])]
    first = {each.label: each.export for each in reversed(options)}
    labels = {each.label: each.label for each in options} | {
        each.export: each.label if first[each.label] == each.export else each.export
        for each in reversed(options)
    }
    if any(texts):
        return tuple(labels.get(text, text) for text in texts if text)
    places = numbers_of(objects, inherited(objects, found.node.chain, "/I"))
    return tuple(options[int(each)].label for each in places if 0 <= each < len(options))
