"""A job into its number and its file's name: none alike, and nobody's name in them."""

import re
from hashlib import sha256

from docgen.model.case import Case
from docgen.model.plan import Identity, Job
from docgen.model.rendition import Ending
from docgen.plan.states import versions

LONGEST = 120
DIGEST = 8
STANDARD = "standard"
_KEY = re.compile("[a-z]+-[a-z0-9]+")
_KEY_STARTS = frozenset({"p", "c", "st", "pa", "m", "ct", "rv", "nc", "n", "w", "t"})


def identity(job: Job, case: Case) -> Identity:
    """Give the number, version and predecessor of a job's next issue (decisions 4)."""
    issued = versions(job, case)
    if not issued:
        highest = max((figure(paper.number) for paper in case.issued), default=0)
        return Identity(f"{case.case_id}/{highest + 1}", 1)
    last = issued[-1]
    return Identity(last.number, last.version + 1, f"{last.number}-v{last.version}")


def file_name(job: Job, case_id: str, identity: Identity | None, ending: Ending = "docx") -> str:
    """Give a file's name: `fam-0042-7-invite-p-1-c-1-en-v1.docx`, or a draft's.

    Files of one document differ in their endings alone. A name that could be
    read in two ways, is too long or holds what some disk refuses gets a digest
    of all its parts.
    """
    keys = [key for key in (job.recipient, job.pupil) if key]
    n = identity.number.rpartition("/")[2] if identity else "draft"
    if identity is None and job.about:
        keys.insert(0, job.about)
    end = [job.language, *([] if job.variant == STANDARD else [job.variant])]
    end += [f"v{identity.version}"] if identity else []
    written = "-".join([case_id, n, job.kind.name, *keys])
    head, tail = _legal(written), _legal("-".join(["", *end])) + f".{ending}"
    room = LONGEST - len(tail) - len("docx") + len(ending)
    if head == written and len(head) <= room and _is_plain(job.kind.name, keys):
        return head + tail
    whole = "\n".join((case_id, n, job.kind.name, *keys))
    digest = sha256(whole.encode()).hexdigest()[:DIGEST]
    return f"{head[: room - DIGEST - 1]}-{digest}{tail}"


def figure(number: str) -> int:
    """Give the n of a number `<case>/<n>`; nothing made by docgen is without one."""
    n = number.rpartition("/")[2]
    return int(n) if n.isdecimal() else 0


def _legal(text: str) -> str:
    return re.sub("[^a-z0-9_-]", "-", text.lower())


def _is_plain(kind: str, keys: list[str]) -> bool:
    """Tell whether kind and keys can be told apart once they are joined."""
    return _KEY_STARTS.isdisjoint(kind.split("-")) and all(map(_KEY.fullmatch, keys))
