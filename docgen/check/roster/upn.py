"""A unique pupil number: its form, and the letter that proves its figures."""

import re

LETTERS = "ABCDEFGHJKLMNPQRTUVWXYZ"
"""Those a UPN uses: no I, O or S."""

_FORM = re.compile(rf"([{LETTERS}])([0-9]{{11}}[0-9{LETTERS}])")


def is_upn(text: str) -> bool:
    """Tell whether a text has a UPN's form; a temporary one ends in a letter."""
    return _FORM.fullmatch(text) is not None


def check_letter(twelve: str) -> str:
    """Give the letter that stands before these twelve signs.

    Each sign's value times its place (2 to 13), summed, modulo 23; a letter's
    value is its place in the alphabet of UPNs.
    """
    values = (LETTERS.index(sign) if sign in LETTERS else int(sign) for sign in twelve)
    return LETTERS[sum(value * place for place, value in enumerate(values, 2)) % len(LETTERS)]


def is_proved(text: str) -> bool:
    """Tell whether a UPN's letter agrees with what follows it."""
    return is_upn(text) and check_letter(text[1:]) == text[0]
