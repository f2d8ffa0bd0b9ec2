"""A little Polish for tests: a catalogue of just these messages."""

from collections.abc import Mapping

from docgen.model.language import Catalogue, Language, Pair, Translated
from docgen.wording.bundle import Bundle

POLISH = Language("pl", "Polish", "polski", "pl_PL")


def polish(messages: Mapping[Pair, str] | None = None) -> Bundle:
    """Give Polish with these messages, context and English to Polish, all of them approved."""
    held = {pair: Translated((text,), "approved") for pair, text in (messages or {}).items()}
    return Bundle(Catalogue(POLISH, held))
