"""Values to try a template with: every promised name, short, usual and long."""

from collections.abc import Iterator, Mapping

import pytest
from worked import REPOSITORY

from docgen.model.pack import Kind, Pack
from docgen.model.values import Plain, Values
from docgen.service.packs import load_pack
from docgen.store.workspace import find_workspace
from docgen.wording.promised import promised
from docgen.wording.samples import SIZES, Size, sample

WORKSPACE = find_workspace(REPOSITORY, REPOSITORY, {})
PACKS = {name: load_pack(WORKSPACE, name).pack for name in ("essex", "kent")}
KINDS = [(pack, kind) for pack in PACKS.values() for kind in pack.kinds.values()]


def at(values: Plain, name: str) -> Iterator[Plain]:
    """Give all values under a dotted name, of every entry of a list."""
    head, _, rest = name.partition(".")
    key = head.removesuffix("[]")
    assert isinstance(values, Mapping)
    found = values[key]
    entries = found if isinstance(found, list) and head.endswith("[]") else [found]
    for each in entries:
        yield from at(each, rest) if rest else [each]


def of(kind: str, size: Size) -> Values:
    """Give the sample values of one of Essex's kinds."""
    return sample(PACKS["essex"].kinds[kind], PACKS["essex"], size)


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize(("pack", "kind"), KINDS, ids=lambda each: getattr(each, "name", ""))
def test_every_name_that_is_promised_has_a_value(pack: Pack, kind: Kind, size: Size) -> None:
    values = sample(kind, pack, size)
    types = {"text": str, "number": int, "yes or no": bool, "list": list}
    for name, promise in promised(kind, pack).items():
        assert all(isinstance(each, types[promise.type]) for each in at(values, name)), name


def test_ordinary_values_are_the_examples_of_the_promises() -> None:
    values = of("invite", "ordinary")
    assert list(at(values, "recipient.addressee")) == ["Ms Agnieszka Wójcik"]
    assert list(at(values, "meeting.time")) == ["4:15pm"]
    assert list(at(values, "document.draft")) == [True]


@pytest.mark.parametrize(("size", "lines"), [("short", 2), ("ordinary", 4), ("long", 6)])
def test_under_the_name_stand_as_many_lines_as_the_window_takes(size: Size, lines: int) -> None:
    (address,) = at(of("invite", size), "recipient.address")
    assert isinstance(address, list)
    assert len(address) == lines


@pytest.mark.parametrize(("size", "actions"), [("short", 1), ("ordinary", 3), ("long", 12)])
def test_a_long_contract_has_twelve_actions(size: Size, actions: int) -> None:
    found = list(at(of("contract", size), "contract.requirements[].number"))
    assert found == list(range(1, actions + 1))


def test_longer_values_are_longer() -> None:
    lengths = [len(str(of("contract", size))) for size in SIZES]
    assert lengths == sorted(lengths)
    assert lengths[2] > 3 * lengths[1]


def test_the_services_of_a_sheet_of_links_are_the_pack_s_own() -> None:
    names = list(at(of("links-sheet", "long"), "links[].name"))
    assert names == [link.name for link in PACKS["essex"].links]
