"""Tables on wide, narrow and no screens."""

import pytest

from docgen.cli.tables import print_table

COLUMNS = ("Kind", "For", "Because")
ROWS = [("invite", "p-1", "p-1 is invited to m-1"), ("checklist", "", "ct-1 is planned")]


def test_a_piped_table_has_one_line_a_row_and_no_colour(
    capsys: pytest.CaptureFixture[str],
) -> None:
    print_table(COLUMNS, ROWS)
    lines = [line.split() for line in capsys.readouterr().out.splitlines()]
    assert lines == [
        ["Kind", "For", "Because"],
        ["invite", "p-1", "p-1", "is", "invited", "to", "m-1"],
        ["checklist", "ct-1", "is", "planned"],
    ]


def test_a_narrow_screen_gets_one_line_a_cell(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("FORCE_COLOR", "1")
    monkeypatch.setenv("NO_COLOR", "1")
    monkeypatch.setenv("COLUMNS", "60")
    print_table(COLUMNS, ROWS)
    assert capsys.readouterr().out.splitlines() == [
        "Kind: invite",
        "  For: p-1",
        "  Because: p-1 is invited to m-1",
        "",
        "Kind: checklist",
        "  Because: ct-1 is planned",
        "",
    ]


def test_markup_in_a_cell_is_only_text(capsys: pytest.CaptureFixture[str]) -> None:
    print_table(("Kind",), [("[bold]x[/bold] :smile:",)])
    assert "[bold]x[/bold] :smile:" in capsys.readouterr().out
