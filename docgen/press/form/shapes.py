"""A form as it is filled, again and again: its clean bytes, and each field ready to be written."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from docgen.model.form import Field, Form


class Family(StrEnum):
    """What sort of letters a form asks for."""

    SANS = "sans"
    SERIF = "serif"
    MONO = "mono"


class Align(StrEnum):
    """Where lines begin (/Q of ISO 32000-2, 12.7.4.3)."""

    LEFT = "left"
    CENTRE = "centre"
    RIGHT = "right"


class Edge(StrEnum):
    """How a border is drawn (/S of ISO 32000-2, 12.5.4)."""

    SOLID = "S"
    DASHED = "D"
    BEVELLED = "B"
    INSET = "I"
    UNDERLINE = "U"


@dataclass(frozen=True, slots=True)
class Face:
    """The face that a field is set in."""

    family: Family = Family.SANS
    bold: bool = False
    italic: bool = False


@dataclass(frozen=True, slots=True)
class Look:
    """How a field's text and box look; sizes in points.

    `size` 0 is as large as fits. Colours are operators, empty for none: `colour` of the text
    (`0 g`), `border_colour` (`0 G`), `background` (`1 1 1 rg`). `border` is the width that Acrobat
    lays text out by, also where no border is drawn. `rotation` is /MK R: 0, 90, 180 or 270.
    """

    face: Face = Face()
    size: float = 0
    colour: bytes = b"0 g"
    align: Align = Align.LEFT
    border: float = 1
    edge: Edge = Edge.SOLID
    dash: tuple[float, ...] = ()
    border_colour: bytes = b""
    background: bytes = b""
    rotation: int = 0


@dataclass(frozen=True, eq=False, slots=True)
class Spot:
    """A widget, ready to be written again.

    `before` is its dictionary as written in the clean bytes, without /V, /I, /TI, /AS and /AP
    and without its end: `<</Type/Annot…`. Where `holds`, it is the field's own dictionary too: /V
    belongs into it. `width` and `height` are those of the upright box, before it is turned.
    Of buttons, `normal` is the whole /AP (`<</N…>>`, empty for none), `states` what it draws in
    each state (`12 0 R`; `Off` among them, if there is one), `state` the one that it stands for
    when it is on, `mark` the letter of ZapfDingbats that says what its tick looks like.
    `bare` is a spot whose value is not drawn, or not as the form wants it; `hidden` one that is
    never seen.
    """

    number: int
    before: bytes
    holds: bool
    page: int
    width: float
    height: float
    look: Look
    state: str = ""
    states: Mapping[str, bytes] = field(default_factory=dict)
    normal: bytes = b""
    mark: str = ""
    bare: bool = False
    hidden: bool = False


@dataclass(frozen=True, slots=True)
class Holder:
    """A field's dictionary that is no widget, without /V, /I, /TI and its end."""

    number: int
    before: bytes


@dataclass(frozen=True, eq=False, slots=True)
class Entry:
    """A field, where it stands, and what else holds its value.

    Of radio buttons with the same state all go on in `unison`, else the first. A `secret` is shown
    as stars. A `combo` shows what is chosen, any other choice all that can be.
    """

    field: Field
    spots: tuple[Spot, ...]
    holders: tuple[Holder, ...] = ()
    unison: bool = False
    secret: bool = False
    combo: bool = False


@dataclass(frozen=True, eq=False, slots=True)
class Blank:
    """A clean form that every filling starts from; `entries` by full name, in tab order.

    It has one table of objects, a classic one, at `startxref`; `next_number` is the first free
    number. `root` and `info` are references (`1 0 R`; no info is empty), `ident` the first of its
    two /ID in hex. `fonts` are the numbers of the Latin faces in it, each once.
    """

    content: bytes
    form: Form
    entries: Mapping[str, Entry]
    next_number: int
    root: bytes
    info: bytes
    ident: bytes
    startxref: int
    fonts: Mapping[Face, int] = field(default_factory=dict)
