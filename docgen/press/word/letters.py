"""A compiled template and one row's texts → a Word file's bytes with its digest, quickly."""

from docgen.model.values import Values
from docgen.press.ooxml.splice import add_to
from docgen.press.word.compiled import Compiled
from docgen.press.word.merge import filled
from docgen.press.word.plain import plain


def letter(compiled: Compiled, values: Values) -> tuple[bytes, str]:
    """Fill a template in and sum up what was made, without unpacking it again.

    The digest is the one that a `Rendition` tells. Raises as `merge` does; pictures and rich text
    are not known here.
    """
    parts = filled(compiled, plain(values, free=compiled.demands.free))
    summed = compiled.constant.summed.copy()
    for tagged, part in zip(compiled.tagged, parts, strict=True):
        add_to(summed, tagged.member, part)
    return compiled.constant.file(compiled.names, parts), summed.hexdigest()
