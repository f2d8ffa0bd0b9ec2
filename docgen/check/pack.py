"""A pack's sheet and template files → the judged pack, or everything that is wrong with it."""

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Literal, get_args, get_type_hints

from docgen.check.faults import near
from docgen.check.keys import is_file_name
from docgen.check.library import judge_library
from docgen.check.shape import typed
from docgen.model.finding import Faults, Finding, Wording, fault
from docgen.model.meeting import Meeting
from docgen.model.pack import Kind, Pack, Per, TemplateFile
from docgen.model.people import Variant
from docgen.model.sheet import Fields, Path, Sheet, node_at

RULE = re.compile(r"[RT]-[0-9]{1,3}[a-z]?|C-[0-9]{1,3}")
ROW = re.compile(r"[PVW][0-9]{1,2}")
VERSION = re.compile(r"[0-9]+(\.[0-9]+)*")
NUMBER = re.compile(r"[0-9]{1,3}")
LENGTH = re.compile(r"[0-9]{1,3}(\.[0-9])?")
VARIANTS: tuple[str, ...] = get_args(Variant)
MEETINGS: tuple[str, ...] = get_args(get_type_hints(Meeting)["kind"])
ADDRESSED: frozenset[Per] = frozenset(
    {
        "pair",
        "party",
        "participant",
        "absent-holder",
        "warning",
        "termination",
        "rearranged",
        "absentee",
        "partner",
    }
)

