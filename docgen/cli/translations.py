"""`translations`: texts in other languages → laid out, counted, checked, exchanged, approved."""

from pathlib import Path
from typing import get_args

import click

from docgen.cli.answering import answer, say_lines
from docgen.cli.doors import Doors
from docgen.cli.everywhere import Asked, hears
from docgen.cli.lines import LOOK, counted, grouped_lines
from docgen.cli.opening import desk_here
from docgen.cli.shapes import finding_shape
from docgen.cli.status import Status
from docgen.cli.telling import near
from docgen.cli.translations_told import (
    account_lines,
    account_shape,
    extracted_line,
    extracted_shape,
    print_tallies,
    standing_shape,
)
from docgen.model.finding import Finding, Severity
from docgen.service.translations.approve import Saying, Step, Wish, approve, keep, must_be_used
from docgen.service.translations.check import check_languages
from docgen.service.translations.exchange import export
from docgen.service.translations.extract import extract
from docgen.service.translations.importing import import_workbook
from docgen.service.translations.own_texts import own_texts, told_lines
from docgen.service.translations.shelf import demand_of, names_there
from docgen.service.translations.told import accounts_of

AUTHORITY = click.option("--authority", metavar="NAME", help="Whose papers; all without.")
NOTE = click.option("--note", default="", help="What to write down with it.")


@click.group(cls=Doors)
def translations() -> None:
    """Look after papers' texts in other languages.

    LANG is a tag such as pl or ur; `plain` stands for plain English.
    """


@translations.command("extract", example="docgen translations extract pl")
@click.argument("languages", nargs=-1, metavar="[LANG]...")
@AUTHORITY
@hears
def extract_(asked: Asked, languages: tuple[str, ...], authority: str | None) -> None:
    """Bring the files of texts up to date with templates and phrases.

    New sentences are added empty; those that went are put aside in previous.csv.
    """
    demand = demand_of(desk_here(asked).workspace, authority)
    found = [each for name in languages or names_there(demand) for each in extract(demand, name)]
    lines = [extracted_line(each) for each in found]
    answer(asked, {"files": [*map(extracted_shape, found)]}, lambda: say_lines(lines))


@translations.command(example="docgen translations status pl --list")
@click.argument("language", required=False, metavar="[LANG]")
@click.option("--list", "listed", is_flag=True, help="List the messages that nobody has checked.")
@click.option("--kind", "use", metavar="KIND", help="List those of one kind of paper alone.")
@click.option("--case", metavar="CASE", help="List a case's own texts that lack a translation.")
@AUTHORITY
@hears
def status(
    asked: Asked,
    /,
    language: str | None,
    listed: bool,
    use: str | None,
    **which: str | None,
) -> None:
    """Tell how much is translated, and how much of it is checked.

    With --case: the case's own texts that lack a translation, as YAML to fill in and paste; and
    those whose translation nobody has checked.
    """
    desk = desk_here(asked)
    case = which["case"]
    if case is not None:
        found = own_texts(desk, case, language)
        shape = {"case": case, "texts": [each.shape for each in found]}
        lines = [*told_lines(case, found)]
        answer(asked, shape, lambda: say_lines(lines))
        return
    demand = demand_of(desk.workspace, which["authority"])
    if use:
        must_be_used(demand, use)
    accounts = accounts_of(demand, language)
    shape = {"languages": [account_shape(each) for each in accounts]}

    def tell() -> None:
        print_tallies(accounts)
        if listed or use:
            say_lines(line for each in accounts for line in account_lines(demand, each, use))

    answer(asked, shape, tell)


@translations.command(example="docgen translations check")
@click.argument("language", required=False, metavar="[LANG]")
@AUTHORITY
@hears
def check(asked: Asked, language: str | None, authority: str | None) -> None:
    """Tell all that is wrong with the files of texts. Leaves with 5 if one can't be used."""
    found = check_languages(demand_of(desk_here(asked).workspace, authority), language)
    shape = {
        "languages": [
            {"language": name or None, "findings": [finding_shape(each) for each in findings]}
            for name, findings in found.items()
        ]
    }
    wrong = any(each.severity is Severity.ERROR for all_ in found.values() for each in all_)
    lines = [line for name, findings in found.items() for line in _checked(name, findings)]
    answer(asked, shape, lambda: say_lines(lines), Status.TEMPLATE if wrong else Status.MADE)


