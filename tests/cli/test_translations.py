"""The texts of papers in other languages, looked after at the command line."""

from pathlib import Path

import pytest
from offices import run, told
from officework import CASE, CONTRACT_MADE, office_in
from openpyxl import load_workbook

from docgen.model.casetext import digest_of

READS_POLISH = (CASE + CONTRACT_MADE).replace(
    "address_verified", "languages: {speaks: pl, reads: pl}, address_verified", 1
)
LOCAL = ("--authority", "kent")


def test_how_much_is_translated_is_told_for_all_languages_and_for_one(office: Path) -> None:
    every = run(office, "translations", "status", *LOCAL)
    assert every.exit_code == 0
    assert "In a hundred: translated/checked." in every.stdout
    one = run(office, "translations", "status", "ur", *LOCAL)
    assert "explanation" in one.stdout
    assert "draft" in one.stdout


def test_what_nobody_has_checked_is_listed_by_name(office: Path) -> None:
    listed = run(office, "translations", "status", "pl", "--kind", "explanation", *LOCAL)
    answer = told(office, "translations", "status", "pl", *LOCAL)
    names = {each["message"] for each in answer["languages"][0]["messages"]}
    found = [line.split()[0] for line in listed.stdout.splitlines() if "  pl  " in line]
    assert found
    assert set(found) <= names


def test_nothing_is_left_to_mend_in_what_comes_with_docgen(office: Path) -> None:
    result = run(office, "translations", "check", *LOCAL)
    assert result.exit_code == 0
    assert "To mend" not in result.stdout or "refuse nothing" in result.stdout


def test_a_broken_file_is_told_with_its_place(office: Path) -> None:
    po = office / "translations" / "pl" / "kent.po"
    po.parent.mkdir(parents=True)
    po.write_text('msgid "Yes\n', "utf-8")
    answer = told(office, "translations", "check", "pl", *LOCAL)
    assert answer["exit"] == 5
    first = answer["languages"][0]["findings"][0]
    assert (first["rule"], first["line"]) == ("po-line", 1)
    assert first["file"].endswith("translations/pl/kent.po")
    assert "po-line" in run(office, "translations", "check", "pl", *LOCAL).stdout


def test_out_to_a_translator_back_and_approved(office: Path, tmp_path: Path) -> None:
    path = tmp_path / "pl.xlsx"
    out = run(office, "translations", "export", "pl", "--xlsx", "-o", str(path), *LOCAL)
    assert "messages in pl" in out.stdout
    book = load_workbook(path)
    sheet = book.worksheets[0]
    row = next(n for n, each in enumerate(sheet.values, 1) if each[4] == "No" and each[3] == "no")
    sheet[f"G{row}"] = "Nie wcale"
    book.save(path)
    back = run(office, "translations", "import", str(path), *LOCAL)
    assert "pl: 1 text taken over." in back.stdout
    message = str(sheet[f"A{row}"].value)
    approved = run(office, "translations", "approve", "pl", message, *LOCAL)
    assert approved.stdout == "1 text in pl now approved.\n"
    answer = told(office, "translations", "status", "pl", *LOCAL)
    found = next(each for each in answer["languages"][0]["messages"] if each["message"] == message)
    assert (found["texts"], found["status"], found["by"]) == (["Nie wcale"], "approved", "st-2")


def test_a_workbook_with_a_fault_leaves_with_4_if_taken_over_partly(
    office: Path, tmp_path: Path
) -> None:
    path = tmp_path / "pl.xlsx"
    run(office, "translations", "export", "pl", "--xlsx", "-o", str(path), *LOCAL)
    book = load_workbook(path)
    sheet = book.worksheets[0]
    row = next(n for n, each in enumerate(sheet.values, 1) if "{{" in str(each[4]))
    sheet[f"G{row}"] = "nic"
    book.save(path)
    assert run(office, "translations", "import", str(path), *LOCAL).exit_code == 2
    partly = run(office, "translations", "import", str(path), "--partly", *LOCAL)
    assert partly.exit_code == 4
    assert "sheet-text" in partly.stdout


def test_a_stale_message_is_kept_only_where_there_is_one(office: Path) -> None:
    result = run(office, "translations", "keep", "00000000", "--same-meaning", *LOCAL)
    assert result.exit_code == 2
    assert "keep-not-stale" in result.stderr


