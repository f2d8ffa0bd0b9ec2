"""The one table from an error's family to the program's exit status."""

import pytest

from docgen import errors
from docgen.cli.status import Status, status_of


@pytest.mark.parametrize(
    ("kind", "status"),
    [
        (errors.UsageTrouble, Status.USAGE),
        (errors.CasefileRejected, Status.REJECTED),
        (errors.TemplateRejected, Status.TEMPLATE),
        (errors.WordingMissing, Status.WORDING),
        (errors.OutputDiffers, Status.DIFFERS),
        (errors.DiskTrouble, Status.DISK),
        (errors.LedgerTrouble, Status.LEDGER),
    ],
)
def test_each_family_has_its_status(kind: type[errors.DocgenError], status: Status) -> None:
    assert status_of(kind("a-code", "What is wrong.", "What to do.")) is status


def test_no_family_is_without_status() -> None:
    families = errors.DocgenError.__subclasses__()
    assert {status_of(kind("a-code", "", "")) for kind in families} == set(Status) - {
        Status.MADE,
        Status.BUG,
        Status.STOPPED,
        Status.INTERRUPTED,
    }
