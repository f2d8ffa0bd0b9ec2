"""Values of more than words → what stands for them in the XML, and what they add to the file."""

import re
from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from docgen.errors import CasefileRejected, stop
from docgen.press.ooxml.limits import LIMITS
from docgen.press.ooxml.pictures import picture_of
from docgen.press.word.faults import REASONS
from docgen.press.word.printing import Made, escaped
from docgen.press.word.proof import COUNTED
from docgen.press.word.rich import OddLook, rich_text
from docgen.press.word.shapes import Picture, RichText, SubDocument

if TYPE_CHECKING:
    from docgen.press.word.compiled import Compiled

MARK = re.compile(r'"<(\d+)>"')
INCH, PIXELS, MILLIMETRE = 914_400, 96, 36_000
WIDEST = 2_000
MAIN = "http://schemas.openxmlformats.org/drawingml/2006"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
UNPRINTABLE = re.compile("[\x00-\x1f\ud800-\udfff\ufffe\uffff]")
DRAWING = (
    '</w:t></w:r><w:r><w:drawing><wp:inline xmlns:wp="{main}/wordprocessingDrawing">'
    '<wp:extent cx="{cx}" cy="{cy}"/><wp:docPr{id} name="Picture" descr="{alt}"/>'
    '<wp:cNvGraphicFramePr><a:graphicFrameLocks xmlns:a="{main}/main" noChangeAspect="1"/>'
    '</wp:cNvGraphicFramePr><a:graphic xmlns:a="{main}/main"><a:graphicData uri="{main}/picture">'
    '<pic:pic xmlns:pic="{main}/picture"><pic:nvPicPr><pic:cNvPr id="0" name="Picture"/>'
    '<pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip xmlns:r="{r}" r:embed={key}/><a:stretch>'
    '<a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/>'
    '<a:ext cx="{cx}" cy="{cy}"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom>'
    "</pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
    '<w:r><w:t xml:space="preserve">'
)


class Additions:
    """What the values of one document add to its file: links, pictures, styles and lists."""

    def __init__(self, compiled: "Compiled", read: Callable[[Path], bytes] | None) -> None:
        """Hold the template, and what reads a picture's file."""
        self._compiled = compiled
        self._read = read
        self._members: dict[str, bytes] | None = None
        self.entries: list[str | bytes] = []

    def prepare(self, value: object, path: str) -> Made:
        """Turn a value into XML; raises CasefileRejected, naming it by its path."""
        try:
            if isinstance(value, RichText):
                return rich_text(value, self.mark)
        except OddLook as error:
            raise stop(CasefileRejected, REASONS, "word-odd-look", name=path) from error
        if isinstance(value, Picture):
            return Made(inline=cache(lambda: self._picture(value, path)))
        if isinstance(value, SubDocument):
            from docgen.press.word.inserting import inserted  # noqa: PLC0415 - loads lxml

            return Made(blocks=inserted(value, path, self))
        raise TypeError(type(value).__name__)

    def mark(self, entry: str | bytes) -> str:
        """Give the mark that stands for a link's address or a picture, until its part is known."""
        if entry not in self.entries:
            self.entries.append(entry)
        return f'"<{self.entries.index(entry)}>"'

    @property
    def members(self) -> dict[str, bytes]:
        """Give the members that stay the same but for what is added."""
        if self._members is None:
            self._members = dict(self._compiled.members())
        return self._members

    @property
    def are_there(self) -> bool:
        """Tell whether the file must change for them."""
        return bool(self.entries) or self._members is not None

    def placed(self, parts: Mapping[str, bytes]) -> dict[str, bytes]:
        """Give all members of the file, each mark with a relation of its part in its place."""
        from docgen.press.ooxml.exchange import entry_added  # noqa: PLC0415 - loads lxml

        members = {**self.members, **parts}
        for member in parts:
            xml = members[member].decode()
            keys: dict[str, str] = {}
            for number in dict.fromkeys(MARK.findall(xml)):
                members, key = entry_added(members, member, self.entries[int(number)])
                keys[number] = f'"{key}"'
            members[member] = MARK.sub(lambda mark: keys[mark[1]], xml).encode()  # noqa: B023 - used at once
        return members

    def _picture(self, value: Picture, path: str) -> str:
        data = self._bytes(value, path)
        picture = picture_of(data)
        if picture is None or len(data) > LIMITS.picture:
            raise stop(CasefileRejected, REASONS, "word-odd-picture", name=path)
        if picture.width * picture.height > LIMITS.pixels:
            raise stop(CasefileRejected, REASONS, "word-odd-picture", name=path)
        if value.width is not None and not 0 < value.width <= WIDEST:
            raise stop(CasefileRejected, REASONS, "word-odd-picture", name=path)
        wide = picture.width * INCH // PIXELS
        cx = round(value.width * MILLIMETRE) if value.width is not None else wide
        names = {
            "main": MAIN, "r": R, "cx": cx, "cy": round(picture.height * cx / picture.width),
            "id": COUNTED, "key": self.mark(data),
            "alt": escaped(UNPRINTABLE.sub(" ", value.alt)).replace('"', "&quot;"),
        }  # fmt: skip
        return DRAWING.format_map(names)

    def _bytes(self, value: Picture, path: str) -> bytes:
        if isinstance(value.source, bytes):
            return value.source
        if self._read is None:
            raise stop(CasefileRejected, REASONS, "word-picture-nowhere", name=path)
        return self._read(value.source)
