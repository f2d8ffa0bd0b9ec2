"""Sentences → how hard they are; in English the age at which most read them with ease (T-20).

The measure is Flesch and Kincaid's school grade and 5 years: 0.39 times the
words in a sentence and 11.8 times the syllables in a word, less 15.59. It is
reckoned in whole hundredths, and rounded half up to one place. It is made for
English alone (T-28); other languages have Björnsson's LIX: the words in a
sentence, and how many words in a hundred are longer than six letters.
"""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

from docgen.wording.syllables import syllables

LONGEST_SENTENCE = 25
"""The most words that a sentence should have (T-20)."""
FEWEST = 6
"""A sentence of fewer words is never called the hardest: one long word decides it alone."""
QUOTE = r"[\"'\u2019\u201d)]"
TITLES = "".join(rf"(?<!{title}\.)" for title in ("Mr", "Mrs", "Ms", "Mx", "Dr", "Rev", "St"))
FULL_STOP = rf"(?:(?<=[.?!]){TITLES}|(?<=[.?!]{QUOTE}))"
END = re.compile(rf"{FULL_STOP}\s+(?=[\"'\u2018\u201c(]?[A-Z0-9])")
MARKED = re.compile(rf"[.?!:;]{QUOTE}*$")
FIGURES = re.compile(r"\d+(?:[\s,.:/-]*\d+)*(?:\s?(?:am|pm|st|nd|rd|th|%)(?![a-z]))?")
ADDRESS = re.compile(r"(?:https?://|www\.)\S+|\S+@\S+")
MONTH = r"(?:January|February|March|April|May|June|July|August|September|October|November|December)"
DATE = re.compile(rf"\b1 {MONTH}(?: 1)?\b")
WORD = re.compile(r"[^\W_]+(?:['\u2019-][^\W_]+)*")
STOP = re.compile(r"[.?!…:;\u061f\u061b\u06d4\u0964]+(?:\s|$)|\n")
"""Ends a sentence: here also the stops and question marks of Urdu, Arabic, Bengali and Panjabi."""
SIX = 6
VERBS = frozenset(
    {
        *("am", "are", "is", "was", "were", "be", "has", "have", "had", "do", "does", "did"),
        *("can", "could", "may", "might", "must", "should", "will", "would"),
        *("ask", "bring", "come", "give", "phone", "please", "talk", "tell"),
    }
)
"""By these a line without a mark at its end is told from a heading."""


@dataclass(frozen=True, slots=True)
class Reading:
    """How hard sentences are to read: ages in years, the longest in words, the hardest itself."""

    age: Decimal
    longest: int
    worst: str
    worst_age: Decimal


def reading(sentences: Iterable[str]) -> Reading | None:
    """Measure sentences together; None where there are none."""
    measured = [(sentence, _words(sentence)) for sentence in sentences]
    measured = [(sentence, words) for sentence, words in measured if words]
    if not measured:
        return None
    sized = [each for each in measured if len(each[1]) >= FEWEST] or measured
    worst, its_words = max(sized, key=lambda each: _age([each[1]]))
    return Reading(
        age=_shown(_age([words for _, words in measured])),
        longest=max(len(words) for _, words in measured),
        worst=worst,
        worst_age=_shown(_age([its_words])),
    )


def sentences_of(texts: Iterable[str]) -> tuple[str, ...]:
    """Split paragraphs into sentences; a heading, a name, a date or a table's label is none."""
    return tuple(
        sentence
        for text in texts
        for line in text.splitlines()
        for sentence in END.split(" ".join(line.split()))
        if _is_sentence(sentence)
    )


def length(sentence: str) -> int:
    """Count the words of a sentence; a date, a number or a web address is one."""
    return len(_words(sentence))


def lix(texts: Iterable[str]) -> Decimal | None:
    """Give Björnsson's measure of texts in any language; None where there are no words.

    Up to 30 is easy, from 50 on hard; what one language reaches says little of another.
    """
    sentences = [part for text in texts for part in STOP.split(text)]
    spoken = [words for words in map(_letters, sentences) if words]
    if not spoken:
        return None
    words = [letters for sentence in spoken for letters in sentence]
    long = sum(letters > SIX for letters in words)
    return _shown(Fraction(len(words), len(spoken)) + Fraction(100 * long, len(words)))


def _letters(sentence: str) -> list[int]:
    """Count the letters of each word, without the marks that stand above and below them."""
    counts = (
        sum(unicodedata.category(sign).startswith("L") for sign in word)
        for word in sentence.split()
    )
    return [count for count in counts if count]


def _is_sentence(text: str) -> bool:
    words = [word.casefold() for word in WORD.findall(text)]
    if not any(word.isalpha() and word.islower() for word in WORD.findall(text)[1:]):
        return False  # a name, an address, a heading of one word
    return bool(MARKED.search(text)) or not VERBS.isdisjoint(words)


def _words(sentence: str) -> Sequence[str]:
    plain = FIGURES.sub("1", ADDRESS.sub("1", sentence))
    return WORD.findall(DATE.sub("1", plain))


def _age(sentences: Sequence[Sequence[str]]) -> Fraction:
    words = [word for sentence in sentences for word in sentence]
    spoken = sum(syllables(word) for word in words)
    grade = Fraction(39, 100) * Fraction(len(words), len(sentences))
    grade += Fraction(118, 10) * Fraction(spoken, len(words)) - Fraction(1559, 100)
    return grade + 5


def _shown(age: Fraction) -> Decimal:
    exact = Decimal(age.numerator) / Decimal(age.denominator)
    return exact.quantize(Decimal("0.1"), ROUND_HALF_UP)
