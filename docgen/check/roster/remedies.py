"""A finding on a case that came from a list → what to do about it in rows, columns and the frame.

Rules speak to who types a casefile; whoever keeps a list has cells instead.
"""

from collections.abc import Mapping
from dataclasses import replace

from docgen.model.finding import Finding

ACCEPT = "--accept {rule}=REASON"
"""How a finding (W) is said to hold no letter; on the command line, or in the frame."""
REMEDIES: Mapping[str, str] = {
    "C-01": "Correct the figures in the pupil's rows from the attendance certificate.",
    "C-11": "Correct the year group or the date of birth in the pupil's rows. If pupils are "
    "taught in another year on purpose, accept it: {accept}.",
    "R-02": "Check the date of birth in the pupil's rows, and the day of the meeting. Leave out "
    "pupils who are not of that age.",
    "R-08": "Ask the agencies. Plans that hold for all these families go under `other_plans` in "
    "the frame (--with FILE); if there are none, write `other_plans: []` there.",
    "R-10a": "Tell the headteacher, and write that with the day under `notifications` in the "
    "frame (--with FILE); or write there who began it, under `initiated_by`.",
    "R-10b": "If it is right to tell them, do so and write `who: chair_of_governors` with the day "
    "under `notifications` in the frame (--with FILE).",
    "R-12": "Give each of them a row of their own, with their own title and full name.",
    "R-13": "Write the whole name into the row's cells as in the legal record, the title in the "
    "title's column. If people have one name only, accept it: {accept}.",
    "R-14a": "Write the title into the row's cell. If people want none, accept it: {accept}.",
    "R-15": "Fill in what is missing in the pupil's rows, from the school's register. If pupils "
    "have one name only, accept it: {accept}.",
    "R-16": "Look in the school's register, and write the legal name into the row as it stands "
    "there. If it is right as it is, leave the cell of the preferred name empty.",
    "R-17a": "Put a day after today and a time into the row's cells, or under `meeting:` in the "
    "frame (--with FILE).",
    "R-17b": "Choose a school day in the row or the frame, correct the school's terms, or accept "
    "it: {accept}.",
    "R-19": "Write who leads the meetings under `chair` of `meeting:` in the frame (--with FILE), "
    "or in a column; staff who come to each stand there under `invited`.",
    "R-20": "Give the rows of both parents the same meeting, or each one of their own. For whom "
    "the school does not write to, say no in the column for letters.",
    "R-24": "Ask the member of staff who knows the order. If papers may go out, make a casefile "
    "of this family (docgen batch adopt RUN CASE, after a run) and write there who cleared it.",
    "R-25": "Ask them. What holds for all stands under `each_person:` in the frame (--with FILE), "
    "such as adjustments: []. If the office sees to it for each, accept it: {accept}.",
    "R-26": "If it is the same for all pupils, write `each_pupil: {{old_enough_to_understand: "
    "false}}` in the frame (--with FILE), or true.",
    "R-107": "Correct the address in the row's cells: 2 to 6 lines without the name, the last one "
    "the postcode (or the country, for an address abroad). For somebody without a home of their "
    "own write c/o and where letters reach them.",
    "R-114": "Ask whether it is still right. If the office has gone through its list, write the "
    "day under `each_person:` in the frame (--with FILE): address_verified: 2025-11-03.",
    "R-120": "Write what holds for all families in the frame (--with FILE): the support under "
    "`earlier_support`, the day of the talk under `each_link: {{explained: …}}`, and what the "
    "agencies said under `other_plans`.",
    "T-18": "Have somebody who reads the language check them, then: docgen translations approve. "
    "If letters are to go as they are, accept it: {accept}; each page then says that nobody has "
    "checked it.",
    "T-19": "It stands in a cell or in the frame. Write its translation once for all in the frame "
    "(--with FILE), such as texts: [{{text: Room 4, translations: {{pl: {{text: Pokój 4}}}}}}].",
    "T-26c": "Ask an interpreter. If the office books one for each, accept it: {accept}.",
    "field-missing": "Fill the cell in, in this family's rows. If no column holds it, add a "
    "column, or write it in the frame (--with FILE) where it is the same for all.",
}


def as_listed(finding: Finding) -> Finding:
    """Say what a clerk with a list can do about a finding, where a casefile's words don't help."""
    remedy = REMEDIES.get(finding.rule)
    if remedy is None:
        return finding
    accept = ACCEPT.format(rule=finding.rule)
    return replace(finding, remedy=remedy.format(accept=accept))
