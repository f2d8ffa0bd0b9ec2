"""An XPath over Word's elements → made ready once, for all trees."""

from collections.abc import Callable, Mapping

from lxml import etree

from docgen.press.ooxml.names import Element


def finder(path: str, spaces: Mapping[str, str]) -> Callable[[Element], list[Element]]:
    """Make a path that finds elements."""
    ready = etree.XPath(path, namespaces=dict(spaces))

    def find(element: Element) -> list[Element]:
        found = ready(element)
        held = found if isinstance(found, list) else []
        return [each for each in held if isinstance(each, Element)]

    return find
