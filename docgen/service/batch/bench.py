"""A fixed family → its case again, laid out with what its letters are made from."""

import json
from collections import OrderedDict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import lru_cache

from docgen.check.case import CHANGES, SCHOOL, with_school
from docgen.check.shape import typed
from docgen.model.batch import Fixed
from docgen.model.case import Case, Issued
from docgen.model.pack import Kind
from docgen.model.sheet import Mark, Sheet
from docgen.model.tree import fields_of
from docgen.service.batch.lines import Line, read_fixed, unpacked
from docgen.service.batch.places import Seat, desk_at
from docgen.service.desk import Desk
from docgen.service.examine import making_for, rejected, shown_path
from docgen.service.make import Making
from docgen.store.sheets import read_sheet

SCHOOLS = 2
"""Schools for which compiled templates are kept: families of one school come together."""


@dataclass(frozen=True, slots=True)
class Bench:
    """A desk, and what is laid out on it: schools as read, and what their letters are made from."""

    desk: Desk
    schools: dict[str, Sheet] = field(default_factory=dict)
    laid_out: "OrderedDict[str, Making]" = field(default_factory=OrderedDict)

    def making(self, fixed: Fixed, issued: tuple[Issued, ...]) -> Making:
        """Lay out a family's case; templates that were compiled for its school stay compiled.

        Raises `CasefileRejected` where the school was changed since the family was judged.
        """
        tree = fixed.tree or {}
        case = replace(self.case(fixed), issued=issued)
        about = json.dumps([fixed.authority, tree.get(SCHOOL), tree.get(CHANGES)])
        if about not in self.laid_out:
            self.laid_out[about] = making_for(self.desk, case)
            if len(self.laid_out) > SCHOOLS:
                self.laid_out.popitem(last=False)
        self.laid_out.move_to_end(about)
        return replace(self.laid_out[about], case=case)

    def case(self, fixed: Fixed) -> Case:
        """Give a family's case, with nothing issued; raises `CasefileRejected`."""
        tree = fixed.tree or {}
        root = fields_of(tree, Mark(fixed.case, 1, 1))
        key = str(tree.get(SCHOOL, ""))
        case, faults = typed(with_school(root, self._school(key).root, key), Case, also=(CHANGES,))
        if case is None:
            raise rejected(fixed.case, faults)
        return case

    def _school(self, key: str) -> Sheet:
        if key not in self.schools:
            path = self.desk.workspace.schools / f"{key}.yaml"
            sheet, faults = read_sheet(path, shown_path(self.desk, path))
            if sheet is None or faults:
                raise rejected(path.name, faults)
            self.schools[key] = sheet
        return self.schools[key]


@lru_cache(maxsize=1)
def bench_at(seat: Seat) -> Bench:
    """Give the bench at a seat, as the last brief left it."""
    return Bench(desk_at(seat))


def families(desk: Desk, content: bytes) -> Iterator[Fixed]:
    """Read a chunk's families; its first line is about all of them. Raises `ValueError`."""
    lines = unpacked(content)
    next(lines)
    for line in lines:
        yield read_fixed(line, _kinds(desk, line))


def _kinds(desk: Desk, line: Line) -> Mapping[str, Kind]:
    """Give the kinds that the letters of a line are of; a rejected family has none."""
    return desk.pack(line["authority"]).pack.kinds if line["authority"] else {}
