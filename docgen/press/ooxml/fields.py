"""A tree → the instructions of Word's fields, joined over runs, and which of them are safe."""

from collections.abc import Iterator

from docgen.press.ooxml.names import Element, w

SIMPLE, SIGN = w("fldSimple"), w("fldChar")
INSTRUCTIONS = (w("instrText"), w("delInstrText"))
SAFE = """
    = ADVANCE AUTONUM AUTONUMLGL AUTONUMOUT BIBLIOGRAPHY CITATION DOCPROPERTY EQ FORMCHECKBOX
    FORMDROPDOWN FORMTEXT HYPERLINK INDEX LISTNUM NOTEREF NUMPAGES PAGE PAGEREF REF SECTION
    SECTIONPAGES SEQ STYLEREF SUBJECT SYMBOL TC TITLE TOC XE
"""
DANGEROUS = """
    DDE DDEAUTO DATABASE EMBED GOTOBUTTON IMPORT INCLUDE INCLUDEPICTURE INCLUDETEXT LINK
    MACROBUTTON PRINT RD
"""
TODAY = "CREATEDATE DATE EDITTIME PRINTDATE SAVEDATE TIME"
MERGE = """
    ADDRESSBLOCK ASK COMPARE FILLIN GREETINGLINE IF MERGEFIELD MERGEREC MERGESEQ NEXT NEXTIF SET
    SKIPIF
"""
RULES = {
    **dict.fromkeys(SAFE.split(), ""),
    **dict.fromkeys(DANGEROUS.split(), "word-field-dangerous"),
    **dict.fromkeys(TODAY.split(), "word-field-of-today"),
    **dict.fromkeys(MERGE.split(), "word-field-of-mail-merge"),
}


def instructions(root: Element) -> Iterator[str]:
    """Give each field's instruction (`PAGE`, `HYPERLINK "…"`), inner fields before outer ones."""
    open_fields: list[list[str]] = []
    for element in root.iter(SIMPLE, SIGN, *INSTRUCTIONS):
        if element.tag == SIMPLE:
            yield element.get(w("instr"), "")
        elif element.tag == SIGN:
            yield from _turn(open_fields, element.get(w("fldCharType"), ""))
        elif open_fields:
            open_fields[-1].append(element.text or "")
        else:
            yield element.text or ""
    yield from ("".join(pieces) for pieces in reversed(open_fields))


def judge_field(instruction: str) -> tuple[str, str]:
    """Give the id of a field's fault (`""` if it is safe) and the field's name."""
    words = instruction.split()
    name = words[0].upper() if words else "(empty)"
    name = "=" if name.startswith("=") else name
    return RULES.get(name, "word-field-unknown"), name


def _turn(open_fields: list[list[str]], kind: str) -> Iterator[str]:
    if kind == "begin":
        open_fields.append([])
    elif kind == "end" and open_fields:
        yield "".join(open_fields.pop())
