"""An office's texts in another language, from the first sentence to the approved one and back."""

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from bundlework import HEAD
from officework import INVITE, write_template
from translatedwork import AGREE, APPROVED, MENDED, POLISH_RING, RING, Office, begun

from docgen.errors import TemplateRejected, UsageTrouble, WordingMissing
from docgen.service.desk import open_desk
from docgen.service.translations.approve import Saying, Wish, approve, keep
from docgen.service.translations.extract import extract
from docgen.service.translations.shelf import at_work, demand_of, names_there, open_shelf
from docgen.service.translations.standing import standings
from docgen.service.translations.told import account_of, accounts_of
from docgen.store.languages import languages
from docgen.store.previous import read_previous
from docgen.store.review import id_of


@pytest.fixture
def office(tmp_path: Path) -> Office:
    """Lay out an office and its Polish file."""
    return begun(tmp_path / "office")


def test_extracting_lays_out_each_sentence_with_its_place(office: Office) -> None:
    text = office.po.read_text("utf-8")
    assert f'#. invite.docx: body\nmsgid "{RING}"\nmsgstr ""\n' in text
    assert 'msgctxt "kind"\nmsgid "Come and talk to us"' in text
    assert "recipient.addressee" not in text


def test_an_offices_file_holds_only_what_docgens_own_does_not(office: Office) -> None:
    assert not office.po.with_name("docgen.po").exists() or (
        "msgctxt" in office.po.with_name("docgen.po").read_text("utf-8")
    )
    (own,) = [each for each in extract(office.demand, "pl") if each.path == office.po]
    assert not own.changed
    assert own.messages == len(office.own())


def test_a_changed_sentence_is_stale_and_the_old_one_is_put_aside(office: Office) -> None:
    office.say(RING, POLISH_RING)
    office.mend(RING, MENDED)
    stale = office.message(MENDED)
    assert stale.status == "stale"
    assert stale.before
    assert stale.before.texts == (POLISH_RING,)
    (own,) = [each for each in extract(office.demand, "pl") if each.path == office.po]
    assert (own.new, own.gone, own.back) == (1, 1, 0)
    previous, _ = read_previous(office.po.with_name("previous.csv"))
    assert [each.message.text for each in previous] == [RING]
    assert office.status(MENDED) == "stale"
    assert {each.status for each in office.own() if each.message.text != MENDED} == {"missing"}


def test_a_changed_sentence_is_stale_in_every_language_and_no_other_is(office: Office) -> None:
    for name in languages(office.demand.every_folder):
        office.say(RING, "☎ {{ contact.phone }}", name=name)
        office.say("I agree", f"({name})", name=name)
    office.mend(RING, MENDED)
    for name in languages(office.demand.every_folder):
        extract(office.demand, name)
        own = {each.message.text: each.status for each in office.own(name)}
        assert [text for text, status in own.items() if status == "stale"] == [MENDED]
        assert own["I agree"] == "draft"


def test_a_sentence_that_comes_back_has_its_translation_again(office: Office) -> None:
    office.say(RING, POLISH_RING)
    office.mend(RING, MENDED)
    extract(office.demand, "pl")
    office.mend(MENDED, RING)
    (own,) = [each for each in extract(office.demand, "pl") if each.path == office.po]
    assert own.back == 1
    assert office.message(RING).texts == (POLISH_RING,)
    assert read_previous(office.po.with_name("previous.csv")) == ((), ())


def test_a_title_said_in_quite_other_words_came_from_the_one_before(office: Office) -> None:
    office.say("Come and talk to us", "Zapraszamy na rozmowę")
    office.mend("title: Come and talk to us", "title: An invitation")
    assert office.status("An invitation") == "stale"


def test_a_new_sentence_elsewhere_comes_from_no_other(office: Office) -> None:
    office.say(RING, POLISH_RING)
    office.mend(RING, "Everything else is written on the website of the school.")
    assert office.status("Everything else is written on the website of the school.") == "missing"


def test_an_approval_holds_for_exactly_this_text(office: Office) -> None:
    office.say(RING, POLISH_RING)
    assert office.status(RING) == "draft"
    (found,) = office.approve(id_of(("", RING)))
    assert found.message.text == RING
    assert office.status(RING) == "approved"
    assert office.message(RING).review
    assert office.approve(id_of(("", RING))) == ()
    office.say(RING, POLISH_RING.replace("Nie", "Czy nie"))
    assert office.status(RING) == "draft"


def test_what_is_reviewed_can_be_approved_but_not_the_other_way(office: Office) -> None:
    office.say(RING, POLISH_RING)
    reviewed = Saying("reviewed", "A. Nowak", "read against the letter")
    office.approve(id_of(("", RING)), saying=reviewed)
    assert office.status(RING) == "reviewed"
    office.approve(id_of(("", RING)))
    assert office.approve(id_of(("", RING)), saying=reviewed) == ()
    assert office.status(RING) == "approved"


def test_all_of_a_kind_or_all_that_have_a_text_can_be_approved(office: Office) -> None:
    office.say(RING, POLISH_RING)
    office.say("I agree", "Zgadzam się")
    invite = approve(office.desk, office.demand, "pl", Wish(use="invite"), APPROVED)
    assert [each.message.text for each in invite] == [RING]
    rest = approve(office.desk, office.demand, "pl", Wish(every=True), APPROVED)
    assert AGREE in {each.message.pair for each in rest}
    assert RING not in {each.message.text for each in rest}


