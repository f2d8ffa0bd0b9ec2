"""A case's tree → keys and ids that give somebody's name away, as they stand in file names."""

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import islice

from docgen.check.case_faults import told
from docgen.check.faults import LOOKED_AT
from docgen.check.places import below, grown, standing, text_of
from docgen.model.finding import Finding, Severity
from docgen.model.folding import folded
from docgen.model.sheet import Fields, Node, Scalar

LATIN = str.maketrans({"ł": "l", "ø": "o", "đ": "d", "ð": "d", "æ": "ae", "œ": "oe", "\u0131": "i"})
SHORTEST = 3
PART_OF_A_WORD = 4
NAMED = grown(dict.fromkeys(("people.*", "pupils.*", "partners.*", "school.staff.*"), ""))
NAMES = ("legal_name", "form_of_address", "preferred_name", "person")
TABLES = (("people",), ("pupils",), ("partners",), ("school", "staff"))


def name_keys(root: Fields) -> Iterator[Finding]:
    """Tell, for information, each key and case id that holds a name."""
    words = _words(root)
    case_id = root.get("case_id")
    if isinstance(case_id, Scalar) and _holds(case_id.text, words):
        yield _informed("case-id-name", case_id, ("case_id",))
    for table in TABLES:
        node = below(root, *table)
        for key, _ in node.entries[:LOOKED_AT] if isinstance(node, Fields) else ():
            if _holds(key.text.partition("-")[2], words):
                yield _informed("key-name", key, (*table, key.text))


def _informed(rule: str, key: Scalar, path: tuple[str, ...]) -> Finding:
    finding = told(rule, path, key.mark, key=key.text)
    return replace(finding, severity=Severity.INFORMATION)


def _words(root: Fields) -> frozenset[str]:
    """Give the words of all people's names, as a key would write them."""
    named = (node for _, node, _ in islice(standing(root, NAMED), LOOKED_AT))
    names = (text_of(node, name) for node in named if not _is_body(node) for name in NAMES)
    text = folded(" ".join(names)).translate(LATIN)
    return frozenset(word for word in re.findall(r"[^\W\d_]+", text) if len(word) >= SHORTEST)


def _is_body(node: Node) -> bool:
    return text_of(node, "organisation") == "true"


def _holds(key: str, words: frozenset[str]) -> bool:
    parts = re.findall(r"[a-z]+", key)
    return any(
        part in words or (len(part) >= PART_OF_A_WORD and any(part in word for word in words))
        for part in parts
    )
