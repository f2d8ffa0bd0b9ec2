"""A template that was read, and an edition → the template as that edition sets it, read again."""

from docgen.model.language import Pair
from docgen.press.ooxml.illustrations import picture_places
from docgen.press.ooxml.large import enlarge
from docgen.press.ooxml.package import package_of
from docgen.press.word import bench as benches
from docgen.press.word.asking import Asked
from docgen.press.word.bench import Bench
from docgen.press.word.clauses import clause_by_clause
from docgen.press.word.composing import Composition, illustrated, reworded
from docgen.press.word.footlines import warn
from docgen.press.word.pictures import judge_pictures
from docgen.press.word.shapes import OWN, Edition
from docgen.press.word.two_letters import two_letters

FORMS = {"letters": two_letters, "clauses": clause_by_clause}


def edited(bench: Bench, edition: Edition) -> tuple[Bench, tuple[Pair, ...]]:
    """Set a template as an edition has it; give the messages of its catalogue that it uses.

    Raises WordingMissing with a finding for each message that is not there.
    """
    if _is_plain(bench, edition):
        return bench, ()
    package = bench.package
    work = Composition(
        dict(package.members), package.main, dict(bench.trees), dict(bench.stories), edition
    )
    english = Asked(edition.english.catalogue)
    asked = english
    if edition.reader is None:
        _in_english(work, english)
    else:
        asked = Asked(edition.reader.catalogue)
        FORMS[edition.form](work, english, asked)
        asked.refuse(bench.place)
    if edition.large:
        work.members = enlarge(work.members, work.texts)
    return _read_again(bench, work), tuple(asked.used)


def judge_edition(bench: Bench, edition: Edition) -> None:
    """Look for what an edition can't be given: pictures that nobody has drawn."""
    if edition.pictures:
        bench.troubles += judge_pictures(edition.pictures, bench.texts)


def _is_plain(bench: Bench, edition: Edition) -> bool:
    """Tell whether an edition asks for nothing but the template as it is."""
    if edition.reader is not None or edition.english.catalogue.messages or edition.large:
        return False
    return not any(picture for tree in bench.texts.values() for picture in picture_places(tree))


def _in_english(work: Composition, asked: Asked) -> None:
    reworded(work, asked)
    illustrated(work, work.texts, asked.picture)
    if work.edition.english.lines.unchecked:
        for member in work.with_footers():
            warn(work.edition, work.trees[member], lambda _: None)


def _read_again(bench: Bench, work: Composition) -> Bench:
    package = package_of(work.members)
    again = Bench(package, bench.place, work.trees, work.stories, OWN)
    benches.read_parts(again)
    return again
