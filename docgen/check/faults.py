"""What casefiles, schools and settings can get wrong in their shape, in a clerk's words."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from difflib import get_close_matches
from itertools import islice

from docgen.model.finding import Faults, Finding, Wording, fault
from docgen.model.sheet import Mark, Path

MOST = 200
LOOKED_AT = 500
LONGEST = 60
SHOWABLE = re.compile(r"[!-~]{1,40}")

FAULTS: Faults = {
    "field-unknown": Wording(
        "There is no field “{name}” in this place.",
        "Take the line out, or use one of: {names}.",
    ),
    "field-mistyped": Wording(
        "There is no field “{name}” in this place.",
        "Did you mean “{near}”?",
    ),
    "field-space": Wording(
        "There is no space after the colon of “{name}”.",
        "Write “{name}: ” with a space after the colon.",
    ),
    "field-missing": Wording(
        "“{name}” is missing here.",
        "Add a line “{name}: …”.",
    ),
    "value-empty": Wording(
        "“{name}” says nothing.",
        "Write its value or leave the line out; a text that is really that word goes in quotes.",
    ),
    "text-blank": Wording(
        "“{name}” holds nothing but blanks.",
        "Write its text or leave the line out.",
    ),
    "value-due": Wording(
        "“{name}” takes one value, but a list or fields of their own stand here.",
        "Write one value after the colon; a text that starts with a bracket goes in quotes.",
    ),
    "list-due": Wording(
        "“{name}” takes a list, and this is none.",
        "Put the values in square brackets, or each on a line of its own after a hyphen.",
    ),
    "fields-due": Wording(
        "“{name}” takes fields of its own, and there are none here.",
        "Write them as “field: value”, each on an indented line of its own, or in braces.",
    ),
    "choice-unknown": Wording(
        "What “{name}” says is none of the words it can say.",
        "Write one of: {choices}.",
    ),
    "choice-mistyped": Wording(
        "What “{name}” says is none of the words it can say.",
        "Did you mean “{near}”? It can say: {choices}.",
    ),
    "date-form": Wording(
        "“{name}” takes a date, and this is none that can be read.",
        "Write year, month and day with hyphens, such as 2025-11-03.",
    ),
    "date-order": Wording(
        "“{name}” takes a date written year first.",
        "If this is {told}, write {better}.",
    ),
    "date-impossible": Wording(
        "There is no {told}.",
        "Look up the day and write it as year-month-day, such as 2025-11-03.",
    ),
    "time-form": Wording(
        "“{name}” takes a time of day, and this is none that can be read.",
        "Write hours and minutes on the 24-hour clock, such as 15:30.",
    ),
    "time-order": Wording(
        "“{name}” takes a time on the 24-hour clock with two figures for the hour.",
        "Write {better}.",
    ),
    "number-form": Wording(
        "“{name}” takes a whole number.",
        "Write figures alone, without a zero in front, such as 9.",
    ),
    "yes-no-word": Wording(
        "“{name}” takes true or false.",
        "Write {better}.",
    ),
    "yes-no-form": Wording(
        "“{name}” takes true or false, and this is neither.",
        "Write true or false.",
    ),
    "key-form": Wording(
        "“{key}” can't be a key here.",
        "Write {prefix}- and then figures or lower-case letters, such as {prefix}-1.",
    ),
    "key-nowhere": Wording(
        "“{name}” points at “{key}”, and there is no such {sort} in the casefile.",
        "Write one of those there are ({keys}), or add it.",
    ),
    "key-mistyped": Wording(
        "“{name}” points at “{key}”, and there is no such {sort} in the casefile.",
        "Did you mean “{near}”?",
    ),
    "key-wrong-sort": Wording(
        "“{name}” points at “{key}”, which is a {found}; here stands a {sort}.",
        "Write one of: {keys}.",
    ),
    "key-twice": Wording(
        "“{name}” lists “{key}” twice.",
        "Take one of the two out.",
    ),
    "schema-version": Wording(
        "The file follows another edition of the casefile's shape than this docgen reads.",
        "Write “schema: 1”, or use a newer docgen.",
    ),
    "case-id-form": Wording(
        "The case id can't name files on every computer.",
        "Use up to 40 lower-case letters, figures and single hyphens, such as fam-0042.",
    ),
    "case-id-file": Wording(
        "The case id is “{key}”, but the file is called “{file}”.",
        "Make the two alike.",
    ),
    "case-id-name": Wording(
        "The case id “{key}” seems to hold somebody's name; it stands in each file name.",
        "Use a number of your own instead, unless the likeness is chance.",
    ),
    "authority-form": Wording(
        "This can't be an authority's name.",
        "Write the name of the authority's folder of templates, in lower-case letters.",
    ),
    "school-form": Wording(
        "This can't be a school's key.",
        "Write the name of its file under schools, without “.yaml”: s-1 for schools/s-1.yaml.",
    ),
    "school-inline": Wording(
        "The school is written out in the casefile.",
        "Move it to a file of its own under schools, say schools/s-1.yaml, and write "
        "“school: s-1”; what differs in this case alone goes under “school_changes:”.",
    ),
    "school-nowhere": Wording(
        "There is no school “{key}”.",
        "Write the key of a school there is, or add the file schools/{key}.yaml.",
    ),
    "school-own-key": Wording(
        "A school's key is the name of its file, and stands nowhere in it.",
        "Take the line “key:” out.",
    ),
    "school-year-form": Wording(
        "“{name}” takes a school year.",
        "Write it as 2025/26.",
    ),
    "language-form": Wording(
        "“{name}” takes a language's tag.",
        "Write the short tag, such as en, pl, ur or pa-Guru.",
    ),
    "email-form": Wording(
        "This can't be an e-mail address.",
        "Write one address such as office@school.example.",
    ),
    "moment-form": Wording(
        "“{name}” takes a date with a time.",
        "Write it as 2025-10-20T08:30.",
    ),
    "letterhead-form": Wording(
        "“{name}” takes the name of a picture that lies beside the school's file.",
        "Write a plain file name that ends in .png or .jpg, without folders.",
    ),
    "act-unknown": Wording(
        "“{key}” is nothing that papers do.",
        "Write what is signed: invite, contract, review, warning or termination.",
    ),
    "row-form": Wording(
        "“{key}” can't be a row of a checklist.",
        "Write a row's letter and number, such as P1, V3 or W2.",
    ),
    "version-form": Wording(
        "“{key}” can't be a version.",
        "Write the version's number, such as 1.",
    ),
    "blank-form": Wording(
        "“{key}” can't be the name of a gap in a phrase.",
        "Write the gap's name as the phrase has it, in lower-case letters.",
    ),
    "text-missing": Wording(
        "“{name}” says neither “text” nor “phrase”.",
        "Write one of them.",
    ),
    "text-and-phrase": Wording(
        "“{name}” says both “text” and “phrase”.",
        "Keep one of them.",
    ),
    "text-leftover": Wording(
        "“{name}” still holds a placeholder of a template or a mail merge.",
        "Write the words that belong there.",
    ),
    "text-gap": Wording(
        "“{name}” holds two blanks in a row, a tab or a line break.",
        "Keep one blank between the words, all in one line.",
    ),
    "name-comma": Wording(
        "“{name}” has a comma left over.",
        "Take the comma out, or write the word that is missing beside it.",
    ),
    "key-name": Wording(
        "The key “{key}” seems to hold somebody's name; keys stand in file names and logs.",
        "Use a number instead, unless the likeness is chance.",
    ),
    "link-twice": Wording(
        "{person} and {pupil} are linked twice: first in line {first}.",
        "Keep one link, with every basis in it.",
    ),
    "meetings-disagree": Wording(
        "{key} says “{name}: {other}”, but {other} does not say “{back}: {key}”.",
        "Write both lines, or neither.",
    ),
    "meetings-circle": Wording(
        "The meetings {keys} replace each other in a circle.",
        "Let the last of them replace the one before, and the first none.",
    ),
    "requirement-nowhere": Wording(
        "The contract {contract} has no action “{key}”.",
        "Write one of: {keys}.",
    ),
    "issued-number": Wording(
        "An issued document's number belongs to another case than {case}.",
        "Put the case id back to what it was; leave what docgen wrote under “issued:” as it is.",
    ),
    "issued-twice": Wording(
        "{number} version {version} stands under “issued:” twice.",
        "Put the file back to how docgen left it; leave what it wrote under “issued:” as it is.",
    ),
    "issued-replaces": Wording(
        "An issued document replaces {number}, which is not there.",
        "Put the line back that was taken out; leave what docgen wrote under “issued:” as it is.",
    ),
    "and-more": Wording(
        "There are more than {limit} faults; the rest are not listed.",
        "Put these right and check again.",
    ),
}


def told(rule: str, path: Path, place: Mark | None, **names: object) -> Finding:
    """Make a fault of this room; `name` in its words is the last field on the path."""
    return replace(fault(FAULTS, rule, place, **{"name": name_of(path), **names}), path=path)


def capped(findings: Sequence[Finding]) -> tuple[Finding, ...]:
    """Give the first of too many findings, and a line that says so."""
    if len(findings) <= MOST:
        return tuple(findings)
    return (*findings[:MOST], told("and-more", (), findings[MOST].place, limit=MOST))


def name_of(path: Path) -> str:
    """Give the last field on a path, as a message names it."""
    return next((step for step in reversed(path) if isinstance(step, str)), "the file")


def shown(name: str) -> str:
    """Give a mistyped key as a message may show it: one short word, else not at all."""
    return name if SHOWABLE.fullmatch(name) else "…"


def near(name: str, names: Iterable[str]) -> str | None:
    """Give the name that was probably meant, or None."""
    folded = {each.casefold(): each for each in islice(names, LOOKED_AT)}
    found = get_close_matches(name.casefold()[:LONGEST], folded, n=1, cutoff=0.7)
    return folded[found[0]] if found else None
