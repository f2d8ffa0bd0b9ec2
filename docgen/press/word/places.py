"""A paragraph and a tag in it → where that is, in words that help to find it in Word."""

NEAR = 60
PROPERTIES = "properties"
WORDS = {
    "body": "in the text",
    "header": "in the header",
    "footer": "in the footer",
    "footnote": "in a footnote",
    "endnote": "in an endnote",
    "comment": "in a comment",
    "text box": "in a text box",
    PROPERTIES: "in the document's title and properties",
}


def place_of(where: str, words: str, at: int, before: str) -> str:
    """Say where a tag stands: `in table 2, row 3, column 1, near “Dear …”`.

    `words` are its paragraph's, `at` its place among them, `before` the end of the
    paragraph before.
    """
    start = max(0, min(at, len(words)) - NEAR // 2)
    near = " ".join(words[start : start + NEAR].split())
    place = f"{spoken(where)}, near “{near}”"
    alone = words.strip().startswith("{") and words.strip().endswith("}") and before
    return f"{place}, after “{before}”" if alone else place


def spoken(where: str) -> str:
    """Say a place of the reader's in Word's words."""
    if where in WORDS:
        return WORDS[where]
    if where.startswith("part "):
        return f"in the {where}"
    story, _, spot = where.partition("table ")
    inside = f", {WORDS[story.strip()]}" if story.strip() in WORDS else ""
    for word in (" row", " column"):
        spot = spot.replace(word, f",{word}")
    return f"in table {spot.replace(' table', ', inner table')}{inside}"
