"""A sound casefile, and slips of the pen, the program and malice that break it at one place."""

from dataclasses import dataclass

SOUND = """\
schema: 1
case_id: "fam-0900"
authority: essex
status: active
school: s-1
people:
  p-1:
    title: "Ms"
    legal_name: "Ada Kerr"
    phone: "07700 900 190"
    address: ["1 Quay Street", "EASTMERE", "CO99 7AB"]
    languages: {speaks: en, reads: en}
pupils:
  c-1:
    legal_name: "Finn Kerr"
    date_of_birth: 2012-05-04
    year_group: 8
links:
  - {person: p-1, pupil: c-1, relationship: mother, basis: [natural], lives_with: full}
meetings:
  m-1:
    kind: initial
    pupils: [c-1]
    date: 2025-11-24
    time: 14:30
    place: "Room 4"
    chair: st-2
    invited: [p-1]
contracts:
  ct-1:
    pupil: c-1
    parties: [p-1]
    status: planned
    version: 1
checklists:
  ct-1:
    answers:
      P1: {complete: done}
"""


@dataclass(frozen=True, slots=True)
class Slip:
    """A text of the sound casefile and what stands there instead; what is told, and in which line.

    `at` is a piece of the line that the message must name, `says` a piece of
    the message or remedy.
    """

    old: str
    new: str
    rule: str
    at: str
    says: str

    @property
    def text(self) -> str:
        """Give the broken casefile."""
        assert SOUND.count(self.old) == 1, self.old
        return SOUND.replace(self.old, self.new)

    @property
    def line(self) -> int:
        """Give the line that the message must name, counted from 1."""
        lines = self.text.split("\n")
        return next(number for number, line in enumerate(lines, 1) if self.at in line)


# Traps of YAML and of typing (domain X-10): other readers take these silently for something else.
TYPED = {
    "a time without its nought": Slip(
        "time: 14:30", "time: 9:05", "time-order", "9:05", "Write 09:05"
    ),
    "a time with am or pm": Slip(
        "time: 14:30", "time: 2:30pm", "time-order", "2:30pm", "Write 14:30"
    ),
    "a time that is a number of minutes": Slip(
        "time: 14:30", "time: 870", "time-form", "870", "24-hour clock"
    ),
    "yes for a row that is done": Slip(
        "complete: done", "complete: Yes", "choice-unknown", "Yes", "done, not_done"
    ),
    "no for a row that is not done": Slip(
        "complete: done", "complete: No", "choice-unknown", "No}", "not_applicable"
    ),
    "a pupil who lives with nobody": Slip(
        "lives_with: full", "lives_with: no", "choice-mistyped", "lives_with", "full, part, none"
    ),
    "a yes where true is due": Slip(
        '    title: "Ms"', "    title_declined: yes", "yes-no-word", "declined", "Write true"
    ),
    "29 February of a year that has none": Slip(
        "2012-05-04", "2013-02-29", "date-impossible", "2013", "29 February 2013"
    ),
    "a date written day first": Slip(
        "date: 2025-11-24", "date: 24/11/2025", "date-order", "24/11", "write 2025-11-24"
    ),
    "a day and month that could be swapped": Slip(
        "date: 2025-11-24", "date: 3/11/2025", "date-order", "3/11", "write 2025-11-03"
    ),
    "a version with a point": Slip(
        "version: 1\n", "version: 1.10\n", "number-form", "1.10", "whole number"
    ),
    "a number that begins with a nought": Slip(
        "year_group: 8", "year_group: 08", "number-form", "08", "without a zero"
    ),
    "an apostrophe in single quotes": Slip(
        '"Ada Kerr"', "'Ada O'Neill'", "yaml-apostrophe", "O'Neill", "double quotes"
    ),
    "a value left empty": Slip(
        '"07700 900 190"', "", "value-empty", "phone:", "leave the line out"
    ),
    "a tilde": Slip('"07700 900 190"', "~", "value-empty", "phone: ~", "leave the line out"),
    "null": Slip('"07700 900 190"', "null", "value-empty", "phone: null", "leave the line out"),
    "no space after a colon": Slip(
        "kind: initial", "kind:initial", "yaml-no-space", "kind:initial", "with a space"
    ),
    "on, which is true elsewhere": Slip(
        "    date: 2025-11-24",
        "    on: 2025-11-24",
        "field-unknown",
        "    on: 2025",
        "no field “on”",
    ),
    "a field misspelt": Slip(
        "status: active", "statsu: active", "field-mistyped", "statsu", "Did you mean “status”"
    ),
    "a field twice": Slip(
        "year_group: 8", "year_group: 8\n    year_group: 9", "yaml-duplicate-key", ": 9", "twice"
    ),
    "somebody who is not there": Slip(
        "invited: [p-1]", "invited: [p-1, p-7]", "key-nowhere", "p-7", "p-7"
    ),
}

