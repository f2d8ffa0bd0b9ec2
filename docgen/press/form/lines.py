"""Text as a form holds it → as it may be set: its breaks alike, what can't be shown left out."""

import re

BREAKS = re.compile("\r\n?|[\x85\u2028\u2029]")
CONTROL = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\ud800-\udfff]")
HIDDEN = "*"
"""What a password's characters are shown as."""


def with_breaks(text: str) -> str:
    """Make each line break a plain one, and a tab a blank, as no field has stops for it."""
    return text if text.isprintable() else BREAKS.sub("\n", text).replace("\t", " ")


def control_in(text: str) -> str:
    """Give the first character that can't be shown and is no line break, or nothing."""
    found = None if text.isprintable() else CONTROL.search(text)
    return found[0] if found else ""


def settable(text: str) -> str:
    """Make a text that a form brought along fit to be set."""
    return text if text.isprintable() else CONTROL.sub(" ", with_breaks(text))


def one_line(text: str) -> str:
    """Make one line of a text."""
    return text if text.isprintable() else settable(text).replace("\n", " ")
