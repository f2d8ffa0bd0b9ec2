"""Whatever docgen says can be explained: why, by which source, what it stops, how to mend it."""

import re
from collections.abc import Mapping
from pathlib import Path

import pytest

from docgen.check.rules.examine import RULES
from docgen.cli.explain import messages
from docgen.errors import UsageTrouble
from docgen.model.finding import Stage, Wording
from docgen.service.explain import Explained, Message, explain, explain_rules
from docgen.service.explained import KEPT
from docgen.store.shipped import shipped
from docgen.store.workspace import Workspace, find_workspace

EVERY = messages()


@pytest.fixture
def office(tmp_path: Path) -> Workspace:
    """Give an office with a pack of its own beside the packaged ones."""
    (tmp_path / "docgen.yaml").write_text("schema: 1\n", "utf-8")
    return find_workspace(tmp_path, tmp_path, {})


def gathered() -> Mapping[str, Message]:
    return EVERY


def ids(office: Workspace, wanted: str) -> list[str]:
    return [each.id for each in explain(office, wanted, gathered)]


def only(office: Workspace, wanted: str) -> Explained:
    (found,) = explain(office, wanted, gathered)
    return found


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_every_rule_says_why_it_is_there_and_what_says_so(rule: object) -> None:
    found = next(each for each in RULES if each is rule)
    assert found.why.endswith(".")
    assert found.source
    assert found.remedy


def test_rules_that_the_program_keeps_by_itself_are_explained_too(office: Workspace) -> None:
    assert [kept.id for kept in KEPT] == ["R-23", "R-56", "R-112", "R-113"]
    for kept in KEPT:
        found = only(office, kept.id)
        assert found.severity == "E"
        assert set(found.packs.values()) == {"E"}
        assert found.stage is None
        assert all((found.says, found.remedy, found.why, found.source, found.stops))


@pytest.mark.parametrize("name", sorted(EVERY))
def test_every_other_message_is_explained(name: str, office: Workspace) -> None:
    found = only(office, name)
    assert found.id == name
    assert found.says
    assert found.why.endswith(".")
    assert found.stops.endswith(".")
    assert (found.severity, found.stage, found.packs) == (None, None, {})


@pytest.mark.parametrize(
    ("module", "stops", "why"),
    [
        ("docgen.check.case_faults", "The whole case", "Nothing in a file is guessed"),
        ("docgen.store.yaml_faults", "The whole case", "Nothing in a file is guessed"),
        ("docgen.check.rules.examine", "Nothing; it informs", "A reason stands for one warning"),
        ("docgen.check.leaks", "The paper that would show it", "No paper may tell one reader"),
        ("docgen.check.pack", "Every paper of that pack", "A pack is a folder"),
        ("docgen.check.library", "Every paper of that pack", "A pack is a folder"),
        ("docgen.service.proofread", "Every paper of that pack", "A pack is a folder"),
        ("docgen.press.ooxml.faults", "Every paper made from that", "A template fills in"),
        ("docgen.wording.bundle", "The run; no paper", "A paper without its words"),
        ("docgen.store.ledger", "The command.", "What was issued must stay provable"),
        ("docgen.store.disk", "The command.", "A file appears whole or not at all"),
        ("docgen.service.issue", "The command.", "A command does what was asked"),
        ("docgen.cli.word", "The command.", "A command does what was asked"),
        ("docgen.check.roster.faults", "Said of the file", "A slip in a list"),
        ("docgen.store.roster.faults", "Said of the file", "A slip in a list"),
        ("docgen.plan.households", "Said of the file", "A slip in a list"),
        ("docgen.service.batch.judging", "Said of the file", "A slip in a list"),
        ("docgen.check.frame", "The batch: no row", "What stands in the frame"),
        ("docgen.check.mail_merge", "Said of a row", "Every row that is fit"),
        ("docgen.service.batch.word_chunk", "Said of a row", "Every row that is fit"),
        ("docgen.service.batch.resume", "Said of a letter", "A run over many families"),
        ("docgen.store.runs", "Said of a letter", "A run over many families"),
    ],
)
def test_a_message_is_explained_by_the_room_that_says_it(
    module: str, stops: str, why: str, office: Workspace
) -> None:
    said = {"made-up": Message(Wording("It is {name}.", "Mend {{it}}."), module)}
    (found,) = explain(office, "made-up", lambda: said)
    assert found.stops.startswith(stops)
    assert found.why.startswith(why)
    assert (found.says, found.remedy) == ("It is <name>.", "Mend {it}.")