# Blanks that would leave "Dear  ," or an orphan comma in a letter (domain X-17).
BLANK = {
    "an empty title": Slip('"Ms"', '""', "text-blank", "title", "leave the line out"),
    "a title of blanks": Slip('"Ms"', '"  "', "text-blank", "title", "nothing but blanks"),
    "an empty name": Slip('"Ada Kerr"', '""', "text-blank", "legal_name", "nothing but blanks"),
    "an empty line of an address": Slip(
        '"EASTMERE"', '""', "text-blank", "address", "nothing but blanks"
    ),
    "an empty place": Slip('"Room 4"', '" "', "text-blank", "place", "nothing but blanks"),
}

# Files that would cost time or memory, run code, or look other than they are.
HOSTILE = {
    "a tag that runs code": Slip(
        '"Ada Kerr"', '!!python/object/apply:os.system ["true"]', "yaml-tag", "!!", "special type"
    ),
    "a tag of one's own": Slip('"Ada Kerr"', '!name "Ada"', "yaml-tag", "!name", "special type"),
    "an anchor": Slip('"Ada Kerr"', '&a "Ada"', "yaml-alias", "&a", "copy from"),
    "an alias": Slip('"Ada Kerr"', "*a", "yaml-alias", "*a", "docgen reads none"),
    "a merge of fields": Slip("    phone:", "    <<: *b\n    phone:", "yaml-alias", "<<", "copy"),
    "two documents": Slip("meetings:", "---\nmeetings:", "yaml-two-documents", "---", "second"),
    "a tab": Slip("    time: 14:30", "\ttime: 14:30", "yaml-tab", "\ttime", "spaces alone"),
    "a null character": Slip('"Room 4"', '"Room\0 4"', "yaml-control", "\0", "U+0000"),
    "an escaped null character": Slip('"Room 4"', r'"Room\0 4"', "yaml-control", "Room", "U+0000"),
    "an override of the direction": Slip(
        '"Room 4"', '"Room \u202e4"', "yaml-bidi", "\u202e", "U+202E"
    ),
    "an isolate in a name": Slip('"Ada Kerr"', '"\u2067Ada"', "yaml-bidi", "\u2067", "U+2067"),
    "a key that climbs out": Slip("  m-1:", '  "../x":', "key-form", "../x", "../x"),
    "a key that Windows reserves": Slip("  m-1:", "  CON:", "key-form", "CON", "CON"),
    "a key with a colon": Slip("  m-1:", '  "a:b":', "key-form", "a:b", "a:b"),
    "a case id that climbs out": Slip(
        '"fam-0900"', '"../fam-0900"', "case-id-form", "case_id", "lower-case"
    ),
    "a case id that Windows reserves": Slip(
        '"fam-0900"', '"con"', "case-id-form", "case_id", "lower-case"
    ),
    "a school that climbs out": Slip(
        "school: s-1", "school: ../s-1", "school-form", "school:", "s-1"
    ),
}
SLIPS = TYPED | BLANK | HOSTILE
