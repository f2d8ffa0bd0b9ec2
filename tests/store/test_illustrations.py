"""The pictures for easy readers: docgen's own, and an office's over them by key."""

from pathlib import Path

import pytest

from docgen.errors import TemplateRejected
from docgen.store.illustrations import LARGEST, read_pictures

DRAWN = b"\x89PNG\r\n\x1a\n"


def office(folder: Path, sheet: str, **files: bytes) -> Path:
    """Lay out an office's folder of pictures."""
    (folder / "pictures.yaml").write_text(sheet, encoding="utf-8")
    for name, data in files.items():
        (folder / f"{name}.png").write_bytes(data)
    return folder


def told(folder: Path) -> list[tuple[str, int]]:
    """Give the ids of all that is wrong with a folder, with their lines."""
    with pytest.raises(TemplateRejected) as refused:
        read_pictures(folder)
    assert refused.value.code == "pictures-rejected"
    return [(each.rule, each.place.line if each.place else 0) for each in refused.value.findings]


def test_docgen_s_own_pictures_are_whole_and_told_in_words() -> None:
    drawn = read_pictures(None)
    assert {"calendar", "clock", "phone", "help", "sign"} <= drawn.keys()
    assert all(data.startswith(DRAWN) and alt for data, alt in drawn.values())


def test_an_office_s_pictures_go_first_by_key(tmp_path: Path) -> None:
    clock = 'clock: {file: ours.png, alt: " The school clock "}'
    sheet = f"pictures:\n  {clock}\n  bus: {{file: ours.png, alt: A bus}}\n"
    drawn = read_pictures(office(tmp_path, sheet, ours=b"ours"))
    assert drawn["clock"] == (b"ours", "The school clock")
    assert drawn["bus"] == (b"ours", "A bus")
    assert drawn["calendar"][0].startswith(DRAWN)


def test_a_folder_without_a_list_changes_nothing(tmp_path: Path) -> None:
    assert read_pictures(tmp_path) == read_pictures(None)


@pytest.mark.parametrize(
    ("entry", "rule"),
    [
        ("{file: gone.png, alt: A bus}", "picture-missing"),
        ("{file: ../bus.png, alt: A bus}", "picture-name"),
        ("{file: 'a\\bus.png', alt: A bus}", "picture-name"),
        ("{file: bus.gif, alt: A bus}", "picture-name"),
        ("{file: bus.png, alt: ' '}", "text-blank"),
        ("{file: large.png, alt: A bus}", "picture-large"),
    ],
)
def test_each_fault_of_a_list_is_told_with_its_line(tmp_path: Path, entry: str, rule: str) -> None:
    folder = office(tmp_path, f"pictures:\n  bus: {entry}\n", bus=b"bus", large=bytes(LARGEST + 1))
    assert told(folder) == [(rule, 2)]


def test_all_faults_are_told_at_once(tmp_path: Path) -> None:
    sheet = "pictures:\n  a: {file: a.png, alt: A}\n  b: {file: b.png, alt: B}\n"
    assert told(office(tmp_path, sheet)) == [("picture-missing", 2), ("picture-missing", 3)]


def test_a_list_that_can_t_be_read_is_told_where(tmp_path: Path) -> None:
    assert told(office(tmp_path, "pictures:\n  a: {file: a.png}\n"))[0][1] == 2
    assert told(office(tmp_path, "- a\n"))[0][0] == "yaml-no-fields"
