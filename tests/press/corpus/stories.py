"""Templates with headers, footers, notes and properties that hold tags."""

from collections.abc import Mapping

from press.corpus.building import Properties, docx, grid, link, note, note_mark, split
from wordfiles import drawing, field, para, paras, text

HEAD = paras("{{ name }}", "{%p if yes %}", "{{ kind }}", "{%p endif %}")
ROWS = grid(
    ("{%tr for p in people %}", ""), ("{{ p.name }}", "x"), ("{%tr endfor %}", ""), ("z", "")
)
SECTION = '<w:p><w:pPr><w:sectPr><w:headerReference w:type="default" r:id="rId_header"/></w:sectPr>'

STORIES: Mapping[str, bytes] = {
    "a header": docx(paras("{{ name }}"), header=HEAD),
    "a header alone holds tags": docx(paras("plain"), header=HEAD),
    "a footer with the page number": docx(
        paras("{{ name }}"), footer=para(text("{{ name }}, "), *field(" PAGE "))
    ),
    "a header of the first page": docx(paras("x"), header=paras("b"), header_first=HEAD),
    "headers and footers of even pages": docx(
        paras("x"),
        header=paras("{{ kind }}"),
        header_even=HEAD,
        footer=paras("{{ number }}"),
        footer_even=HEAD,
        footer_first=paras("{{ lines | join(' ') }}"),
    ),
    "a header with a table": docx(
        paras("x"), header=grid(("{{ name }}", "{{ kind }}")) + paras("")
    ),
    "a header with rows repeated": docx(paras("x"), header=ROWS + paras("")),
    "a header with a picture": docx(
        paras("{{ name }}"), header=para(drawing("logo"), text("{{ name }}"))
    ),
    "a footer with tags split into runs": docx(
        paras("x"), footer=para(split("{", "{ na", "me }}"))
    ),
    "one header for two sections": docx(
        paras("{{ name }}") + SECTION + "</w:pPr></w:p>" + paras("{{ kind }}"), header=HEAD
    ),
    "a footnote": docx(
        para(text("{{ name }}"), note_mark()), footnotes=note(paras("Note of {{ name }}, & more"))
    ),
    "a footnote with a condition": docx(
        para(text("x"), note_mark()), footnotes=note(HEAD + paras("always"))
    ),
    "a title": docx(
        paras("{{ name }}"), Properties("About {{ kind }}", "{{ number }}", "{{ kind }}")
    ),
    "a title without tags": docx(paras("{{ name }}"), Properties("R & D <draft>", "a 'b' \"c\"")),
    "all at once": docx(
        para(text("{{ name }}"), note_mark(), link("{{ kind }}")) + ROWS,
        Properties("{{ kind }}"),
        header=HEAD,
        header_first=ROWS + paras(""),
        footer=para(text("{{ name }}"), *field(" PAGE ")),
        footnotes=note(paras("{{ name }}")),
    ),
}
