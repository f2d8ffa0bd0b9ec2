"""Elements and attributes dropped into a letter anywhere: each is told, printed or harmless."""

import re
from functools import cache

from hypothesis import given, settings
from hypothesis import strategies as st
from oddwork import gate, inline
from pdfwork import PLACE, printed, word
from wordfiles import W, para, picture, text, zipped

from docgen.press.fonts.faces import own_faces
from docgen.press.ooxml import markup
from docgen.press.ooxml.names import Element
from docgen.press.ooxml.package import Package, open_package
from docgen.press.pdf.gate import blocks, harmless, named, pictures, sheets
from docgen.press.pdf.gate import text as lines
from docgen.press.pdf.gate.allowed import CLOSED, inside, odd_attributes
from docgen.press.pdf.gate.constructs import odd_attribute
from docgen.press.pdf.gate.naming import qualified
from docgen.press.pdf.lowering.document import lower
from docgen.press.pdf.survey import surveyed
from docgen.press.pdf.tree import Lowered

OTHERS = """
    altChunk annotationRef background bdo behavior bibliography citation clrChange contentPart
    control dataBinding date docPart docPartObj docVar dropDownList endnote endnotePr endnoteRef
    equation frame frameset glossaryDocument hps id listItem longDesc mailMerge movie picture
    placeholder pPrDefault recipientData rt rubyAlign saveThroughXslt sdtEndPr sectPrChange sound
    subDoc tbl tblStylePr tc tcW temporary text txbxContent webSettings yearLong zoom
    x:invented x:p x:t m:r m:t v:shape v:textbox v:imagedata o:lock wps:wsp wpg:wgp wp:inline
    a:graphic a:t c:chart dgm:relIds mc:AlternateContent mc:Choice mc:Fallback pic:pic
"""
NUMBERED = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
INVENTED = "http://example.org/2026/invented"
WORDS = ("Alpha", "Beta", "Gamma", "Delta", "Left", "Right", "Epsilon", "Header", "Footer")
LINE = "<w:r><w:t>Zebra</w:t></w:r>"
CONTENTS = ("", LINE, "<w:t>Zebra</w:t>", f"<w:p>{LINE}</w:p>", "Zebra")
VALUES = re.findall(
    r"\S+",
    """
    0 1 on center 240 -240 99999999999 single FF0000 begin separate end rIdheader continue restart
    nextPage PAGE there
""",
)
PRINTED = ("word/document.xml", "word/header1.xml")
PARTS = (*PRINTED, "word/styles.xml", "word/numbering.xml")


def names() -> list[str]:
    """Give every name of the tables, and others that Word or nobody knows."""
    found = set(OTHERS.split())
    for table in (lines, blocks, pictures, sheets):
        found |= {name for said in table.CHILDREN.values() for name in said.split()}
    for group in harmless.GROUPS:
        found |= {name for said in group.children.values() for name in said.split()}
    found |= {key.rpartition("/")[2] for key in named.ELEMENTS}
    return sorted(found)


def attributes() -> list[str]:
    """Give every attribute of the tables, and others."""
    found = {"x:invented", "invented", "w:invented"}
    for table in (lines, blocks, pictures, sheets):
        for element, said in table.ATTRIBUTES.items():
            own = "" if ":" in element else "w:"
            found |= {name if ":" in name else own + name for name in said.split()}
    found |= {f"w:{key.partition('@')[2]}" for key in named.ATTRIBUTES}
    return sorted(found)


@cache
def letter() -> Package:
    """Make a letter with most of what letters have."""
    cells = "".join(
        f'<w:tc><w:tcPr><w:tcW w:w="4508" w:type="dxa"/></w:tcPr>{para(text(each))}</w:tc>'
        for each in ("Left", "Right")
    )
    body = (
        para(text("Alpha", '<w:b/><w:sz w:val="28"/>'), properties='<w:jc w:val="center"/>')
        + para(text("Beta"), f"<w:hyperlink w:anchor='there'>{text('Gamma')}</w:hyperlink>")
        + para(inline(gate(), "picture"))
        + para(
            text("Delta"), properties='<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
        )
        + '<w:tbl><w:tblPr><w:tblW w:w="9016" w:type="dxa"/></w:tblPr><w:tblGrid><w:gridCol '
        f'w:w="4508"/><w:gridCol w:w="4508"/></w:tblGrid><w:tr>{cells}</w:tr></w:tbl>'
        + f"<w:sdt><w:sdtPr/><w:sdtContent>{para(text('Epsilon'))}</w:sdtContent></w:sdt>"
    )
    numbers = (
        '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt '
        'w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl></w:abstractNum><w:num w:numId="1">'
        '<w:abstractNumId w:val="0"/></w:num>'
    )
    content = word(
        body,
        sheets={"numbering": numbers},
        relations=(("rIdPic", "image", "media/image1.png"),),
        more={"word/media/image1.png": (picture(), "image/png")},
        header=para(text("Header")),
        footer=para(text("Footer")),
    )
    package, findings = open_package(content, PLACE)
    assert package is not None, findings
    return package


