"""The names that a kind promises → values to try its template with: the shortest, usual, longest.

Nobody is in them: names, places and numbers are invented or kept free for such use. The longest
are as long as people's real ones get; six lines stand under the longest name, as many as the
window of an envelope shows.
"""

from collections.abc import Mapping
from typing import Literal, get_args

from docgen.model.pack import Kind, Pack
from docgen.model.values import Plain, Promise, Promises, Values
from docgen.wording.bundle import english
from docgen.wording.copying import services
from docgen.wording.promised import promised

Size = Literal["short", "ordinary", "long"]
SIZES: tuple[Size, ...] = get_args(Size)
NAME = ("Ms Ai Ng", "", "Professor Wilhelmina Featherstonehaugh-Osei")
CHILD = ("Bo Ng", "", "Maximilian Bartholomew Featherstonehaugh-Osei")
PROSE = (
    "None.",
    "We talked about what makes the mornings hard, and about what would help.",
    (
        "We talked about what makes the mornings hard: the bus that leaves before the younger "
        "ones are ready, the noise at the gate, and the weeks when work begins at six. We agreed "
        "to try one thing after the other, and to look again at what has helped."
    ),
)
ACTION = (
    "I will phone.",
    "",
    (
        "On each school day until the February half-term break I will phone the attendance office "
        "before 8:45am if something keeps us, and say when we will be there."
    ),
)
PLACE = (
    "Room 4",
    "",
    "The Wilberforce Memorial Room, second floor of the north building, Saltmarsh Family Centre",
)
ORGANISATION = ("School 1", "", "Great Saltmarsh Church of England Voluntary Aided Primary School")
EMAIL = ("a@s.example", "", "attendance.and.family.support@great-saltmarsh.example")
WEB = ("s.example", "", "www.great-saltmarsh-family-services.example/help-with-coming-to-school")
WORDS = ("Yes", "", "Agreed at the meeting, and looked at again after half a term")
TEXTS: Mapping[str, tuple[str, str, str]] = {
    "authority.name": ("Anyshire", "", "Anyshire"),
    **dict.fromkeys(("name", "addressee", "owner", "provider", "by", "contacted_by", "to"), NAME),
    **dict.fromkeys(("salutation",), ("Ms Ng", "", "Professor Featherstonehaugh-Osei")),
    **dict.fromkeys(("legal_name",), CHILD),
    "role": ("aunt", "", "special educational needs co-ordinator and safeguarding lead"),
    "relationship": ("aunt", "", "step-grandmother and legal guardian"),
    **dict.fromkeys(("place", "old_place", "next_place"), PLACE),
    **dict.fromkeys(("organisation", "agencies", "item", "helps_with"), ORGANISATION),
    **dict.fromkeys(("school.name", "links.name"), ORGANISATION),
    **dict.fromkeys(("requirements.text", "support.text", "warning.requirements"), ACTION),
    **dict.fromkeys(("email",), EMAIL),
    **dict.fromkeys(("web", "online"), WEB),
    **dict.fromkeys(
        ("outcome", "measure", "frequency", "comments", "response", "result", "reasonable"), WORDS
    ),
    **dict.fromkeys(
        (
            *("text", "reason", "reasons", "explanation", "notes", "concerns", "how_to_address"),
            *("on_contract", "support_wanted", "voice", "contract_reasons", "what", "checkpoint"),
            *("why", "facts", "requirement", "requirements", "attendance"),
        ),
        PROSE,
    ),
}
"""By the last word of a name, or its last two: short, ordinary where there is no example, long."""
ADDRESS: Mapping[Size, tuple[str, ...]] = {
    "short": ("1 Quay", "CO99 6NQ"),
    "ordinary": ("14 Mill Road", "Little Aldham", "SALTMOUTH", "CO99 1AB"),
    "long": (
        "Apartment 114, Floor 11, West Staircase",
        "The Former Admiralty Signal House",
        "Upper Fishermans Harbour Promenade",
        "Great Saltmarsh St Lawrence",
        "SALTMOUTH-ON-THE-ESTUARY",
        "CO99 6AB",
    ),
}
COUNTS: Mapping[str, tuple[int, int, int]] = {
    "requirements": (1, 3, 12),
    "support": (1, 2, 8),
    "parties": (1, 2, 4),
}
USUAL = (1, 2, 5)
ENTRY = "[]"


def sample(kind: Kind, pack: Pack, size: Size) -> Values:
    """Give values of a size for every name that a template of the kind may use."""
    named = promised(kind, pack)
    values = _tree(named, size)
    values["terms"] = dict(pack.terms)
    for whose in ("school", "recipient"):
        section = values.get(whose)
        if isinstance(section, dict):
            section["address"] = list(ADDRESS[size])
    if "links" in values and pack.links:
        values["links"] = services(pack, english())
    return values


def _tree(promises: Promises, size: Size, above: str = "", place: int = 0) -> dict[str, Plain]:
    """Give the values of names that stand below one another.

    `above` is the name that they stand below, `place` counts entries of a list.
    """
    made: dict[str, Plain] = {}
    for key, below in _by_first_step(promises).items():
        entries = {name[len(ENTRY) :]: each for name, each in below.items() if ENTRY in name[:2]}
        if entries:
            many = range(COUNTS.get(key, USUAL)[SIZES.index(size)])
            made[key] = [_value(key, entries, size, above, number) for number in many]
        else:
            made[key] = _value(key, below, size, above, place)
    return made


def _value(key: str, below: Promises, size: Size, above: str, place: int) -> Plain:
    """Give the value of a name, or of a group of names, which all begin with a full stop."""
    if "" in below:
        return _leaf(f"{above}.{key}", below[""], size, place)
    return _tree({name[1:]: promise for name, promise in below.items()}, size, key, place)


def _leaf(name: str, promise: Promise, size: Size, place: int) -> Plain:
    key = name.rpartition(".")[2]
    if promise.type == "number":
        return place + 1 if key == "number" else int(promise.example or 1)
    if promise.type == "yes or no":
        return {"short": False, "ordinary": promise.example == "yes", "long": not place}[size]
    texts = TEXTS.get(name) or TEXTS.get(key) or (promise.example,) * 3
    return (texts[0], promise.example or texts[1], texts[2])[SIZES.index(size)]


def _by_first_step(promises: Promises) -> Mapping[str, Promises]:
    """Group names by their first step: `a.b` as `.b` below a, `a[].b` as `[].b`."""
    found: dict[str, dict[str, Promise]] = {}
    for name, promise in promises.items():
        head, dot, rest = name.partition(".")
        key = head.removesuffix(ENTRY)
        found.setdefault(key, {})[head.removeprefix(key) + dot + rest] = promise
    return found
