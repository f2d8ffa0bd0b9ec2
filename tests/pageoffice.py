"""A whole small office whose papers can be set as PDFs: titles, languages, a window address."""

from pathlib import Path

from lintwork import ENGLISH, template
from officework import CONTRACT, INVITE, office_in
from wordfiles import para, paras, text

from docgen.press.pdf.pages import word_boxes

ARIAL = f'<w:rFonts w:ascii="Arial" w:hAnsi="Arial" w:cs="Arial"/>{ENGLISH}'
FRAME = (
    '<w:framePr w:w="5409" w:h="1519" w:hRule="atLeast" w:hSpace="0" w:vSpace="0" w:wrap="around" '
    'w:vAnchor="page" w:hAnchor="page" w:x="1395" w:y="2239"/>'
    '<w:spacing w:before="0" w:after="0" w:line="216" w:lineRule="exact"/>'
)
BELOW = '<w:spacing w:before="4309" w:after="160"/>'
ADDRESS, WORDS = INVITE[:4], INVITE[4:]


def invite(*, framed: bool = True, more: str = "") -> bytes:
    """Make an invite whose address stands in the window of the envelope, or where it falls.

    `more` is XML at its end.
    """
    if not framed:
        return _template(paras(*INVITE), "Come and talk to us")
    lines = (para(text(line, '<w:sz w:val="20"/>'), properties=FRAME) for line in ADDRESS)
    first = para(text(WORDS[0]), properties=BELOW)
    return _template("".join(lines) + first + paras(*WORDS[1:]) + more, "Come and talk to us")


def contract(more: str = "") -> bytes:
    """Make a contract, with more XML at its end."""
    return _template(paras(*CONTRACT) + more, "What we agree")


def page_office(folder: Path, *cases: str) -> Path:
    """Lay out an office whose papers can be set as PDFs; gives its folder."""
    office = office_in(folder, *cases)
    pack = office / "templates" / "wessex-vale"
    (pack / "invite.docx").write_bytes(invite())
    (pack / "contract.docx").write_bytes(contract())
    return office


def words_on(path: Path) -> str:
    """Give the words on a PDF's pages."""
    return " ".join(word.text for word in word_boxes(path.read_bytes()))


def _template(body: str, title: str) -> bytes:
    return template(body, title=title, defaults=ARIAL)
