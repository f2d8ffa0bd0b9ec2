"""The survey: every element and attribute that lowering doesn't read is told, with its place."""

import re
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest
from pdfwork import KIND, PLACE, rules, word
from templatework import AUTHORITIES, TEMPLATES
from wordfiles import W, para, paras, table, text

import docgen.press.pdf.lowering
from docgen.press.ooxml.package import open_package
from docgen.press.pdf.gate import blocks, harmless, named, pictures, settings, sheets
from docgen.press.pdf.gate import text as lines
from docgen.press.pdf.gate.naming import qualified, shown
from docgen.press.pdf.survey import surveyed
from docgen.press.pdf.tree import Remark

TABLES = (lines, blocks, pictures, sheets)
BUILT = {"beforeAutospacing", "afterAutospacing", "tblStyleRowBandSize", "tblStyleColBandSize"}
"""Names that lowering puts together."""
FOREIGN = 'xmlns:x="http://example.org/2026/x"'
EMBOSSED = "<w:rPr><w:emboss/></w:rPr>"


def told(content: bytes) -> tuple[Remark, ...]:
    package, findings = open_package(content, PLACE)
    assert package is not None, findings
    return surveyed(package)


def style(key: str, inside: str, kind: str = "paragraph") -> str:
    return f'<w:style w:type="{kind}" w:styleId="{key}"><w:name w:val="{key}"/>{inside}</w:style>'


def numbered(key: str = "1") -> str:
    return f'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="{key}"/></w:numPr>'


NUMBERS = (
    f'<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt '
    f'w:val="decimal"/><w:pStyle w:val="Odd"/><w:lvlText w:val="%1."/>{EMBOSSED}</w:lvl>'
    '</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
)


@pytest.mark.parametrize(
    "path",
    sorted(p for each in AUTHORITIES for p in (TEMPLATES / each).glob("*.docx")),
    ids=lambda path: f"{path.parent.name}/{path.stem}",
)
def test_the_shipped_templates_hold_nothing_to_be_told(path: Path) -> None:
    assert told(path.read_bytes()) == ()


@pytest.mark.parametrize(
    ("body", "what"),
    [
        ("<w:foo/>", "w:foo"),
        (para("<w:foo/>"), "w:foo"),
        (para("<w:r><w:foo/></w:r>"), "w:foo"),
        (para(text("One", "<w:foo/>")), "w:foo"),
        (para(text("One"), properties="<w:foo/>"), "w:foo"),
        (para(f"<w:r><x:foo {FOREIGN}/></w:r>"), "x:foo"),
        (para("<w:t>One</w:t>"), "w:t"),
        (text("One"), "w:r"),
        (para("<w:r><w:t>One<w:proofErr/></w:t></w:r>"), "w:proofErr"),
        (para("<w:r><w:p/></w:r>"), "w:p"),
        (para("<w:sdtContent/>"), "w:sdtContent"),
        (para(f"<w:sdt>{text('One')}</w:sdt>"), "w:r"),
        (para(f"<w:sdt><w:sdtContent>{para()}</w:sdtContent></w:sdt>"), "w:p"),
        (f"<w:sdt><w:sdtContent>{text('One')}</w:sdtContent></w:sdt>", "w:r"),
        (para('<w:r><w:tab w:val="left"/></w:r>'), "w:val of w:tab"),
        (para(text("One", '<w:b val="0"/>')), "val of w:b"),
        (para(text("One", f'<w:b {FOREIGN} x:val="0"/>')), "x:val of w:b"),
        (para("One"), "text outside of a run"),
        (para(f"<w:r><w:rPr/>{'One'}</w:r>"), "text outside of a run"),
        (
            para(f"<w:sdt><w:sdtPr>{para()}</w:sdtPr><w:sdtContent/></w:sdt>"),
            "text outside of a run",
        ),
        ("<w:tbl><w:tr><w:p/></w:tr></w:tbl>", "w:p"),
    ],
)
def test_what_nobody_knows_is_told_by_name(body: str, what: str) -> None:
    remarks = [r for r in told(word(body)) if r.names["what"].removeprefix("2026/") == what]
    assert rules(tuple(remarks)) == ["pdf-unknown"]
    assert remarks[0].stops


