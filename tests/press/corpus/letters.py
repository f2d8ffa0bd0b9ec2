"""Two templates like those that schools send, made with python-docx and as noisy as Word's own.

Styles are as lean as Word writes them: python-docx brings twenty times as many, which would
flatter any comparison with docxtpl, because docxtpl reads and writes them for each letter.
"""

import re
import zipfile
from collections.abc import Sequence
from io import BytesIO

from docx import Document
from docx.document import Document as Opened
from docx.shared import Cm, Pt
from docx.table import Table
from docx.text.paragraph import Paragraph
from lxml import etree
from wordfiles import picture

from docgen.model.values import Plain

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
DROPPED = ("word/stylesWithEffects.xml", "docProps/thumbnail.jpeg")
KEPT = {"TableNormal", "TableGrid"}
NOISE = (
    (r"<w:p>", '<w:p w:rsidR="00A77427" w:rsidRDefault="007F1D13" w:rsidP="00B10E2C">'),
    (r"<w:r>", '<w:proofErr w:type="spellStart"/><w:r w:rsidRPr="00D4315B">'),
)
INVITE = """
{{ recipient.addressee }}

{{ recipient.line1 }}

{{ recipient.line2 }}

{{ recipient.town }}

{{ recipient.postcode }}

{{ date }}

Dear {{ recipient.salutation }}

# A meeting about the attendance of {{ pupil.name }}

{{ pupil.name }} is in {{ pupil.year }} at {{ school.name }} and has been at school for {{
pupil.attended }} of {{ pupil.possible }} sessions this year. We would like to find out with you
what makes it hard to come to school, and what would help.

Please come to a meeting on {{ meeting.date }} at {{ meeting.time }} in {{ meeting.place }}. We
will talk about what each of us can do. If we agree, we will write it down in an attendance
contract, which nobody has to sign.

{%p if interpreter %}

{{ interpreter }} will interpret for you.

{%p endif %}

You may bring somebody with you. If you can't come, please ring {{ officer.name }} on {{
officer.phone }} by the day before, and we will find another time.

Yours sincerely

{{ officer.name }}

{{ officer.role }}, {{ school.name }}
"""
AGREED = """
# The pupil and the people

This contract is between {{ school.name }} and the parents named in it. It is about {{ pupil.name
}}, born on {{ pupil.born }}, who is in {{ pupil.year }}. It was made on {{ date }} and runs from
{{ start }} to {{ end }}.

{%p for parent in parents %}

{{ parent.name }}, {{ parent.relationship }}, of {{ parent.address }}

{%p endfor %}

# Why there is a contract

By {{ date }} {{ pupil.name }} had been at school for {{ pupil.attended }} of {{ pupil.possible }}
sessions. {{ reasons }}

{%p if before %}

An earlier contract ended on {{ before }}.

{%p endif %}

{%p if plan %}

The support plan of {{ pupil.name }} will be looked at again by {{ plan }}.

{%p else %}

No special need has been found so far.

{%p endif %}

# What the parents will do
"""
TO_THE_END = """
# What the school will do

{%p for line in support %}

{{ line.what }}, by {{ line.provider }}, from {{ line.start }}

{%p endfor %}

# What happens next

We will meet again on {{ review.date }} at {{ review.time }} in {{ review.place }}. Nobody has to
sign this contract, and signing it admits nothing. If it does not work, the school may ask the
council what else can be done, and the contract may be shown to a court.

{{ officer.name }} ({{ officer.email }}, {{ officer.phone }}) answers questions, and will send
this contract in large print or read it out. If something in it can't be done any more, please say
so at once, so that we can change it together.

{%p if interpreter %}

{{ interpreter }} interpreted before it was signed.

{%p endif %}

# Signatures
"""


def invite() -> bytes:
    """Make a letter of one page: seventeen names, one condition, a table, header and footer."""
    document = _opened("{{ school.name }}", "Reference {{ reference }}")
    _write(document, INVITE)
    rows = (("When", "{{ meeting.date }}, {{ meeting.time }}"), ("Where", "{{ meeting.place }}"))
    _table(document, rows)
    return lean(_saved(document))


def contract() -> bytes:
    """Make a contract of two pages: two tables of repeated rows, two repeated lists, conditions."""
    document = _opened(
        "{{ school.name }}\n{{ school.address }}", "{{ reference }}, {{ school.phone }}"
    )
    document.core_properties.title = "Attendance contract {{ reference }}"
    _write(document, AGREED)
    _table(
        document,
        _repeated(
            "task in tasks",
            ("No.", "What", "Who", "By when"),
            ("{{ loop.index }}", "{{ task.text }}", "{{ task.owner }}", "{{ task.due }}"),
        ),
    )
    _write(document, TO_THE_END)
    _table(
        document,
        _repeated(
            "one in signers",
            ("Name", "Role", "Signature", "Date"),
            ("{{ one.name }}", "{{ one.role }}", "", ""),
        ),
    )
    return lean(_saved(document))


