"""`pic:pic` → a picture of the tree, its bytes gathered, and what it can't show is told."""

import re
from dataclasses import dataclass
from hashlib import sha256
from pathlib import PurePosixPath

from docgen.press.ooxml.names import Element, a, local, pic, r, wp
from docgen.press.pdf.lowering.images import ending_of, trimmed, what_is_wrong
from docgen.press.pdf.lowering.measures import is_yes, number
from docgen.press.pdf.lowering.work import Story, Work
from docgen.press.pdf.runs import Image

EMU = 12_700  # in a point
FARTHEST = 1584.0
SHOWN = 24
DECORATIVE = "{http://schemas.microsoft.com/office/drawing/2017/decorative}decorative"
UNTOUCHED = frozenset({a("extLst")})
BY_WORD = re.compile(r"(Picture|Image|Graphic) \d+")  # names of Word's own say nothing of anybody
UNREAD = frozenset({"header", "footer"})  # what stands there is never read out
PLAIN_SHAPE = frozenset({a("xfrm"), a("prstGeom"), a("noFill"), a("extLst")})


@dataclass(frozen=True, slots=True)
class Box:
    """How large a drawing is, in points."""

    width: float
    height: float


def picture(drawing: Element, story: Story, work: Work) -> Image | None:
    """Read the picture of `wp:inline` or `wp:anchor`; None if there is none, which is told."""
    shown = next(drawing.iter(pic("pic")), None)
    blip = None if shown is None else shown.find(f"{pic('blipFill')}/{a('blip')}")
    if shown is None or blip is None:
        return None
    box = _box(drawing)
    data = _data(blip, story, work)
    if data is None or box is None:
        work.remarks.tell("pdf-picture-missing", drawing)
        return None
    data = trimmed(data)
    wrong = what_is_wrong(data, _kind(blip, story))
    if wrong is not None:
        work.remarks.tell(wrong.rule, drawing, stops=True, **wrong.names)
        return None
    _tell(shown, blip, drawing, work)
    key = sha256(data).hexdigest()[:SHOWN] + ending_of(data)
    work.pictures[key] = data
    return Image(key, box.width, box.height, _alt(drawing, story, work))


def length(value: str | None) -> float | None:
    """Read a length in English metric units."""
    found = number(value)
    return None if found is None else max(-FARTHEST, min(FARTHEST, round(found / EMU, 3)))


def _box(drawing: Element) -> Box | None:
    extent = drawing.find(wp("extent"))
    sides = (None, None) if extent is None else (length(extent.get("cx")), length(extent.get("cy")))
    width, height = (side or 0 for side in sides)
    return Box(width, height) if min(width, height) > 0 else None


def _data(blip: Element, story: Story, work: Work) -> bytes | None:
    relation = story.relations.get(blip.get(r("embed"), ""))
    if relation is None or relation.outside:
        return None
    return work.package.members.get(relation.target)


def _kind(blip: Element, story: Story) -> str:
    """Give the kind of a picture by the name of its part."""
    relation = story.relations.get(blip.get(r("embed"), ""))
    ending = "" if relation is None else PurePosixPath(relation.target).suffix
    return ending.lstrip(".").upper() or "?"


def _alt(drawing: Element, story: Story, work: Work) -> str:
    """Give what the picture says to those who can't see it; decoration says nothing."""
    named = drawing.find(wp("docPr"))
    known = "" if named is None else named.get("name", "")
    said = "" if named is None else named.get("descr", "") or named.get("title", "")
    decorative = (is_yes(each.get("val")) for each in drawing.iter(DECORATIVE))
    if any(decorative):
        return ""
    if not said.strip() and story.name not in UNREAD:
        name = known if BY_WORD.fullmatch(known) else "a picture"
        work.remarks.tell("pdf-picture-no-alt", drawing, picture=name)
    return said.strip()


def _tell(shown: Element, blip: Element, drawing: Element, work: Work) -> None:
    crop = shown.find(f"{pic('blipFill')}/{a('srcRect')}")
    cut = crop is not None and any(number(str(value)) for value in crop.attrib.values())
    if cut or _is_turned(shown):
        work.remarks.tell("pdf-picture-cropped", drawing)
    effects = [child for child in blip if child.tag not in UNTOUCHED]
    effects += shown.findall(f"{pic('blipFill')}/{a('tile')}")
    effects += [child for child in shown.iterfind(f"{pic('spPr')}/*") if _is_effect(child)]
    for effect in effects:
        work.remarks.tell("pdf-picture-effect", drawing, effect=local(effect))


def _is_turned(shown: Element) -> bool:
    frame = shown.find(f"{pic('spPr')}/{a('xfrm')}")
    if frame is None:
        return False
    flips = any(is_yes(frame.get(flip)) for flip in ("flipH", "flipV"))
    return flips or bool(number(frame.get("rot")))


def _is_effect(child: Element) -> bool:
    """Tell whether a picture's shape adds something to it: an outline, a shadow, a form."""
    if child.tag == a("ln"):
        return len(child) > 0 and child.find(a("noFill")) is None
    if child.tag == a("effectLst"):
        return len(child) > 0
    return child.tag not in PLAIN_SHAPE or child.get("prst", "rect") != "rect"
