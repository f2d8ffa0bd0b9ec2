"""A number and the name of Word's number format → how it is written (ECMA-376-1, 17.18.59)."""

from collections.abc import Callable

LARGEST = 32767
ROMAN = (
    (1000, "m"),
    (900, "cm"),
    (500, "d"),
    (400, "cd"),
    (100, "c"),
    (90, "xc"),
    (50, "l"),
    (40, "xl"),
    (10, "x"),
    (9, "ix"),
    (5, "v"),
    (4, "iv"),
    (1, "i"),
)
ONES = """
    Zero One Two Three Four Five Six Seven Eight Nine Ten Eleven Twelve Thirteen Fourteen Fifteen
    Sixteen Seventeen Eighteen Nineteen
"""
TENS = "Twenty Thirty Forty Fifty Sixty Seventy Eighty Ninety"
ODD_ORDINALS = {
    "One": "First",
    "Two": "Second",
    "Three": "Third",
    "Five": "Fifth",
    "Eight": "Eighth",
    "Nine": "Ninth",
    "Twelve": "Twelfth",
}
SIGNS = "*†‡§"
ARABIC = "أبتثجحخدذرزسشصضطظعغفقكلمنهوي"


def written(value: int, name: str) -> str | None:
    """Write a number from 0 to 32767 in one of Word's formats, None for a format not known."""
    writer = FORMATS.get(name)
    return None if writer is None else writer(max(0, min(value, LARGEST)))


def _letters(value: int) -> str:
    """Give a to z, then aa to zz, then aaa: the letter repeats."""
    return chr(ord("a") + (value - 1) % 26) * ((value - 1) // 26 + 1) if value else ""


def _roman(value: int) -> str:
    pieces = []
    for worth, letters in ROMAN:
        times, value = divmod(value, worth)
        pieces.append(letters * times)
    return "".join(pieces)


def _ordinal(value: int) -> str:
    teens = 10 <= value % 100 < 20  # noqa: PLR2004 - 11th, 12th, 13th
    return f"{value}{'th' if teens else {1: 'st', 2: 'nd', 3: 'rd'}.get(value % 10, 'th')}"


def _cardinal(value: int) -> str:
    """Give a number in words, the first with a capital: `Twenty-one`."""
    return _words(value).capitalize()


def _words(value: int) -> str:
    ones = ONES.split()
    if value < len(ones):
        return ones[value]
    for worth, name in ((1000, "Thousand"), (100, "Hundred")):
        if value >= worth:
            whole, rest = divmod(value, worth)
            return f"{_words(whole)} {name}" + (f" {_words(rest)}" if rest else "")
    tens, rest = divmod(value, 10)
    return TENS.split()[tens - 2] + (f"-{ones[rest]}" if rest else "")


def _ordinal_words(value: int) -> str:
    words = _words(value)
    start = max(words.rfind(" "), words.rfind("-")) + 1
    last = words[start:]
    if last in ODD_ORDINALS:
        ending = ODD_ORDINALS[last]
    else:
        ending = f"{last[:-1]}ieth" if last.endswith("y") else f"{last}th"
    return (words[:start] + ending).capitalize()


def _repeated(signs: str) -> Callable[[int], str]:
    def write(value: int) -> str:
        return signs[(value - 1) % len(signs)] * ((value - 1) // len(signs) + 1) if value else ""

    return write


def _ringed(first: int, last: int) -> Callable[[int], str]:
    """Write with signs that stand in a row of Unicode, plainly beyond the last."""
    return lambda value: chr(first + value - 1) if 1 <= value <= last else str(value)


FORMATS: dict[str, Callable[[int], str]] = {
    "decimal": str,
    "decimalZero": lambda value: f"{value:02}",
    "lowerLetter": _letters,
    "upperLetter": lambda value: _letters(value).upper(),
    "lowerRoman": _roman,
    "upperRoman": lambda value: _roman(value).upper(),
    "ordinal": _ordinal,
    "cardinalText": _cardinal,
    "ordinalText": _ordinal_words,
    "hex": lambda value: f"{value:X}",
    "chicago": _repeated(SIGNS),
    "numberInDash": lambda value: f"- {value} -",
    "decimalEnclosedCircle": _ringed(0x2460, 20),
    "arabicAlpha": _repeated(ARABIC),
    "none": lambda _: "",
}
