"""A Word file for print → the same for a screen and for reading aloud: in fonts that read out well.

Letters of Nastaliq stand askew over each other, so that programs take them out of a PDF in a wrong
order; Naskh says the same words on level lines.
"""

from collections.abc import Mapping

from docgen.press.ooxml.markup import is_xml
from docgen.press.ooxml.members import read_members, write_members


def on_screen(content: bytes, fonts: Mapping[str, str]) -> bytes:
    """Give a Word file of our own with fonts exchanged by name: those for print, for a screen."""
    members, _ = read_members(content)
    quoted = {f'"{print_}"'.encode(): f'"{screen}"'.encode() for print_, screen in fonts.items()}
    changed = {
        name: _exchanged(data, quoted) if is_xml(name, "") else data
        for name, data in members.items()
    }
    return content if changed == dict(members) else write_members(changed)


def _exchanged(data: bytes, fonts: Mapping[bytes, bytes]) -> bytes:
    for printed, shown in fonts.items():
        data = data.replace(printed, shown)
    return data
