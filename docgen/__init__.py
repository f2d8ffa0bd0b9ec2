"""docgen: from one casefile to every letter, contract and form that a family must get."""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from docgen.press.word.shapes import Picture, RichText, Run, SubDocument
    from docgen.service.compiled import merge_word
    from docgen.service.forms import fill_form
    from docgen.service.pdf import to_pdf

__all__ = ["Picture", "RichText", "Run", "SubDocument", "fill_form", "merge_word", "to_pdf"]
_ROOMS = {
    "fill_form": "docgen.service.forms",
    "merge_word": "docgen.service.compiled",
    "to_pdf": "docgen.service.pdf",
    "Picture": "docgen.press.word.shapes",
    "RichText": "docgen.press.word.shapes",
    "Run": "docgen.press.word.shapes",
    "SubDocument": "docgen.press.word.shapes",
}


def __getattr__(name: str) -> Any:  # noqa: ANN401 - whichever of the names above
    """Load what others may call when it is first asked for: `import docgen` alone stays quick."""
    if name not in _ROOMS:
        raise AttributeError(f"module 'docgen' has no attribute {name!r}")
    from importlib import import_module  # noqa: PLC0415 - needed here alone

    return getattr(import_module(_ROOMS[name]), name)
