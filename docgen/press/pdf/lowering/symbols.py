"""A character of a font of signs (Symbol, Wingdings) → the character of Unicode that it shows."""

PRIVATE = range(0xF000, 0xF100)  # where Word keeps the characters of such fonts (17.3.3.30)
EMPTY, TICKED, CROSSED = "☐", "☑", "☒"
BOXES = {
    EMPTY: "empty",
    TICKED: "tick",
    CROSSED: "cross",
    "🗹": "tick",
    "🗷": "cross",
    "⮽": "cross",
}
SYMBOL = {
    **{code: chr(code) for code in b"!#%&()+,./0123456789:;<=>?[]_{|}"},
    **dict(
        zip(
            range(0x41, 0x5B),
            "ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ",
            strict=True,
        )
    ),
    **dict(
        zip(
            range(0x61, 0x7B),
            "αβχδεφγηιϕκλμνοπθρστυϖωξψζ",
            strict=True,
        )
    ),
    **dict(zip(range(0xA0, 0xBD), "€ϒ′≤⁄∞ƒ♣♦♥♠↔←↑→↓°±″≥×∝∂•÷≠≡≈…", strict=True)),  # noqa: RUF001
    **dict(zip(range(0xC4, 0xE0), "⊗⊕∅∩∪⊃⊇⊄⊂⊆∈∉∠∇®©™∏√⋅¬∧∨⇔⇐⇑⇒⇓", strict=True)),  # noqa: RUF001
    0x20: " ",
    0x22: "∀",
    0x24: "∃",
    0x27: "∋",
    0x2A: "∗",  # noqa: RUF001
    0x2D: "−",  # noqa: RUF001
    0x40: "≅",
    0x5C: "∴",
    0x5E: "⊥",
    0x7E: "∼",  # noqa: RUF001
    0xE0: "◊",
    0xE2: "®",
    0xE3: "©",
    0xE4: "™",
    0xE5: "∑",
    0xF2: "∫",
}
WINGDINGS = {
    **dict(zip(range(0x41, 0x4A), "✌👌👍👎☜☞☝☟🖐", strict=True)),
    **dict(zip(range(0x80, 0x96), "⓪①②③④⑤⑥⑦⑧⑨⑩⓿❶❷❸❹❺❻❼❽❾❿", strict=True)),
    **dict(zip(range(0xAA, 0xB0), "✦★✶✴✹✵", strict=True)),
    **dict(zip(range(0xDF, 0xE7), "🡨🡪🡩🡫🡬🡭🡯🡮", strict=True)),
    **dict(zip(range(0xE7, 0xEF), "🡸🡺🡹🡻🡼🡽🡿🡾", strict=True)),
    **dict(zip(range(0xEF, 0xF5), "⇦⇨⇧⇩⬄⇳", strict=True)),
    0x20: " ",
    0x21: "🖉",
    0x22: "✂",
    0x28: "🕿",
    0x29: "✆",
    0x2A: "🖂",
    0x36: "⌛",
    0x3F: "✍",
    0x4A: "☺",
    0x4C: "☹",
    0x51: "✈",
    0x6C: "●",
    0x6E: "■",
    0x6F: EMPTY,
    0x71: "❑",
    0x72: "❒",
    0x73: "⬧",
    0x74: "⧫",
    0x75: "◆",
    0x76: "❖",
    0x77: "⬥",
    0x78: CROSSED,
    0x9E: "·",
    0x9F: "•",
    0xA0: "▪",
    0xA1: "○",
    0xA7: "▪",
    0xA8: EMPTY,
    0xD8: "➢",
    0xF0: "⇨",
    0xFB: "✗",
    0xFC: "✓",
    0xFD: CROSSED,
    0xFE: TICKED,
}
WINGDINGS_2 = {
    0x4F: "✗",
    0x50: "✓",
    0x51: CROSSED,
    0x52: TICKED,
    0x53: CROSSED,
    0x54: CROSSED,
    0x97: "●",
    0xA2: "■",
    0xA3: EMPTY,
}
FONTS = {"symbol": SYMBOL, "wingdings": WINGDINGS, "wingdings 2": WINGDINGS_2}
STRANGE = frozenset({"wingdings 3", "webdings", "marlett", "zapfdingbats"})


def is_font_of_signs(font: str) -> bool:
    """Tell whether a font shows signs in the place of letters."""
    return font.casefold() in FONTS or font.casefold() in STRANGE


def sign(font: str, code: int) -> str | None:
    """Give the character that a font of signs shows for a code, None if that isn't known."""
    if code in PRIVATE:
        code -= PRIVATE.start
    return FONTS.get(font.casefold(), {}).get(code)
