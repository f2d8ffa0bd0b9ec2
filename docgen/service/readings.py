"""What staff wrote about actions → how hard it is to read: told to help, never held against it."""

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from docgen.check.rules.agreed import Action, actions
from docgen.check.unwanted import plainer
from docgen.model.case import Case
from docgen.model.finding import Faults, Finding, Severity, Stage, Wording, fault
from docgen.model.pack import Pack
from docgen.wording.readability import LONGEST_SENTENCE, length, reading, sentences_of

OLDEST = Decimal(13)
"""A text of a line or two hangs on few words: it is told two years later than a whole paper."""
SAM = "Sam"
"""Stands for each name of the family, and so is quoted in its place."""
QUOTED = 12
"""So many words of a sentence are quoted: enough to find it."""
FAULTS: Faults = {
    "text-reading-hard": Wording(
        "{subject} reads as for age {age}, over {oldest}. Its hardest sentence: “{worst}”",
        "Use shorter words and sentences.",
    ),
    "text-sentence-long": Wording(
        "{subject} has a sentence of {words} words: “{sentence}”",
        "Make two of it; {most} words are the most.",
    ),
    "text-plain-words": Wording(
        "{subject} says “{hard}”.",
        "Plainer: {better}",
    ),
}


def readings(case: Case, pack: Pack) -> Iterator[Finding]:
    """Tell which texts of actions are hard to read; phrases are judged with the pack."""
    names = _names(case)
    for action in actions(case):
        if action.item.text is not None and action.is_open:
            for told in _told(action, names.sub(SAM, action.item.text), pack):
                yield replace(
                    told,
                    severity=Severity.INFORMATION,
                    stage=Stage.ANY,
                    about=action.about,
                    path=(*action.path, "text"),
                )


def _names(case: Case) -> re.Pattern[str]:
    """Find the names of the family and the school's staff: they are not to be made shorter."""
    names = [person.legal_name for person in case.people.values()]
    names += [somebody.legal_name for somebody in case.school.staff.values()]
    names += [f"{child.legal_name} {child.preferred_name or ''}" for child in case.pupils.values()]
    words = {word for name in names for word in name.split()}
    return re.compile("|".join(rf"\b{re.escape(word)}\b" for word in sorted(words)))


def _told(action: Action, text: str, pack: Pack) -> Iterator[Finding]:
    names = {"subject": ".".join(action.about), "oldest": OLDEST, "most": LONGEST_SENTENCE}
    sentences = sentences_of([text])
    read = reading(sentences)
    if read and read.age > OLDEST:
        said = {"age": read.age, "worst": _quoted(read.worst)}
        yield fault(FAULTS, "text-reading-hard", None, **names, **said)
    for sentence in sentences:
        if length(sentence) > LONGEST_SENTENCE:
            said = {"words": length(sentence), "sentence": _quoted(sentence)}
            yield fault(FAULTS, "text-sentence-long", None, **names, **said)
    for hard, better in plainer(text, pack.plain):
        yield fault(FAULTS, "text-plain-words", None, **names, hard=hard, better=better)


def _quoted(sentence: str) -> str:
    words = sentence.split()
    return sentence if len(words) <= QUOTED else f"{' '.join(words[:QUOTED])} …"