def test_a_construct_is_told_once_with_its_first_place_and_their_number() -> None:
    odd = para(text("Dear Sam"), text("odd", "<w:foo/>"))
    (remark,) = told(word(paras("First.") + odd + table([odd]) + odd))
    assert remark.where == "in the text, near “Dear Samodd”"
    assert remark.names == {"what": "w:foo", "count": "3"}


@pytest.mark.parametrize(
    ("content", "where"),
    [
        (word(table(["One", para(text("Two", "<w:foo/>"))])), "in table 1, row 1, column 2"),
        (word("<w:tbl><w:tblPr><w:foo/></w:tblPr></w:tbl>"), "in the text"),
        (word(paras("One"), header=para("<w:foo/>")), "in the header"),
        (word(paras("One"), footer=para("<w:foo/>")), "in the footer"),
        (
            word(
                para(text("A"), properties='<w:pStyle w:val="Odd"/>'),
                sheets={"styles": style("Odd", "<w:foo/>")},
            ),
            "in the style “Odd”",
        ),
        (
            word(para(text("A"), properties=numbered()), sheets={"numbering": NUMBERS}),
            "in the numbering",
        ),
        (word(paras("One"), sheets={"settings": "<w:foo/>"}), ""),
    ],
)
def test_a_place_is_said_in_words(content: bytes, where: str) -> None:
    (remark,) = told(content)
    assert remark.where.partition(", near")[0] == where


def test_so_many_different_constructs_are_told() -> None:
    body = "".join(f"<w:foo{n}/>" for n in range(150))
    assert len(told(word(body))) == 100


@pytest.mark.parametrize(
    ("used", "told_of"),
    [
        ("", []),
        ('<w:pStyle w:val="Odd"/>', ["pdf-text-effect"]),
        ('<w:pStyle w:val="On"/>', ["pdf-text-effect"]),
        ('<w:pStyle w:val="Even"/>', []),
        (numbered(), ["pdf-text-effect"]),
        ('<w:pStyle w:val="Numbered"/>', ["pdf-text-effect"]),
        (numbered("2"), []),
    ],
)
def test_a_style_or_list_counts_when_it_is_in_use(used: str, told_of: list[str]) -> None:
    styles = (
        style("Odd", EMBOSSED)
        + style("On", '<w:basedOn w:val="Odd"/>')
        + style("Even", '<w:basedOn w:val="Even"/><w:next w:val="Odd"/>')
        + style("Numbered", f"<w:pPr>{numbered()}</w:pPr>")
    )
    content = word(
        para(text("One"), properties=used), sheets={"styles": styles, "numbering": NUMBERS}
    )
    assert rules(told(content)) == told_of


def test_the_defaults_of_all_text_are_always_in_use() -> None:
    bare = "<w:docDefaults><w:rPrDefault><w:rPr><w:shadow/></w:rPr></w:rPrDefault></w:docDefaults>"
    assert rules(told(word(paras("One"), sheets={"styles": bare}))) == ["pdf-text-effect"]


def test_a_list_by_another_name_is_followed() -> None:
    styles = style("Steps", f"<w:pPr>{numbered('1')}</w:pPr>", "numbering")
    more = (
        '<w:abstractNum w:abstractNumId="5"><w:numStyleLink w:val="Steps"/></w:abstractNum>'
        '<w:num w:numId="9"><w:abstractNumId w:val="5"/></w:num>'
    )
    content = word(
        para(text("One"), properties=numbered("9")),
        sheets={"styles": styles, "numbering": NUMBERS + more},
    )
    assert rules(told(content)) == ["pdf-text-effect"]


@pytest.mark.parametrize(("differs", "told_of"), [("", []), ("<w:titlePg/>", ["pdf-unknown"])])
def test_the_first_pages_header_counts_where_that_page_differs(
    differs: str, told_of: list[str]
) -> None:
    header = f'<w:hdr xmlns:w="{W}">{para("<w:foo/>")}</w:hdr>'.encode()
    content = word(
        paras("One"),
        section=f'<w:headerReference w:type="first" r:id="rIdFirst"/>{differs}',
        relations=(("rIdFirst", "header", "header2.xml"),),
        more={"word/header2.xml": (header, f"{KIND}header+xml")},
    )
    assert rules(told(content)) == told_of


