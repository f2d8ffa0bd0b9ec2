"""Templates for tests of the linter: with styles, a title and a language, and what is told."""

from collections.abc import Collection, Mapping

from wordfiles import W, word_file

from docgen.model.values import Values
from docgen.press.word.lint.linter import Linted, Wish, lint
from docgen.press.word.shapes import FREE, Template

STYLES_KIND = "application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml"
LETTER = "templates/essex/invite.docx"
ENGLISH = '<w:lang w:val="en-GB"/>'
STYLES = """
<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>
<w:style w:type="paragraph" w:styleId="Title"><w:name w:val="Title"/></w:style>
<w:style w:type="paragraph" w:styleId="H1"><w:name w:val="heading 1"/></w:style>
<w:style w:type="paragraph" w:styleId="H2"><w:name w:val="heading 2"/></w:style>
<w:style w:type="paragraph" w:styleId="H3"><w:name w:val="heading 3"/></w:style>
<w:style w:type="paragraph" w:styleId="Sub"><w:name w:val="Sub"/><w:basedOn w:val="H2"/></w:style>
<w:style w:type="paragraph" w:styleId="Outlined"><w:name w:val="Outlined"/>
  <w:pPr><w:outlineLvl w:val="0"/></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="Strong"><w:name w:val="Strong text"/>
  <w:rPr><w:b/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="French"><w:name w:val="French"/>
  <w:rPr><w:lang w:val="fr-FR"/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="Tight"><w:name w:val="Tight"/>
  <w:pPr><w:spacing w:line="200" w:lineRule="exact"/></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="Fact"><w:name w:val="Fact"/>
  <w:pPr><w:tabs><w:tab w:val="left" w:pos="3000"/><w:tab w:val="left" w:pos="6000"/></w:tabs>
  </w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="Ring"><w:name w:val="Ring"/>
  <w:basedOn w:val="Ring"/></w:style>
<w:style w:type="character" w:styleId="Link"><w:name w:val="Hyperlink"/></w:style>
<w:style w:type="character" w:styleId="Secret"><w:name w:val="Secret"/>
  <w:rPr><w:vanish/></w:rPr></w:style>
"""


def template(
    body: str, *, title: str = "A letter", defaults: str = ENGLISH, **parts: object
) -> bytes:
    """Make a template with styles, a title and a language; `defaults` is the look of all text."""
    sheet = (
        f'<w:styles xmlns:w="{W}"><w:docDefaults><w:rPrDefault><w:rPr><w:sz w:val="24"/>{defaults}'
        f"</w:rPr></w:rPrDefault></w:docDefaults>{STYLES}</w:styles>"
    )
    more = {"word/styles.xml": (sheet.encode(), STYLES_KIND)}
    return word_file(body, title=title, more=more, **parts)


def linted(
    content: bytes, values: Values | None = None, language: str = "", names: Collection[str] = ()
) -> Linted:
    """Lint a template of a pack."""
    texts: Mapping[str, str] = {"known": "A statement."}
    return lint(Template(content, LETTER), Wish(texts, names or None, values, language))


def free(content: bytes, values: Values) -> list[str]:
    """Give the ids of all findings about a template of anybody's, held against data."""
    wish = Wish(values=values, demands=FREE)
    return [each.finding.rule for each in lint(Template(content, LETTER), wish).told]


def ids(content: bytes, values: Values | None = None, language: str = "") -> list[str]:
    """Give the ids of all findings about a template."""
    return [each.finding.rule for each in linted(content, values, language).told]
