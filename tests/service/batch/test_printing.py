"""A run's letters are laid out to be printed: sheets, envelopes, marks, lists, and reprints."""

import csv
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from batchwork import SMALL, families_in
from familywork import desk
from offices import new_office
from officework import desk_in
from pageoffice import invite, page_office
from printwork import SISTERS, done, laid, made, printable
from wordfiles import box, para, paras

from docgen.check.envelope import Window
from docgen.crew.local import LocalCrew
from docgen.errors import DiskTrouble, DocgenError, UsageTrouble
from docgen.model.batch import Progress
from docgen.press.pdf.pages import pages_of, word_boxes
from docgen.service.batch.adopt import adopt
from docgen.service.batch.print_source import Layout
from docgen.service.batch.printing import PrintOrder, print_run
from docgen.service.batch.reprint import reprint
from docgen.service.batch.run import run
from docgen.service.batch.runs import open_run
from docgen.service.pdf import Engine
from docgen.service.register import sent, withdraw
from docgen.store.disk import write_whole

ONE = Layout(sides=1)


def rows(folder: Path) -> list[dict[str, str]]:
    """Read the list of all letters."""
    with (folder / "index.csv").open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def marks(path: Path) -> list[str]:
    """Give what stands in the right margin of each page."""
    found: dict[int, list[str]] = {}
    for word in word_boxes(path.read_bytes()):
        if word.x0 > 560:
            found.setdefault(word.page, []).append(word.text)
    return [" ".join(found.get(page, [])) for page in range(1, max(found, default=0) + 1)]


def numbers(folder: Path) -> list[str]:
    """Give the letters' n, in order."""
    return [row["number"] for row in rows(folder)]


