"""`explain`: the id of a rule or message → why it is there, and how to put right what it tells."""

import pkgutil
from collections.abc import Iterator, Mapping
from dataclasses import asdict
from importlib import import_module

import click

import docgen
from docgen.cli.answering import answer, say_lines
from docgen.cli.doors import Door
from docgen.cli.everywhere import Asked, hears
from docgen.cli.lines import shown
from docgen.cli.opening import desk_here
from docgen.cli.shapes import Shape
from docgen.cli.tables import print_table
from docgen.model.finding import Wording
from docgen.service.explain import Explained, Message, explain, explain_rules

TABLES = ("FAULTS", "REASONS")


@click.command("explain", cls=Door, example="docgen explain R-43")
@click.argument("rule", required=False)
@hears
def explain_(asked: Asked, rule: str | None) -> None:
    """Tell why a rule or message is there.

    RULE is any id that docgen shows, such as R-43 or r43. Without one, all rules are listed.
    """
    workspace = desk_here(asked).workspace
    if rule is None:
        found = explain_rules(workspace)
        rows = [_row(each) for each in found]
        columns = ("Rule", "Nationally", *(found[0].packs if found else ()), "What it says")
        answer(asked, _shape(found), lambda: print_table(columns, rows))
        return
    found = explain(workspace, rule, messages)
    answer(asked, _shape(found), lambda: say_lines(_lines(found)))


def messages() -> Mapping[str, Message]:
    """Gather every message that the program's modules lay down."""
    return {
        name: Message(wording, module)
        for module, table in _tables()
        for name, wording in table.items()
    }


def _tables() -> Iterator[tuple[str, Mapping[str, Wording]]]:
    for found in pkgutil.walk_packages(docgen.__path__, "docgen."):
        if not found.name.endswith("__main__"):
            module = import_module(found.name)
            for name in TABLES:
                if name in module.__annotations__:  # laid down here, not imported
                    yield found.name, vars(module)[name]


def _shape(found: tuple[Explained, ...]) -> Shape:
    return {"explained": [asdict(each) for each in found]}


def _row(each: Explained) -> tuple[str, ...]:
    return (each.id, each.severity or "", *each.packs.values(), each.says)


def _lines(found: tuple[Explained, ...]) -> Iterator[str]:
    for place, each in enumerate(found):
        if place:
            yield ""
        yield each.id
        for label, words in _parts(each):
            if words:
                yield shown(f"  {label:13}{words}")


def _parts(each: Explained) -> Iterator[tuple[str, str]]:
    yield "Says", each.says
    yield "Why", each.why
    yield "Source", each.source
    yield "To mend", each.remedy
    yield "Stage", each.stage or ""
    yield "Stops", each.stops
    own = "".join(f"; {name} {severity}" for name, severity in each.packs.items())
    yield "Severity", f"{each.severity} nationally{own}" if each.severity else ""
