"""Lines of a .po file → every line that a reader of such files would take wrongly, or drop."""

import re
from collections.abc import Iterator, Sequence

from docgen.model.finding import Faults, Finding, Wording, fault
from docgen.model.sheet import Mark

QUOTED = r'"(?:[^"\\]|\\[\\trn"])*"'
LINE = re.compile(rf"(?:(msgctxt|msgid|msgid_plural|msgstr(?:\[(\d)\])?)[ \t]+)?{QUOTED}", re.ASCII)
FIRST = frozenset({"msgctxt", "msgid"})
AFTER = {
    "": FIRST,
    "msgctxt": frozenset({"msgid"}),
    "msgid": frozenset({"msgstr", "msgid_plural"}),
    "msgid_plural": frozenset({"msgstr[0]"}),
    "msgstr": FIRST,
}
"""What may follow a keyword; one translation of several is followed by the next as well."""

FAULTS: Faults = {
    "po-line": Wording(
        "This line is none of a .po file: a quote is missing or one too many, or a backslash "
        "stands alone.",
        'Write a keyword and its text in quotes: msgstr "…". A quote inside is written \\".',
    ),
    "po-order": Wording(
        "“{keyword}” can't stand here: a line before it is missing, or it is there twice.",
        "Each message is msgctxt (where it has one), msgid, then msgstr.",
    ),
    "po-unfinished": Wording(
        "The file ends in the middle of a message.",
        "Get the whole file again, or add the line msgstr.",
    ),
}


def faulty_lines(lines: Sequence[str], shown: str) -> Iterator[Finding]:
    """Tell each line that is no line of a .po file, or stands where it can't."""
    last = ""
    for number, line in enumerate(lines, 1):
        text = line.strip()
        if not text or text.startswith("#"):
            continue
        place = Mark(shown, number, 1)
        found = LINE.fullmatch(text)
        if found is None:
            yield fault(FAULTS, "po-line", place)
            continue
        keyword = found[1] or ""
        if keyword not in _next(last) and (keyword or not last):
            yield fault(FAULTS, "po-order", place, keyword=keyword or '"')
        last = keyword or last
    if last and not last.startswith("msgstr"):
        yield fault(FAULTS, "po-unfinished", Mark(shown, len(lines), 1))


def _next(last: str) -> frozenset[str]:
    """Give the keywords that may follow one."""
    if last.startswith("msgstr["):
        return FIRST | {f"msgstr[{int(last[7]) + 1}]"}
    return AFTER[last]
