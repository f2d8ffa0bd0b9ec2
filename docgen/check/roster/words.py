"""Words and codes of management systems → those a casefile uses: yes and no, years, kinship."""

import re
from collections.abc import Mapping
from functools import lru_cache

from docgen.model.folding import folded

YES = frozenset({
    "yes", "y", "true", "t", "1", "x", "on", "ticked", "checked", "\u2713", "\u2714", "\u2611",
})  # fmt: skip
NO = frozenset({"no", "n", "false", "f", "0", "off", "unticked", "unchecked", "\u2717", "\u2610"})
UNKNOWN = frozenset({"unknown", "not known", "nk", "n/k", "?", "not stated", "refused"})

NATURAL, HELD, CARES = "natural", "parental_responsibility", "day_to_day_care"

RELATIONSHIPS: Mapping[str, str] = {
    **dict.fromkeys(("mother", "mum", "mummy", "mam", "birth mother", "pam", "m"), "mother"),
    **dict.fromkeys(("father", "dad", "daddy", "birth father", "paf", "f"), "father"),
    **dict.fromkeys(("adoptive mother", "adopted mother"), "adoptive mother"),
    **dict.fromkeys(("adoptive father", "adopted father"), "adoptive father"),
    **dict.fromkeys(("parent", "natural parent", "birth parent"), "parent"),
    **dict.fromkeys(("stepmother", "step mother", "stm", "step mum", "stepmum"), "stepmother"),
    **dict.fromkeys(("stepfather", "step father", "stf", "step dad", "stepdad"), "stepfather"),
    **dict.fromkeys(("step parent", "stepparent"), "step-parent"),
    **dict.fromkeys(("foster mother", "fom", "foster father", "fof"), "foster carer"),
    **dict.fromkeys(("foster parent", "foster carer", "foster"), "foster carer"),
    **dict.fromkeys(("carer", "car", "main carer", "kinship carer"), "carer"),
    **dict.fromkeys(("guardian", "legal guardian", "special guardian"), "guardian"),
    **dict.fromkeys(("grandmother", "gran", "nan", "nana", "grandma"), "grandmother"),
    **dict.fromkeys(("grandfather", "grandad", "granddad", "grandpa"), "grandfather"),
    **dict.fromkeys(("aunt", "auntie", "aunty"), "aunt"),
    **dict.fromkeys(("family friend", "friend", "friend of family"), "family friend"),
    **dict.fromkeys(("neighbour", "neighbor"), "neighbour"),
    **dict.fromkeys(("childminder", "child minder", "chm", "nanny", "au pair"), "childminder"),
    **dict.fromkeys(("social worker", "swr"), "social worker"),
    **dict.fromkeys(("doctor", "doc", "gp"), "doctor"),
    **dict.fromkeys(("head teacher", "headteacher", "htc"), "headteacher"),
    **dict.fromkeys(("teacher", "tch"), "teacher"),
    **dict.fromkeys(("religious/spiritual contact", "rlg"), "religious contact"),
    **dict.fromkeys(("other family member", "fam", "family member"), "other family member"),
    **dict.fromkeys(("other relative", "rel", "relative"), "other relative"),
    **dict.fromkeys(("other contact", "oth", "other", "contact"), "other contact"),
    **{
        word: word
        for word in (
            "grandparent", "uncle", "brother", "sister", "cousin", "great aunt", "great uncle",
            "partner", "corporate parent", "self", "host family", "support worker",
        )
    },
}  # fmt: skip
"""As typed, or in the code of the national data set, by the word that letters use."""
NATURAL_PARENTS = frozenset({"mother", "father", "parent", "adoptive mother", "adoptive father"})
CARERS = frozenset({
    "stepmother", "stepfather", "step-parent", "foster carer", "carer", "guardian",
    "grandmother", "grandfather", "grandparent", "aunt", "uncle", "great aunt", "great uncle",
    "brother", "sister", "cousin", "partner", "other family member", "other relative",
})  # fmt: skip
"""Those who look after a child with whom they live."""
ALWAYS_CARING = frozenset({"foster carer", "carer", "guardian"})
PARENT_OR_CARER = "parent or carer"

LIVES_WITH: Mapping[str, str] = {
    **dict.fromkeys(("full", "full time", "always"), "full"),
    **dict.fromkeys(("part", "part time", "shared", "sometimes", "weekends", "50/50"), "part"),
    **dict.fromkeys(("none", "never"), "none"),
}
VARIANTS: Mapping[str, str] = {
    **dict.fromkeys(("standard", "normal", "ordinary"), "standard"),
    **dict.fromkeys(("plain", "plain english", "simple"), "plain"),
    **dict.fromkeys(("easy", "easy read", "easyread", "easy reading"), "easy"),
    **dict.fromkeys(("large", "large print", "largeprint", "big print"), "large"),
}

_YEAR = re.compile(r"(?:year|yr|y|nc|ncy|curriculum year)? *0?([0-9]|1[0-3])")
_RECEPTION = frozenset({"r", "rec", "reception", "yr", "fs2", "year r", "eyfs2"})


def yes_no(text: str) -> bool | None:
    """Read yes or no in any usual spelling; None for neither."""
    first = re.split(r"[ ,;:(-]", text.strip(), maxsplit=1)[0].casefold()
    word = text.strip().casefold()
    if word in YES or first in {"yes", "y", "true"}:
        return True
    return False if word in NO or first in {"no", "n", "false"} else None


def is_unknown(text: str) -> bool:
    """Tell whether a text says that nobody knows."""
    return text.casefold() in UNKNOWN


@lru_cache(maxsize=512)
def relationship(text: str) -> str | None:
    """Give the word that letters use for a relationship, or None."""
    return RELATIONSHIPS.get(" ".join(folded(text).replace("-", " ").split()))


def lives_with(text: str) -> str | None:
    """Read whether a pupil lives with somebody: full, part or none; None for neither."""
    word = LIVES_WITH.get(text.casefold().replace("-", " "))
    if word:
        return word
    answer = yes_no(text)
    return None if answer is None else "full" if answer else "none"


def variant(text: str) -> str | None:
    """Read the kind of print, or give None."""
    return VARIANTS.get(text.casefold().replace("-", " "))


def year_group(text: str) -> str | None:
    """Read a year group as figures, 0 for Reception; None for what is none."""
    word = " ".join(text.casefold().replace(".0", "").split())
    if word in _RECEPTION:
        return "0"
    found = _YEAR.fullmatch(word)
    return str(int(found[1])) if found else None
