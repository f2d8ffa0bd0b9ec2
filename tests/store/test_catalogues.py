"""A catalogue holds what may be printed, each text with how far it was checked."""

import datetime as dt
from pathlib import Path

import pytest
from bundlework import COUNTING, HEAD, NO, SHEET, WEEKS, YES, folder, told

from docgen.errors import TemplateRejected, WordingMissing
from docgen.model.language import Review
from docgen.store.cache import Cache
from docgen.store.catalogues import read_catalogue
from docgen.store.review import add_reviews, digest_of
from docgen.store.shipped import shipped

YES_PAIR, NO_PAIR = ("yes", "Yes"), ("no", "No")
ENGLISH_HEAD = (
    HEAD.replace("Language: pl", "Language: en")
    .replace("nplurals=3", "nplurals=2")
    .replace(COUNTING, "(n != 1)")
)
ONE_WEEK = (
    'msgid "{{ n | count }} weeks"\nmsgid_plural "{{ n | count }} weeks"\n'
    'msgstr[0] "{{ n | count }} week"\nmsgstr[1] "{{ n | count }} weeks"\n'
)


def text_of(folders: tuple[Path, ...], pair: tuple[str, str]) -> str:
    return read_catalogue(folders, "pl", "wessex").messages[pair].text


def test_an_authoritys_own_text_goes_before_the_shared_one(tmp_path: Path) -> None:
    mine = YES.replace("Tak", "Owszem")
    folders = (folder(tmp_path, docgen=HEAD + YES + NO, wessex=HEAD + mine),)
    assert text_of(folders, YES_PAIR) == "Owszem"
    assert text_of(folders, NO_PAIR) == "Nie"
    assert read_catalogue(folders, "pl", "other").messages[YES_PAIR].text == "Tak"


def test_the_first_folder_goes_before_the_next(tmp_path: Path) -> None:
    own = folder(tmp_path / "own", docgen=HEAD + YES.replace("Tak", "Owszem"))
    base = folder(tmp_path / "base", docgen=HEAD + YES + NO)
    assert text_of((own, base), YES_PAIR) == "Owszem"
    assert text_of((own, base), NO_PAIR) == "Nie"


@pytest.mark.parametrize(
    ("own", "said"),
    [
        (YES.replace("Tak", ""), "Tak"),
        (YES.replace("Tak", "Tak {i}"), None),
        (f"#, fuzzy\n{YES}", None),
    ],
)
def test_a_faulty_text_of_the_offices_own_is_missing_and_none_stands_in_for_it(
    tmp_path: Path, own: str, said: str | None
) -> None:
    base = folder(tmp_path / "base", docgen=HEAD + YES)
    folders = (folder(tmp_path / "own", docgen=HEAD + own), base)
    found = read_catalogue(folders, "pl", "wessex").messages.get(YES_PAIR)
    assert (found.text if found else None) == said


def test_a_text_is_a_draft_until_somebody_checked_exactly_it(tmp_path: Path) -> None:
    root = folder(tmp_path, docgen=HEAD + YES + NO)
    said = Review("reviewed", "A. Nowak", dt.date(2025, 11, 3))
    add_reviews(root / "pl" / "review.csv", [(digest_of(YES_PAIR, ("Tak",)), said)])
    found = read_catalogue((root,), "pl", "wessex").messages
    assert {pair: each.status for pair, each in found.items()} == {
        YES_PAIR: "reviewed",
        NO_PAIR: "draft",
    }


def test_who_checked_a_text_changes_no_digest_but_the_text_does(tmp_path: Path) -> None:
    root = folder(tmp_path, docgen=HEAD + YES)
    before = read_catalogue((root,), "pl", "wessex")
    said = Review("approved", "A. Nowak", dt.date(2025, 11, 3))
    add_reviews(root / "pl" / "review.csv", [(digest_of(YES_PAIR, ("Tak",)), said)])
    approved = read_catalogue((root,), "pl", "wessex")
    assert approved.messages[YES_PAIR].status == "approved"
    assert approved.digest == before.digest
    folder(tmp_path, docgen=HEAD + YES.replace("Tak", "Tak jest"))
    assert read_catalogue((root,), "pl", "wessex").digest != before.digest