@pytest.mark.parametrize(
    ("setting", "told_of"),
    [
        ("<w:mirrorMargins/>", ["pdf-setting"]),
        ('<w:mirrorMargins w:val="0"/>', []),
        ("<w:trackRevisions/>", []),
        ("<w:evenAndOddHeaders/>", []),
        ("<w:compat><w:noLeading/></w:compat>", ["pdf-older-layout"]),
        ('<w:compat><w:noLeading w:val="false"/></w:compat>', []),
        ("<w:compat><w:useFELayout/></w:compat>", []),
        ("<w:compat><w:foo/></w:compat>", ["pdf-unknown"]),
        ('<w:footnotePr><w:pos w:val="beneathText"/></w:footnotePr>', ["pdf-note-look"]),
        ('<w:footnotePr><w:footnote w:id="0"/></w:footnotePr>', []),
    ],
)
def test_settings_that_change_the_layout_are_told(setting: str, told_of: list[str]) -> None:
    assert rules(told(word(paras("One"), sheets={"settings": setting}))) == told_of


def entries() -> Iterator[tuple[str, str]]:
    """Give each element of the tables with the context that it has an entry for."""
    for table_ in (*TABLES, *harmless.GROUPS):
        children = table_.children if isinstance(table_, harmless.Harmless) else table_.CHILDREN
        for parent, names in children.items():
            for name in names.split():
                yield parent, name


def test_each_entry_of_the_tables_can_be_reached() -> None:
    reached = {"document", "hdr", "ftr", "footnotes", "styles", "numbering"}
    reached |= {name for _, name in entries()}
    parents = {parent for parent, _ in entries()}
    assert parents - reached == set()
    keyed = {key.rpartition("/")[2] for each in TABLES for key in each.ATTRIBUTES}
    keyed |= {key.rpartition("/")[2] for group in harmless.GROUPS for key in group.attributes}
    told = {key.rpartition("/")[2] for key in named.ELEMENTS}
    assert keyed - reached - told == set()


def quoted() -> set[str]:
    """Give every word that the modules of lowering quote."""
    folder = Path(docgen.press.pdf.lowering.__file__).parent
    source = "".join(path.read_text(encoding="utf-8") for path in folder.glob("*.py"))
    return set(re.findall(r"\w+", " ".join(re.findall(r'"([^"\n]*)"', source))))


def plain(name: str) -> str:
    return name.rpartition(":")[2]


def unread(table_: Mapping[str, str], said: set[str]) -> set[str]:
    names = {name for names in table_.values() for name in names.split()}
    return {name for name in names if plain(name) not in said}


@pytest.mark.parametrize("table_", TABLES, ids=lambda each: each.__name__.rpartition(".")[2])
def test_what_the_tables_let_pass_is_read_by_lowering_or_declared_harmless(table_: object) -> None:
    said = quoted() | BUILT
    assert unread(table_.CHILDREN, said) == set()  # type: ignore[attr-defined]
    assert unread(table_.ATTRIBUTES, said) == set()  # type: ignore[attr-defined]


def test_harmless_groups_have_reasons_and_settings_stand_in_one_list_only() -> None:
    assert all(len(group.reason) > 20 for group in harmless.GROUPS)
    listed = [settings.READ, *settings.HARMLESS.values(), " ".join(settings.TOLD), settings.OLDER]
    names = [name for text_ in listed for name in text_.split()]
    assert len(names) == len(set(names))


def test_names_are_written_as_people_write_them() -> None:
    assert qualified("a:blip") == "{http://schemas.openxmlformats.org/drawingml/2006/main}blip"
    assert shown(qualified("p")) == "w:p"
    assert shown("{http://example.org/2026/x}foo") == "x:foo"
    assert shown("val") == "val"