def values_of(number: int) -> dict[str, Plain]:
    """Give the values of one letter; each number gives other words, some of them awkward."""
    family = ("O'Brien", "Wójcik & Sons", "Bello", "Ward <2>")[number % 4]
    return {
        "reference": f"fam-{number:06}/1",
        "date": "3 November 2025",
        "start": "4 November 2025",
        "end": "27 March 2026",
        "interpreter": "Ms Łucja Nowak" if number % 7 == 0 else "",
        "before": "2 May 2025" if number % 5 == 0 else "",
        "plan": "12 January 2026" if number % 2 else "",
        "reasons": "Mornings have been hard since the move, & the bus is often late.",
        "recipient": {
            "addressee": f"Ms Ada {family}",
            "salutation": f"Ms {family}",
            "line1": f"{number % 200} High Street",
            "line2": "Flat <2>" if number % 50 == 0 else "Oldtown",
            "town": "Elmbridge",
            "postcode": "EL1 2AB",
        },
        "pupil": {
            "name": f"Siân {family}", "year": f"Year {number % 11 + 1}", "born": "29 February 2012",
            "attended": 100 + number % 60, "possible": 190,
        },
        "school": {
            "name": "St Mary's & St John's School", "address": "Church Lane, Elmbridge EL1 3CD",
            "phone": "01632 960 100",
        },
        "meeting": {"date": "Monday 17 November 2025", "time": "4:15pm", "place": "Room 4"},
        "review": {"date": "Monday 26 January 2026", "time": "10am", "place": "Room 4"},
        "officer": {
            "name": "Jo Bloggs", "role": "Attendance officer", "email": "jo@example.org",
            "phone": "01632 960 123",
        },
        "parents": [
            {"name": f"{first} {family}", "relationship": "parent", "address": "1 High Street"}
            for first in ("Ada", "Ben")[: 1 + number % 2]
        ],
        "tasks": [
            {"text": f"Come to school by 8:45am on {day}", "owner": "Siân", "due": "1 May 2026"}
            for day in ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday")[: 3 + number % 3]
        ],
        "support": [
            {"what": what, "provider": "the school", "start": "10 November 2025"}
            for what in ("Breakfast club", "A quiet room & a key worker", "A bus pass <term>")
        ],
        "signers": [
            {"name": f"Ada {family}", "role": "parent"}, {"name": "Jo Bloggs", "role": "school"},
        ],
    }  # fmt: skip


def lean(content: bytes) -> bytes:
    """Take out what Word would not write, and put in the marks that it does write."""
    out = BytesIO()
    with zipfile.ZipFile(BytesIO(content)) as old, zipfile.ZipFile(out, "w", 8) as new:
        for name in old.namelist():
            if name not in DROPPED:
                new.writestr(name, _lean_member(name, old.read(name)))
    return out.getvalue()


def _lean_member(name: str, data: bytes) -> bytes:
    if name == "word/styles.xml":
        return _lean_styles(data)
    if name.endswith((".rels", "[Content_Types].xml")):
        data = re.sub(
            rb"<(Override|Relationship) [^>]*(stylesWithEffects|thumbnail)[^>]*/>", b"", data
        )
    if name == "word/document.xml":
        marked = data.decode()
        for plain, noisy in NOISE:
            marked = re.sub(plain, noisy, marked)
        return marked.encode()
    return data


def _lean_styles(data: bytes) -> bytes:
    root = etree.fromstring(data, etree.XMLParser(remove_blank_text=True))
    for style in root.findall(f"{W}style"):
        if style.get(f"{W}type") == "table" and style.get(f"{W}styleId") not in KEPT:
            root.remove(style)
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def _opened(head: str, foot: str) -> Opened:
    document = Document()
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    run = section.header.paragraphs[0].add_run()
    run.add_picture(BytesIO(picture(size=(480, 160))), width=Cm(4))
    section.header.paragraphs[0].add_run(f"\t\t{head}")
    section.footer.paragraphs[0].add_run(foot)
    normal = document.styles["Normal"]
    normal.font.name, normal.font.size = "Arial", Pt(12)
    return document


def _write(document: Opened, words: str) -> None:
    for block in words.strip().split("\n\n"):
        line = block.replace("\n", " ")
        heading = line.startswith("# ")
        paragraph = document.add_heading("", 1) if heading else document.add_paragraph()
        _split(paragraph, line.removeprefix("# "))


def _split(paragraph: Paragraph, line: str, size: int = 45) -> None:
    for start in range(0, len(line), size):
        paragraph.add_run(line[start : start + size])


def _repeated(loop: str, head: Sequence[str], line: Sequence[str]) -> tuple[Sequence[str], ...]:
    blank = [""] * (len(head) - 1)
    return (head, [f"{{%tr for {loop} %}}", *blank], line, ["{%tr endfor %}", *blank])


def _table(document: Opened, rows: Sequence[Sequence[str]]) -> None:
    table: Table = document.add_table(len(rows), len(rows[0]), "Table Grid")
    for cells, words in zip(table.rows, rows, strict=True):
        for cell, line in zip(cells.cells, words, strict=True):
            _split(cell.paragraphs[0], line, 12)


def _saved(document: Opened) -> bytes:
    out = BytesIO()
    document.save(out)
    return out.getvalue()
