r"""The text of a filled-in part with tabs and listings in it → the same in Word's own elements.

As in docxtpl, a tab becomes a run of its own, `\a` begins a paragraph and `\f` a page, each in
the look of the paragraph and run that it stands in. Where a run stands in something else than
a paragraph, such as a link, `\a` and `\f` become line breaks.
"""

import re

from docgen.press.word.printing import BREAK

SIGNS = re.compile("[\t\a\f]")
TOKEN = re.compile(r"<[^>]*>|[^<]+")
NAME = re.compile(r"</?([^\s/>]+)")
SECTION = re.compile(r"<w:sectPr[ >].*?</w:sectPr>|<w:sectPr/>", re.DOTALL)
TEXT = '<w:t xml:space="preserve">'
PAGE = '<w:p><w:r><w:br w:type="page"/></w:r></w:p>'
LOOKS = frozenset({"w:pPr", "w:rPr"})


def settled(xml: str) -> str:
    """Put Word's elements in place of tabs, page breaks and paragraph ends in texts."""
    if "\t" not in xml and "\a" not in xml and "\f" not in xml:
        return xml
    pieces: list[str] = []
    open_names: list[tuple[str, int]] = []
    looks: list[dict[str, str]] = [{}]
    for found in TOKEN.finditer(xml):
        token = found[0]
        if token.startswith("<"):
            pieces.append(token)
            _track(pieces, open_names, looks, token)
        elif open_names and open_names[-1][0] == "w:t" and SIGNS.search(token):
            pieces.append(_text(token, [name for name, _ in open_names], looks[-1]))
        else:
            pieces.append(token)
    return "".join(pieces)


def _track(
    pieces: list[str],
    open_names: list[tuple[str, int]],
    looks: list[dict[str, str]],
    token: str,
) -> None:
    """Follow which elements are open, and the looks of the paragraph and run among them."""
    if token.startswith(("<?", "<!")):
        return
    found = NAME.match(token)
    name = found[1] if found else ""
    if token.startswith("</"):
        _, at = open_names.pop()
        holder = open_names[-1][0] if open_names else ""
        if name in LOOKS and holder in {"w:p", "w:r"}:
            looks[-1][name if holder == "w:p" else "run"] = "".join(pieces[at:])
        elif name == "w:p":
            looks.pop()
        return
    if token.endswith("/>"):
        return
    if name == "w:p":
        looks.append({})
    elif name == "w:r":
        looks[-1].pop("run", None)
    open_names.append((name, len(pieces) - 1))


def _text(text: str, names: list[str], looks: dict[str, str]) -> str:
    run = looks.get("run", "")
    text = text.replace("\t", f"</w:t></w:r><w:r>{run}<w:tab/></w:r><w:r>{run}{TEXT}")
    if names[-3:] != ["w:p", "w:r", "w:t"]:
        return text.replace("\a", BREAK).replace("\f", BREAK)
    look = SECTION.sub("", looks.get("w:pPr", ""))
    begin = f"<w:p>{look}<w:r>{run}{TEXT}"
    text = text.replace("\a", f"</w:t></w:r></w:p>{begin}")
    return text.replace("\f", f"</w:t></w:r></w:p>{PAGE}{begin}")