@pytest.mark.parametrize(
    "message",
    [
        YES.replace("Tak", ""),
        "#, fuzzy\n" + YES,
        YES.replace("Tak", "Tak {name}"),
        YES.replace('"Yes"', '"Yes <1>now</1>"'),
        WEEKS.replace('{{ n | count }} tygodni"', '"'),
    ],
)
def test_what_is_missing_a_guess_or_broken_is_never_printed(tmp_path: Path, message: str) -> None:
    root = folder(tmp_path, docgen=HEAD + NO + message)
    assert set(read_catalogue((root,), "pl", "wessex").messages) == {NO_PAIR}


def test_forms_for_numbers_come_with_the_languages_way_of_counting(tmp_path: Path) -> None:
    found = read_catalogue((folder(tmp_path, docgen=HEAD + WEEKS),), "pl", "wessex")
    (translated,) = found.messages.values()
    assert len(translated.texts) == 3
    assert found.plural.startswith("(n==1 ? 0")


def test_english_has_its_own_form_for_one_and_needs_nobody_to_check_it(tmp_path: Path) -> None:
    home = tmp_path / "en"
    home.mkdir()
    (home / "wessex.po").write_text(ENGLISH_HEAD + ONE_WEEK, "utf-8")
    found = read_catalogue((tmp_path,), "en", "wessex").messages
    assert [(each.texts[0], each.status) for each in found.values()] == [
        ("{{ n | count }} week", "approved")
    ]


def test_plain_words_stand_over_english_ones_and_are_drafts(tmp_path: Path) -> None:
    for home, text in (("en", ONE_WEEK), ("en/plain", YES.replace("Tak", "Yes, please"))):
        (tmp_path / home).mkdir(parents=True)
        (tmp_path / home / "wessex.po").write_text(ENGLISH_HEAD + text, "utf-8")
    plain = read_catalogue((tmp_path,), "en", "wessex", "plain").messages
    assert plain[YES_PAIR].status == "draft"
    assert len(plain) == 2
    assert len(read_catalogue((tmp_path,), "en", "wessex").messages) == 1


def test_a_language_with_a_broken_file_is_refused_whole(tmp_path: Path) -> None:
    root = folder(tmp_path, docgen=HEAD + YES + YES, wessex="nonsense\n", review="digest\n")
    with pytest.raises(TemplateRejected) as caught:
        read_catalogue((root,), "pl", "wessex")
    assert caught.value.code == "translations-rejected"
    assert told(caught.value.findings) == [("po-line", 1), ("po-twice", 12), ("csv-columns", 1)]


def test_a_language_whose_dates_nobody_knows_is_refused(tmp_path: Path) -> None:
    root = folder(tmp_path, sheet=SHEET.replace("pl_PL", "xx_XX"))
    with pytest.raises(TemplateRejected) as caught:
        read_catalogue((root,), "pl", "wessex")
    assert [each.rule for each in caught.value.findings] == ["language-locale"]


def test_an_unknown_language_is_told(tmp_path: Path) -> None:
    with pytest.raises(WordingMissing):
        read_catalogue((tmp_path,), "cy", "wessex")


def test_what_was_kept_gives_the_same_catalogue(tmp_path: Path) -> None:
    root = folder(tmp_path, docgen=HEAD + YES + WEEKS)
    cache = Cache(tmp_path / "cache")
    first = read_catalogue((root,), "pl", "wessex", cache=cache)
    assert len([*(tmp_path / "cache").iterdir()]) == 1
    assert read_catalogue((root,), "pl", "wessex", cache=cache) == first
    assert len([*(tmp_path / "cache").iterdir()]) == 1


@pytest.mark.parametrize("tag", ["pl", "ro", "uk", "ur", "ar", "bn", "pa"])
@pytest.mark.parametrize("authority", ["essex", "kent"])
def test_every_language_that_comes_with_docgen_can_be_read(tag: str, authority: str) -> None:
    assert read_catalogue((shipped("translations"),), tag, authority).language.tag == tag
