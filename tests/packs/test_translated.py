"""Each language that comes with docgen says all that a parent gets to read, as a draft."""

from pathlib import Path

import pytest

from docgen.service.desk import open_desk
from docgen.service.translations.check import check_shelf
from docgen.service.translations.shelf import Demand, demand_of, read_shelf
from docgen.service.translations.told import account_of

REPOSITORY = Path(__file__).parents[2]
LANGUAGE = pytest.mark.parametrize("name", ["ar", "bn", "pa", "pl", "ro", "uk", "ur", "plain"])


@pytest.fixture(scope="module")
def demand() -> Demand:
    """Gather what all authorities' papers say."""
    return demand_of(open_desk(REPOSITORY, REPOSITORY).workspace)


@LANGUAGE
def test_every_kind_that_a_parent_gets_is_translated(demand: Demand, name: str) -> None:
    account = account_of(demand, name)
    lacking = {(each.file, each.use): each.printable for each in account.tallies}
    assert {use: share for use, share in lacking.items() if share < 100} == {}
    assert account.tallies


@LANGUAGE
def test_nothing_in_a_language_is_broken_or_left_over(demand: Demand, name: str) -> None:
    shelf = read_shelf(demand, name)
    odd = [
        (each.rule, each.place)
        for each in check_shelf(demand, shelf)
        if each.rule not in {"translation-long", "translation-same"}
    ]
    assert odd == []
    assert shelf.previous == ()


@LANGUAGE
def test_no_reviewer_is_invented(demand: Demand, name: str) -> None:
    assert read_shelf(demand, name).reviews == {}


@LANGUAGE
def test_how_hard_each_kind_is_to_read_is_told(demand: Demand, name: str) -> None:
    account = account_of(demand, name)
    said = {each.use: each.lix for each in account.tallies if each.use in {"invite", "contract"}}
    assert all(lix is not None and 0 < lix < 60 for lix in said.values())
    assert set(said) == {"invite", "contract"}
