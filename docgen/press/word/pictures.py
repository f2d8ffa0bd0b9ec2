"""Pictures by key and a template's trees → each `picture: KEY` in place, with its words."""

from collections.abc import Iterator, Mapping

from docgen.press.ooxml.exchange import entry_added
from docgen.press.ooxml.illustrations import picture_places, relation_of, show
from docgen.press.ooxml.letterhead import is_picture
from docgen.press.ooxml.names import Element
from docgen.press.ooxml.pictures import picture_of
from docgen.press.ooxml.relations import relations_of
from docgen.press.word.names import nearest
from docgen.press.word.trouble import Trouble

Pictures = Mapping[str, tuple[bytes, str]]


def judge_pictures(pictures: Pictures, trees: Mapping[str, Element]) -> Iterator[Trouble]:
    """Tell of pictures that a template wants and nobody has drawn, or that are none."""
    for tree in trees.values():
        for drawing, key in picture_places(tree):
            if not is_picture(drawing):
                yield Trouble("word-picture-shape", "", "", {"what": key})
            elif key not in pictures:
                names = {"what": key, "nearest": nearest(key, pictures)}
                yield Trouble("word-picture-unknown", "", "", names)
            elif picture_of(pictures[key][0]) is None:
                yield Trouble("word-picture-broken", "", "", {"what": key})


def place_pictures(
    members: Mapping[str, bytes], trees: Mapping[str, Element], pictures: Pictures
) -> dict[str, bytes]:
    """Put the pictures into the trees, which were judged; give the members with theirs.

    A tree is a member's whole tree or a part of it; the same picture is stored once.
    """
    changed = dict(members)
    for member, tree in trees.items():
        for drawing, key in picture_places(tree):
            data, alt = pictures[key]
            relation = relation_of(drawing)
            if _data(changed, member, relation) != data:
                relation = next(_shown(changed, member, data), "")
            if not relation:
                changed, relation = entry_added(changed, member, data)
            show(drawing, relation, " ".join(alt.split()))
    return changed


def _data(members: Mapping[str, bytes], member: str, relation: str) -> bytes | None:
    found = (each.target for each in relations_of(members, member) if each.key == relation)
    return members.get(next(found, ""))


def _shown(members: Mapping[str, bytes], member: str, data: bytes) -> Iterator[str]:
    """Give the relations of a part that lead to a picture already."""
    for each in relations_of(members, member):
        if members.get(each.target) == data:
            yield each.key
