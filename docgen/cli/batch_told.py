"""A roster looked through, and what a run of it would do → lines for a clerk, and JSON."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from docgen.check.roster.remedies import ACCEPT
from docgen.check.roster.tally import Told
from docgen.cli.lines import STANDARD, counted, finding_lines, job_name, shown
from docgen.cli.shapes import Shape, finding_shape, job_shape
from docgen.cli.telling import near
from docgen.model.batch import Fixed
from docgen.model.family import Family
from docgen.model.finding import Finding, Severity
from docgen.model.roster import IGNORED, Match, cell_name, column_letters
from docgen.service.batch.check import Checked
from docgen.service.batch.dry_run import Letters, Planned, Stopped
from docgen.service.batch.figures import STAY
from docgen.service.batch.handed_back import Changed, aside
from docgen.store.roster.faults import NOTES

DOES = {
    Severity.ERROR: "refuses",
    Severity.WARNING: "is asked about, and holds",
    Severity.INFORMATION: "is good to know",
}
LOOKED_AT = "is worth a look, and holds nothing"
"""What is odd about the file as a whole."""


def check_lines(checked: Checked) -> list[str]:
    """Tell what a roster holds, what its columns were taken for, and what was found."""
    sheet = f", sheet {checked.sheet}" if checked.sheet else ""
    export = f", as {checked.export} exports it" if checked.export else ""
    lines = [shown(f"{checked.shown}{sheet}{export}"), "", "Columns"]
    lines += [_column(match) for match in checked.matches]
    counts = checked.counts
    if checked.is_readable:
        families = counted(counts.families, "family", "families")
        whom = f"{counted(counts.pupils, 'pupil')} and {counted(counts.parents, 'parent')}"
        refused = f", {counts.refused} of them refused" if counts.refused else ""
        lines += ["", f"{counted(counts.rows, 'row')}{refused}: {whom} in {families}."]
        lines += aside(counts.left_out, checked.changed)
    lines += told_lines(checked.told)
    return lines + _marked(checked.marked)


def told_lines(told: Iterable[Told]) -> Iterator[str]:
    """Tell findings kind by kind, each with the first cells it was found in."""
    for each in told:
        first = each.shown[0]
        yield ""
        yield shown(f"{each.rule}  {each.severity}  {counted(each.count, 'time')}: {_does(each)}")
        yield shown(f"    To mend: {first.remedy}")
        yield from accept_lines(first, "    To let it pass: ")
        for finding in each.shown:
            yield shown(f"    {_cell(finding)}  {finding.message}")
        if each.count > len(each.shown):
            yield f"    … and {each.count - len(each.shown)} more"


def plan_lines(planned: Planned) -> list[str]:
    """Tell how many letters a run would make, how, and which not, with the reasons."""
    families = counted(planned.families, "family", "families")
    lines = [shown(f"{planned.shown}: {counted(planned.count, 'letter')} for {families}.")]
    for each in planned.letters:
        lines.append(_letters(each))
        for finding in each.found:
            lines += finding_lines(finding, f"{'':9}")
    states = [f"{count} {state.value}" for state, count in planned.states]
    if states:
        lines += ["", f"Not made: {', '.join(states)}."]
    if planned.rejected:
        lines.append(f"{counted(planned.rejected, 'family', 'families')} can't be judged.")
    if planned.refused_rows:
        lines.append(f"{counted(planned.refused_rows, 'row')} can't be used.")
    if planned.stay:
        lines.append(f"{STAY}: {planned.stay:,}.")
    lines += aside(planned.left_out, planned.changed)
    if planned.stopped:
        lines += ["", "Why, with the first rows"]
        lines += [line for each in planned.stopped for line in _stopped(each)]
    lines += told_lines(planned.told)
    if planned.notices:
        lines += ["", "Good to know", *(f"  {shown(notice)}" for notice in planned.notices)]
    return lines + _marked(planned.marked)


def fixed_lines(family: Family, fixed: Fixed) -> list[str]:
    """Tell each letter of a family with the rows that it comes from."""
    lines = []
    for job in (*fixed.jobs, *fixed.stopped):
        rows = ", ".join(map(str, family.rows_of(job.recipient, job.pupil)))
        lines.append(f"{fixed.case}  {job.state.value:8}{job_name(job)}  (row {rows})")
    return lines


def fixed_shapes(family: Family, fixed: Fixed) -> Iterator[Shape]:
    """Give each letter of a family with the rows that it comes from."""
    for job in (*fixed.jobs, *fixed.stopped):
        rows = list(family.rows_of(job.recipient, job.pupil))
        yield {"case": fixed.case, "rows": rows, **job_shape(job)}


def checked_shape(checked: Checked) -> Shape:
    """Give what a roster holds, what its columns were taken for, and what was found."""
    counts = checked.counts
    return {
        "file": checked.shown,
        "sheet": checked.sheet or None,
        "export": checked.export or None,
        "columns": [_match_shape(match) for match in checked.matches],
        "readable": checked.is_readable,
        "rows": counts.rows,
        "refused_rows": counts.refused,
        "families": counts.families,
        "pupils": counts.pupils,
        "parents": counts.parents,
        "left_out_families": counts.left_out,
        "changed_rows": changed_shape(checked.changed),
        "findings": [told_shape(each) for each in checked.told],
        "marked": str(checked.marked) if checked.marked else None,
    }


def planned_shape(planned: Planned) -> Shape:
    """Give what a run would do."""
    return {
        "file": planned.shown,
        "families": planned.families,
        "rows": planned.rows,
        "refused_rows": planned.refused_rows,
        "letters": planned.count,
        "by": [_letters_shape(each) for each in planned.letters],
        "not_made": {state.value: count for state, count in planned.states},
        "rejected_families": planned.rejected,
        "left_out_families": planned.left_out,
        "changed_rows": changed_shape(planned.changed),
        "stay": planned.stay,
        "stopped": [_stopped_shape(each) for each in planned.stopped],
        "findings": [told_shape(each) for each in planned.told],
        "marked": str(planned.marked) if planned.marked else None,
        "notices": list(planned.notices),
    }


def changed_shape(changed: Changed | None) -> Shape | None:
    """Give what was changed in a sheet that docgen handed back."""
    return {"count": changed.count, "first": list(changed.first)} if changed else None


def told_shape(told: Told) -> Shape:
    """Give a kind of finding: how often it was found, and the first of them."""
    return {
        "rule": told.rule,
        "severity": told.severity.value,
        "count": told.count,
        "first": [finding_shape(finding) for finding in told.shown],
    }


def _marked(path: Path | None) -> list[str]:
    return ["", f"{shown(str(near(path)))} is the same sheet, cells marked."] if path else []


def accept_lines(finding: Finding, before: str) -> Iterator[str]:
    """Tell how a finding is accepted, if it can be and its own words don't say."""
    if finding.is_open and finding.rule not in NOTES and "--accept" not in finding.remedy:
        yield f"{before}{ACCEPT.format(rule=finding.rule)}"


