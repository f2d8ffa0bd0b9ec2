"""A form → the same without what acts by itself: scripts, commands, attached files, films, XFA.

Kept are links to places in the file and to the web. What is taken out is told, by sort and count.
"""

import re
from collections import Counter
from collections.abc import Iterator

from pypdf.generic import (
    ArrayObject,
    DictionaryObject,
    NameObject,
    NumberObject,
    PdfObject,
    StreamObject,
)

from docgen.model.finding import Finding
from docgen.press.form.attributes import name_of, text_of, whole_of
from docgen.press.form.faults import told
from docgen.press.form.objects import Objects
from docgen.press.form.pagetree import Page
from docgen.press.form.sweeping import dictionaries

SCRIPTS, LAUNCH, SUBMIT, OTHER = "scripts", "launch", "submit", "other"
ATTACHED, MEDIA, XFA, RICH, RIGHTS = "attachments", "media", "xfa", "rich", "rights"
SORTS = (SCRIPTS, LAUNCH, SUBMIT, OTHER, ATTACHED, MEDIA, XFA, RICH, RIGHTS)
ACTIONS = {
    "JavaScript": SCRIPTS,
    "Launch": LAUNCH,
    "GoToR": LAUNCH,
    "GoToE": LAUNCH,
    "SubmitForm": SUBMIT,
    "ImportData": SUBMIT,
    "ResetForm": SUBMIT,
    "Movie": MEDIA,
    "Sound": MEDIA,
    "Rendition": MEDIA,
    "RichMediaExecute": MEDIA,
    "GoTo3DView": MEDIA,
}
"""What commands do (ISO 32000-2, 12.6.4), but for links; whatever isn't here is another."""
DEADLY = frozenset(ACTIONS) - {"Movie", "Sound"}
"""What is such a command is emptied, whatever leads to it; a tag may be called a sound."""
KNOWN = frozenset({*ACTIONS, "GoTo", "URI", "Named", "Hide", "SetOCGState", "Thread", "Trans"})
TURNS = frozenset({"NextPage", "PrevPage", "FirstPage", "LastPage"})
WEB = re.compile(r"(?i)(https?|mailto|tel):|(?![a-z][a-z0-9+.-]*:|[\\/]{2})")
ANNOTATIONS = {
    "FileAttachment": ATTACHED,
    "RichMedia": MEDIA,
    "3D": MEDIA,
    "Screen": MEDIA,
    "Movie": MEDIA,
    "Sound": MEDIA,
}
NAMES = {
    "/JavaScript": SCRIPTS,
    "/EmbeddedFiles": ATTACHED,
    "/Renditions": MEDIA,
    "/AlternatePresentations": MEDIA,
}
IGNORED = re.compile(r"[\x00-\x20]+")
"""Viewers and browsers pass over these before they look where a link leads."""
SILENT = ("/Requirements", "/NeedsRendering", "/SpiderInfo", "/Collection")
"""Of the catalogue: says only what a viewer must be able to do with what is taken out."""
RIGHTS_OF_ADOBE = ("/UR3", "/UR")
RICH_TEXT = 1 << 25
HIDDEN = 2
ELSEWHERE = ("/F", "/Ref", "/OPI")
"""Of a stream: what it shows is in another file."""
OF_FILES = ("/F", "/UF", "/DOS", "/Mac", "/Unix", "/EF")
"""Of a file that is attached, what it is called and holds."""
KEPT_OF_FILM = ("/Type", "/Rect", "/P", "/StructParent")


def cleaned(
    objects: Objects, pages: tuple[Page, ...], form: DictionaryObject
) -> tuple[Finding, ...]:
    """Take everything out that acts by itself, and tell what it was."""
    cleaner = _Cleaner(objects)
    cleaner.clean_catalogue(form)
    for page in pages:
        cleaner.clean_page(page)
    for found in dictionaries(objects):
        cleaner.clean(found)
    counts = cleaner.counts
    return tuple(told(f"form-out-{sort}", count=counts[sort]) for sort in SORTS if counts[sort])


