"""A checklist row's topic into the evidence beside it; the names a pack may use (D-01.7)."""

from collections.abc import Callable, Mapping

from docgen.wording import delivery_rows, meeting_rows, planning_rows, review_rows
from docgen.wording.evidence import Dossier, Evidence

TOPICS: Mapping[str, Callable[[Dossier], Evidence]] = {
    "guidance": planning_rows.guidance,
    "attendance": planning_rows.attendance,
    "other_plans": planning_rows.other_plans,
    "earlier_support": planning_rows.earlier_support,
    "parents_contacted": planning_rows.parents_contacted,
    "pupil_takes_part": planning_rows.pupil_takes_part,
    "leader_told": meeting_rows.leader_told,
    "chair_and_lead": meeting_rows.chair_and_lead,
    "staff_present": meeting_rows.staff_present,
    "meeting_set": meeting_rows.meeting_set,
    "parents_present": delivery_rows.parents_present,
    "voices": delivery_rows.voices,
    "actions": delivery_rows.actions,
    "duration": delivery_rows.duration,
    "signatures": delivery_rows.signatures,
    "review_date": delivery_rows.review_date,
    "copies": delivery_rows.copies,
    "review_frequency": review_rows.review_frequency,
    "review_supplement": review_rows.review_supplement,
    "review_signatures": review_rows.review_signatures,
    "noncompliance": review_rows.noncompliance,
    "warning": review_rows.warning,
    "agencies_updated": review_rows.agencies_updated,
    "termination": review_rows.termination,
    "next_review": review_rows.next_review,
    "declined": review_rows.declined,
}
JUDGEMENTS = frozenset(
    {
        "guidance",
        "attendance",
        "earlier_support",
        "parents_contacted",
        "voices",
        "actions",
    }
)
