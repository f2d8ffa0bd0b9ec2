"""What was reckoned once → kept for the next time, within bounds."""

from typing import TypeVar

Key = TypeVar("Key")
Value = TypeVar("Value")
MOST, LONGEST = 10_000, 10_000
"""So many values are kept, and under keys of at most so many bytes."""


def keep(kept: dict[Key, Value], key: Key, value: Value, most: int = MOST) -> Value:
    """Keep a value; where there are too many, all go and are reckoned anew when needed."""
    if len(kept) >= most:
        kept.clear()
    kept[key] = value
    return value
