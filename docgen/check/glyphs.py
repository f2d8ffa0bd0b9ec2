"""Texts and the characters a PDF can show → R-111: what no face of docgen's own fonts has."""

import unicodedata
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from docgen.check.places import entries_of
from docgen.check.rules.registry import Breach, Rule, judged_when_made
from docgen.model.finding import Faults, Finding, Severity, Stage, Wording, fault
from docgen.model.pack import Pack
from docgen.model.plan import Job
from docgen.model.rendition import Words
from docgen.model.sheet import Fields, Node, Path, Scalar

Lacks = Callable[[str], str]
"""Gives the characters of a text that no face has, each once."""
RULES = (
    Rule(
        "R-111",
        Stage.ANY,
        Severity.ERROR,
        "PDF/UA-1 (ISO 14289-1, 7.21.8): no letter is printed as an empty box",
        "In {where} stands what docgen's own fonts can't print in a PDF: {characters}.",
        "Ask for this paper as a Word file (--format docx): Word shows it where the computer has "
        "a font for it. Or write it in letters that docgen fonts tells of.",
        judged_when_made,
        "Where a font lacks a letter, an empty box is printed. In a name or an address that is "
        "worse than a slip: the reader can't tell what was meant.",
    ),
)
FAULTS: Faults = {
    "text-beyond-fonts": Wording(
        "docgen's own fonts can't print {characters} in a PDF.",
        "Word files can hold it. For a PDF, write it in letters that docgen fonts tells of.",
    ),
}
UNPRINTED = frozenset({"alt text", "deleted text", "document variable", "field", "link"})
UNPRINTED_PARTS = ("part ", "property ")
KEPT_BACK = frozenset({"decisions", "issued"})
"""Fields of a casefile that stand in no paper that is still to be made."""
NAMED = 3


def missing(words: Iterable[Words], lacks: Lacks, job: Job, pack: Pack) -> tuple[Finding, ...]:
    """Judge the words of a paper that is to be a PDF: tell each place with what can't be shown."""
    (rule,) = RULES
    severity = pack.severities.get(rule.id, rule.severity)
    if severity == "-":
        return ()
    about = tuple(filter(None, (job.about, job.recipient, job.pupil)))
    places: dict[str, str] = {}
    for piece in words:
        strange = lacks(piece.text) if is_printed(piece) else ""
        if strange:
            places[piece.where] = places.get(piece.where, "") + strange
    told = ({"where": where, "characters": named(chars)} for where, chars in places.items())
    return tuple(rule.finding(Breach(about, (), names), severity) for names in told)


def beyond(root: Fields, lacks: Lacks) -> Iterator[Finding]:
    """Tell of each text of a casefile that a PDF couldn't show."""
    for path, node in texts_in(root):
        strange = lacks(node.text)
        if strange:
            found = fault(FAULTS, "text-beyond-fonts", node.mark, characters=named(strange))
            yield replace(found, severity=Severity.INFORMATION, path=path)


def texts_in(root: Fields) -> Iterator[tuple[Path, Scalar]]:
    """Give the texts of a casefile that may come to stand in a paper, and aren't plain ASCII."""
    for step, node in entries_of(root):
        if step not in KEPT_BACK:
            yield from _texts(node, (step,))


def named(characters: str) -> str:
    """Name characters by code point, sorted so that they don't spell what they stand in."""
    codes = sorted(set(characters))
    more = f" and {len(codes) - NAMED} more" if len(codes) > NAMED else ""
    return ", ".join(map(code_point, codes[:NAMED])) + more


def code_point(char: str) -> str:
    """Name one character: `U+4E2D CJK UNIFIED IDEOGRAPH-4E2D`."""
    return f"U+{ord(char):04X} {unicodedata.name(char, '')}".rstrip()


def is_printed(piece: Words) -> bool:
    """Tell whether a piece of a Word file's words is printed on its pages."""
    return piece.where not in UNPRINTED and not piece.where.startswith(UNPRINTED_PARTS)


def _texts(node: Node, path: Path) -> Iterator[tuple[Path, Scalar]]:
    if isinstance(node, Scalar) and not node.text.isascii():
        yield path, node
    for step, below in entries_of(node):
        yield from _texts(below, (*path, step))
