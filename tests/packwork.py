"""The pack of a made-up authority, as a clerk would write it, and small changes to it."""

from collections.abc import Mapping

from casework import sheet_from, varied

from docgen.check.pack import judge_pack
from docgen.model.finding import Finding
from docgen.model.pack import Pack, TemplateFile

PACK = """\
schema: 1
authority: wessex-vale
name: Wessex Vale
version: "2.0"
status: draft
guidance: {title: Working together to improve school attendance, edition: August 2024}
terms: {contract: attendance plan}
severities: {R-17b: W, R-41: I, C-12: E, R-101: "-"}
must_carry:
  invite: [contact_us_to_rearrange]
statements:
  contact_us_to_rearrange:
    text: "Does the day not suit you? Phone {{ contact.phone }}."
    source: R-18
  aim: {text: "We want {{ pupil.legal_name }} to be well.", source: D-59}
kinds:
  invite:
    title: Come and talk to us
    act: invite
    per: pair
    source: made up
    letter: true
    only: {meeting: [initial]}
    statements: [aim, contact_us_to_rearrange]
  checklist:
    title: What to think of
    act: checklist
    per: contract
    source: made up
    audience: staff
    rows: {P1: {}, P2: {evidence: agencies, prefill: true}}
"""
FILES = ("invite.docx", "invite.large.docx", "checklist.docx")


def files(*names: str) -> Mapping[str, TemplateFile]:
    """Give template files by their names, as if they lay in the pack's folder."""
    return {name: TemplateFile(name, "0" * 64, f"templates/wessex-vale/{name}") for name in names}


def judged(
    changes: Mapping[str, str | None], names: tuple[str, ...] = FILES
) -> tuple[Pack | None, tuple[Finding, ...]]:
    """Judge the pack with small changes."""
    sheet = sheet_from(varied(PACK, changes), "templates/wessex-vale/pack.yaml")
    return judge_pack(sheet, files(*names), "wessex-vale")
