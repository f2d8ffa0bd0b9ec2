"""A paragraph → the list that it stands in: its indents, and a list of its own to count anew."""

from collections.abc import Mapping
from copy import deepcopy

from docgen.press.ooxml import markup
from docgen.press.ooxml.names import Element, w
from docgen.press.ooxml.ordered import put, without
from docgen.press.ooxml.relations import relations_of

VALUE = w("val")
NUM, ABSTRACT = w("num"), w("abstractNum")
NUM_KEY, ABSTRACT_KEY = w("numId"), w("abstractNumId")
BULLET, NONE = "bullet", "0"
OWN = frozenset({"nsid", "tmpl", "styleLink", "numStyleLink"})
DEEPEST = 20


class Lists:
    """The lists and styles of a file; `changed` gives the members with lists that were added."""

    def __init__(self, members: Mapping[str, bytes], main: str) -> None:
        """Read styles and lists."""
        related = {each.kind: each.target for each in relations_of(members, main)}
        self._numbering = related.get("numbering", "")
        self.styles_member = related.get("styles", "")
        self.styles = _tree(members, self.styles_member, "styles")
        self._tree = _tree(members, self._numbering, "numbering")
        self._again: dict[str, str] = {}

    def changed(self) -> dict[str, bytes]:
        """Give the members that changed."""
        return {self._numbering: markup.bytes_of(self._tree)} if self._again else {}

    def style_of(self, paragraph: Element) -> Element | None:
        """Give a paragraph's style."""
        named = paragraph.find(f"{w('pPr')}/{w('pStyle')}")
        return self.style(None if named is None else named.get(VALUE))

    def style(self, key: str | None) -> Element | None:
        """Give the style of a key, or the usual one."""
        for style in self.styles.iter(w("style")):
            usual = style.get(w("default")) in {"1", "true", "on"}
            if style.get(w("type")) == "paragraph" and (
                usual if key is None else style.get(w("styleId")) == key
            ):
                return style
        return None

    def line(self, properties: Element) -> list[Element]:
        """Give properties and those of the styles that they rest on."""
        found = [properties]
        named = properties.find(w("pStyle"))
        holder = properties.getparent()
        if holder is not None and holder.tag == w("style"):
            named = holder.find(w("basedOn"))
            style = None if named is None else self.style(named.get(VALUE))
        else:
            style = self.style(None if named is None else named.get(VALUE))
        while style is not None and len(found) < DEEPEST:
            found += style.findall(w("pPr"))
            named = style.find(w("basedOn"))
            style = None if named is None else self.style(named.get(VALUE))
        return found

    def numbered(self, properties: Element) -> tuple[str, str] | None:
        """Give list and level of properties, or of the styles that they rest on."""
        for each in self.line(properties):
            listed = each.find(w("numPr"))
            key = None if listed is None else listed.find(NUM_KEY)
            if listed is not None and key is not None:
                level = listed.find(w("ilvl"))
                whole = NONE if level is None else level.get(VALUE, NONE)
                return None if key.get(VALUE) == NONE else (key.get(VALUE, NONE), whole)
        return None

    def left(self, properties: Element) -> str:
        """Give how far the words of a list's paragraph stand in (twentieths of a point)."""
        listed = self.numbered(properties)
        level = None if listed is None else self._level(*listed)
        lines = [*self.line(properties), *([] if level is None else level.findall(w("pPr")))]
        for each in lines:
            indent = each.find(w("ind"))
            left = None if indent is None else indent.get(w("left"), indent.get(w("start")))
            if left is not None:
                return left
        return NONE

    def count_anew(self, properties: Element) -> None:
        """Put properties into a list of its own; bullets and what is in no list stay."""
        listed = self.numbered(properties)
        level = None if listed is None else self._level(*listed)
        form = None if level is None else level.find(w("numFmt"))
        if listed is None or (form is not None and form.get(VALUE) == BULLET):
            return
        kept = next((e for e in self.line(properties) if e.find(w("ind")) is not None), None)
        key = self._again.get(listed[0]) or self._copied(listed[0])
        numbered = put(properties, "numPr")
        without(numbered, "ilvl", "numId")
        numbered.append(markup.element(w("ilvl"), **{VALUE: listed[1]}))
        numbered.append(markup.element(NUM_KEY, **{VALUE: key}))
        if kept is not None and kept is not properties:
            indent = kept.find(w("ind"))
            put(properties, "ind").attrib.update({} if indent is None else indent.attrib)

    def _num(self, key: str) -> Element | None:
        return next((num for num in self._tree.iter(NUM) if num.get(NUM_KEY) == key), None)

    def _abstract(self, num: Element | None) -> Element | None:
        asked = None if num is None else num.find(ABSTRACT_KEY)
        key = None if asked is None else asked.get(VALUE)
        return next((e for e in self._tree.iter(ABSTRACT) if e.get(ABSTRACT_KEY) == key), None)

    def _level(self, key: str, level: str) -> Element | None:
        abstract = self._abstract(self._num(key))
        levels = () if abstract is None else abstract.iter(w("lvl"))
        return next((each for each in levels if each.get(w("ilvl")) == level), None)

    def _copied(self, key: str) -> str:
        """Copy a list and its look, so that it counts for itself; give its number."""
        num = self._num(key)
        abstract = self._abstract(num)
        if num is None or abstract is None:
            return key
        made, again = deepcopy(abstract), deepcopy(num)
        made.set(ABSTRACT_KEY, self._free(ABSTRACT, ABSTRACT_KEY))
        without(made, *OWN)
        for link in list(made.iter(w("pStyle"))):
            link.getparent().remove(link)  # type: ignore[union-attr]
        again.set(NUM_KEY, self._free(NUM, NUM_KEY))
        for lead in again.iter(ABSTRACT_KEY):
            lead.set(VALUE, made.get(ABSTRACT_KEY, ""))
        abstract.addnext(made)
        num.addnext(again)
        self._again[key] = again.get(NUM_KEY, "")
        return self._again[key]

    def _free(self, tag: str, name: str) -> str:
        taken = (each.get(name, "") for each in self._tree.iter(tag))
        return str(max((int(one) for one in taken if one.isdigit()), default=0) + 1)


def _tree(members: Mapping[str, bytes], member: str, root: str) -> Element:
    return markup.parse(members[member]) if member in members else markup.element(w(root))
