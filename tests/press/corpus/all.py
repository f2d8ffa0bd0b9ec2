"""The whole corpus: every template under what it shows."""

from collections.abc import Mapping

from press.corpus.building import docx
from press.corpus.stories import STORIES
from press.corpus.tables import TABLES
from press.corpus.texts import BODIES

TEMPLATES: Mapping[str, bytes] = {
    **{shows: docx(body) for shows, body in {**BODIES, **TABLES}.items()},
    **STORIES,
}