class _Cleaner:
    def __init__(self, objects: Objects) -> None:
        self._objects = objects
        self.counts: Counter[str] = Counter()
        self._counted: set[int] = set()

    def clean_catalogue(self, form: DictionaryObject) -> None:
        root = self._objects.root
        names = self._objects.dictionary(root.get("/Names")) or DictionaryObject()
        for key, sort in NAMES.items():
            if key in names:
                for each in self._named(names.pop(key)):
                    self._count(each, sort)
        rights = self._objects.dictionary(root.get("/Perms")) or DictionaryObject()
        self.counts[RIGHTS] += any(key in rights for key in RIGHTS_OF_ADOBE)
        root.pop("/Perms", None)
        for key in SILENT:
            root.pop(key, None)
        base = self._objects.dictionary(root.get("/URI")) or DictionaryObject()
        if "/Base" in base and not self._leads_to_web(base.get("/Base")):
            del root["/URI"]
            self.counts[OTHER] += 1
        self.counts[XFA] += form.pop("/XFA", None) is not None

    def clean_page(self, page: Page) -> None:
        """Take films and attached files off a page; tags that refer to them stay whole."""
        page.node.pop("/PresSteps", None)
        kept = []
        for reference in page.annotations:
            node = self._objects.dictionary(reference) or DictionaryObject()
            sort = ANNOTATIONS.get(name_of(self._objects, node.get("/Subtype")))
            if sort is None:
                kept.append(reference)
                continue
            self.counts[sort] += 1
            left = {NameObject(key): node.get(key) for key in KEPT_OF_FILM if key in node}
            node.clear()
            node.update(left)
            node[NameObject("/Subtype")] = NameObject("/Text")
            node[NameObject("/F")] = NumberObject(HIDDEN)
        if len(kept) < len(page.annotations):
            page.annotations[:] = kept
            page.node[NameObject("/Annots")] = ArrayObject(kept)

    def clean(self, node: DictionaryObject) -> None:
        """Take what acts by itself out of any dictionary.

        One of names that a form chose itself (states, fonts) may have any of these, for a picture.
        """
        for key in ("/A", "/PA", "/OpenAction"):
            if key in node and self._acts(node.get(key)):
                del node[key]
        at_times = self._objects.dictionary(node.get("/AA"))
        if at_times is not None and not self._is_drawn(at_times):
            del node["/AA"]
            for each in at_times.values():
                self._acts(each, told=True)
        self._clean_action(node)
        self._clean_files(node)
        if self._is_said(node.get("/RV")):
            del node["/RV"]
            self.counts[RICH] += 1
            flags = whole_of(self._objects, node.get("/Ff"))
            if flags & RICH_TEXT:
                node[NameObject("/Ff")] = NumberObject(flags & ~RICH_TEXT)

    def _clean_action(self, node: DictionaryObject) -> None:
        """Take out what follows a command, and a script that is led to in some other way."""
        if "/Next" in node and self._is_action(node):
            following = node.pop("/Next")
            for each in self._objects.items(following) or (following,):
                self._acts(each, told=True)
        kind = name_of(self._objects, node.get("/S"))
        if "/JS" in node and (kind or self._is_said(node.get("/JS"))):
            del node["/JS"]
            self.counts[SCRIPTS] += 1
        if kind in DEADLY:
            node.clear()

    def _clean_files(self, node: DictionaryObject) -> None:
        listed = node.get("/AF")
        files = [each for each in self._objects.items(listed) or (listed,) if self._is_file(each)]
        if files:
            del node["/AF"]
            for each in files:
                self._count(each, ATTACHED)
        if self._is_file(node.get("/EF")):
            del node["/EF"]
            node.pop("/RF", None)
            self._count(node, ATTACHED)
        if isinstance(node, StreamObject):
            elsewhere = [key for key in ELSEWHERE if node.pop(key, None) is not None]
            self.counts[LAUNCH] += bool(elsewhere)

    def _count(self, found: PdfObject | None, sort: str) -> None:
        """Count what several lists may lead to, once."""
        value = self._objects.get(found)
        if value is not None and id(value) not in self._counted:
            self._counted.add(id(value))
            self.counts[sort] += 1

    def _is_file(self, found: PdfObject | None) -> bool:
        node = self._objects.dictionary(found) or DictionaryObject()
        return any(key in node for key in OF_FILES) and not self._is_drawn(found)

    def _is_said(self, found: PdfObject | None) -> bool:
        """Tell whether it is a text, or a stream of it."""
        value = self._objects.get(found)
        if isinstance(value, StreamObject):
            return not self._is_drawn(value)
        return value is not None and not isinstance(value, DictionaryObject | ArrayObject)

    def _is_drawn(self, found: PdfObject | None) -> bool:
        """Tell whether it is a font or a picture, that a form may have called by any name."""
        node = self._objects.dictionary(found) or DictionaryObject()
        is_font = name_of(self._objects, node.get("/Type")) == "Font"
        return is_font or (isinstance(node, StreamObject) and "/Subtype" in node)

    def _is_action(self, node: DictionaryObject) -> bool:
        kind = name_of(self._objects, node.get("/S"))
        return kind in KNOWN

    def _acts(self, found: PdfObject | None, *, told: bool = False) -> bool:
        """Tell whether a command is more than a link, and count it; `told`: count any."""
        node = self._objects.dictionary(found)
        kind = name_of(self._objects, node.get("/S")) if node is not None else ""
        if node is None or not kind or ("/O" in node and kind not in KNOWN):
            return False
        if not told and self._is_link(node, kind):
            return False
        self.counts[ACTIONS.get(kind, OTHER)] += 1
        following: object = node.get("/Next")
        for each in self._objects.items(following) or (following,):
            self._acts_after(each)
        return True

    def _acts_after(self, found: object) -> None:
        """Count a command that follows another; what follows that is not looked at."""
        node = self._objects.dictionary(found)
        kind = name_of(self._objects, node.get("/S")) if node is not None else ""
        if kind:
            self.counts[ACTIONS.get(kind, OTHER)] += 1

    def _is_link(self, node: DictionaryObject, kind: str) -> bool:
        if kind == "URI":
            return self._leads_to_web(node.get("/URI"))
        return kind == "GoTo" or (
            kind == "Named" and name_of(self._objects, node.get("/N")) in TURNS
        )

    def _leads_to_web(self, found: PdfObject | None) -> bool:
        return WEB.match(IGNORED.sub("", text_of(self._objects, found))) is not None

    def _named(self, tree: PdfObject) -> Iterator[PdfObject]:
        """Give what a tree of names leads to, as far as it goes down without a circle."""
        waiting, seen = [tree], set[int]()
        while waiting:
            node = self._objects.dictionary(waiting.pop())
            if node is not None and id(node) not in seen:
                seen.add(id(node))
                yield from self._objects.items(node.get("/Names"))[1::2]
                waiting += self._objects.items(node.get("/Kids"))
