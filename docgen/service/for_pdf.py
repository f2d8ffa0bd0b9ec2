"""A Word template as its author left it → what in it no PDF could be made of, told beforehand."""

from collections.abc import Iterator
from dataclasses import replace

from docgen.errors import DiskTrouble, TemplateRejected
from docgen.model.finding import Finding, Severity
from docgen.model.sheet import Mark
from docgen.service.pdf import UNSHOWN

WHY = "Without LibreOffice no PDF can be made of this."
AT_ALL = "No PDF can be made of this."
UNLOOKED = "So nobody has looked whether a PDF can be made of this."
LINTED = frozenset(
    {"pdf-no-title", "pdf-hidden-text", "pdf-picture-no-alt", "pdf-heading-jump", "pdf-comment"}
)
"""What the linter tells in words of its own."""


def remarks_for_pdf(content: bytes, place: str, severity: Severity) -> Iterator[Finding]:
    """Tell what stands in the way of a PDF with a severity, and as I what will look otherwise.

    Placeholders count as the text that they are. A file that can't be read is told elsewhere.
    Without docgen's fonts that alone is told: a check makes no PDF.
    """
    from docgen.press.pdf.native import findings_of, read_for_pdf  # noqa: PLC0415 - slow to load

    try:
        found = findings_of(read_for_pdf(content, place).remarks, place, quoting=True)
    except TemplateRejected as refused:
        found = tuple(each for each in refused.findings if each.rule.startswith("pdf-"))
    except DiskTrouble as missing:
        found = (_unlooked(missing, place),)
    for each in (each for each in found if each.rule not in LINTED):
        stops = each.severity is Severity.ERROR
        why = AT_ALL if each.rule in UNSHOWN else WHY
        said = f"{each.message} {why}" if stops else each.message
        yield replace(each, message=said, severity=severity if stops else Severity.INFORMATION)


def _unlooked(missing: DiskTrouble, place: str) -> Finding:
    said = f"{missing.message} {UNLOOKED}"
    return Finding(
        missing.code, Severity.INFORMATION, said, missing.remedy, place=Mark(place, 1, 1)
    )