FAULTS: Faults = {
    "pack-authority-differs": Wording(
        "The pack says it is for “{said}”, but its folder is called “{authority}”.",
        "Write authority: {authority}, or rename the folder.",
    ),
    "pack-version-form": Wording(
        "The version is not made of figures and full stops.",
        'Write it in quotes, as in: version: "1.0"',
    ),
    "pack-parameter-number": Wording(
        "“{name}” is a number that rules reckon with, and this is none they can use.",
        'Write a whole number from 0 to 999 in quotes, as in: {name}: "5"; one of millimetres may '
        'have a decimal: window_top_mm: "39.5"',
    ),
    "pack-filled-in": Wording(
        "“{name}” is not for people to write: the program fills it in.",
        "Take the line out.",
    ),
    "pack-kind-name": Wording(
        "“{name}” can't name a kind of document, as it becomes part of file names.",
        "Use lower-case letters, figures and single hyphens, such as failed-contract.",
    ),
    "pack-statement-unknown": Wording(
        "There is no statement “{name}” in this pack.",
        "{advice}",
    ),
    "pack-statement-not-carried": Wording(
        "The kind “{kind}” doesn't list the statement “{name}”, which each {act} must carry.",
        "Add {name} under `statements` of the kind, and place it in its template.",
    ),
    "pack-template-missing": Wording(
        "The kind “{kind}” has no template.",
        "Put a Word file called {kind}.docx into the pack's folder, or take the kind out.",
    ),
    "pack-template-stray": Wording(
        "The file {name} belongs to no kind of this pack.",
        "{advice}",
    ),
    "pack-template-variant": Wording(
        "The file {name} is for a variant that doesn't exist.",
        "Name it {kind}.docx, or put one of these before the ending: {variants}.",
    ),
    "pack-template-format": Wording(
        "The file {name} is neither a .docx nor a .pdf.",
        "Open it in Word and save it as a Word document (.docx).",
    ),
    "pack-rule-id": Wording(
        "“{name}” is not the id of a rule.",
        "Write it as in R-17b, T-18 or C-12.",
    ),
    "pack-only": Wording(
        "`only` can't narrow a kind by “{name}”.",
        "Write it as in: only: {{meeting: [initial]}}, with one of: {kinds}.",
    ),
    "pack-letter-to-nobody": Wording(
        "The kind “{kind}” is a letter, but made per {per} it has nobody to be addressed to.",
        "Take `letter` out, or make it per one of: {addressed}.",
    ),
    "pack-rows-stray": Wording(
        "Only a kind of the act checklist has rows, and their names are P, V or W and a number.",
        "Take the rows out, or name them as in P1, V9 or W3.",
    ),
    "pack-topic-unknown": Wording(
        "The program knows no evidence called “{name}”.",
        "{advice}",
    ),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class PackSheet(Pack):
    """A pack as its `pack.yaml` says it, with the edition of that file's shape."""

    schema: Literal[1]


@dataclass(frozen=True, slots=True)
class Telling:
    """Makes findings that know their line in the sheet."""

    root: Fields

    def tell(self, rule: str, path: Path, **names: object) -> Finding:
        """Make one finding about what stands at `path`."""
        told = fault(FAULTS, rule, node_at(self.root, path).mark, **names)
        return replace(told, path=path)


def judge_pack(
    sheet: Sheet, templates: Mapping[str, TemplateFile], authority: str = ""
) -> tuple[Pack | None, tuple[Finding, ...]]:
    """Judge a pack; `authority` is the name of its folder, where known."""
    read, unfit = typed(sheet.root, PackSheet)
    telling = Telling(sheet.root)
    filled_in = tuple(_filled_in(sheet.root, telling))
    if read is None or filled_in:
        return None, unfit + filled_in
    kinds = {name: replace(kind, name=name) for name, kind in read.kinds.items()}
    pack = _pack(read, kinds, templates)
    found = (*_head(pack, authority, telling), *_kinds(pack, telling), *_carried(pack, telling))
    found += (*_files(pack, telling), *judge_library(sheet.root, pack))
    return (None if found else pack), found


def judge_topics(sheet: Sheet, pack: Pack, topics: Collection[str]) -> tuple[Finding, ...]:
    """Tell which evidence the rows ask for that the program can't give."""
    telling = Telling(sheet.root)
    return tuple(
        telling.tell(
            "pack-topic-unknown",
            ("kinds", kind.name, "rows", row, "evidence"),
            name=asked.evidence,
            advice=_advice(asked.evidence, topics),
        )
        for kind in pack.kinds.values()
        for row, asked in kind.rows.items()
        if asked.evidence and asked.evidence not in topics
    )


def _pack(read: Pack, kinds: Mapping[str, Kind], templates: Mapping[str, TemplateFile]) -> Pack:
    given = {"kinds", "templates", "forms"}
    names = (name for name in Pack.__dataclass_fields__ if name not in given)
    return Pack(**{name: getattr(read, name) for name in names}, kinds=kinds, templates=templates)


def _advice(name: str, known: Collection[str]) -> str:
    better = near(name, known)
    return f"Did you mean “{better}”?" if better else f"Use one of: {', '.join(sorted(known))}."


def _filled_in(root: Fields, telling: Telling) -> Iterator[Finding]:
    kinds = root.get("kinds")
    paths: list[Path] = [("templates",), ("forms",)]
    if isinstance(kinds, Fields):
        paths += [("kinds", key.text, "name") for key, _ in kinds.entries]
    for path in paths:
        above = node_at(root, path[:-1])
        name = str(path[-1])
        if isinstance(above, Fields) and above.get(name) is not None:
            yield telling.tell("pack-filled-in", path, name=name)


def _head(pack: Pack, authority: str, telling: Telling) -> Iterator[Finding]:
    if authority and pack.authority != authority:
        said = pack.authority if is_file_name(pack.authority) else "…"
        yield telling.tell("pack-authority-differs", ("authority",), said=said, authority=authority)
    if not VERSION.fullmatch(pack.version):
        yield telling.tell("pack-version-form", ("version",))
    for rule in pack.severities:
        if not RULE.fullmatch(rule):
            yield telling.tell("pack-rule-id", ("severities", rule), name=rule)
    for name, said in pack.parameters.items():
        form = LENGTH if name.endswith("_mm") else NUMBER
        if not form.fullmatch(said):
            yield telling.tell("pack-parameter-number", ("parameters", name), name=name)


def _kinds(pack: Pack, telling: Telling) -> Iterator[Finding]:
    for kind in pack.kinds.values():
        path: Path = ("kinds", kind.name)
        if not is_file_name(kind.name):
            yield telling.tell("pack-kind-name", path, name=kind.name)
        if kind.letter and kind.per not in ADDRESSED:
            yield telling.tell(
                "pack-letter-to-nobody",
                (*path, "letter"),
                kind=kind.name,
                per=kind.per,
                addressed=", ".join(sorted(ADDRESSED)),
            )
        if kind.rows and (kind.act != "checklist" or not all(map(ROW.fullmatch, kind.rows))):
            yield telling.tell("pack-rows-stray", (*path, "rows"))
        yield from _narrowed(kind, path, telling)


def _narrowed(kind: Kind, path: Path, telling: Telling) -> Iterator[Finding]:
    for record, allowed in kind.only.items():
        strange = [word for word in allowed if word not in MEETINGS]
        if record != "meeting" or strange:
            name = strange[0] if record == "meeting" else record
            where: Path = (*path, "only", record)
            yield telling.tell("pack-only", where, name=name, kinds=", ".join(MEETINGS))


def _carried(pack: Pack, telling: Telling) -> Iterator[Finding]:
    for path, names in _statement_lists(pack):
        for number, name in enumerate(names):
            if name not in pack.statements:
                advice = _advice(name, pack.statements)
                where: Path = (*path, number)
                yield telling.tell("pack-statement-unknown", where, name=name, advice=advice)
    for kind in pack.kinds.values():
        for name in pack.must_carry.get(kind.act, ()):
            if name not in kind.statements:
                yield telling.tell(
                    "pack-statement-not-carried",
                    ("kinds", kind.name, "statements"),
                    kind=kind.name,
                    name=name,
                    act=kind.act,
                )


def _statement_lists(pack: Pack) -> Iterator[tuple[Path, tuple[str, ...]]]:
    for kind in pack.kinds.values():
        yield ("kinds", kind.name, "statements"), kind.statements
    for act, names in pack.must_carry.items():
        yield ("must_carry", act), names


def _files(pack: Pack, telling: Telling) -> Iterator[Finding]:
    for kind in pack.kinds:
        if pack.template_for(kind, "standard") is None:
            yield telling.tell("pack-template-missing", ("kinds", kind), kind=kind)
    for name in pack.templates:
        stem, _, ending = name.rpartition(".")
        kind, _, variant = stem.partition(".")
        if ending not in {"docx", "pdf"}:
            yield telling.tell("pack-template-format", (), name=name)
        elif kind not in pack.kinds:
            advice = _advice(kind, pack.kinds)
            yield telling.tell("pack-template-stray", ("kinds",), name=name, advice=advice)
        elif variant and variant not in VARIANTS:
            yield telling.tell(
                "pack-template-variant",
                ("kinds", kind),
                name=name,
                kind=kind,
                variants=", ".join(VARIANTS),
            )
