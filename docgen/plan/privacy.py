"""A case and a job into what its paper must not show: other people's data (decisions 8)."""

from collections.abc import Mapping
from types import MappingProxyType

from docgen.model.case import Case
from docgen.model.folding import telephone
from docgen.model.pack import Phrase
from docgen.model.plan import Forbidden, Job
from docgen.plan.contact_data import contact_data, identifiers
from docgen.plan.secret_names import secret_names
from docgen.plan.sight import Sight
from docgen.plan.testimony import testimony

FEWEST_LETTERS = 4
NO_PHRASES: Mapping[str, Phrase] = MappingProxyType({})


def forbidden(
    case: Case, job: Job, phrases: Mapping[str, Phrase] = NO_PHRASES
) -> tuple[Forbidden, ...]:
    """Give all that a paper must not show, less what its readers may see.

    `phrases` are the pack's, in which actions may be worded.
    """
    sight = Sight(case, job, phrases)
    told = (*contact_data(sight), *identifiers(sight), *testimony(sight), *secret_names(sight))
    return tuple(dict.fromkeys(one for one in told if _means_something(one)))


def _means_something(one: Forbidden) -> bool:
    """Tell whether a value is long enough to be anybody's in particular."""
    if one.how == "phone":
        return bool(telephone(one.value))
    if one.how in {"name", "given-name"}:
        return len(one.value) > 1
    return sum(letter.isalnum() for letter in one.value) >= FEWEST_LETTERS