def _does(told: Told) -> str:
    is_held = told.severity is not Severity.WARNING or told.rule not in NOTES
    return DOES[told.severity] if is_held else LOOKED_AT


def _column(match: Match) -> str:
    letters = column_letters(match.column)
    if match.field == IGNORED:
        return shown(f"  {letters:3}{match.heading or '(no heading)'}: not used ({match.why})")
    sure = f"{match.confidence} of 100, {match.why}"
    return shown(f"  {letters:3}{match.heading or '(no heading)'}: {match.field} ({sure})")


def _cell(finding: Finding) -> str:
    place = finding.place
    if place is None:
        return "the file"
    return cell_name(place.line, place.column) if place.column else f"row {place.line}"


def _letters(each: Letters) -> str:
    named = f"{each.count:8} {each.kind} in {each.language}"
    named += f" {each.variant}" if each.variant != STANDARD else ""
    if each.sheets is None or each.pages is None:
        return named
    about = "" if each.exact else "about "
    return f"{named}: {about}{counted(each.sheets, 'sheet')}, {counted(each.pages, 'page')}"


def _stopped(each: Stopped) -> Iterator[str]:
    rows = ", ".join(map(str, each.rows))
    yield f"  {each.rule}  {each.severity}  {counted(each.count, 'letter')}: rows {rows}"
    if each.example:
        yield shown(f"      such as: {each.example.message}")
        yield shown(f"      to mend: {each.example.remedy}")
        yield from accept_lines(each.example, "      to let it pass: ")


def _match_shape(match: Match) -> Shape:
    return {
        "column": column_letters(match.column),
        "heading": match.heading,
        "field": match.field,
        "confidence": match.confidence,
        "why": match.why,
    }


def _letters_shape(each: Letters) -> Shape:
    return {
        "kind": each.kind,
        "language": each.language,
        "variant": each.variant,
        "letters": each.count,
        "pages": each.pages,
        "sheets": each.sheets,
        "exact": each.exact,
        "found": [finding_shape(finding) for finding in each.found],
    }


def _stopped_shape(each: Stopped) -> Shape:
    return {
        "rule": each.rule,
        "severity": each.severity.value,
        "letters": each.count,
        "rows": list(each.rows),
        "example": finding_shape(each.example) if each.example else None,
    }
