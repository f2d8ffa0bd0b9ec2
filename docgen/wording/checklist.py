"""A checklist's rows into values: the school's own answers, else what the casefile shows."""

from collections.abc import Mapping

from docgen.errors import WordingMissing, stop
from docgen.model.case import Answer, Checklist
from docgen.model.pack import Kind, Row
from docgen.model.values import Plain, Promise, Promises
from docgen.wording import formats
from docgen.wording.bundle import REASONS, Bundle
from docgen.wording.evidence import Complete, Dossier, Evidence
from docgen.wording.naming import named
from docgen.wording.topics import TOPICS

STAGES = ("planning", "delivery", "review")
WORDS: Mapping[Complete | None, str] = {
    "done": "yes",
    "not_done": "no",
    "not_applicable": "not-applicable",
}


def row_promises(kind: Kind) -> Promises:
    """Give the names that a checklist's template may use for its rows."""
    promises: dict[str, Promise] = {}
    for key in kind.rows:
        promises |= {
            f"rows.{key}.comments": Promise("text", f"comments on {key}", "Told on 3 November"),
            f"rows.{key}.complete": Promise("text", "Yes, No, NA or empty", "Yes"),
            f"rows.{key}.by": Promise("text", "who answered, empty if nobody", "Ms Priya Nair"),
            f"rows.{key}.date": Promise("text", "when they answered", "3 November 2025"),
        }
    for stage in STAGES:
        own = f"own_rows.{stage}"
        promises |= {
            own: Promise("list", f"the school's own rows at the end of the {stage} stage"),
            f"{own}[].checkpoint": Promise("text", "what is to be done", "Bus pass asked for"),
            f"{own}[].comments": Promise("text", "comments", ""),
            f"{own}[].complete": Promise("text", "Yes, No, NA or empty", "No"),
        }
    return promises


def rows(dossier: Dossier, kind: Kind) -> dict[str, Plain]:
    """Give each row of the kind; what the school answered stands before what docgen knows."""
    answers = dossier.case.checklists.get(dossier.key, Checklist()).answers
    return {
        key: _row(dossier, _evidence(dossier, row), answers.get(key, Answer()))
        for key, row in kind.rows.items()
    }


def own_rows(dossier: Dossier) -> dict[str, Plain]:
    """Give the rows that the school added, by stage."""
    added = dossier.case.checklists.get(dossier.key, Checklist()).rows
    return {
        stage: [
            {
                "checkpoint": row.checkpoint,
                "comments": row.comments or "",
                "complete": _word(dossier.bundle, row.complete),
            }
            for row in added
            if row.stage == stage
        ]
        for stage in STAGES
    }


def _evidence(dossier: Dossier, row: Row) -> Evidence:
    if row.evidence is None:
        return Evidence("")
    if row.evidence not in TOPICS:
        raise stop(WordingMissing, REASONS, "wording-no-topic", topic=row.evidence)
    found = TOPICS[row.evidence](dossier)
    return found if row.prefill else Evidence(found.comments)


def _row(dossier: Dossier, found: Evidence, answer: Answer) -> dict[str, Plain]:
    by = named(dossier.case, answer.by) or answer.by or ""
    return {
        "comments": found.comments if answer.comments is None else answer.comments,
        "complete": _word(dossier.bundle, answer.complete or found.complete),
        "by": by,
        "date": formats.day(dossier.bundle, answer.date),
    }


def _word(bundle: Bundle, complete: Complete | None) -> str:
    phrase = WORDS.get(complete)
    return bundle.say(phrase) if phrase else ""
