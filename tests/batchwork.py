"""A made-up source of families: one a line of a file, each with two parents who are invited."""

import os
import signal
import zipfile
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, TypeVar

from officework import CASE, desk_in

from docgen.errors import CasefileRejected
from docgen.model.batch import Fixed
from docgen.model.plan import Job, State
from docgen.model.tree import Tree, tree_of
from docgen.service.batch import making
from docgen.service.batch.runs import Order, open_run
from docgen.service.batch.source import History
from docgen.service.desk import Desk
from docgen.service.examine import judge_sheet, plan_case
from docgen.service.make import Making
from docgen.service.papers import make_papers
from docgen.service.typeset import Order as Setting
from docgen.store.sheets import parse_sheet

B = TypeVar("B")
R = TypeVar("R")
FILE = "families.txt"
MEETING = "Room 4"
SPOILT: Mapping[str, Mapping[str, Tree]] = {
    "unmakable": {"people": {}},
    "unreadable": {"pupils": "nobody"},
}
"""What goes wrong with a family after it was judged."""
SMALL = Order(families=5)


@dataclass(frozen=True)
class Family:
    """A line of the file: a number, and what is wrong with the family, if anything is."""

    number: int
    trouble: str
    place: str

    @property
    def numbers(self) -> tuple[int, ...]:
        """Give the line."""
        return (self.number,)

    @property
    def case(self) -> str:
        """Give the case's id."""
        return f"b-{self.number}"

    @property
    def former(self) -> tuple[str, ...]:
        """Give no other case: its pupils were always in this one."""
        return ()

    @property
    def text(self) -> str:
        """Write its casefile, without what was issued."""
        text = CASE.replace("fam-0001", self.case).replace("Room 4", self.place)
        text = text.replace("Zoya", f"Zoya {'abcdefghij'[self.number % 10]}x")
        if self.trouble == "rejected":
            return text.replace("school: s-1", "school: s-9")
        return text


def judged(desk: Desk, family: Family, history: History) -> Fixed:
    """Judge a family: what the source's own judge does."""
    if family.trouble == "bug":
        message = f"the bug quotes {family.text}"
        raise KeyError(message)
    if family.trouble == "deadly":
        os.kill(os.getpid(), signal.SIGKILL)
    shown = f"{family.case}.yaml"
    try:
        sheet, _, case = judge_sheet(desk, shown, parse_sheet(family.text.encode(), shown))
    except CasefileRejected as error:
        return Fixed(family.case, family.numbers, findings=error.findings)
    issued = history(family.case)
    plan = plan_case(desk, replace(case, issued=issued), ())
    jobs = tuple(_refused(job, family) for job in plan.jobs if job.kind.name == "invite")
    tree = tree_of(sheet.root)
    assert isinstance(tree, Mapping)
    tree = {**tree, **SPOILT.get(family.trouble, {})}
    return Fixed(
        family.case,
        family.numbers,
        case.authority,
        tree,
        tuple(job for job in jobs if job.state is State.DUE),
        tuple(job for job in jobs if job.state is not State.DUE),
        known=len(issued),
    )


def _refused(job: Job, family: Family) -> Job:
    refused = family.trouble == "refused" and job.recipient == "p-2"
    return replace(job, state=State.REFUSED) if refused else job


@dataclass(frozen=True)
class Families:
    """The source: a file of families."""

    path: Path
    place: str = MEETING

    @property
    def originals(self) -> Mapping[str, Path]:
        """Give the file."""
        return {FILE: self.path}

    @property
    def recipe(self) -> Tree:
        """Give the meeting's place, which the file does not say."""
        return {"place": self.place}

    @property
    def judge(self) -> Any:  # noqa: ANN401 - takes families of this module alone
        """Give what judges them."""
        return judged

    def settled(self) -> None:
        """Hear that all are fixed."""

    def close(self) -> None:
        """Let go of the file, which is open only while it is read."""

    def families(self) -> Iterator[Family]:
        """Give them, line by line."""
        with self.path.open(encoding="utf-8") as file:
            for line in file:
                number, _, trouble = line.strip().partition(" ")
                yield Family(int(number), trouble, self.place)


def reopen(desk: Desk, folder: Path, recipe: Tree) -> Families:
    """Open the source of a run again."""
    del desk
    assert isinstance(recipe, Mapping)
    return Families(folder / FILE, str(recipe["place"]))


def families_in(office: Path, *lines: str) -> Families:
    """Write a file of families into an office."""
    path = office / FILE
    path.write_text("".join(f"{line}\n" for line in lines), "utf-8")
    return Families(path)


def many(count: int) -> list[str]:
    """Give lines of families with nothing wrong."""
    return [str(number) for number in range(1, count + 1)]


def letters_in(office: Path, run: str) -> list[str]:
    """Give the names of all letters of a run, wherever they lie."""
    home = Path(open_run(desk_in(office), run).folder.depot.place)
    found = [path.name for path in home.glob("[0-9]*/*") if path.is_file()]
    for archive in home.glob("[0-9]*.zip"):
        with zipfile.ZipFile(archive) as package:
            found += package.namelist()
    return sorted(found)


def deadly(task: Callable[[B], R], brief: B) -> R:
    """Do a task, but die when a letter of the third family is to be made."""
    real = make_papers

    def fatal(laid: Making, jobs: Iterable[Job], order: Setting) -> Any:  # noqa: ANN401 - as the real one
        if laid.case.case_id == "b-3":
            os.kill(os.getpid(), signal.SIGKILL)
        return real(laid, jobs, order)

    vars(making)["make_papers"] = fatal
    try:
        return task(brief)
    finally:
        vars(making)["make_papers"] = real
