"""What people changed in a form of a case → lines to look at, and word that it was written."""

from pathlib import Path

from docgen.cli.answering import answer, say_lines
from docgen.cli.everywhere import Asked
from docgen.cli.lines import shown
from docgen.cli.opening import desk_for
from docgen.cli.shapes import Shape
from docgen.cli.telling import near
from docgen.plan.form_changes import Change
from docgen.service.form_reading import ReadBack, apply_back, read_back

LONGEST = 70


def tell_changes(asked: Asked, form: Path, case: str, *, about: str | None, applies: bool) -> None:
    """Show what people changed in a form, and write it into its case if that is wanted."""
    desk = desk_for(asked, case)
    found = read_back(desk, form, case, about)
    written = apply_back(desk, found) if applies and found.changes else None
    shape: Shape = {
        "file": str(form),
        "case": found.case_id,
        "kind": found.job.kind.name,
        "about": found.job.about,
        "changes": [_shape(each) for each in found.changes],
        "written": str(written) if written else None,
    }
    answer(asked, shape, lambda: say_lines(_lines(found, written)))


def _shape(change: Change) -> Shape:
    return {
        "path": _place(change),
        "old": change.old,
        "new": change.new,
        "value": None if change.value is None else str(change.value),
    }


def _lines(found: ReadBack, written: Path | None) -> list[str]:
    """Tell each change as what stood there and what stands there now."""
    name = f"{found.job.kind.name} about {found.job.about}"
    if not found.changes:
        return [f"{name}: nothing was changed in it."]
    lines = [f"{name}: {len(found.changes)} changed.", ""]
    for change in found.changes:
        lines += [f"  {_place(change)}", f"    - {_text(change.old)}", f"    + {_new(change)}"]
    told = f"{near(written)} says so now." if written else "Nothing was written; --apply does that."
    return [*lines, "", told]


def _place(change: Change) -> str:
    """Name a place in the casefile: `checklists.ct-1.answers.P7.date`, `….rows (planning 2)`."""
    path = ".".join(change.path)
    marks = " ".join(value for _, value in change.marks)
    number = "more" if change.is_new else 1 + (change.row or 0)
    row = "" if change.row is None else f" ({marks} {number})"
    return f"{path}{row}" + (f".{change.name}" if change.name else "")


def _new(change: Change) -> str:
    """Give what stands there now, and how it is understood where that is something else."""
    value = "" if change.value is None else str(change.value)
    return _text(change.new) + (f" ({value})" if value not in {"", change.new} else "")


def _text(text: str) -> str:
    line = " / ".join(text.split("\n"))
    return shown(line if len(line) <= LONGEST else f"{line[:LONGEST]}…") or "(nothing)"
