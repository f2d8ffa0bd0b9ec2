"""An element of properties → a value that is the same for all that say the same."""

from docgen.press.ooxml.names import Element, w

UNSIGNED = frozenset({w("sectPr"), w("pPrChange"), w("rPrChange")})
Signature = tuple[object, ...]


def signature(element: Element | None) -> Signature:
    """Give what an element says as a value: names, attributes and what is inside."""
    if element is None:
        return ()
    return tuple(
        [
            (child.tag, *child.items(), *(signature(child) if len(child) else ()))
            for child in element
            if child.tag not in UNSIGNED
        ]
    )
