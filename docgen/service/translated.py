"""A paper's values, template and notes → what it is told in two languages, or all that it lacks."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from hashlib import sha256
from typing import TYPE_CHECKING

from docgen.check.translations import untranslated, unworded
from docgen.errors import Reasons, WordingMissing
from docgen.model.case import Case
from docgen.model.finding import Wording
from docgen.model.language import CHECKED, Catalogue, Language
from docgen.model.values import Values
from docgen.wording.notes import Lack, Notes

if TYPE_CHECKING:
    from docgen.press.word.merge import Compiled
    from docgen.press.word.shapes import Edition, Tongue

REASONS: Reasons = {
    "paper-untranslated": Wording(
        "This paper can't be made in {language}: {count} of its sentences and words are missing.",
        "Put right what is listed; all other papers are made.",
    ),
}


@dataclass(frozen=True, slots=True)
class Told:
    """What a paper is filled in with; `unchecked` names what nobody has checked.

    `notes` knows what the values lack, of which not all need be printed. `texts` is the digest of
    the sentences that the template was set with, empty for those of the template itself.
    """

    values: Values
    notes: Notes
    unchecked: tuple[str, ...] = ()
    texts: str = ""


def incomplete(
    case: Case,
    language: Language,
    lacks: Iterable[Lack],
    missing: WordingMissing | None = None,
) -> WordingMissing:
    """Give the error that tells all that is not translated, of the template what `missing` tells.

    What was missing of the English stays as it was told: then no paper is made at all.
    """
    if missing is not None and not missing.findings:
        return missing
    lacks = tuple(lacks)
    words = (each.english for each in lacks if each.rule != "T-19")
    english = tuple(dict.fromkeys((*(missing.lacking if missing else ()), *words)))
    places = [(each.about, each.what) for each in lacks if each.rule == "T-19"]
    findings = (
        *((unworded(language, english),) if english else ()),
        *((untranslated(language, case, places),) if places else ()),
    )
    names = {"language": language.name, "count": len(english) + len(places)}
    told = REASONS["paper-untranslated"]
    return WordingMissing(
        "paper-untranslated", told.message.format_map(names), told.remedy, findings, english
    )


def not_checked(compiled: "Compiled", texts: Catalogue) -> tuple[str, ...]:
    """Name what nobody has checked of a template's sentences."""
    drafts = (pair for pair in compiled.messages if texts.messages[pair].status not in CHECKED)
    return tuple(f"“{english}”" for _, english in drafts)


def texts_used(compiled: "Compiled", texts: Catalogue, edition: "Edition") -> str:
    """Give the digest of the sentences that a template was set with, whoever checked them."""
    used = [[*pair, *texts.messages[pair].texts] for pair in compiled.messages]
    return _digest([used, _lines(edition.reader), _lines(edition.english), drawn(edition)])


def hangs_on(edition: "Edition") -> Mapping[str, object]:
    """Give all that a template compiled for an edition hangs on, as JSON can write it."""
    return {
        "reader": _tongue(edition.reader),
        "english": _tongue(edition.english),
        "form": edition.form,
        "large": edition.large,
        "pictures": drawn(edition),
    }


def drawn(edition: "Edition") -> list[list[str]]:
    """Give the pictures of an edition: key, digest and what they show."""
    found = edition.pictures.items()
    return [[key, sha256(content).hexdigest(), alt] for key, (content, alt) in sorted(found)]


def _tongue(tongue: "Tongue | None") -> list[object]:
    if tongue is None:
        return []
    return [tongue.catalogue.language.tag, tongue.catalogue.digest, *_lines(tongue)]


def _lines(tongue: "Tongue | None") -> list[str]:
    return [tongue.lines.mark, tongue.lines.unchecked, tongue.lines.stands] if tongue else []


def _digest(parts: Iterable[object]) -> str:
    canonical = json.dumps(list(parts), ensure_ascii=False, separators=(",", ":"))
    return sha256(canonical.encode()).hexdigest()