@pytest.mark.parametrize(
    ("wish", "saying", "expected"),
    [
        (Wish(every=True), Saying("approved", None), "approve-nobody"),
        (Wish(), APPROVED, "approve-nothing"),
        (Wish(("00000000",)), APPROVED, "approve-unknown"),
        (Wish((id_of(("", RING)),)), APPROVED, "approve-no-text"),
        (Wish(use="letter"), APPROVED, "approve-kind-unknown"),
    ],
)
def test_what_cannot_be_approved_is_told_and_nothing_is_written(
    office: Office, wish: Wish, saying: Saying, expected: str
) -> None:
    with pytest.raises(UsageTrouble) as caught:
        approve(office.desk, office.demand, "pl", wish, saying)
    assert caught.value.code == expected
    assert not office.po.with_name("review.csv").exists()


def test_a_mended_comma_keeps_text_and_approval_on_record(office: Office) -> None:
    office.say(RING, POLISH_RING)
    office.approve(id_of(("", RING)))
    office.mend(RING, MENDED)
    (kept,) = keep(office.desk, office.demand, id_of(("", MENDED)))
    assert (kept.language, kept.status) == ("pl", "approved")
    review = office.message(MENDED).review
    assert review
    assert review.by == APPROVED.by
    assert "same meaning as before; said by st-2" in review.note
    assert office.status(MENDED) == "approved"


def test_a_text_that_nobody_checked_is_kept_as_a_draft(office: Office) -> None:
    office.say(RING, POLISH_RING)
    office.mend(RING, MENDED)
    (kept,) = keep(office.desk, office.demand, id_of(("", MENDED)))
    assert kept.status == "draft"
    assert office.message(MENDED).texts == (POLISH_RING,)


def test_only_what_is_stale_can_be_kept(office: Office) -> None:
    with pytest.raises(UsageTrouble) as caught:
        keep(office.desk, office.demand, id_of(("", RING)))
    assert caught.value.code == "keep-not-stale"


def test_a_pack_of_the_offices_own_may_carry_its_texts(office: Office) -> None:
    own = office.folder / "templates" / "wessex-vale" / "translations" / "pl"
    own.mkdir(parents=True)
    message = f'msgid "{RING}"\nmsgstr "{POLISH_RING}"\n'
    (own / "wessex-vale.po").write_text(HEAD + message, "utf-8")
    assert office.message(RING).texts == (POLISH_RING,)


def test_how_far_a_language_is_is_counted_by_use(office: Office) -> None:
    office.say("I agree", "Zgadzam się")
    account = account_of(office.demand, "pl")
    tallies = {(each.file, each.use): each for each in account.tallies}
    contract = tallies["wessex-vale", "contract"]
    assert (contract.counts["draft"], contract.checked) == (1, 0)
    assert 0 < contract.printable < 100
    assert tallies["docgen", "phrases"].total > 50


def test_all_languages_are_told_where_none_is_named(office: Office) -> None:
    there = names_there(office.demand)
    assert there == (*languages(office.demand.every_folder), "plain")
    assert [each.shelf.name for each in accounts_of(office.demand)] == [*there]


def test_plain_english_has_a_file_for_the_same_sentences(office: Office) -> None:
    found = extract(office.demand, "plain")
    own = office.folder / "translations" / "en" / "plain" / "wessex-vale.po"
    assert own.resolve() in {each.path for each in found}
    assert "plain" in names_there(office.demand)
    assert office.message("I agree", "plain").status == "missing"


def test_english_is_asked_only_for_what_is_said_of_one(office: Office) -> None:
    counted = "You have {{ absence.days | count }} days"
    extract(office.demand, "en")
    assert office.own("en") == ()
    invite = office.folder / "templates" / "wessex-vale" / "invite.docx"
    write_template(invite, (*INVITE, counted))
    assert [each.message.text for each in office.own("en")] == [counted]
    assert len(office.message(counted).texts) == 3


def test_a_file_with_faults_is_refused_where_it_is_needed(office: Office) -> None:
    office.po.write_text(office.po.read_text("utf-8") + "nonsense\n", "utf-8")
    with pytest.raises(TemplateRejected) as caught:
        office.own()
    assert [each.rule for each in caught.value.findings] == ["po-line"]


def test_texts_that_come_with_docgen_are_not_changed_in_place(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    desk = open_desk(tmp_path)
    demand = demand_of(desk.workspace, "kent")
    with pytest.raises(UsageTrouble) as caught:
        extract(demand, "pl")
    assert caught.value.code == "translations-no-workspace"
    assert account_of(demand, "pl").messages


def test_an_unknown_language_is_told(office: Office) -> None:
    with pytest.raises(WordingMissing) as caught:
        extract(office.demand, "cy")
    assert caught.value.code == "translations-no-language"


def test_two_clerks_who_change_texts_at_once_wait_for_each_other(office: Office) -> None:
    office.say(RING, POLISH_RING)
    name = id_of(("", RING))
    with ThreadPoolExecutor(1) as pool, at_work(office.demand):
        other = pool.submit(office.approve, name)
        with pytest.raises(TimeoutError):
            other.result(timeout=0.3)
    assert [each.id for each in other.result()] == [name]
    assert office.status(RING) == "approved"


def test_a_text_that_was_emptied_stands_as_docgens_own_does(office: Office) -> None:
    po = office.folder / "translations" / "pl" / "docgen.po"
    po.write_text(f'{HEAD}msgctxt "yes"\nmsgid "Yes"\nmsgstr ""\n', "utf-8")
    found = standings(office.demand, open_shelf(office.demand, "pl"))
    (yes,) = [each for each in found if each.message.pair == ("yes", "Yes")]
    assert (yes.status, yes.texts) == ("draft", ("Tak",))
