"""The settings of a Word file → those that change its layout and that lowering doesn't read."""

from functools import lru_cache

from docgen.press.ooxml import markup
from docgen.press.ooxml.names import Element, w
from docgen.press.pdf.gate.named import Named
from docgen.press.pdf.gate.naming import qualified, qualified_all, shown
from docgen.press.pdf.gate.settings import HARMLESS, OLDER, READ, TOLD
from docgen.press.pdf.gate.watch import Watch
from docgen.press.pdf.lowering.measures import is_on
from docgen.press.pdf.tree import Remark

COMPATIBILITY = w("compat")
MOST_KEPT, SHORT = 64, 500_000
_FINE = qualified_all(" ".join((READ, *HARMLESS.values())))
_OLDER = qualified_all(OLDER)
_TOLD = {qualified(name): named for name, named in TOLD.items()}


def remarks_on_settings(data: bytes) -> tuple[Remark, ...]:
    """Tell which settings change the layout; `data` is the settings' part."""
    return _kept(data) if len(data) <= SHORT else _read(data)


def _read(data: bytes) -> tuple[Remark, ...]:
    watch = Watch()
    for setting in markup.parse(data) if data else ():
        for each in setting if setting.tag == COMPATIBILITY else (setting,):
            watch.tell(_named(each), each, "")
    return watch.remarks()


_kept = lru_cache(MOST_KEPT)(_read)


def _named(setting: Element) -> Named | None:
    tag = setting.tag
    if tag in _FINE or not (is_on(setting) or len(setting)):
        return None
    if tag in _TOLD:
        plain = _TOLD[tag].plain
        return None if plain is not None and plain(setting) else _TOLD[tag]
    if tag in _OLDER:
        return Named("pdf-older-layout", {"what": shown(tag)}, stops=False)
    return Named("pdf-unknown", {"what": f"the setting {shown(tag)}"})
