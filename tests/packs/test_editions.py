"""Each paper for parents in two languages is a file that Word opens: order, numbers, relations."""

import posixpath
import zipfile
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import replace
from io import BytesIO

import pytest
from lxml import etree
from pseudowork import LEFTWARD, messages_in, statements_of, template_of
from templatework import Paper, papers
from wordfiles import R, W, picture

from docgen.model.language import ENGLISH, Catalogue
from docgen.model.values import Plain
from docgen.press.ooxml.ordered import ORDER
from docgen.press.word.merge import compile_edition, merge
from docgen.press.word.shapes import OTHER, Edition, Letterhead, Lines, Tongue
from docgen.wording.samples import sample

PARENTS = [paper for paper in papers() if paper.kind.audience == "parent"]
SCHOOL = Letterhead("Elmbridge Primary School", picture())
LINES = Lines("The same in English.", "Nobody has checked it.", "The English text stands.")
NUMBERED = ("docPr", "bookmarkStart", "bookmarkEnd", "abstractNum", "num", "style", "footnote")
KEYS = ("id", *(f"{{{W}}}{name}" for name in ("id", "abstractNumId", "numId", "styleId")))
Files = Mapping[str, bytes]
Root = etree._Element  # noqa: SLF001 (lxml's stubs name its elements so)


def files_of(paper: Paper, edition: Edition) -> Files:
    values = sample(paper.kind, paper.pack, "ordinary")
    document = {**dict(values["document"]), "unchecked": True}  # type: ignore[arg-type]
    own: dict[str, Plain] = {**values, "document": document}
    compiled = compile_edition(template_of(paper), statements_of(paper), edition, SCHOOL)
    made = merge(compiled, {**own, OTHER: LEFTWARD.values(own)})
    with zipfile.ZipFile(BytesIO(made.content)) as package:
        return {name: package.read(name) for name in package.namelist()}


def edition_of(paper: Paper) -> Edition:
    reader = Tongue(LEFTWARD.catalogue(messages_in(paper)), LINES)
    form = "letters" if paper.kind.letter else "clauses"
    return Edition(reader, form, Tongue(Catalogue(ENGLISH), LINES))  # type: ignore[arg-type]


def out_of_order(root: Root) -> Iterator[str]:
    for element in root.iter():
        name = etree.QName(element).localname
        order = ORDER.get(name, ())
        children = [etree.QName(child).localname for child in element]
        places = [order.index(child) for child in children if child in order]
        if places != sorted(places):
            yield f"{name}: {children}"


def numbered_twice(files: Files) -> Iterator[str]:
    drawings: Counter[str] = Counter()
    for name, root in roots_of(files):
        found = Counter(
            (kind, each.get(key, ""))
            for each in root.iter()
            for kind in [etree.QName(each).localname]
            for key in KEYS
            if kind in NUMBERED and each.get(key) is not None
        )
        drawings.update(number for (kind, number) in found.elements() if kind == "docPr")
        yield from (f"{name}: {each}" for each, times in found.items() if times > 1)
    yield from (f"drawing {number}" for number, times in drawings.items() if times > 1)


def lost(files: Files) -> Iterator[str]:
    for name, root in roots_of(files):
        folder, file = posixpath.split(name)
        data = files.get(f"{folder}/_rels/{file}.rels")
        related = {} if data is None else {e.get("Id"): e for e in etree.fromstring(data)}
        for element in root.iter():
            for key, value in element.attrib.items():
                if f"{{{R}}}" in str(key) and value not in related:
                    yield f"{name}: {value!r}"
        for each in related.values():
            target = posixpath.normpath(posixpath.join("/", folder, each.get("Target", "")))
            if each.get("TargetMode") != "External" and target.lstrip("/") not in files:
                yield f"{name}: {target}"


def roots_of(files: Files) -> Iterator[tuple[str, Root]]:
    for name, data in files.items():
        if name.startswith("word/") and name.endswith(".xml"):
            yield name, etree.fromstring(data)


@pytest.mark.parametrize("large", [False, True], ids=["standard", "large"])
@pytest.mark.parametrize("paper", PARENTS, ids=str)
def test_a_paper_in_two_languages_is_sound(paper: Paper, *, large: bool) -> None:
    files = files_of(paper, replace(edition_of(paper), large=large))
    assert [fault for _, root in roots_of(files) for fault in out_of_order(root)] == []
    assert list(numbered_twice(files)) == []
    assert list(lost(files)) == []