def changed(member: str, root: Element) -> Package | None:
    """Give the letter with a part changed; None where Word files with that are not opened."""
    members = {**letter().members, member: markup.bytes_of(root)}
    return open_package(zipped(members), PLACE)[0]


def lowered(package: Package) -> tuple[Lowered, bool, set[str]]:
    """Give a file's tree, whether something stops it, and what is told."""
    made = lower(package, own_faces())
    remarks = (*surveyed(package), *made.remarks)
    return made, any(each.stops for each in remarks), {each.rule for each in remarks}


@cache
def as_it_was() -> Lowered:
    """Give the letter's tree before anything is dropped into it."""
    made, stops, _ = lowered(letter())
    assert not stops
    assert [each for each in WORDS if each not in printed(made.document)] == []
    return made


def full(name: str) -> str:
    """Give the full name of an element or attribute."""
    if name.startswith("x:"):
        return f"{{{INVENTED}}}{name.removeprefix('x:')}"
    return qualified(name)


def context_of(element: Element) -> str:
    """Give the context in which an element's children are judged."""
    context = ""
    for each in (*reversed(list(element.iterancestors())), element):
        context = inside(context, each.tag)
    return context


def is_harmless(context: str, name: str) -> bool:
    """Tell whether a table declares that an element changes nothing in a context."""
    return any(
        full(holder) == context and name in said.split()
        for group in harmless.GROUPS
        for holder, said in group.children.items()
    )


@st.composite
def dropped(draw: st.DrawFn) -> tuple[str, str, bool]:
    """Drop an element into a part: gives its XML, its text, and whether it is harmless there."""
    member = draw(st.sampled_from(PARTS))
    root = letter().tree(member)
    holders = list(root.iter())
    holder = holders[draw(st.integers(0, len(holders) - 1))]
    name = draw(st.sampled_from(names()))
    said = draw(st.dictionaries(st.sampled_from(attributes()), st.sampled_from(VALUES), max_size=2))
    content = draw(st.sampled_from(CONTENTS))
    made = markup.parse(f'<w:x xmlns:w="{W}">{content}</w:x>')
    made.tag = full(name)
    for attribute, value in said.items():
        made.set(full(attribute) if ":" in attribute else attribute, value)
    harmless_there = is_harmless(context_of(holder), name) and not content
    holder.insert(draw(st.integers(0, len(holder))), made)
    return member, markup.text_of(root), harmless_there


@st.composite
def marked(draw: st.DrawFn) -> tuple[str, str, bool]:
    """Drop an attribute on an element of a part; is it one that may stand there?"""
    member = draw(st.sampled_from(PARTS))
    root = letter().tree(member)
    elements = list(root.iter())
    element = elements[draw(st.integers(1, len(elements) - 1))]
    above = element.getparent()
    context = context_of(above) if above is not None else ""
    name = draw(st.sampled_from(attributes()))
    key = full(name) if ":" in name else name
    element.set(key, draw(st.sampled_from(VALUES)))
    known = not odd_attributes(context, element.tag, (key,))
    passed_over = any(each.tag in {*CLOSED, qualified("a:ln")} for each in element.iterancestors())
    may_stand_there = known or passed_over or odd_attribute(element, key) is None
    return member, markup.text_of(root), may_stand_there


def judged(member: str, xml: str) -> tuple[Lowered | None, bool]:
    """Give the tree of the letter with a part changed, and whether something stops it.

    Whatever is printed of it must hold all of its words.
    """
    package = changed(member, markup.parse(xml))
    if package is None:
        return None, True
    made, stops, told = lowered(package)
    words = printed(made.document).casefold()
    if not stops and "pdf-hidden-text" not in told:
        assert [each for each in WORDS if each.casefold() not in words] == []
        assert "zebra" in words or "Zebra" not in xml or member not in PRINTED
    return made, stops


@given(dropped())
@settings(max_examples=300, deadline=None)
def test_no_element_that_is_dropped_into_a_letter_vanishes(drop: tuple[str, str, bool]) -> None:
    member, xml, is_harmless_there = drop
    made, stops = judged(member, xml)
    if made is not None and not stops and is_harmless_there:
        assert made.document == as_it_was().document


@given(marked())
@settings(max_examples=150, deadline=None)
def test_no_attribute_that_is_dropped_on_an_element_vanishes(mark: tuple[str, str, bool]) -> None:
    member, xml, may_stand_there = mark
    made, stops = judged(member, xml)
    if made is not None and member in PRINTED:
        assert stops or may_stand_there