@pytest.fixture(scope="module")
def pattern(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An office with the run of two sisters, their parents, and a neighbour: to be copied."""
    office = printable(tmp_path_factory.mktemp("pattern") / "office")
    made(office)
    return office


@pytest.fixture
def office(pattern: Path, tmp_path: Path) -> Path:
    """An office in which that run is done."""
    return new_office(pattern, tmp_path / "office")


@pytest.fixture
def fresh(tmp_path: Path) -> Path:
    """An office with the roster, and no run."""
    return printable(tmp_path / "office")


def test_each_letter_begins_a_sheet_and_bears_its_envelope_in_the_margin(office: Path) -> None:
    found = laid(office, done(office))
    assert found.files.names == ("en-invite.pdf",)
    assert marks(found.folder / "en-invite.pdf") == [
        "Envelope 1, letter 1 of 1, sheet 1 of 1",
        "",
        "Envelope 2, letter 1 of 2, sheet 1 of 1",
        "",
        "Envelope 2, letter 2 of 2, sheet 1 of 1",
        "",
        "Envelope 3, letter 1 of 1, sheet 1 of 1",
    ]
    assert found.counts == ("All", 4, 3, 4, 4)


def test_on_one_side_there_are_no_blank_pages(office: Path) -> None:
    found = laid(office, done(office), ONE)
    assert [int(row["page"]) for row in rows(found.folder)] == [1, 2, 3, 4]


def test_sisters_letters_go_to_their_mother_together_and_to_their_father_apart(
    office: Path,
) -> None:
    listed = rows(laid(office, done(office)).folder)
    people = {row["envelope"]: {r["recipient"] for r in listed if r["envelope"] == row["envelope"]}
              for row in listed}  # fmt: skip
    assert [len(each) for each in people.values()] == [1, 1, 1]
    assert [(row["letter"], row["of"]) for row in listed] == [
        ("1", "1"),
        ("1", "2"),
        ("2", "2"),
        ("1", "1"),
    ]


def test_for_the_pigeonholes_they_lie_by_class(office: Path) -> None:
    name = done(office)
    (by_class,) = {row["case"] for row in rows(laid(office, name, sort="class").folder)[:1]}
    alone = next(row for row in rows(laid(office, name).folder) if row["of"] == "1")
    assert by_class == alone["case"]
    assert [row["envelope"] for row in rows(laid(office, name, sort="class").folder)] == [
        "1", "2", "2", "3",
    ]  # fmt: skip


def test_the_lists_hold_keys_and_counts_and_nobody_s_name(office: Path) -> None:
    folder = laid(office, done(office)).folder
    cover = (folder / "cover-sheet.html").read_text("utf-8")
    told = cover + (folder / "index.csv").read_text("utf-8")
    assert "Rahman" not in told
    assert "CO99" not in told
    assert '<th scope="row">en-invite.pdf</th><td class="n">4</td><td class="n">3</td>' in cover
    assert '<th scope="row">2</th><td class="n">1</td>' in cover


def test_a_letter_of_many_pages_has_marks_on_the_fronts_of_its_sheets(tmp_path: Path) -> None:
    long = invite(more=paras(*["What we talk about"] * 120))
    office = printable(tmp_path / "office", *SISTERS[:1], template=long)
    found = laid(office, made(office))
    assert marks(found.folder / "en-invite.pdf") == [
        "Envelope 1, letter 1 of 1, sheet 1 of 2",
        "",
        "Envelope 1, letter 1 of 1, sheet 2 of 2",
    ]
    assert [(row["pages"], row["sheets"]) for row in rows(found.folder)] == [("3", "2")]


def test_thick_envelopes_are_to_be_packed_by_hand(tmp_path: Path) -> None:
    long = invite(more=paras(*["What we talk about"] * 400))
    office = printable(tmp_path / "office", *SISTERS[:1], template=long)
    cover = laid(office, made(office), ONE).folder / "cover-sheet.html"
    assert "Envelopes with more than 5 sheets: pack these by hand" in cover.read_text("utf-8")


def test_a_pdf_is_printed_from_the_word_file_that_gives_it_again(fresh: Path) -> None:
    found = laid(fresh, made(fresh, "pdf"))
    assert {row["marked"] for row in rows(found.folder)} == {"yes"}
    assert len(marks(found.folder / "en-invite.pdf")) == 7


def test_a_pdf_that_comes_out_otherwise_now_is_printed_as_it_is(fresh: Path) -> None:
    name = made(fresh, "pdf")
    pack = fresh / "templates" / "wessex-vale"
    (pack / "invite.docx").write_bytes(invite(more=paras("A new sentence.")))
    found = laid(fresh, name)
    assert {row["marked"] for row in rows(found.folder)} == {"no"}
    assert [row["page"] for row in rows(found.folder)] == ["1", "3", "5", "7"]
    cover = (found.folder / "cover-sheet.html").read_text("utf-8")
    assert "Letters without a mark in the margin" in cover
    words = " ".join(w.text for w in word_boxes((found.folder / "en-invite.pdf").read_bytes()))
    assert "new sentence" not in words


def test_what_libreoffice_was_asked_to_set_is_printed_as_it_set_it(tmp_path: Path) -> None:
    office = printable(tmp_path / "office", *SISTERS[:1])
    found = laid(office, made(office, "docx,pdf", Engine.OFFICE))
    assert [row["marked"] for row in rows(found.folder)] == ["no"]


def test_a_file_a_letter_and_archives_of_these(office: Path) -> None:
    name = done(office)
    alone = laid(office, name, Layout(shape="files"))
    assert alone.files.count == 4
    assert alone.files.names[0].startswith("000001-b-")
    assert all((alone.folder / file).read_bytes().startswith(b"%PDF") for file in alone.files.names)
    packed = laid(office, name, Layout(shape="archive"))
    assert packed.files.names == ("en-invite.zip",)
    with zipfile.ZipFile(packed.folder / "en-invite.zip") as archive:
        assert tuple(archive.namelist()) == alone.files.names
    assert rows(packed.folder)[0]["file"] == f"en-invite.zip/{alone.files.names[0]}"
    assert not list(packed.folder.glob("0*.pdf"))


def test_large_files_are_divided_between_envelopes(office: Path) -> None:
    found = laid(office, done(office), most=1)
    assert found.files.names == tuple(f"en-invite-0{part}.pdf" for part in (1, 2, 3))
    assert [row["page"] for row in rows(found.folder)] == ["1", "1", "3", "1"]


def test_many_letters_are_set_at_once_and_joined(
    office: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    name = done(office)
    whole = marks(laid(office, name).folder / "en-invite.pdf")
    monkeypatch.setattr("docgen.service.batch.print_files.AT_ONCE", 2)
    found = laid(office, name)
    assert marks(found.folder / "en-invite.pdf") == whole
    assert [row["page"] for row in rows(found.folder)] == ["1", "3", "5", "7"]


def test_letters_that_lie_elsewhere_are_fetched_chunk_by_chunk(fresh: Path, tmp_path: Path) -> None:
    name = made(fresh, out=(tmp_path / "elsewhere").as_uri())
    found = laid(fresh, name)
    assert len(marks(found.folder / "en-invite.pdf")) == 7
    first = rows(found.folder)[0]
    assert reprint(desk(fresh), f"{first['number']}").pages == 1
    assert not list(found.folder.parent.glob(".print-*"))


def test_workers_give_the_same(office: Path) -> None:
    name = done(office)
    alone = {p.name: p.read_bytes() for p in laid(office, name, most=1).folder.iterdir()}
    found = print_run(desk(office), name, PrintOrder(most=1), LocalCrew(2))
    assert {p.name: p.read_bytes() for p in found.folder.iterdir()} == alone


def test_an_envelope_with_an_address_that_would_not_show_is_left_out_whole(fresh: Path) -> None:
    pack = fresh / "templates" / "wessex-vale"
    shared = "{%p if 'Maryam' in pupil.legal_name %}"
    more = "".join(para_of(words) for words in (shared, "Her sister", "{%p endif %}"))
    (pack / "invite.docx").write_bytes(invite(more=more))
    name = made(fresh)
    found = laid(fresh, name, Layout(envelope="dl", window=Window(20, 60, 150, 20)))
    assert {each.findings[0].rule for each in found.dropped if each.findings} == {
        "print-address-hidden"
    }
    assert found.files.names == ()
    assert {row["left_out"] for row in rows(found.folder)} == {"print-address-hidden"}
    cover = (found.folder / "cover-sheet.html").read_text("utf-8")
    assert "letters or figures of the address can slip out" in cover


def para_of(words: str) -> str:
    """Make a paragraph."""
    return paras(words)


@pytest.mark.parametrize("envelope", ["dl", "c5"])
def test_an_address_where_the_pack_has_its_window_is_proved(office: Path, envelope: str) -> None:
    assert not laid(office, done(office), Layout(envelope=envelope)).dropped


def test_a_letter_out_of_its_window_leaves_its_envelope_out_and_no_other(tmp_path: Path) -> None:
    beside = "{%p if 'Maryam' in pupil.legal_name %}"
    lines = ("{{ recipient.addressee }}", beside, "Beside", "{%p endif %}")
    office = printable(tmp_path / "office", template=in_the_window(*lines))
    found = laid(office, made(office))
    assert [each.place.envelope for each in found.dropped] == [2, 2]
    assert [bool(each.findings) for each in found.dropped] == [False, True]
    assert found.dropped[1].findings[0].rule == "print-window"
    listed = rows(found.folder)
    assert [(row["file"], row["envelope"]) for row in listed] == [
        ("en-invite.pdf", "1"),
        ("en-invite.pdf", "3"),
        ("", "2"),
        ("", "2"),
    ]
    assert len(marks(found.folder / "en-invite.pdf")) == 3


def in_the_window(*lines: str) -> bytes:
    """Make an invite with more lines in the window than the address."""
    from lintwork import template  # noqa: PLC0415 - one helper of another test's
    from officework import INVITE  # noqa: PLC0415
    from pageoffice import ARIAL, BELOW, FRAME  # noqa: PLC0415
    from wordfiles import text  # noqa: PLC0415

    shown = (*lines, *INVITE[1:4])
    frame = (para(text(line, '<w:sz w:val="20"/>'), properties=FRAME) for line in shown)
    first = para(text(INVITE[4]), properties=BELOW)
    return template("".join(frame) + first + paras(*INVITE[5:]), title="Come", defaults=ARIAL)


@pytest.mark.parametrize(
    ("layout", "code"),
    [
        (Layout(window=Window(20, 18, 90, 35)), "print-window-alone"),
        (Layout(envelope="dl", window=Window(200, 18, 90, 35)), "print-window-odd"),
    ],
)
def test_a_window_has_to_be_on_its_envelope(office: Path, layout: Layout, code: str) -> None:
    with pytest.raises(UsageTrouble) as refused:
        laid(office, "any", layout)
    assert refused.value.code == code


def test_a_run_that_is_not_whole_is_not_printed(tmp_path: Path) -> None:
    office = page_office(tmp_path)

    def stop(progress: Progress) -> None:
        if progress.stage == "delivered":
            raise KeyboardInterrupt

    at = desk_in(office)
    with pytest.raises(KeyboardInterrupt):
        run(at, families_in(office, *map(str, range(1, 8))), SMALL, LocalCrew(), stop)
    with pytest.raises(UsageTrouble) as unfinished:
        laid(office, at.run)
    assert unfinished.value.code == "print-unfinished"


def test_what_was_changed_since_it_was_issued_is_not_printed(tmp_path: Path) -> None:
    office = page_office(tmp_path)
    name = run(desk_in(office), families_in(office, "1"), SMALL, LocalCrew()).run
    folder = Path(open_run(desk_in(office), name).folder.place) / "00001"
    changed = sorted(folder.iterdir())
    write_whole(changed[0], changed[1].read_bytes())
    write_whole(changed[1], b"no Word file")
    found = laid(office, name)
    assert {each.findings[0].rule for each in found.dropped} == {"print-not-as-issued"}
    changed[0].unlink()
    again = laid(office, name)
    assert again.dropped == found.dropped


def test_what_only_libreoffice_can_set_comes_to_its_place_unmarked(tmp_path: Path) -> None:
    aside = para(box(paras("Aside")))
    inside = "{%p if 'Maryam' in pupil.legal_name %}"
    more = paras(inside) + aside + paras("{%p endif %}")
    office = printable(tmp_path / "office", *SISTERS, template=invite(more=more))
    found = laid(office, made(office))
    assert [row["marked"] for row in rows(found.folder)] == ["yes", "no", "yes"]
    assert [row["page"] for row in rows(found.folder)] == ["1", "3", "5"]


def test_without_libreoffice_such_a_letter_stays_out_with_its_envelope(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DOCGEN_SOFFICE", "nowhere")
    more = para(box(paras("Aside")))
    office = printable(tmp_path / "office", *SISTERS[:1], template=invite(more=more))
    found = laid(office, made(office))
    assert found.dropped[0].findings[0].rule == "pdf-needs-office"
    assert not found.counts.letters


def adopted_in(office: Path) -> tuple[str, str]:
    """Run, and adopt the sisters' family; gives the run and the case."""
    name = done(office)
    case = next(row["case"] for row in rows(laid(office, name).folder) if row["of"] == "2")
    adopt(desk(office), name, case)
    return name, case


def test_what_was_withdrawn_or_sent_since_is_not_printed(office: Path) -> None:
    name, case = adopted_in(office)
    withdraw(desk(office), f"{case}/1", "Called off")
    sent(desk(office), f"{case}/2", "by_hand", desk(office).today)
    found = laid(office, name)
    assert found.left == {"withdrawn": 1, "sent": 1}
    assert found.counts.letters == 2
    cover = (found.folder / "cover-sheet.html").read_text("utf-8")
    assert "withdrawn since" in cover
    with pytest.raises(UsageTrouble) as gone:
        reprint(desk(office), f"{case}/1")
    assert gone.value.code == "reprint-not-laid"


def test_a_run_of_which_nothing_is_left_to_print_says_so(tmp_path: Path) -> None:
    office = printable(tmp_path / "office", *SISTERS[:1])
    name = made(office)
    case = rows(laid(office, name).folder)[0]["case"]
    adopt(desk(office), name, case)
    withdraw(desk(office), f"{case}/1", "Called off")
    with pytest.raises(UsageTrouble) as nothing:
        laid(office, name)
    assert nothing.value.code == "print-nothing"
    with pytest.raises(UsageTrouble) as over:
        reprint(desk(office), f"{case}/1")
    assert over.value.code == "reprint-over"


def test_what_was_laid_out_before_stays_when_it_cannot_be_done_anew(
    office: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    name = done(office)
    before = {p.name: p.read_bytes() for p in laid(office, name).folder.iterdir()}

    def broken(*_: object) -> Iterator[object]:
        raise ValueError

    monkeypatch.setattr("docgen.service.batch.print_files._made", broken)
    with pytest.raises(DiskTrouble) as lost:
        laid(office, name)
    assert lost.value.code == "print-lost"
    folder = open_run(desk(office), name).folder.folder
    assert {p.name: p.read_bytes() for p in (folder / "print").iterdir()} == before
    assert not list(folder.glob(".print-*"))


def test_a_run_is_laid_out_by_one_at_a_time(office: Path) -> None:
    name = done(office)
    refused: list[str] = []

    def meanwhile(_progress: Progress) -> None:
        with pytest.raises(DiskTrouble) as busy:
            laid(office, name)
        refused.append(busy.value.code)

    print_run(desk(office), name, PrintOrder(), LocalCrew(), meanwhile)
    assert set(refused) == {"busy"}


def test_one_letter_is_printed_again_as_it_lies_in_its_place(office: Path) -> None:
    found = laid(office, done(office))
    second = rows(found.folder)[1]
    again = reprint(desk(office), second["number"])
    assert (again.envelope, again.nth, again.of) == (2, 1, 2)
    assert (again.file, again.page) == ("en-invite.pdf", 3)
    assert (again.before, again.after) == tuple(
        f"{rows(found.folder)[n]['number']}-v1" for n in (0, 2)
    )
    assert marks(again.path) == ["Envelope 2, letter 1 of 2, sheet 1 of 1"]
    whole = pages_of((found.folder / "en-invite.pdf").read_bytes(), 60)
    assert pages_of(again.path.read_bytes(), 60) == whole[2:3]


def test_the_first_and_the_last_have_one_neighbour(office: Path) -> None:
    folder = laid(office, done(office)).folder
    first, *_, last = rows(folder)
    assert reprint(desk(office), f"{first['number']}-v1").before == ""
    assert reprint(desk(office), last["number"]).after == ""


@pytest.mark.parametrize("number", ["b-1/9", "fam-0042/1", "b-1/1-v7"])
def test_what_no_batch_issued_is_not_reprinted(office: Path, number: str) -> None:
    done(office)
    with pytest.raises(UsageTrouble) as unknown:
        reprint(desk(office), number)
    assert unknown.value.code == "reprint-unknown"


def test_before_the_run_is_laid_out_nothing_is_reprinted(office: Path) -> None:
    name = done(office)
    folder = laid(office, name).folder
    number = rows(folder)[0]["number"]
    (folder / "index.csv").unlink()
    with pytest.raises(UsageTrouble) as none:
        reprint(desk(office), number)
    assert none.value.code == "reprint-not-laid"


def test_what_was_left_out_is_not_reprinted_nor_what_was_spoilt_since(tmp_path: Path) -> None:
    office = page_office(tmp_path)
    name = run(desk_in(office), families_in(office, "1"), SMALL, LocalCrew()).run
    folder = Path(open_run(desk_in(office), name).folder.place) / "00001"
    spoilt = min(folder.iterdir())
    laid(office, name)
    write_whole(spoilt, b"no Word file")
    for _ in range(2):
        with pytest.raises(DocgenError) as out:
            reprint(desk_in(office), "b-1/1")
        assert out.value.code == "reprint-left-out"
        laid(office, name)


def test_a_later_version_is_printed_instead(tmp_path: Path) -> None:
    office = page_office(tmp_path)
    first = run(desk_in(office), families_in(office, "1"), SMALL, LocalCrew()).run
    laid(office, first)
    changed = replace(families_in(office, "1"), place="Room 5")
    second = run(desk_in(office), changed, SMALL, LocalCrew()).run
    with pytest.raises(UsageTrouble) as none:
        laid(office, first)
    assert none.value.code == "print-nothing"
    assert [row["version"] for row in rows(laid(office, second).folder)] == ["2", "2"]
    assert reprint(desk_in(office), "b-1/1").number == "b-1/1-v2"
