"""A plain mail merge: the names that a template asks for, and the columns that fill them."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Need:
    """A name that a template uses, and the first place where it does.

    `may_lack`: the template has an answer where nothing is called that. `may_be_empty`: it asks
    whether there is anything; `only_asked`: it does nothing else with it, so that a “no” would
    count as yes. A `listed` name is repeated, which no cell can be.
    """

    name: str
    where: str
    may_lack: bool = False
    may_be_empty: bool = False
    only_asked: bool = False
    listed: bool = False


@dataclass(frozen=True, slots=True)
class Filled:
    """A name, the column (from 1) that fills it, and what its cells may say."""

    name: str
    column: int
    may_be_empty: bool = False
    only_asked: bool = False
