"""A job, its template and an edition → the template compiled, by way of those kept before."""

from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256
from typing import TYPE_CHECKING

from docgen.model.pack import TemplateFile
from docgen.model.plan import Job
from docgen.service.packs import LoadedPack
from docgen.service.tongues import EASY, STANDARD
from docgen.service.translated import hangs_on
from docgen.store.cache import own_cache
from docgen.wording.values import promised, statements_for

if TYPE_CHECKING:
    from docgen.press.word.merge import Compiled
    from docgen.press.word.shapes import Edition


@dataclass(frozen=True, slots=True)
class Head:
    """What stands at the head of a school's papers: its name, and its picture if it has one."""

    name: str
    picture: bytes | None = None

    @property
    def told(self) -> list[str]:
        """Give what tells it from others, as JSON can write it."""
        return [self.name, sha256(self.picture or b"").hexdigest()]


def template_for(loaded: LoadedPack, job: Job) -> TemplateFile:
    """Give the template that a job is made from."""
    template = loaded.pack.template_for(job.kind.name, job.variant)
    if template is None:
        raise LookupError(job.kind.name)  # a judged pack has one for each kind
    return template


def statements_of(loaded: LoadedPack, job: Job) -> Mapping[str, str]:
    """Give the fixed texts of a job; easy ones in an easy template; raises `WordingMissing`."""
    variant = "easy" if EASY in template_for(loaded, job).name else STANDARD
    return statements_for(job.kind, loaded.pack, variant)


def compiled_for(loaded: LoadedPack, job: Job, head: Head, edition: "Edition") -> "Compiled":
    """Compile the template of a job, or take it from the cache.

    Where a school has no picture, its name is put in afterwards: one compiled template does for all
    such schools. Raises `TemplateRejected`, and `WordingMissing` where a sentence of it is not
    translated.
    """
    from docgen.press.word.merge import Letterhead  # noqa: PLC0415 - slow to load; plans need none
    from docgen.press.word.standing_in import STAND_IN, may_stand_in, renamed  # noqa: PLC0415 - as above

    letterhead = Letterhead(head.name, head.picture)
    if head.picture is None and may_stand_in(letterhead.words):
        bare = _compiled(loaded, job, Head(STAND_IN), edition)
        return renamed(bare, letterhead.words)
    return _compiled(loaded, job, head, edition)


def _compiled(loaded: LoadedPack, job: Job, head: Head, edition: "Edition") -> "Compiled":
    from docgen.press.word.merge import Letterhead, Template, compile_edition  # noqa: PLC0415 - as above
    from docgen.service.compiled import by_way_of  # noqa: PLC0415 - as above

    template, statements = template_for(loaded, job), statements_of(loaded, job)
    names = promised(job.kind, loaded.pack)
    about = {
        "template": [template.place, template.digest],
        "statements": dict(statements),
        "letterhead": head.told,
        "names": sorted(names),
        "set": [job.language, job.variant],
        "edition": hangs_on(edition),
    }
    content = Template(loaded.contents[template.name], template.place)
    letterhead = Letterhead(head.name, head.picture)
    return by_way_of(
        own_cache(),
        about,
        lambda: compile_edition(content, statements, edition, letterhead, names),
    )
