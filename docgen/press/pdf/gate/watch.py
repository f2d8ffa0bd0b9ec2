"""Elements held against the allow-list → remarks, each construct once, counted."""

from dataclasses import replace

from docgen.press.ooxml.names import Element, w
from docgen.press.ooxml.paths import finder
from docgen.press.pdf.gate.allowed import CLOSED, inside, is_allowed, odd_attributes, passed
from docgen.press.pdf.gate.constructs import VALUED, construct_of, odd_attribute, odd_value
from docgen.press.pdf.gate.gathered import Gathered
from docgen.press.pdf.gate.named import Named
from docgen.press.pdf.gate.naming import SPACES
from docgen.press.pdf.gate.places import where_of
from docgen.press.pdf.tree import Remark

TEXTS = (w("t"), w("p"))
ONCE = (w("body"), w("sdtContent"))
TWICE = Named("pdf-unknown", {"what": "a second body of text in one place"})
LOOSE = Named("pdf-unknown", {"what": "text outside of a run"})
loose_texts = finder(
    ".//*[text()[normalize-space()]][not(self::w:t or self::w:instrText or self::w:delText or "
    "self::w:delInstrText or self::w:fldData or parent::wp:positionH or parent::wp:positionV or "
    "parent::wp14:sizeRelH or parent::wp14:sizeRelV or self::m:t)]",
    SPACES,
)


class Watch:
    """Looks at parts of one file, one after the other, and gathers what to tell of them."""

    def __init__(self) -> None:
        """Begin with nothing told."""
        self._found = Gathered()

    def look(self, holder: Element, story: str, context: str = "") -> None:
        """Judge all that an element holds."""
        context = context or holder.tag
        for child in holder:
            within = passed(context, child.tag, *child.keys())
            if within is None:
                self.judge(child, story, context)
            elif len(child):
                self.look(child, story, within)

    def meet(self, child: Element, story: str, context: str) -> None:
        """Judge an element that stands in a context, and all that it holds."""
        within = passed(context, child.tag, *child.keys())
        if within is None:
            self.judge(child, story, context)
        elif len(child):
            self.look(child, story, within)

    def judge(self, element: Element, story: str, context: str) -> None:
        """Judge an element in its context, and what it holds if it may stand there."""
        tag = element.tag
        if not is_allowed(context, tag):
            named = construct_of(element, context)
            self.tell(named, element, story)
            if named is None:
                self._tell_attributes(element, story, context)
            if named is None or not named.stops:
                self._tell_text_in(element, story)
            return
        self._tell_attributes(element, story, context)
        if tag not in CLOSED:
            self.look(element, story, inside(context, tag))
        else:
            self._tell_text_in(element, story)

    def look_closely(self, root: Element, story: str) -> None:
        """Tell values that lowering can't take, text where Word has none, and bodies too many."""
        for element in root.iter(*VALUED):
            self.tell(odd_value(element), element, story)
        for element in root.iter(*ONCE):
            if next(element.itersiblings(element.tag, preceding=True), None) is not None:
                self.tell(TWICE, element, story)
        for element in loose_texts(root):
            self.tell(LOOSE, element, story)

    def tell(self, named: Named | None, element: Element, story: str) -> None:
        """Take a construct down; `story` is where the element's part stands."""
        if named is None:
            return
        remark = Remark(named.rule, "", named.names, named.stops)
        if self._found.is_new(remark):
            self._found.take(replace(remark, where=where_of(element, story)))

    def _tell_attributes(self, element: Element, story: str, context: str) -> None:
        for name in odd_attributes(context, element.tag, tuple(element.keys())):
            self.tell(odd_attribute(element, name), element, story)

    def _tell_text_in(self, element: Element, story: str) -> None:
        """Tell text in what is passed over."""
        if next(element.iter(*TEXTS), None) is not None:
            self.tell(LOOSE, element, story)

    def remarks(self) -> tuple[Remark, ...]:
        """Give what was told."""
        return self._found.remarks()
