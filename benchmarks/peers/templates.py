# ruff: noqa: INP001, RUF001 - a script, no package; Urdu ends its sentences so
"""One invitation in words → its template in the spelling of each tool, English and Urdu."""

import re
from collections.abc import Callable, Mapping
from io import BytesIO

from docx import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt
from docx.text.paragraph import Paragraph
from press.corpus.letters import lean
from wordfiles import picture

ENGLISH = """
[[addressee]]

[[line_1]]

[[line_2]]

[[town]]

[[postcode]]

[[date]]

Dear [[salutation]]

# A meeting about the attendance of [[pupil]]

[[pupil]] is in [[year]] at [[school]] and has been at school for [[attended]] of [[possible]]
sessions this year. We would like to find out with you what makes it hard to come to school, and
what would help.

Please come to a meeting on [[meeting_date]] at [[meeting_time]] in [[meeting_place]]. We will talk
about what each of us can do. If we agree, we will write it down in an attendance contract, which
nobody has to sign.

You may bring somebody with you. If you can't come, please ring [[officer]] on [[officer_phone]] by
the day before, and we will find another time.

Yours sincerely

[[officer]]

[[officer_role]], [[school]]
"""
URDU = """
[[addressee]]

[[line_1]]

[[line_2]]

[[town]]

[[postcode]]

[[date]]

محترم [[salutation]]

# [[pupil]] کی حاضری کے بارے میں ملاقات

[[pupil]] [[school]] میں [[year]] میں ہے اور اس سال [[possible]] میں سے [[attended]] نشستوں میں
اسکول آیا ہے۔ ہم آپ کے ساتھ مل کر جاننا چاہتے ہیں کہ اسکول آنا کیوں مشکل ہے اور کس چیز سے مدد ملے
گی۔

براہ کرم [[meeting_date]] کو [[meeting_time]] بجے [[meeting_place]] میں ملاقات کے لیے آئیں۔ ہم بات
کریں گے کہ ہم میں سے ہر ایک کیا کر سکتا ہے۔

آپ کسی کو اپنے ساتھ لا سکتے ہیں۔ اگر آپ نہیں آ سکتے تو براہ کرم ایک دن پہلے تک [[officer]] کو
[[officer_phone]] پر فون کریں۔

آپ کا مخلص

[[officer]]

[[officer_role]]، [[school]]
"""
TEXTS = {"English": ENGLISH, "Urdu": URDU}
FIELD = re.compile(r"\[\[(\w+)\]\]")
Spell = Callable[[str], str]
SPELLINGS: Mapping[str, Spell] = {
    "braces": "{{{{ {} }}}}".format,
    "single": "{{{}}}".format,
    "carbone": "{{d.{}}}".format,
    "plus": "+++={}+++".format,
}
MERGE_FIELDS = "fields"


def template(words: str, spelling: str, *, right_to_left: bool) -> bytes:
    """Make the template: one page, seventeen names and more, a picture above, a footer."""
    document = Document()
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    logo = BytesIO(picture(size=(480, 160)))
    section.header.paragraphs[0].add_run().add_picture(logo, width=Cm(4))
    _write(section.footer.paragraphs[0], "Reference [[reference]]", spelling)
    normal = document.styles["Normal"]
    normal.font.name, normal.font.size = "Arial", Pt(12)
    for block in words.strip().split("\n\n"):
        line = block.replace("\n", " ")
        heading = line.startswith("# ")
        paragraph = document.add_heading("", 1) if heading else document.add_paragraph()
        if right_to_left:
            paragraph.paragraph_format.element.get_or_add_pPr().append(OxmlElement("w:bidi"))
        _write(paragraph, line.removeprefix("# "), spelling)
    out = BytesIO()
    document.save(out)
    return lean(out.getvalue())


def values(number: int, names: int = 4) -> dict[str, str]:
    """Give the values of one letter: other words for each number, some of them awkward."""
    family = ("O'Brien", "Wójcik & Sons", "حسین", "Ward <2>")[number % names]
    return {
        "reference": f"fam-{number:06}/1",
        "date": "3 November 2025",
        "addressee": f"Ms Ada {family}",
        "salutation": f"Ms {family}",
        "line_1": f"{number % 200} High Street",
        "line_2": "Flat <2>" if number % 50 == 0 else "Oldtown",
        "town": "Elmbridge",
        "postcode": "EL1 2AB",
        "pupil": f"Siân {family}",
        "year": f"Year {number % 11 + 1}",
        "attended": str(100 + number % 60),
        "possible": "190",
        "school": "St Mary's & St John's School",
        "meeting_date": "Monday 17 November 2025",
        "meeting_time": "4:15pm",
        "meeting_place": "Room 4",
        "officer": "Jo Bloggs",
        "officer_phone": "01632 960 123",
        "officer_role": "Attendance officer",
    }


def _write(paragraph: Paragraph, line: str, spelling: str) -> None:
    for place, part in enumerate(FIELD.split(line)):
        if place % 2 and spelling == MERGE_FIELDS:
            _merge_field(paragraph, part)
        elif part:
            paragraph.add_run(SPELLINGS[spelling](part) if place % 2 else part)


def _merge_field(paragraph: Paragraph, name: str) -> None:
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), f" MERGEFIELD {name} ")
    field.append(paragraph.add_run(f"«{name}»")._r)  # noqa: SLF001 - as python-docx has no fields
    paragraph._p.append(field)  # noqa: SLF001 - as above
