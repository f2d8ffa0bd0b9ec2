"""A case's tree → records that contradict each other, or that stand there twice."""

from collections.abc import Iterator

from docgen.check.case_faults import told
from docgen.check.faults import shown
from docgen.check.keys import SORTS, prefix_of
from docgen.check.places import below, entries_of, text_of
from docgen.check.references import known_keys
from docgen.model.finding import Finding
from docgen.model.sheet import Fields, Node, Path, Scalar

LISTED = 12


def records(root: Fields) -> Iterator[Finding]:
    """Judge how the records of a case hang together."""
    yield from _links(root)
    yield from _chain(root)
    yield from _circles(root)
    yield from _requirements(root)
    yield from _checklists(root)
    yield from _decisions(root)
    yield from _issued(root)


def _each(root: Fields, table: str) -> Iterator[tuple[Path, Node]]:
    node = root.get(table)
    if node is not None:
        yield from (((table, step), record) for step, record in entries_of(node))


def _table(root: Fields, name: str) -> dict[str, Node]:
    node = root.get(name)
    return {key.text: each for key, each in node.entries} if isinstance(node, Fields) else {}


def _text(node: Node, *steps: str | int) -> Scalar | None:
    found = below(node, *steps)
    return found if isinstance(found, Scalar) else None


def _links(root: Fields) -> Iterator[Finding]:
    first: dict[tuple[str, str], Node] = {}
    for path, link in _each(root, "links"):
        person, pupil = text_of(link, "person"), text_of(link, "pupil")
        if person and pupil and (standing := first.setdefault((person, pupil), link)) is not link:
            names = {"person": shown(person), "pupil": shown(pupil), "first": standing.mark.line}
            yield told("link-twice", path, link.mark, **names)


def _chain(root: Fields) -> Iterator[Finding]:
    """Judge that a meeting and the one it replaces say so of each other."""
    meetings = _table(root, "meetings")
    for key, meeting in meetings.items():
        for one, other in (("replaces", "replaced_by"), ("replaced_by", "replaces")):
            said = _text(meeting, one)
            if said and said.text in meetings and text_of(meetings[said.text], other) != key:
                names = {"key": shown(key), "other": shown(said.text), "back": other}
                yield told("meetings-disagree", ("meetings", key, one), said.mark, **names)


def _circles(root: Fields) -> Iterator[Finding]:
    """Judge that no meeting replaces itself by way of others; each circle is told once."""
    meetings = _table(root, "meetings")
    done: set[str] = set()
    for start, meeting in meetings.items():
        walked: dict[str, None] = {}
        key = start
        while key in meetings and key not in walked and key not in done:
            walked[key] = None
            key = text_of(meetings[key], "replaced_by")
        if key in walked:
            round_about = list(walked)[list(walked).index(key) :]
            names = {"keys": ", ".join(round_about[:LISTED])}
            yield told("meetings-circle", ("meetings", start), meeting.mark, **names)
        done.update(walked)


def _requirements(root: Fields) -> Iterator[Finding]:
    """Judge that a contact names an action that its contract has, or had in an earlier version."""
    actions = {key: _actions(contract) for key, contract in _table(root, "contracts").items()}
    for path, record in _each(root, "noncompliance"):
        said, contract = _text(record, "requirement"), text_of(record, "contract")
        keys = actions.get(contract)
        if said and keys is not None and said.text.removeprefix(f"{contract}.") not in keys:
            listed = ", ".join(list(keys)[:LISTED])
            names = {"key": shown(said.text), "contract": contract, "keys": listed}
            yield told("requirement-nowhere", (*path, "requirement"), said.mark, **names)


def _actions(contract: Node) -> dict[str, None]:
    now = below(contract, "requirements")
    agreed = below(contract, "agreed")
    keys = [str(step) for step, _ in entries_of(now)] if now else []
    for _, version in entries_of(agreed) if agreed else ():
        keys += [key.text for _, key in entries_of(version) if isinstance(key, Scalar)]
    return dict.fromkeys(keys)


def _checklists(root: Fields) -> Iterator[Finding]:
    contracts = _table(root, "contracts")
    checklists = root.get("checklists")
    for key, _ in checklists.entries if isinstance(checklists, Fields) else ():
        if key.text not in contracts:
            listed = ", ".join(list(contracts)[:LISTED]) or "none yet"
            names = {"key": shown(key.text), "sort": SORTS["ct"], "keys": listed}
            yield told("key-nowhere", ("checklists", key.text), key.mark, **names)


def _decisions(root: Fields) -> Iterator[Finding]:
    """Judge that a decision is about what is there: the keys in `m-1.p-2.c-1` lead somewhere."""
    known = known_keys(root)
    for path, decision in _each(root, "decisions"):
        about = _text(decision, "about")
        for key in about.text.split(".") if about else ():
            sort = prefix_of(key) or ""
            if about and sort in known and key not in known[sort]:
                listed = ", ".join(list(known[sort])[:LISTED]) or "none yet"
                names = {"key": shown(key), "sort": SORTS[sort], "keys": listed}
                yield told("key-nowhere", (*path, "about"), about.mark, **names)


def _issued(root: Fields) -> Iterator[Finding]:
    case_id = text_of(root, "case_id")
    known: dict[str, Node] = {}
    for path, entry in _each(root, "issued"):
        number, version = _text(entry, "number"), text_of(entry, "version")
        if number is None:
            continue
        if not number.text.startswith(f"{case_id}/"):
            yield told("issued-number", (*path, "number"), number.mark, case=shown(case_id))
        if known.setdefault(f"{number.text}-v{version}", entry) is not entry:
            names = {"number": shown(number.text), "version": shown(version)}
            yield told("issued-twice", path, number.mark, **names)
    for path, entry in _each(root, "issued"):
        replaced = _text(entry, "replaces")
        if replaced and replaced.text not in known:
            names = {"number": shown(replaced.text)}
            yield told("issued-replaces", (*path, "replaces"), replaced.mark, **names)
