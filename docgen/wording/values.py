"""A job and a bundle into the values that its template may use: plain data, every name there."""

import datetime as dt
from collections.abc import Callable, Mapping

from docgen.errors import WordingMissing, stop
from docgen.model.calendar import SchoolDays
from docgen.model.case import Case
from docgen.model.pack import Kind, Pack
from docgen.model.plan import Identity, Job
from docgen.model.values import Plain, Values
from docgen.wording import (
    checklist,
    contracts,
    copying,
    enclosures,
    formats,
    letters,
    meeting_forms,
    meetings,
    records,
    reviews,
)
from docgen.wording.absences import absence
from docgen.wording.attendance import attendance
from docgen.wording.bundle import REASONS, Bundle
from docgen.wording.evidence import Dossier
from docgen.wording.matter import Matter
from docgen.wording.messages import KIND
from docgen.wording.promised import promised
from docgen.wording.sections import sections_of

__all__ = ["document_values", "promised", "statements_for", "values_for"]


def values_for(case: Case, pack: Pack, job: Job, bundle: Bundle, days: SchoolDays) -> Values:
    """Give all values of a job but those of `document`; raise WordingMissing for a phrase."""
    matter = Matter(case, pack, job, bundle, days)
    shown = {section: _SECTIONS[section](matter) for section in sections_of(job.kind)}
    return {**letters.always(matter), **shown}


def document_values(
    job: Job, pack: Pack, bundle: Bundle, dated: dt.date, identity: Identity | None
) -> Values:
    """Give the values of `document`: numbered and dated, or marked as a draft."""
    return {
        "document": {
            "title": bundle.read(KIND, pack.kinds[job.kind.name].title),
            "reference": _reference(bundle, identity),
            "date": formats.day(bundle, dated),
            "draft": identity is None,
            "unchecked": False,
        }
    }


def _reference(bundle: Bundle, identity: Identity | None) -> str:
    if identity is None:
        return bundle.say("not-issued")
    return bundle.say("reference", number=identity.number, version=identity.version)


def in_both(english: Values, theirs: Values, *, unchecked: bool) -> Values:
    """Give the values of a paper in two languages, the reader's own under the name `other`."""
    shown, other = (_marked(values, unchecked=unchecked) for values in (english, theirs))
    return {**shown, "other": other}


def _marked(values: Values, *, unchecked: bool) -> Values:
    document = values["document"]
    if not isinstance(document, Mapping):
        raise TypeError(document)  # `document_values` gives one
    return {**values, "document": {**document, "unchecked": unchecked}}


def statements_for(kind: Kind, pack: Pack, variant: str = "standard") -> Mapping[str, str]:
    """Give the fixed texts that a kind carries; raise WordingMissing for one not in the pack."""
    for key in kind.statements:
        if key not in pack.statements:
            raise stop(
                WordingMissing, REASONS, "wording-no-statement", document=kind.name, statement=key
            )
    return {key: pack.statements[key].said(variant) for key in kind.statements}


def _contract(matter: Matter) -> Plain:
    return contracts.contract(matter, matter.agreed)


def _review(matter: Matter) -> Plain:
    return reviews.review(matter, matter.agreed, matter.case.reviews[matter.job.about])


def _warning(matter: Matter) -> Plain:
    return reviews.warning(matter, matter.agreed, matter.case.warnings[matter.job.about])


def _noncompliance(matter: Matter) -> Plain:
    return records.noncompliance(matter, matter.case.noncompliance[matter.job.about])


def _termination(matter: Matter) -> Plain:
    return records.termination(matter, matter.case.terminations[matter.job.about])


def _rationale(matter: Matter) -> Plain:
    return records.rationale(matter, matter.case.no_contract[matter.job.about])


def _rows(matter: Matter) -> Plain:
    return checklist.rows(_dossier(matter), matter.job.kind)


def _own_rows(matter: Matter) -> Plain:
    return checklist.own_rows(_dossier(matter))


def _dossier(matter: Matter) -> Dossier:
    return Dossier(matter.case, matter.pack, matter.contract_key, matter.bundle)


_SECTIONS: Mapping[str, Callable[[Matter], Plain]] = {
    "recipient": letters.recipient,
    "pupil": letters.pupil,
    "meeting": meetings.meeting,
    "contract": _contract,
    "review": _review,
    "warning": _warning,
    "rearranged": meetings.rearranged,
    "partner": meetings.partner,
    "absence": absence,
    "attendance": attendance,
    "copy": copying.copy,
    "links": copying.links,
    "noncompliance": _noncompliance,
    "termination": _termination,
    "rationale": _rationale,
    "voice": meeting_forms.voice,
    "contract_reasons": meeting_forms.contract_reasons,
    "views": meeting_forms.views,
    "present": meeting_forms.present,
    "absent": meeting_forms.absent,
    "enclosures": enclosures.enclosures,
    "rows": _rows,
    "own_rows": _own_rows,
}
