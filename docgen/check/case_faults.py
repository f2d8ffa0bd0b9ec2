"""What a casefile and its school can get wrong beyond their shape, in a clerk's words."""

from docgen.check import faults
from docgen.model.finding import Faults, Finding, Wording
from docgen.model.sheet import Mark, Path

FAULTS: Faults = {
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
    "digest-form": Wording(
        "`of` ties a translation to its English by a digest, and this is none.",
        "Take it from: docgen translations status LANGUAGE --case CASE; or leave the line out: the "
        "translation then counts as one that nobody has checked.",
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
}


ALL: Faults = {**faults.FAULTS, **FAULTS}


def told(rule: str, path: Path, place: Mark | None, **names: object) -> Finding:
    """Make a fault about a casefile, of this table or of the shape's."""
    return faults.told_from(ALL, rule, path, place, **names)