@translations.command("export", example="docgen translations export pl --xlsx")
@click.argument("language", metavar="LANG")
@click.option("--xlsx", is_flag=True, help="As an Excel workbook; other ways there are none.")
@click.option("-o", "--out", "out", type=click.Path(path_type=Path), help="The file to write.")
@click.option("--open", "only_open", is_flag=True, help="Only what is missing or stale.")
@AUTHORITY
@hears
def export_(asked: Asked, /, language: str, out: Path | None, **how: object) -> None:
    """Write a language's messages into a workbook for a translator."""
    demand = demand_of(desk_here(asked).workspace, _text(how["authority"]))
    path = out or Path(f"docgen-{language}.xlsx")
    number = export(demand, language, path, only_open=bool(how["only_open"]))
    lines = [f"{near(path.resolve())}: {counted(number, 'message')} in {language}."]
    answer(asked, {"file": str(path), "messages": number}, lambda: say_lines(lines))


@translations.command("import", example="docgen translations import docgen-pl.xlsx")
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--partly", is_flag=True, help="Take over what is in order, and tell the rest.")
@AUTHORITY
@hears
def import_(asked: Asked, file: Path, partly: bool, authority: str | None) -> None:
    """Take over a spreadsheet that a translator filled in.

    All texts that changed are drafts again. If anything is wrong, nothing is taken over.
    """
    found = import_workbook(demand_of(desk_here(asked).workspace, authority), file, partly=partly)
    shape = {
        "languages": dict(found.languages),
        "files": [str(path) for path in found.paths],
        "findings": [finding_shape(each) for each in found.findings],
    }
    lines = [f"{name}: {counted(n, 'text')} taken over." for name, n in found.languages.items()]
    lines += grouped_lines(found.findings)
    wrong = Status.STOPPED if found.findings else Status.MADE
    answer(asked, shape, lambda: say_lines(lines), wrong)


@translations.command("approve", example="docgen translations approve pl --kind invite --by st-1")
@click.argument("language", metavar="LANG")
@click.argument("messages", nargs=-1, metavar="[MESSAGE]...")
@click.option("--all", "every", is_flag=True, help="All that have a text.")
@click.option("--kind", "use", metavar="KIND", help="All of one kind of paper.")
@click.option(
    "--status", "step", type=click.Choice(get_args(Step)), default="approved", show_default=True
)
@NOTE
@AUTHORITY
@hears
def approve_(
    asked: Asked, /, language: str, messages: tuple[str, ...], step: Step, **how: object
) -> None:
    """Write down that texts were checked, and by whom (--by).

    It holds for exactly these texts: a change of the English or the translation takes it back.
    """
    desk = desk_here(asked)
    demand = demand_of(desk.workspace, _text(how["authority"]))
    wish = Wish(messages, _text(how["use"]), bool(how["every"]))
    found = approve(desk, demand, language, wish, Saying(step, asked.by, str(how["note"])))
    names = dict.fromkeys(each.id for each in found)
    shape = {"language": language, "status": step, "messages": [*names]}
    lines = [f"{counted(len(names), 'text')} in {language} now {step}."]
    answer(asked, shape, lambda: say_lines(lines))


@translations.command("keep", example="docgen translations keep 3f9a1c02 --same-meaning")
@click.argument("message")
@click.option(
    "--same-meaning",
    is_flag=True,
    required=True,
    help="The English was mended, and says the same as before.",
)
@NOTE
@AUTHORITY
@hears
def keep_(asked: Asked, message: str, same_meaning: bool, note: str, authority: str | None) -> None:
    """Keep the translations of a sentence whose English was mended."""
    del same_meaning  # it must be said, and there is nothing else to say
    desk = desk_here(asked)
    found = keep(desk, demand_of(desk.workspace, authority), message.lower(), note)
    shape = {
        "message": message,
        "languages": [
            {**standing_shape(each.standing), "language": each.language, "status": each.status}
            for each in found
        ],
    }
    lines = [f"{each.language}: kept, {each.status}." for each in found]
    answer(asked, shape, lambda: say_lines(lines))


def _checked(name: str, findings: tuple[Finding, ...]) -> list[str]:
    told = name or "languages"
    remarks = all(each.severity is Severity.INFORMATION for each in findings)
    return [f"{told}: nothing to mend." if remarks else f"{told}:", *grouped_lines(findings, LOOK)]


def _text(given: object) -> str | None:
    return given if isinstance(given, str) else None
