"""What keys look like: a typed prefix and a short tail, safe in every file name."""

import re

TAIL = "[a-z0-9]+(?:-[a-z0-9]+)*"
FILE_NAME = re.compile(TAIL)
LONGEST_KEY = 24
LONGEST_FILE_NAME = 40
RESERVED = frozenset(
    {"con", "prn", "aux", "nul"} | {f"{port}{n}" for port in ("com", "lpt") for n in range(10)}
)

PEOPLE, PUPILS, STAFF, PARTNERS = "p", "c", "st", "pa"
PREFIXES = {
    "people": PEOPLE,
    "pupils": PUPILS,
    "school.staff": STAFF,
    "partners": PARTNERS,
    "meetings": "m",
    "contracts": "ct",
    "contracts.*.requirements": "rq",
    "contracts.*.support": "su",
    "reviews": "rv",
    "noncompliance": "nc",
    "warnings": "w",
    "terminations": "t",
    "no_contract": "n",
}
SORTS = {
    PEOPLE: "person",
    PUPILS: "pupil",
    STAFF: "member of staff",
    PARTNERS: "partner",
    "m": "meeting",
    "ct": "contract",
    "rv": "review",
    "nc": "record of a broken requirement",
    "w": "warning",
    "t": "termination",
    "n": "decision to make no contract",
}
TABLES = {prefix: place for place, prefix in PREFIXES.items() if "*" not in place}


def key_pattern(prefix: str) -> str:
    """Give the pattern of keys with a prefix: `p-1`, `ct-12`."""
    return f"{prefix}-{TAIL}"


def is_key(text: str, prefix: str) -> bool:
    """Tell whether a text is a key with that prefix."""
    fits = re.fullmatch(key_pattern(prefix), text) is not None
    return fits and len(text) <= LONGEST_KEY


def prefix_of(text: str) -> str | None:
    """Give the prefix of what looks like a key of a case, else None."""
    return next((prefix for prefix in PREFIXES.values() if is_key(text, prefix)), None)


def is_file_name(text: str) -> bool:
    """Tell whether a text may name a file everywhere: no path, no reserved word, not too long."""
    plain = FILE_NAME.fullmatch(text) is not None
    return plain and text not in RESERVED and len(text) <= LONGEST_FILE_NAME
