"""A case's tree → values and keys whose known form is not kept: tags, e-mails, versions."""

import datetime as dt
import re
from collections.abc import Callable, Iterator, Mapping
from typing import get_args

from docgen.check.case_faults import told
from docgen.check.faults import shown
from docgen.check.keys import is_file_name
from docgen.check.places import grown, standing
from docgen.model.finding import Finding
from docgen.model.pack import Act
from docgen.model.sheet import Fields, Scalar

Form = Callable[[str], object]

MOMENT = re.compile(r"20[0-9]{2}-[01][0-9]-[0-3][0-9](?:T[0-2][0-9]:[0-5][0-9])?")


def is_moment(text: str) -> bool:
    """Tell whether a text is a day of this century that there is, with or without a time."""
    try:
        dt.datetime.fromisoformat(text)
    except ValueError:
        return False
    return MOMENT.fullmatch(text) is not None


LANGUAGE = re.compile(r"[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*").fullmatch
FORMS: Mapping[str, Form] = {
    "schema-version": re.compile("1").fullmatch,
    "authority-form": is_file_name,
    "school-year-form": re.compile(r"20[0-9]{2}/[0-9]{2}").fullmatch,
    "language-form": LANGUAGE,
    "digest-form": re.compile(r"[0-9a-f]{6,64}", re.IGNORECASE).fullmatch,
    "email-form": re.compile(r"[^\s@<>,;]+@[^\s@<>,;]+\.[^\s@<>,;.]+").fullmatch,
    "moment-form": is_moment,
    "letterhead-form": re.compile(
        r"[a-z0-9][a-z0-9-]{0,60}\.(?:png|jpe?g)", re.IGNORECASE
    ).fullmatch,
}
KEYS: Mapping[str, Form] = {
    "act-unknown": frozenset(get_args(Act)).__contains__,
    "row-form": re.compile(r"[A-Z][1-9][0-9]?").fullmatch,
    "version-form": re.compile(r"[1-9][0-9]{0,3}").fullmatch,
    "blank-form": re.compile(r"[a-z][a-z0-9_]{0,39}").fullmatch,
    "language-form": LANGUAGE,
}
TEXTS_AT = grown(
    {
        "schema": "schema-version",
        "authority": "authority-form",
        "academic_year": "school-year-form",
        "people.*.languages.speaks": "language-form",
        "people.*.languages.reads": "language-form",
        "people.*.email": "email-form",
        "pupils.*.attendance.as_at": "moment-form",
        "reviews.*.attendance.as_at": "moment-form",
        "partners.*.email": "email-form",
        "school.email": "email-form",
        "school.letterhead": "letterhead-form",
        "school.staff.*.email": "email-form",
        "meetings.*.interpreter.language": "language-form",
        "contracts.*.signatures.*.language": "language-form",
        "contracts.*.understanding.*.language": "language-form",
        "noncompliance.*.language": "language-form",
        "issued.*.language": "language-form",
        "contracts.*.requirements.*.translations.*.of": "digest-form",
        "contracts.*.support.*.translations.*.of": "digest-form",
        "texts.*.translations.*.of": "digest-form",
        "school.texts.*.translations.*.of": "digest-form",
    }
)
KEYS_AT = grown(
    {
        "school.signatories": "act-unknown",
        "contracts.*.agreed": "version-form",
        "contracts.*.requirements.*.with": "blank-form",
        "contracts.*.requirements.*.translations": "language-form",
        "contracts.*.support.*.with": "blank-form",
        "contracts.*.support.*.translations": "language-form",
        "texts.*.translations": "language-form",
        "school.texts.*.translations": "language-form",
        "checklists.*.answers": "row-form",
    }
)


def forms(root: Fields) -> Iterator[Finding]:
    """Judge every value and key whose form is known."""
    for path, node, form in standing(root, TEXTS_AT):
        if isinstance(node, Scalar) and node.text.strip() and not FORMS[form](node.text.strip()):
            yield told(form, path, node.mark)
    for path, node, form in standing(root, KEYS_AT):
        for key, _ in node.entries if isinstance(node, Fields) else ():
            if not KEYS[form](key.text):
                yield told(form, path, key.mark, key=shown(key.text))
