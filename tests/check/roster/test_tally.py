"""Findings counted by kind, the most fundamental first."""

from docgen.check.roster.faults import found
from docgen.check.roster.tally import MOST_SHOWN, Tally
from docgen.model.finding import Finding, Severity
from docgen.model.sheet import Mark

CELL = Mark("roster.csv", 12, 3)


def told(*findings: Finding) -> list[tuple[str, int]]:
    """Give kinds and counts, in their order."""
    tally = Tally()
    tally.add(findings)
    return [(each.rule, each.count) for each in tally.told()]


def test_what_is_wrong_with_the_file_comes_before_its_cells_and_refusals_before_the_rest() -> None:
    findings = [
        found("cell-email", CELL),
        found("cell-date-form", CELL, what="The date"),
        Finding("roster-cell-error", Severity.ERROR, "…", "…", place=CELL),
        found("cell-name-missing", CELL, who="pupil"),
        found("cell-name-single", CELL, who="pupil"),
        found("column-language", Mark("roster.csv", 1, 0)),
        found("column-two", Mark("roster.csv", 1, 4), columns="D", first="D", what="the date"),
        Finding("roster-rows-hidden", Severity.INFORMATION, "…", "…"),
    ]
    assert [rule for rule, _ in told(*findings)] == [
        "column-two",
        "roster-rows-hidden",
        "column-language",
        "roster-cell-error",
        "cell-name-missing",
        "cell-date-form",
        "cell-name-single",
        "cell-email",
    ]


def test_many_of_a_kind_are_counted_and_the_first_shown() -> None:
    tally = Tally()
    for row in range(200):
        tally.add([found("cell-email", Mark("roster.csv", row, 3))])
    (kind,) = tally.told()
    assert (kind.count, len(kind.shown), kind.severity) == (200, MOST_SHOWN, Severity.INFORMATION)
    assert kind.shown[0].place == Mark("roster.csv", 0, 3)
    assert tally.count(Severity.INFORMATION) == 200
    assert tally.count(Severity.ERROR) == 0
