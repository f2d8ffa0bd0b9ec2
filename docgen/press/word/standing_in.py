"""A template compiled with a stand-in for a school's name → the same with the name in its place.

So an office of many schools compiles each template once. Nothing of lxml is loaded for it.
"""

from collections.abc import Iterator
from dataclasses import replace
from types import CodeType
from xml.sax.saxutils import escape

from docgen.press.ooxml.splice import constant
from docgen.press.word.compiled import Compiled, Tagged

STAND_IN = "\ue3d4\ue3d5\ue3d6"
"""No template has these: they are in private use, and mean nothing."""


def may_stand_in(name: str) -> bool:
    """Tell whether a name can be put in afterwards: all of it can be printed."""
    return name.isprintable() and STAND_IN not in name


def renamed(compiled: Compiled, name: str) -> Compiled:
    """Put a name in its place: bytes are those of a template compiled with it from the start."""
    written = escape(name)
    tagged = tuple(_part(each, written) for each in compiled.tagged)
    still = dict(compiled.members())
    before, after = STAND_IN.encode(), written.encode()
    if any(before in data for data in still.values()):
        changed = {member: data.replace(before, after) for member, data in still.items()}
        return replace(compiled, constant=constant(changed), tagged=tagged)
    return replace(compiled, tagged=tagged)


def _part(part: Tagged, name: str) -> Tagged:
    return replace(part, quick=_code(part.quick, name), careful=_code(part.careful, name))


def _code(code: CodeType, name: str) -> CodeType:
    """Give code whose texts have the name; what holds none of it stays the same object."""
    consts = tuple(_const(each, name) for each in code.co_consts)
    same = all(new is old for new, old in zip(consts, code.co_consts, strict=True))
    return code if same else code.replace(co_consts=consts)


def _const(const: object, name: str) -> object:
    if isinstance(const, str):
        return const.replace(STAND_IN, name) if STAND_IN in const else const
    if isinstance(const, CodeType):
        return _code(const, name)
    if isinstance(const, tuple):
        changed = tuple(_const(each, name) for each in const)
        return changed if any(_differ(changed, const)) else const
    return const


def _differ(changed: tuple[object, ...], before: tuple[object, ...]) -> Iterator[bool]:
    return (new is not old for new, old in zip(changed, before, strict=True))
