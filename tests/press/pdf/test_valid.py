"""Every PDF of the worked cases, judged by an independent validator: PDF/UA-1 and PDF/A-2a."""

import re
from pathlib import Path

import page
import pytest
from drafts import drafts_in, ordinary
from worked import CASES

from docgen.press.pdf.native import Native

NATIVE = Native()
PROFILES = (page.ValidationProfile.PDF_UA_1, page.ValidationProfile.PDF_A_2A)
LENGTHS = "PDFA2A-STREAM-LENGTH-001"
STREAM = re.compile(rb"/Length (\d+)[^>]*>>\s*stream\r?\n")


@pytest.mark.parametrize("case", CASES)
def test_every_pdf_of_a_case_passes_both_standards(case: str, tmp_path: Path) -> None:
    failures = [
        (draft.path.name, rule)
        for draft in drafts_in(tmp_path / "office", [case])
        for rule in failed(NATIVE.pdf(draft.content, draft.kind, draft.dated))
    ]
    assert failures == []


def failed(pdf: bytes) -> list[str]:
    """Give the rules of both standards that a PDF fails, less false verdicts."""
    reports = [page.validate_pdf_bytes(pdf, profile=profile) for profile in PROFILES]
    rules = [failure.rule_id for report in reports for failure in report.failures]
    return [rule for rule in rules if not (rule == LENGTHS and ends_in_a_return(pdf))]


def ends_in_a_return(pdf: bytes) -> bool:
    """Prove a verdict of the validator (0.11) about a stream's length false.

    It takes a stream's last byte for part of the line's end where that byte happens to be a
    return (13) and the line feed before `endstream` follows (ISO 32000-1, 7.3.8.1): each length
    is right, and one such stream there is.
    """
    streams = [(each.end(), int(each[1])) for each in STREAM.finditer(pdf)]
    right = [pdf.startswith(b"\nendstream", start + length) for start, length in streams]
    return all(right) and any(pdf[start + length - 1] == ord("\r") for start, length in streams)


@pytest.mark.parametrize(
    ("whole", "broken", "rule"),
    [
        (b"/Marked true", b"/Marked null", "TAGGED-DOCUMENT"),
        (b"/Lang", b"/Lamg", "TEXT-LANGUAGE"),
        (b"pdfaid:conformance", b"pdfaid:comformance", "ID-CONFORMANCE"),
    ],
)
def test_the_validator_sees_what_is_wrong(whole: bytes, broken: bytes, rule: str) -> None:
    draft = ordinary("kent", "warning")
    pdf = NATIVE.pdf(draft.content, draft.kind, draft.dated)
    assert any(rule in each for each in failed(pdf.replace(whole, broken)))


@pytest.mark.parametrize(
    ("last", "length", "false"), [(b"\r", 3, True), (b"x", 3, False), (b"\r", 2, False)]
)
def test_a_verdict_about_lengths_is_false_only_where_each_is_right(
    last: bytes, length: int, false: bool
) -> None:
    assert ends_in_a_return(b"<</Length %d>>\nstream\nab%s\nendstream" % (length, last)) is false
