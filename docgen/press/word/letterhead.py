"""A school's letterhead and a template's trees → its picture put in, or its name in that place."""

from collections.abc import Collection, Iterator, Mapping

from docgen.press.ooxml.exchange import free_key, picture_added, relation_dropped
from docgen.press.ooxml.letterhead import (
    is_picture,
    is_used,
    letterhead_places,
    set_name,
    set_picture,
)
from docgen.press.ooxml.limits import LIMITS, MEGABYTE
from docgen.press.ooxml.names import Element
from docgen.press.ooxml.pictures import picture_of
from docgen.press.word.shapes import Letterhead
from docgen.press.word.trouble import Trouble


def judge_letterhead(letterhead: Letterhead, trees: Mapping[str, Element]) -> Iterator[Trouble]:
    """Tell what is wrong with a school's picture, and with the place that waits for it."""
    if not all(is_picture(place) for tree in trees.values() for place in letterhead_places(tree)):
        yield Trouble("word-letterhead-no-picture", "")
    data = letterhead.picture
    if data is None:
        return
    picture = picture_of(data)
    if picture is None:
        yield Trouble("word-letterhead-not-picture", "")
    elif len(data) > LIMITS.picture or picture.width * picture.height > LIMITS.pixels:
        bounds = {"limit": LIMITS.picture // MEGABYTE, "pixels": LIMITS.pixels // MEGABYTE}
        names = {name: str(bound) for name, bound in bounds.items()}
        yield Trouble("word-letterhead-too-large", "", "", names)


def exchange(
    members: Mapping[str, bytes], trees: Mapping[str, Element], letterhead: Letterhead
) -> dict[str, bytes]:
    """Put the letterhead into the trees; give the members with its picture in place."""
    name = letterhead.words
    picture = picture_of(letterhead.picture) if letterhead.picture is not None else None
    changed = dict(members)
    for member, tree in trees.items():
        places = letterhead_places(tree)
        if letterhead.picture is None or picture is None:
            for place in places:
                set_name(place, name)
        elif places:
            key = free_key(changed, member)
            before = {set_picture(place, key, picture, name) for place in places}
            changed = picture_added(changed, member, key, letterhead.picture, picture.kind)
            changed = _without(changed, member, tree, before)
    return changed


def _without(
    members: dict[str, bytes], member: str, tree: Element, keys: Collection[str]
) -> dict[str, bytes]:
    for key in sorted(keys):
        if not is_used(tree, key):
            members = relation_dropped(members, member, key)
    return members
