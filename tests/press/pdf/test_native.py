"""The native press: a PDF, or every construct in its way in Word's words, nobody's named."""

import datetime as dt
import threading

import pytest
from pdfwork import PLACE, word
from wordfiles import box, para, paras, text

from docgen.errors import TemplateRejected
from docgen.model.finding import Finding, Severity
from docgen.press.pdf.faults import FAULTS
from docgen.press.pdf.gate.gathered import gathered
from docgen.press.pdf.native import MOST_SETTERS, Native, findings_of, read_for_pdf
from docgen.press.pdf.tree import Remark

DAY = dt.date(2026, 3, 21)
ODD = para(text("Dear Sam Price"), box(paras("Box")))


def refused(content: bytes) -> tuple[Finding, ...]:
    with pytest.raises(TemplateRejected) as caught:
        Native().pdf(content, PLACE, DAY)
    return caught.value.findings


def test_the_same_letter_and_date_give_the_same_bytes() -> None:
    native = Native()
    first, again = (native.pdf(word(paras("Dear Sam")), PLACE, DAY) for _ in range(2))
    assert first == again
    assert first != native.pdf(word(paras("Dear Sam")), PLACE, DAY + dt.timedelta(days=1))


def test_a_refusal_says_where_and_what_in_words_and_never_quotes_the_letter() -> None:
    (finding,) = refused(word(ODD))
    assert finding.message == "In the text: a text box (Insert, Text Box)."
    assert finding.severity is Severity.ERROR
    assert finding.place is not None
    assert finding.place.file == PLACE


def test_a_construct_in_several_places_is_told_once() -> None:
    (finding,) = refused(word(ODD * 3))
    assert finding.message == "In the text: a text box (Insert, Text Box). It is there 3 times."


def test_a_templates_author_reads_what_stands_near_by() -> None:
    remarks = read_for_pdf(word(ODD), PLACE).remarks
    (finding,) = findings_of(remarks, PLACE, quoting=True)
    assert finding.message == "In the text, near “Dear Sam Price”: a text box (Insert, Text Box)."


def test_what_does_not_stop_is_told_as_information() -> None:
    remark = Remark("pdf-comment", "in the text", stops=False)
    (finding,) = findings_of([remark], PLACE)
    assert finding.severity is Severity.INFORMATION
    assert finding.message == "In the text: a comment; it doesn't stand in the PDF."


def test_what_has_no_place_is_about_the_document() -> None:
    (finding,) = findings_of([Remark("pdf-columns")], PLACE)
    assert finding.message.startswith("The document: text in columns")


def test_what_survey_and_lowering_both_tell_is_told_once() -> None:
    tracked = '<w:ins w:id="1" w:author="Office">' + text("new") + "</w:ins>"
    (remark,) = read_for_pdf(word(para(tracked)), PLACE).remarks
    assert remark.rule == "pdf-tracked-changes"


def test_remarks_are_gathered_by_what_they_say() -> None:
    one = Remark("pdf-field", "in the text", {"field": "REF"})
    other = Remark("pdf-field", "in the header", {"field": "TOC"})
    again = Remark("pdf-field", "in the footer", {"field": "REF", "count": "4"})
    found = gathered([one, other, again])
    assert [(each.where, each.names["count"]) for each in found] == [
        ("in the text", "5"),
        ("in the header", "1"),
    ]


@pytest.mark.parametrize("rule", sorted(FAULTS))
def test_each_message_can_be_filled_in_and_says_what_to_do(rule: str) -> None:
    names = """
        field kind effect characters font instead code format target level before what limit picture
    """
    remark = Remark(rule, "in the text", {name: f"<{name}>" for name in names.split()})
    (finding,) = findings_of([remark], PLACE)
    assert finding.message.endswith(".")
    assert finding.remedy.endswith((".", "<instead>", ".)"))
    assert "{" not in finding.message + finding.remedy


def test_the_reasons_to_refuse_a_file_have_codes() -> None:
    with pytest.raises(TemplateRejected) as unsupported:
        Native().pdf(word(ODD), PLACE, DAY)
    with pytest.raises(TemplateRejected) as unreadable:
        read_for_pdf(b"", PLACE)
    assert unsupported.value.code == "pdf-unsupported"
    assert unreadable.value.code == "pdf-unreadable"


def letters(*names: str) -> list[tuple[bytes, str, dt.date]]:
    return [(word(paras(f"Dear {name}")), f"{name}.docx", DAY) for name in names]


def test_many_letters_come_in_their_order_and_as_each_alone() -> None:
    native, given = Native(), letters(*"abcdefgh")
    assert list(native.tried(given)) == [native.pdf(*each) for each in given]


def test_a_letter_that_cant_be_read_for_it_is_given_at_its_turn_and_others_go_on() -> None:
    first, odd, last = Native().tried([*letters("a"), (word(ODD), "odd.docx", DAY), *letters("b")])
    assert isinstance(odd, TemplateRejected)
    assert "odd.docx" in odd.message
    assert isinstance(first, bytes)
    assert isinstance(last, bytes)


def test_what_is_refused_while_it_is_set_is_given_at_its_turn_and_others_go_on() -> None:
    untitled = word(para(text("x" * 40_000, '<w:vanish w:val="0"/>')), title="T" * 40_000)
    tried = list(Native().tried([*letters("a"), (untitled, "t.docx", DAY), *letters("b")]))
    assert [isinstance(each, TemplateRejected) for each in tried] == [False, True, False]


def test_no_thread_stays_behind_a_row_that_is_left() -> None:
    row = Native().tried(letters(*"abcdef"))
    next(row)
    assert 1 <= len(setting_threads()) <= MOST_SETTERS
    row.close()
    assert setting_threads() == []


def setting_threads() -> list[str]:
    return [each.name for each in threading.enumerate() if each.name.startswith("docgen-setting")]
