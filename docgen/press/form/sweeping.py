"""The objects of a form → each dictionary that anything leads to, once."""

from collections.abc import Iterator

from pypdf.generic import ArrayObject, DictionaryObject, IndirectObject

from docgen.press.form.objects import Key, Objects, key_of


def dictionaries(objects: Objects) -> Iterator[DictionaryObject]:
    """Give every dictionary; what is taken out of one on the way isn't followed any more."""
    waiting: list[object] = [objects.root, objects.trailer.get("/Info")]
    seen: set[Key] = set()
    while waiting:
        found = waiting.pop()
        if isinstance(found, IndirectObject):
            key = key_of(found)
            if key not in seen:
                seen.add(key)
                waiting.append(objects.get(found))
        elif isinstance(found, ArrayObject):
            waiting.extend(found)
        elif isinstance(found, DictionaryObject):
            yield found
            waiting.extend(found.values())