def test_each_message_is_its_own_modules() -> None:
    assert EVERY["field-unknown"].module == "docgen.check.faults"
    assert EVERY["leak"].module == "docgen.check.leaks"
    assert not any(re.fullmatch(r"R-\d+.*", name) for name in EVERY)


@pytest.mark.parametrize("wanted", ["R-43", "r-43", "R43", " r43 ", "R-043"])
def test_an_id_is_understood_as_people_type_it(wanted: str, office: Workspace) -> None:
    assert ids(office, wanted) == ["R-43"]


def test_a_figure_alone_stands_for_a_rule_of_two(office: Workspace) -> None:
    assert ids(office, "r5") == ["R-05"]
    assert ids(office, "c11") == ["C-11"]


@pytest.mark.parametrize(
    ("wanted", "meant"),
    [
        ("R-17", ["R-17a", "R-17b"]),
        ("R10", ["R-10a", "R-10b"]),
        ("R-17B", ["R-17b"]),
        ("R-01", ["R-01"]),
        ("Yaml-Alias", ["yaml-alias"]),
        ("phrase-unknown", ["phrase-unknown"]),
    ],
)
def test_a_number_stands_for_all_rules_that_have_it(
    wanted: str, meant: list[str], office: Workspace
) -> None:
    assert ids(office, wanted) == meant


def test_severities_are_told_as_each_pack_has_them(office: Workspace) -> None:
    folder = office.templates / "mercia"
    folder.mkdir(parents=True)
    sheet = "based_on: kent {}\nauthority: mercia\nname: Mercia\nseverities: {{R-43: '-'}}\n"
    version = next(iter(re.findall(r'version: "(.*)"', kent_sheet())))
    (folder / "pack.yaml").write_text(sheet.format(version), "utf-8")
    found = only(office, "R-43")
    assert (found.severity, found.packs["mercia"], found.packs["kent"]) == ("E", "-", "E")
    assert found.stage == Stage.CONTRACT.value


def kent_sheet() -> str:
    return (shipped("templates") / "kent" / "pack.yaml").read_text("utf-8")


@pytest.mark.parametrize(
    ("rule", "stops"),
    [
        ("R-43", "E refuses and W holds papers of the act contract; I only informs."),
        ("R-17a", "E refuses and W holds papers of the act invite or rearranged; I only informs."),
        ("R-24", "E refuses and W holds every paper that would show it; I only informs."),
        (
            "R-107",
            (
                "E refuses and W holds every letter with an address block to that person; I only "
                "informs."
            ),
        ),
    ],
)
def test_what_a_rule_stops_is_told(rule: str, stops: str, office: Workspace) -> None:
    assert only(office, rule).stops == stops


def test_a_rule_on_what_is_printed_stops_the_next_paper(office: Workspace) -> None:
    stops = only(office, "R-60").stops
    assert stops.startswith("The paper it speaks of is made already")
    assert "papers of the act review or termination or warning" in stops


@pytest.mark.parametrize(
    ("wanted", "advice"),
    [
        ("R-433", "Did you mean R-43?"),
        ("leek", "Did you mean leak?"),
        ("weather in spring", "docgen explain lists all rules"),
    ],
)
def test_what_docgen_never_says_is_told(wanted: str, advice: str, office: Workspace) -> None:
    with pytest.raises(UsageTrouble) as stopped:
        explain(office, wanted, gathered)
    assert stopped.value.code == "explain-unknown"
    assert f"“{wanted}”" in stopped.value.message
    assert stopped.value.remedy.startswith(advice)


def test_all_rules_are_listed_in_the_order_of_their_numbers(office: Workspace) -> None:
    found = [each.id for each in explain_rules(office)]
    assert len(found) == len(RULES) + len(KEPT) == len(set(found))
    numbers = [int(name[2:].rstrip("ab")) for name in found if name.startswith("R-")]
    assert numbers == sorted(numbers)
    assert found[-1].startswith("phrase-")
