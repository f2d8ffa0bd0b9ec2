"""`pack`: an authority's templates → listed, checked, explained, copied to be edited."""

import click

from docgen.cli.answering import answer, say_lines
from docgen.cli.doors import Doors
from docgen.cli.everywhere import Asked, hears
from docgen.cli.lines import LOOK, grouped_lines
from docgen.cli.opening import desk_here
from docgen.cli.proof import proof
from docgen.cli.shapes import Shape, finding_shape
from docgen.cli.status import Status
from docgen.cli.tables import print_table
from docgen.cli.telling import near
from docgen.model.finding import Finding, Severity
from docgen.service.office import authority_for
from docgen.service.packs import ListedPack, check_pack, edit_template, list_packs
from docgen.service.phrases import Listed, list_phrases
from docgen.service.placeholders import Placeholder, authority_of, placeholders

LISTED = ("Authority", "Name", "Version", "Status", "Whose", "Kinds")
HOW_TO_PLACE = (
    "In the template: {{ school.name }}; for a list, each of these in a paragraph of its own:",
    "{%p for line in school.address %}  {{ line }}  {%p endfor %}",
)
PHRASES = ("Phrase", "For", "About", "Words", "To fill in", "Measured by")
HOW_TO_SAY = 'In a casefile: rq-1: {owner: p-1, phrase: phone-before, with: {time: "8:45am"}}'
AUTHORITY = click.option("--authority", metavar="NAME", help="Whose templates.")


EDITORS = {".docx": "Word", ".pdf": "a program that makes PDF forms"}


@click.group(cls=Doors)
def pack() -> None:
    """Look after an authority's templates."""


@pack.command("list", example="docgen pack list")
@hears
def list_(asked: Asked) -> None:
    """List the packs there are, and their kinds of document."""
    found = list_packs(desk_here(asked).workspace)
    shape = {"packs": [listed_pack_shape(each) for each in found]}
    answer(asked, shape, lambda: print_table(LISTED, [_row(each) for each in found]))


@pack.command(example="docgen pack check")
@AUTHORITY
@hears
def check(asked: Asked, authority: str | None) -> None:
    """Check packs and their Word files.

    All of them, unless the workspace or --authority names one. Leaves with 5 if one can't be used.
    """
    workspace = desk_here(asked).workspace
    fixed = authority or workspace.authority
    names = [fixed] if fixed else [each.authority for each in list_packs(workspace)]
    found = {name: check_pack(workspace, name) for name in names}
    shape = {
        "packs": [
            {"authority": name, "findings": [finding_shape(each) for each in findings]}
            for name, findings in found.items()
        ]
    }
    wrong = any(each.severity is Severity.ERROR for all_ in found.values() for each in all_)
    lines = [line for name, findings in found.items() for line in _checked(name, findings)]
    answer(asked, shape, lambda: say_lines(lines), Status.TEMPLATE if wrong else Status.MADE)


@pack.command("placeholders", example="docgen pack placeholders invite --example fam-0042")
@click.argument("kind")
@AUTHORITY
@click.option("--example", metavar="CASE", help="Show what a case puts in their place.")
@hears
def placeholders_(asked: Asked, kind: str, authority: str | None, example: str | None) -> None:
    """List the names that a template of a kind may use."""
    desk = desk_here(asked)
    of_case = authority_of(desk, example) if example and not authority else None
    name = authority_for(desk.workspace, authority or of_case, kind)
    found = placeholders(desk, name, kind, example)
    shape = {
        "authority": name,
        "kind": kind,
        "placeholders": [placeholder_shape(each) for each in found],
    }
    answer(asked, shape, lambda: _print_placeholders(found))


@pack.command("phrases", example="docgen pack phrases")
@AUTHORITY
@hears
def phrases_(asked: Asked, authority: str | None) -> None:
    """List the ready wordings for actions.

    Those of docgen's library; with an authority, what its pack makes of them.
    """
    workspace = desk_here(asked).workspace
    name = authority or workspace.authority
    found = list_phrases(workspace, name)
    shape = {"authority": name, "phrases": [phrase_shape(each) for each in found]}
    answer(asked, shape, lambda: _print_phrases(found))


pack.add_command(proof)


@pack.command(example="docgen pack edit checklist")
@click.argument("kind")
@AUTHORITY
@hears
def edit(asked: Asked, kind: str, authority: str | None) -> None:
    """Copy one template, to be edited in Word.

    It goes into the office's own folder of templates; all others still come from docgen.
    """
    workspace = desk_here(asked).workspace
    path = edit_template(workspace, authority_for(workspace, authority, kind), kind)
    lines = [
        f"{near(path)} is the office's own now.",
        f"Edit it in {EDITORS[path.suffix]}, save it, then run: docgen pack check",
    ]
    answer(asked, {"file": str(path)}, lambda: say_lines(lines))


def listed_pack_shape(listed: ListedPack) -> Shape:
    """Give a pack with its kinds; `usable` is false where its findings refuse it."""
    pack = listed.pack
    kinds = pack.kinds.values() if pack else ()
    return {
        "authority": listed.authority,
        "name": pack.name if pack else None,
        "version": pack.version if pack else None,
        "status": pack.status if pack else None,
        "own": listed.is_own,
        "usable": pack is not None,
        "kinds": [
            {"name": kind.name, "title": kind.title, "act": kind.act, "per": kind.per}
            for kind in kinds
        ],
        "findings": [finding_shape(finding) for finding in listed.findings],
    }


def placeholder_shape(placeholder: Placeholder) -> Shape:
    """Give a name that a template may use."""
    return {
        "name": placeholder.name,
        "type": placeholder.type,
        "says": placeholder.says,
        "example": placeholder.example,
    }


def phrase_shape(listed: Listed) -> Shape:
    """Give a phrase with what it leaves open."""
    phrase = listed.phrase
    return {
        "phrase": listed.key,
        "use": phrase.use,
        "kind": phrase.kind,
        "text": phrase.text,
        "with": list(listed.asks),
        "measure": phrase.measure,
        "version": phrase.version,
        "source": phrase.source,
    }


def _row(listed: ListedPack) -> tuple[str, ...]:
    whose = "this office" if listed.is_own else "docgen"
    if listed.pack is None:
        return (listed.authority, "", "", "can't be used: docgen pack check", whose, "")
    found = listed.pack
    kinds = ", ".join(found.kinds)
    return (found.authority, found.name, found.version, found.status, whose, kinds)


def _checked(name: str, findings: tuple[Finding, ...]) -> list[str]:
    remarks = all(each.severity is Severity.INFORMATION for each in findings)
    return [f"{name}: nothing to mend." if remarks else f"{name}:", *grouped_lines(findings, LOOK)]


def _print_placeholders(found: tuple[Placeholder, ...]) -> None:
    rows = [(each.name, each.type, each.says, each.example) for each in found]
    print_table(("Placeholder", "Type", "What it is", "Example"), rows)
    say_lines(("", *HOW_TO_PLACE))


def _print_phrases(found: tuple[Listed, ...]) -> None:
    rows = [
        (
            each.key,
            each.phrase.use,
            each.phrase.kind or "",
            each.phrase.text,
            ", ".join(each.asks),
            each.phrase.measure or "",
        )
        for each in found
    ]
    print_table(PHRASES, rows)
    say_lines(("", HOW_TO_SAY))
