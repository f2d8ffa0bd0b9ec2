"""The bytes of a form → its objects, pages and fields, or why it can't be used.

Everything is read within bounds, and whatever leads in a circle is seen.
"""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from pypdf.generic import DictionaryObject

from docgen.press.form.attributes import above, inherited, name_of, whole_of
from docgen.press.form.faults import refused
from docgen.press.form.fieldtree import Found, Tree
from docgen.press.form.limits import LIMITS, Limits
from docgen.press.form.objects import Damaged, Objects, TooDense, TooLarge, unpacking
from docgen.press.form.pagetree import Circle, Page, pages_in

MARK = re.compile(rb"%PDF-\d")
MARKED_WITHIN = 1024
"""A PDF says so somewhere in its first bytes (Adobe's implementation notes)."""
APPEND_ONLY = 2


@dataclass(frozen=True, slots=True)
class Opened:
    """A form as it was found: its objects, pages and fields; `form` is its AcroForm."""

    objects: Objects
    pages: tuple[Page, ...]
    form: DictionaryObject
    found: tuple[Found, ...]

    @property
    def is_signed(self) -> bool:
        """Tell whether a signature holds for it, so that it must not be changed."""
        objects = self.objects
        rights = objects.dictionary(objects.root.get("/Perms")) or DictionaryObject()
        if objects.get(rights.get("/DocMDP")) is not None:
            return True
        if whole_of(objects, self.form.get("/SigFlags")) & APPEND_ONLY:
            return True
        chains = (each.node.chain for each in self.found)
        return any(
            name_of(objects, inherited(objects, chain, "/FT")) == "Sig"
            and inherited(objects, chain, "/V") is not None
            for chain in (*chains, *self._seen())
        )

    def _seen(self) -> Iterator[tuple[DictionaryObject, ...]]:
        """Give what stands on the pages, also what no tree of fields knows."""
        for page in self.pages:
            for each in page.annotations:
                node = self.objects.dictionary(each)
                if node is not None:
                    yield tuple(above(self.objects, node, LIMITS.depth))


@contextmanager
def within_bounds(place: str, limits: Limits = LIMITS) -> Iterator[None]:
    """Turn what ends the reading of a file into a refusal in words."""
    try:
        with unpacking(limits):
            yield
    except Damaged as error:
        raise refused(place, "form-damaged") from error
    except Circle as error:
        raise refused(place, "form-circle", what=str(error)) from error
    except TooDense as error:
        raise refused(place, "form-too-dense") from error
    except TooLarge as error:
        limit = f"{error.most:,}"
        raise refused(place, "form-too-much", limit=limit, what=error.what) from error


def opened(content: bytes, place: str, limits: Limits = LIMITS) -> Opened:
    """Open a form; raises `TemplateRejected` for what can't be read or has no fields.

    What is read of it later may raise what `within_bounds` catches.
    """
    if len(content) > limits.size:
        limit = f"{limits.size // 1_000_000:,}"
        raise refused(place, "form-too-much", limit=limit, what="megabytes")
    if not MARK.search(content[:MARKED_WITHIN]):
        raise refused(place, "form-not-pdf")
    with within_bounds(place, limits):
        return _opened(content, place, limits)


def _opened(content: bytes, place: str, limits: Limits) -> Opened:
    try:
        objects = Objects(content, limits)
    except Damaged as error:
        if b"/Encrypt" in content:
            raise refused(place, "form-encrypted") from error
        raise
    if objects.trailer.get("/Encrypt") is not None:
        raise refused(place, "form-encrypted")
    pages = pages_in(objects, limits)
    xfa = objects.dictionary(objects.root.get("/AcroForm"))
    is_xfa = xfa is not None and objects.get(xfa.get("/XFA")) is not None
    tree = Tree(objects, pages, limits)
    if not any(widget.page for found in tree.found for widget in found.widgets):
        raise refused(place, "form-xfa" if is_xfa else "form-no-fields")
    return Opened(objects, pages, tree.form, tree.found)
