"""An office whose papers can be made in Polish: each text is its English with a word before it."""

from collections.abc import Callable
from pathlib import Path

from officework import CASE, CONTRACT_MADE, desk_in, office_in

from docgen.service.translations.approve import Saying, Wish, approve
from docgen.service.translations.shelf import demand_of, read_shelf
from docgen.service.translations.standing import Standing, standings
from docgen.service.translations.texts import NewText, put_texts

AUTHORITY, POLISH = "wessex-vale", "pl"
SAID = "Po polsku: "
READS_POLISH = CASE.replace(
    "adjustments: []}\n  p-2",
    "adjustments: [], languages: {speaks: pl, reads: pl, english: good}}\n  p-2",
)
OWN = ("A place in the breakfast club", "Many mornings were missed.", "The register")
IN_POLISH = "".join(
    f'  - {{text: "{text}", translations: {{pl: {{text: "{SAID}{text}"}}}}}}\n'
    for text in (*OWN, "I will ring the school before 9am.", "We will ring once a week.")
)
MADE = f"{READS_POLISH}{CONTRACT_MADE}texts:\n{IN_POLISH}"
"""The same case after its meeting, with a contract, and what staff wrote in Polish too."""


def polish_office(folder: Path, *cases: str) -> Path:
    """Lay out an office where every sentence has Polish, drafted by nobody in particular."""
    office = office_in(folder, *(cases or (READS_POLISH,)))
    say_in_polish(office)
    return office


def say_in_polish(office: Path, fits: Callable[[Standing], bool] = bool, tag: str = POLISH) -> None:
    """Give all sentences that have none, and are meant, a Polish text."""
    workspace = desk_in(office).workspace
    demand = demand_of(workspace, AUTHORITY)
    shelf = read_shelf(demand, tag)
    lacking = [each for each in standings(demand, shelf) if not any(each.texts) and fits(each)]
    new = (NewText(each, tuple(SAID + each.message.text for _ in each.texts)) for each in lacking)
    put_texts(demand, shelf, new)


def let_go(office: Path, *, but: str = "") -> None:
    """Write down that somebody checked all texts, but those with a word in their English."""
    desk = desk_in(office)
    demand = demand_of(desk.workspace, AUTHORITY)
    every = standings(demand, read_shelf(demand, POLISH))
    checked = [each.id for each in every if not but or but not in each.message.text]
    saying = Saying("approved", "Anna Nowak, translator")
    approve(desk, demand, POLISH, Wish(tuple(dict.fromkeys(checked))), saying)
