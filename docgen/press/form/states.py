"""A tick's or radio button's widgets → the state that each stands for, and what each draws."""

from collections.abc import Mapping, Sequence

from pypdf.generic import DictionaryObject, PdfObject, StreamObject

from docgen.model.form import FieldKind, Option
from docgen.press.form.attributes import inherited, name_of, text_of
from docgen.press.form.fieldtree import Found, Node
from docgen.press.form.objects import Objects

OFF, YES = "Off", "Yes"


def states_of(objects: Objects, found: Found, kind: FieldKind) -> tuple[str, ...]:
    """Give for each widget the state that it stands for.

    One that has no picture is called as it is now or, if it is off, by its number among several.
    """
    several = len(found.widgets) > 1 and kind is FieldKind.RADIO
    return tuple(
        _drawn_state(objects, widget)
        or _state_now(objects, widget)
        or (str(place) if several else YES)
        for place, widget in enumerate(found.widgets)
    )


def pictures(objects: Objects, widget: Node) -> Mapping[str, PdfObject]:
    """Give what a widget draws, by state; a picture for all states is none of a button."""
    looks = objects.dictionary(widget.dictionary.get("/AP")) or DictionaryObject()
    drawn = objects.dictionary(looks.get("/N"))
    if drawn is None or isinstance(drawn, StreamObject):
        return {}
    return {key[1:]: value for key, value in drawn.items() if objects.dictionary(value) is not None}


def labels_of(objects: Objects, found: Found, states: Sequence[str]) -> tuple[Option, ...]:
    """Give what the states stand for, where the form says so (/Opt, a text for each widget)."""
    texts = [
        text_of(objects, each)
        for each in objects.items(inherited(objects, found.node.chain, "/Opt"))
    ]
    pairs = zip(states, texts, strict=False)
    return tuple(dict.fromkeys(Option(state, text) for state, text in pairs if text))


def state_held(
    objects: Objects, found: Found, states: Sequence[str], labels: Sequence[Option]
) -> str:
    """Tell which state is on: by the field's value, else by what its widgets show; empty for none.

    The value may be the state's name, or the text that it stands for.
    """
    value = text_of(objects, inherited(objects, found.node.chain, "/V"))
    if value in states:
        return value
    for label in labels:
        if label.label == value:
            return label.export
    shown = (_state_now(objects, widget) for widget in found.widgets)
    return next((state for state in shown if state in states), "")


def _drawn_state(objects: Objects, widget: Node) -> str:
    looks = objects.dictionary(widget.dictionary.get("/AP")) or DictionaryObject()
    down = objects.dictionary(looks.get("/D"))
    pressed = [] if down is None or isinstance(down, StreamObject) else [key[1:] for key in down]
    return next((state for state in (*pictures(objects, widget), *pressed) if state != OFF), "")


def _state_now(objects: Objects, widget: Node) -> str:
    now = name_of(objects, widget.dictionary.get("/AS"))
    return "" if now == OFF else now