def test_a_mended_sentence_is_kept(office: Path) -> None:
    run(office, "pack", "edit", "explanation", *LOCAL)
    sheet = office / "templates" / "kent" / "pack.yaml"
    sheet.write_text(
        sheet.read_text("utf-8") + "terms: {contract: the attendance contract}\n", "utf-8"
    )
    answer = told(office, "translations", "status", "pl", *LOCAL)
    stale = [each for each in answer["languages"][0]["messages"] if each["status"] == "stale"]
    assert [each["english"] for each in stale] == ["the attendance contract"]
    kept = told(office, "translations", "keep", stale[0]["message"], "--same-meaning", *LOCAL)
    assert {each["status"] for each in kept["languages"]} == {"draft"}
    assert "pl" in {each["language"] for each in kept["languages"]}


def test_a_case_tells_which_of_its_own_texts_lack_a_translation(tmp_path: Path) -> None:
    office = office_in(tmp_path / "office", READS_POLISH)
    result = run(office, "translations", "status", "--case", "fam-0001")
    assert "fam-0001: fill in the words" in result.stdout
    assert "  - text: Many mornings were missed." in result.stdout
    assert '      pl: {text: "", of: ' in result.stdout
    answer = told(office, "translations", "status", "--case", "fam-0001")
    reasons = next(each for each in answer["texts"] if "mornings" in each["english"])
    assert reasons["languages"] == ["pl"]
    assert reasons["places"]


def test_a_case_tells_what_binds_a_translation_that_nobody_checked(tmp_path: Path) -> None:
    text = "  - {text: Many mornings were missed., translations: {pl: {text: Wiele poranków.}}}"
    office = office_in(tmp_path / "office", f"{READS_POLISH}texts:\n{text}\n")
    lines = run(office, "translations", "status", "--case", "fam-0001").stdout.splitlines()
    (told_of,) = [line for line in lines if digest_of("Many mornings were missed.") in line]
    assert told_of.startswith("#   ")
    assert "(pl): of: " in told_of
    texts = told(office, "translations", "status", "--case", "fam-0001")["texts"]
    assert {each["status"] for each in texts} == {"missing", "draft"}


def test_a_language_that_nobody_has_lacks_not_nothing_in_a_case(tmp_path: Path) -> None:
    office = office_in(tmp_path / "office", READS_POLISH)
    result = run(office, "translations", "status", "cy", "--case", "fam-0001")
    assert (result.exit_code, result.stdout) == (6, "")
    assert "translations-no-language" in result.stderr


def test_a_kind_that_there_is_not_is_told_with_those_there_are(office: Path) -> None:
    result = run(office, "translations", "status", "pl", "--kind", "invitation", *LOCAL)
    assert result.exit_code == 2
    assert "approve-kind-unknown" in result.stderr


def test_a_case_whose_readers_read_english_lacks_nothing(tmp_path: Path) -> None:
    office = office_in(tmp_path / "office", CASE + CONTRACT_MADE)
    done = run(office, "translations", "status", "--case", "fam-0001")
    assert done.stdout == "fam-0001: every text of its own is translated.\n"


@pytest.mark.parametrize("command", ["extract", "status", "check", "export"])
def test_an_unknown_language_leaves_with_6(office: Path, command: str) -> None:
    result = run(office, "translations", command, "cy", *LOCAL)
    assert result.exit_code == 6
    assert "translations-no-language" in result.stderr


def test_the_names_in_the_json_are_just_these(office: Path, tmp_path: Path) -> None:
    path = str(tmp_path / "pl.xlsx")
    answers = {
        ("extract", "pl"): {"exit", "files"},
        ("check", "pl"): {"exit", "languages"},
        ("status", "pl"): {"exit", "languages"},
        ("export", "pl", "--xlsx", "-o", path): {"exit", "file", "messages"},
        ("import", path): {"exit", "languages", "files", "findings"},
        ("approve", "pl", "--all", "--note", "read aloud"): {
            *("exit", "language", "status", "messages"),
        },
    }
    for words, names in answers.items():
        assert set(told(office, "translations", *words, *LOCAL)) == names
    (language,) = told(office, "translations", "status", "pl", *LOCAL)["languages"]
    assert set(language) == {"language", "name", "uses", "messages"}
    assert set(language["uses"][0]) == {
        *("file", "use", "total", "translated", "checked", "lix", "counts"),
    }
    assert set(language["messages"][0]) == {
        *(
            "message",
            "file",
            "context",
            "english",
            "texts",
            "status",
            "by",
            "date",
            "places",
            "was",
        ),
    }
    (file, *_) = told(office, "translations", "extract", "pl", *LOCAL)["files"]
    assert set(file) == {"language", "file", "messages", "new", "gone", "back", "changed"}
    assert language["uses"][0]["checked"] == 100
