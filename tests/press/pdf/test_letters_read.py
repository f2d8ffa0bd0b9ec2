"""Letters that join, or are put together from parts, read out as they were written, each once.

Of fonts that draw a letter's dots apart, Typst's PDFs tell the letter once for each part. That is
why `fonts/package.json` keeps older builds of two families; Nastaliq has no build without it.
"""

import pytest
from setwork import DATED, section, setter

from docgen.press.pdf.pages import word_boxes
from docgen.press.pdf.runs import Look, Text
from docgen.press.pdf.tree import Document, Lowered, Paragraph


@pytest.mark.parametrize("bold", [False, True])
@pytest.mark.parametrize(
    ("family", "language", "text"),
    [
        ("Noto Naskh Arabic", "ar", "محمد إقبال خديجة"),
        ("Noto Naskh Arabic", "ur", "بیگم زبیدہ ٹیچر پاکستان"),
        ("Noto Sans Bengali", "bn", "স্ট্রিট মোহাম্মদ ক্ষমা"),
        ("Noto Sans Gurmukhi", "pa", "ਹਰਪ੍ਰੀਤ ਸਿੰਘ ਲੁਧਿਆਣਾ"),
    ],
)
def test_each_letter_reads_once(family: str, language: str, text: str, *, bold: bool) -> None:
    looks = (Look((family,), 14, 14, 6, language=language, bold=bold),)
    document = Document("A letter", (section(Paragraph((Text(0, text),))),), looks)
    made = setter().set([Lowered(document, {})], DATED)
    read = "".join(word.text for word in word_boxes(made))
    assert sorted(read) == sorted(text.replace(" ", ""))
