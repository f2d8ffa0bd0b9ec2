"""What each command tells, in words and as JSON, in an office as `docgen init` lays it out."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner
from offices import CASE, LET_GO, THREE, TODAY, WAITING, run, told

from docgen.cli.main import docgen


def test_init_lays_out_an_office_once(tmp_path: Path) -> None:
    folder = tmp_path / "office"
    first = CliRunner().invoke(docgen, ["init", str(folder), "--json"])
    again = CliRunner().invoke(docgen, ["init", str(folder)])
    assert first.exit_code == 0
    assert str(folder / "docgen.yaml") in json.loads(first.stdout)["files"]
    assert again.exit_code == 2
    assert "[folder-taken]" in again.stderr


def test_init_says_what_to_do_next(tmp_path: Path) -> None:
    result = CliRunner().invoke(docgen, ["init", str(tmp_path / "office")])
    assert "docgen check fam-0042" in result.stdout


def test_the_command_line_works_from_inside_an_office(
    office: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(office)
    result = CliRunner().invoke(docgen, ["check", WAITING, "--today", TODAY])
    assert result.exit_code == 0


def test_check_counts_findings_and_tells_places_and_remedies(office: Path) -> None:
    answer = told(office, "check", CASE)
    assert answer["counts"] == {"E": 8, "W": 12, "I": 2}
    assert {"R-32", "R-36", "R-41"} < {each["rule"] for each in answer["findings"]}
    assert all(each["line"] and each["remedy"] for each in answer["findings"])
    words = run(office, "check", CASE).stdout
    assert words.startswith("fam-0042 (essex): 8 findings refuse papers (E), 5 hold them (W).")
    assert "casefiles/essex/fam-0042.yaml:" in words
    assert "To accept a W when issuing: --reason " in words


def test_check_says_when_there_is_nothing_to_mend(office: Path) -> None:
    result = run(office, "check", "fam-0104-joined-online")
    assert "nothing to mend" in result.stdout


def test_plan_tells_every_job_with_its_reason_and_everybody_left_out(office: Path) -> None:
    answer = told(office, "plan", CASE)
    assert (answer["case"], answer["authority"]) == (CASE, "essex")
    states = [(job["kind"], job["about"], job["recipient"], job["state"]) for job in answer["jobs"]]
    assert ("failed-contract", "w-1", "p-2", "due") in states
    assert ("contract", "ct-2", None, "held") in states
    assert ("contract", "ct-3", None, "refused") in states
    assert all(job["because"] for job in answer["jobs"])
    assert {"p-2", "p-3"} == {person["person"] for person in answer["left_out"]}
    words = run(office, "plan", CASE).stdout
    assert words.splitlines()[0].split() == [
        "Kind",
        "About",
        "For",
        "Pupil",
        "In",
        "State",
        "Because",
    ]
    assert "Left out" in words


def test_nothing_of_an_office_is_changed_by_looking(office: Path) -> None:
    before = {path for path in office.rglob("*") if path.is_file()}
    for words in (("check", CASE), ("plan", CASE), ("ledger", "list"), ("pack", "list")):
        run(office, *words)
    assert {path for path in office.rglob("*") if path.is_file()} == before


def test_generate_tells_each_draft_with_its_file(office: Path) -> None:
    answer = told(office, "generate", CASE, "--kind", "failed-contract")
    assert [made["about"] for made in answer["made"]] == ["w-1"]
    assert Path(answer["made"][0]["file"]).is_file()
    assert answer["made"][0]["number"] is None


def test_generate_all_drafts_what_is_past_too(office: Path) -> None:
    every = told(office, "generate", CASE, "--all", "--for", "p-1")
    due = told(office, "generate", CASE, "--for", "p-1")
    kinds = [{made["kind"] for made in answer["made"]} for answer in (every, due)]
    assert kinds[0] - kinds[1] == {"invite"}
    assert kinds[1] - kinds[0] == set()
    assert "past" in {job["state"] for job in due["stopped"]}
    assert "past" not in {job["state"] for job in every["stopped"]}


def test_names_stay_out_of_what_is_told(office: Path) -> None:
    words = run(office, "generate", CASE, "--all").stdout + run(office, "issue", CASE).stdout
    for name in ("Wójcik", "Iqbal", "Zofia", "Mill Road", "07700"):
        assert name not in words


def test_issue_numbers_and_records(office: Path) -> None:
    answer = told(office, "issue", CASE, *THREE, *LET_GO)
    assert [made["number"] for made in answer["made"]] == [
        "fam-0042/1",
        "fam-0042/2",
        "fam-0042/3",
    ]
    assert answer["ledger"]["count"] == 3
    assert "held" in {job["state"] for job in answer["stopped"]}


def test_issue_again_makes_nothing_and_says_what_stands(issued: Path) -> None:
    answer = told(issued, "issue", CASE, *THREE, *LET_GO)
    assert (answer["made"], len(answer["standing"])) == ([], 3)
    words = run(issued, "issue", CASE, *THREE, *LET_GO).stdout
    assert "Issued before, nothing changed since" in words


def test_sent_served_and_withdrawn_are_written_down(issued: Path) -> None:
    number = "fam-0042/3"
    sent = told(issued, "sent", number, "--how", "first_class_post", "--date", TODAY)
    assert (sent["number"], sent["version"], sent["act"]) == (number, 1, "sent")
    served = run(issued, "served", f"{number}-v1", "--how", "by_hand", "--date", TODAY)
    assert served.stdout.startswith("fam-0042/3 version 1: served, and written down.")
    withdrawn = run(issued, "withdraw", number, "--reason", "Wrong room")
    assert "withdrawn, and written down." in withdrawn.stdout
    assert "Ledger: 6 entries, head seal " in withdrawn.stdout


def test_the_ledger_is_listed_shown_and_verified(issued: Path, tmp_path: Path) -> None:
    listed = told(issued, "ledger", "list")
    assert [(entry["act"], entry["number"]) for entry in listed["entries"]] == [
        ("issue", "fam-0042/1"),
        ("issue", "fam-0042/2"),
        ("issue", "fam-0042/3"),
    ]
    assert told(issued, "ledger", "list", "--case", "fam-0109-couple")["entries"] == []
    assert "st-2" in run(issued, "ledger", "list").stdout
    shown = run(issued, "ledger", "show", "fam-0042/3")
    assert shown.stdout.startswith("fam-0042/3: failed-contract about w-1 for p-2, pupil c-1")
    kept = tmp_path / "list.json"
    kept.write_text(run(issued, "ledger", "list", "--json").stdout, encoding="utf-8")
    assert run(issued, "ledger", "verify", str(kept)).exit_code == 0
    verified = run(issued, "ledger", "verify")
    assert "Ledger: 3 entries, head seal " in verified.stdout


def test_a_letter_is_proved_to_be_what_was_issued(issued: Path) -> None:
    letter = next(issued.glob("output/fam-0042/fam-0042-3-*.docx"))
    assert told(issued, "ledger", "verify", str(letter))["document"]["number"] == "fam-0042/3"
    words = run(issued, "ledger", "verify", str(letter)).stdout
    assert f"{letter.name} is fam-0042/3 version 1, to the last letter." in words


def test_an_empty_ledger_verifies(office: Path) -> None:
    result = run(office, "ledger", "verify")
    assert result.exit_code == 0
    assert "It has no entries yet." in result.stdout


def test_packs_are_listed_and_checked(office: Path) -> None:
    packs = told(office, "pack", "list")["packs"]
    assert [each["authority"] for each in packs] == ["essex", "kent"]
    assert all(each["usable"] and each["kinds"] for each in packs)
    assert "links-sheet" in run(office, "pack", "list").stdout
    checked = told(office, "pack", "check")
    assert [each["authority"] for each in checked["packs"]] == ["essex", "kent"]
    kent = run(office, "pack", "check", "--authority", "kent").stdout
    assert "kent: nothing to mend.\n" in kent
    assert "pack-reading-age  I  contract.docx reads as for age " in kent
    assert "To mend" not in kent


def test_a_pack_that_cant_be_used_is_listed_as_such(office: Path) -> None:
    folder = office / "templates" / "rutland"
    folder.mkdir(parents=True)
    (folder / "pack.yaml").write_text("schema: 1\n", encoding="utf-8")
    packs = {each["authority"]: each for each in told(office, "pack", "list")["packs"]}
    assert (packs["rutland"]["usable"], packs["essex"]["usable"]) == (False, True)
    assert "can't be used: docgen pack check" in run(office, "pack", "list").stdout


def test_placeholders_are_listed_with_an_example_from_a_case(office: Path) -> None:
    answer = told(office, "pack", "placeholders", "invite", "--example", CASE)
    found = {each["name"]: each for each in answer["placeholders"]}
    assert (answer["authority"], found["pupil.year_group"]["example"]) == ("essex", "9")
    words = run(office, "pack", "placeholders", "failed-contract").stdout
    assert "recipient.salutation" in words
    assert "{%p for line in school.address %}" in words


def test_a_template_is_copied_to_be_edited_and_the_workspace_may_fix_the_authority(
    office: Path,
) -> None:
    settings = office / "docgen.yaml"
    settings.write_text(settings.read_text(encoding="utf-8") + "authority: kent\n", "utf-8")
    answer = told(office, "pack", "edit", "contract")
    assert Path(answer["file"]) == office / "templates" / "kent" / "contract.docx"
    assert Path(answer["file"]).is_file()
    again = run(office, "pack", "edit", "contract", "--authority", "kent")
    assert (again.exit_code, "[pack-own-already]" in again.stderr) == (2, True)


def test_the_library_of_phrases_is_listed(office: Path) -> None:
    answer = told(office, "pack", "phrases")
    found = {each["phrase"]: each for each in answer["phrases"]}
    assert answer["authority"] is None
    assert found["phone-before"]["with"] == ["time"]
    assert found["phone-before"]["use"] == "requirement"
    words = run(office, "pack", "phrases").stdout
    assert "phone-before" in words
    assert "the school's phone log" in " ".join(words.split())
    assert "In a casefile: rq-1: {owner: p-1, phrase: phone-before" in words


def test_an_authority_changes_a_phrase_for_its_own_casefiles(office: Path) -> None:
    (kent,) = (each for each in told(office, "pack", "list")["packs"] if each["name"] == "Kent")
    folder = office / "templates" / "kent"
    folder.mkdir(parents=True)
    own = "{text: I will ring by {hour}., use: requirement, source: ours, version: 2}"
    sheet = f"based_on: kent {kent['version']}\nphrases:\n  phone-before: {own}\n"
    (folder / "pack.yaml").write_text(
        sheet.replace("I will ring by {hour}.", "'I will ring by {hour}.'"), "utf-8"
    )
    answer = told(office, "pack", "phrases", "--authority", "kent")
    found = {each["phrase"]: each for each in answer["phrases"]}
    assert (found["phone-before"]["with"], found["phone-before"]["version"]) == (["hour"], 2)
    assert "bedtime" in found
    national = told(office, "pack", "phrases")["phrases"]
    assert [each["version"] for each in national if each["phrase"] == "phone-before"] == [1]


def test_a_rule_is_explained(office: Path) -> None:
    words = run(office, "explain", "r43").stdout
    assert words.startswith("R-43\n  Says         <requirement> is for <owner>")
    assert "  Severity     E nationally; essex E; kent E\n" in words
    assert (
        "  Stops        E refuses and W holds papers of the act contract; I only informs.\n"
        in words
    )
    (both,) = told(office, "explain", "R-01")["explained"]
    assert (both["id"], both["stage"], both["severity"]) == ("R-01", "load", "E")


def test_all_rules_of_a_number_are_explained(office: Path) -> None:
    words = run(office, "explain", "R-17").stdout
    assert words.startswith("R-17a\n")
    assert "\n\nR-17b\n" in words


def test_a_message_is_explained_without_a_severity(office: Path) -> None:
    words = run(office, "explain", "YAML-alias").stdout
    assert words.startswith("yaml-alias\n")
    assert "  Why          Nothing in a file is guessed." in words
    assert "Severity" not in words
    assert "Stage" not in words


def test_without_an_id_all_rules_are_listed(office: Path) -> None:
    words = run(office, "explain").stdout
    assert words.split()[:4] == ["Rule", "Nationally", "essex", "kent"]
    ids = [each["id"] for each in told(office, "explain")["explained"]]
    assert ids[:3] == ["C-01", "C-11", "R-01"]
    assert {"R-23", "R-43", "R-113", "phrase-unknown"} <= set(ids)
    assert ids.index("R-20") < ids.index("R-107")


def test_an_id_that_is_none_is_told_with_the_one_probably_meant(office: Path) -> None:
    result = run(office, "explain", "yaml-alais")
    assert result.exit_code == 2
    assert "[explain-unknown]" in result.stderr
    assert "Did you mean yaml-alias?" in result.stderr


@pytest.mark.parametrize("name", ["casefile", "school", "workspace", "pack", "phrases"])
def test_a_schema_is_printed_or_written(name: str, office: Path, tmp_path: Path) -> None:
    printed = run(office, "schema", name)
    assert json.loads(printed.stdout)["$schema"].startswith("https://json-schema.org/")
    out = tmp_path / f"{name}.schema.json"
    assert run(office, "schema", name, "-o", str(out)).exit_code == 0
    assert json.loads(out.read_bytes()) == json.loads(printed.stdout)
    assert out.read_bytes() == (office / "schema" / out.name).read_bytes()


def test_the_schema_of_a_casefile_is_meant_where_none_is_named(office: Path) -> None:
    assert run(office, "schema").stdout == run(office, "schema", "casefile").stdout


@pytest.mark.parametrize(
    ("words", "stops"),
    [
        (("check", CASE), ["Ask", "Read", "Judge", "Plan"]),
        (("generate", CASE), ["Ask", "Read", "Judge", "Plan", "Make", "Deliver"]),
        (("issue", CASE), ["Ask", "Read", "Judge", "Plan", "Make", "Record", "Deliver"]),
    ],
)
def test_the_stops_on_the_way_are_told_on_stderr(
    words: tuple[str, ...], stops: list[str], office: Path
) -> None:
    result = run(office, *words, "--verbose")
    passed = [line.split()[0] for line in result.stderr.splitlines()]
    assert list(dict.fromkeys(passed)) == stops
    assert run(office, *words).stderr == ""


def test_flags_of_every_command_work_on_either_side(office: Path) -> None:
    everywhere = ("--workspace", str(office), "--today", TODAY, "--json")
    before = CliRunner().invoke(docgen, [*everywhere, "plan", CASE])
    after = CliRunner().invoke(docgen, ["plan", *everywhere, CASE])
    assert json.loads(before.stdout) == json.loads(after.stdout)


def test_the_nearer_flag_counts(office: Path, tmp_path: Path) -> None:
    words = ["--workspace", str(tmp_path), "check", WAITING, "--workspace", str(office)]
    assert CliRunner().invoke(docgen, [*words, "--today", TODAY]).exit_code == 0
