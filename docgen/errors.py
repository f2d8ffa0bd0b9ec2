"""Reasons to stop a run: each with a code, plain words, a remedy and the findings behind it."""

from collections.abc import Mapping
from typing import ClassVar

from docgen.model.finding import Finding, Wording


class DocgenError(Exception):
    """A reason to stop; the doors turn `family` into an exit status or HTTP status."""

    family: ClassVar[str] = "bug"

    def __init__(
        self, code: str, message: str, remedy: str, findings: tuple[Finding, ...] = ()
    ) -> None:
        """Hold the code of this very message, its words, its remedy and findings."""
        super().__init__(message)
        self.code = code
        self.message = message
        self.remedy = remedy
        self.findings = findings


class UsageTrouble(DocgenError):
    """What was asked for can't be done as asked."""

    family = "usage"


class CasefileRejected(DocgenError):
    """The casefile or school can't be judged; all findings at once."""

    family = "casefile-rejected"


class TemplateRejected(DocgenError):
    """A template or pack can't be used."""

    family = "template-rejected"


class WordingMissing(DocgenError):
    """A phrase or statement is missing, or of `lacking` English sentences the translation."""

    family = "wording-missing"

    def __init__(
        self,
        code: str,
        message: str,
        remedy: str,
        findings: tuple[Finding, ...] = (),
        lacking: tuple[str, ...] = (),
    ) -> None:
        """Hold what any error holds, and what there is no translation of."""
        super().__init__(code, message, remedy, findings)
        self.lacking = lacking


class OutputDiffers(DocgenError):
    """The same inputs gave another document, or an issued file was changed."""

    family = "output-differs"


class DiskTrouble(DocgenError):
    """No room on the disk, or a file that can't be read or written."""

    family = "disk"


class LedgerTrouble(DocgenError):
    """The ledger can't be written, or does not verify."""

    family = "ledger"


Reasons = Mapping[str, Wording]


def stop(kind: type[DocgenError], reasons: Reasons, code: str, **names: object) -> DocgenError:
    """Make the error `code` of a room's table of reasons, its names filled in."""
    wording = reasons[code]
    return kind(code, wording.message.format_map(names), wording.remedy.format_map(names))
