"""Texts and numbers → as a PDF's objects write them (ISO 32000-2, 7.3)."""

import re

SPECIAL = re.compile(rb"[()\\]")


def text_token(text: str) -> bytes:
    """Write text as a string: as it is where ASCII will do, else in UTF-16."""
    if text.isascii():
        plain = text.encode()
        return b"(%b)" % (SPECIAL.sub(rb"\\\g<0>", plain) if SPECIAL.search(plain) else plain)
    return b"<feff%b>" % text.encode("utf-16-be").hex().encode()


def number_token(number: float) -> bytes:
    """Write a number with at most six decimals."""
    text = f"{number:.6f}".rstrip("0").rstrip(".")
    return b"0" if text == "-0" else text.encode()
