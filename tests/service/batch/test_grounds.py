"""What letters are made of beside families: its digest, and a kit of it for other machines."""

from dataclasses import replace
from pathlib import Path

import pytest
from batchwork import SMALL, families_in, letters_in, many
from officework import desk_in, office_in, write_template

from docgen.crew.local import LocalCrew
from docgen.service.batch.bench import families
from docgen.service.batch.grounds import grounds_of, kit_of
from docgen.service.batch.making import Brief, MadeChunk, make_chunk
from docgen.service.batch.places import desk_at
from docgen.service.batch.run import run
from docgen.service.batch.runs import open_run
from docgen.service.batch.work import Work


def unpacked(office: Path, folder: Path) -> Path:
    """Unpack an office's kit into a folder, as workers do."""
    for name, content in kit_of(desk_in(office).workspace).files:
        place = folder / name
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(content)
    return folder


def test_a_kit_makes_the_same_letters_elsewhere_without_keys_or_ledger(tmp_path: Path) -> None:
    office = office_in(tmp_path / "office")
    desk = desk_in(office)
    done = run(desk, families_in(office, *many(3)), SMALL, LocalCrew())
    kit = kit_of(desk.workspace)
    away = unpacked(office, tmp_path / "away")
    brief = kit.fit(away, Work(desk, open_run(desk, done.run))._brief(1, here=False))  # noqa: SLF001 - what a crew is given
    assert isinstance(brief, Brief)
    made = make_chunk(replace(brief, history={}))
    assert isinstance(made, MadeChunk)
    assert made.load is not None
    assert [name for name, _ in made.load.files] == letters_in(office, done.run)
    kept = open_run(desk, done.run)
    assert all(kept.content(1, name) == content for name, content in made.load.files)
    assert {name.partition("/")[0] for name, _ in kit.files} <= {
        "docgen.yaml", "templates", "schools", "translations", "pictures",
    }  # fmt: skip
    assert len(list(families(desk_at(brief.seat), brief.content))) == 3


def test_folders_lie_in_a_kit_as_in_the_office_or_aside_if_they_lie_elsewhere(
    tmp_path: Path,
) -> None:
    office = office_in(tmp_path / "office")
    (office / "schools").rename(office / "our-schools")
    (office / "templates").rename(tmp_path / "papers")
    settings = office / "docgen.yaml"
    more = f"schools: our-schools\ntemplates: {(tmp_path / 'papers').as_posix()}\n"
    settings.write_text(settings.read_text("utf-8") + more, "utf-8")
    away = unpacked(office, tmp_path / "away")
    assert (away / "our-schools" / "s-1.yaml").is_file()
    assert (away / "away" / "templates" / "wessex-vale" / "pack.yaml").is_file()
    assert grounds_of(desk_in(away).workspace) == grounds_of(desk_in(office).workspace)


@pytest.mark.parametrize("what", ["template", "school", "picture"])
def test_what_letters_are_made_of_tells_one_day_from_another(tmp_path: Path, what: str) -> None:
    office = office_in(tmp_path)
    before, kit = grounds_of(desk_in(office).workspace), kit_of(desk_in(office).workspace)
    if what == "template":
        write_template(office / "templates" / "wessex-vale" / "invite.docx", ("changed",))
    elif what == "school":
        (office / "schools" / "s-1.yaml").write_text("", "utf-8")
    else:
        (office / "pictures").mkdir()
        (office / "pictures" / "clock.png").write_bytes(b"a clock")
    assert grounds_of(desk_in(office).workspace) != before
    assert kit_of(desk_in(office).workspace).digest != kit.digest
