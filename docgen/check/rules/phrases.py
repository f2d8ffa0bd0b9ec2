"""Is every action that takes its words from the library of phrases fit to be printed."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from docgen.check.faults import near, shown
from docgen.check.rules.registry import Breach, Rule, Scene
from docgen.check.rules.subjects import drawn_up
from docgen.model.action import Requirement, Support
from docgen.model.agreement import asks
from docgen.model.finding import Severity, Stage
from docgen.model.pack import Phrase
from docgen.model.sheet import Path

SOURCE = "docgen's library of phrases, with what the authority's pack adds to it"


@dataclass(frozen=True, slots=True)
class Taken:
    """An action that takes its words from a phrase; `phrase` is None where there is none."""

    about: tuple[str, str]
    path: Path
    item: Requirement | Support
    phrase: Phrase | None

    def breach(self, field: str, **names: str) -> Breach:
        """Tell what is wrong with a field of the action."""
        return Breach(self.about, (*self.path, *field.split(".")), names)


def _taken(scene: Scene) -> Iterator[Taken]:
    for key, contract in drawn_up(scene.case):
        parts: Mapping[str, Mapping[str, Requirement | Support]] = {
            "requirements": contract.requirements,
            "support": contract.support,
        }
        for part, items in parts.items():
            for name, item in items.items():
                if item.phrase is not None:
                    path = ("contracts", key, part, name)
                    yield Taken((key, name), path, item, _phrase(scene, item))


def _phrase(scene: Scene, item: Requirement | Support) -> Phrase | None:
    """Give the phrase; once it stood on paper, as it was worded then."""
    known = scene.pack.phrases.get(item.phrase or "")
    return Phrase(item.frozen.text, _use(item), SOURCE) if item.frozen else known


def _use(item: Requirement | Support) -> Literal["requirement", "support"]:
    return "requirement" if isinstance(item, Requirement) else "support"


def _unknown(scene: Scene) -> Iterator[Breach]:
    for taken in _taken(scene):
        if taken.phrase is None:
            name = str(taken.item.phrase)
            better = near(name, scene.pack.phrases)
            advice = f"Did you mean “{better}”?" if better else "Take one of the library."
            yield taken.breach("phrase", phrase=shown(name), advice=advice)


def _misplaced(scene: Scene) -> Iterator[Breach]:
    for taken in _taken(scene):
        wanted = _use(taken.item)
        if taken.phrase and taken.phrase.use != wanted:
            names = {"phrase": str(taken.item.phrase), "use": taken.phrase.use, "wanted": wanted}
            yield taken.breach("phrase", **names)


def _missing(scene: Scene) -> Iterator[Breach]:
    for taken in _taken(scene):
        wanted = asks(taken.phrase) if taken.phrase else ()
        missing = [name for name in wanted if name not in taken.item.values]
        if missing:
            names = {"phrase": str(taken.item.phrase), "missing": ", ".join(missing)}
            yield taken.breach("with", **names)


def _strange(scene: Scene) -> Iterator[Breach]:
    for taken in _taken(scene):
        if taken.phrase:
            wanted = asks(taken.phrase)
            for name in taken.item.values:
                if name not in wanted:
                    yield taken.breach(f"with.{name}", gap=shown(name), advice=_told(name, wanted))


def _exchanged(scene: Scene) -> Iterator[Breach]:
    for taken in _taken(scene):
        frozen = taken.item.frozen
        known = scene.pack.phrases.get(str(taken.item.phrase))
        if frozen and known and frozen.version == known.version and frozen.text != known.text:
            yield taken.breach("phrase", phrase=str(taken.item.phrase))


def _told(name: str, wanted: tuple[str, ...]) -> str:
    better = near(name, wanted)
    if better:
        return f"Did you mean “{better}”?"
    return f"Take it out; the phrase asks for: {', '.join(wanted) or 'nothing'}."


RULES = (
    Rule(
        "phrase-unknown",
        Stage.ANY,
        Severity.ERROR,
        SOURCE,
        "{subject} takes its words from a phrase “{phrase}”, which the library doesn't have.",
        "{advice} They are listed by: docgen pack phrases",
        _unknown,
        why="A paper can only say words that are there. An action without them would stand on it "
        "as an empty line.",
    ),
    Rule(
        "phrase-misplaced",
        Stage.ANY,
        Severity.ERROR,
        SOURCE,
        "{subject} is a {wanted}, but its phrase “{phrase}” is worded for a {use}.",
        "Choose a phrase for a {wanted}; docgen pack phrases tells what each is for.",
        _misplaced,
        why="What a parent will do and what the school gives are worded differently. In the wrong "
        "list, a parent would promise what the school should do.",
    ),
    Rule(
        "phrase-name-missing",
        Stage.ANY,
        Severity.ERROR,
        SOURCE,
        "The phrase “{phrase}” of {subject} lacks: {missing}.",
        "Write under `with` what stands there, such as: with: {{time: 8:45am}}",
        _missing,
        why="A phrase leaves out the day, the time or the number, so that each family gets its "
        "own. Nothing is printed with a gap in it.",
    ),
    Rule(
        "phrase-name-unknown",
        Stage.ANY,
        Severity.ERROR,
        SOURCE,
        "The phrase of {subject} has no place for “{gap}”.",
        "{advice}",
        _strange,
        why="What a person typed must not get lost unseen: a name that the phrase doesn't ask for "
        "would not be printed.",
    ),
    Rule(
        "phrase-frozen-other",
        Stage.ANY,
        Severity.WARNING,
        SOURCE,
        "The words of {subject} that went onto paper are not those of its phrase “{phrase}”.",
        "If another phrase is meant now, take the line `frozen` out: the next paper then says the "
        "new words, and everybody signs again. If the pack's wording was mended, raise the "
        "phrase's `version` there.",
        _exchanged,
        why="What was signed stays as it was worded. A phrase that is exchanged later would "
        "otherwise change nothing on paper, and nobody would see why.",
    ),
)
