"""Workers of a cluster: every brief answered, whoever comes, goes or dies over it."""

import sys
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest
from clusterwork import HERE, Cluster, cluster
from crewwork import POISON, deadly, doubled, fragile, idle, listed, opened, unspeakable

from docgen.crew.briefs import DIED, Lost
from docgen.crew.cluster import ClusterCrew
from docgen.crew.cluster_told import Patience
from docgen.crew.cluster_worker import Luggage, Made
from docgen.errors import DiskTrouble, DocgenError, UsageTrouble

QUICK = Patience(answer=5, workers=20, result=30)
pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="their starter forks")


@pytest.fixture(scope="module")
def starter(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Cluster]:
    """Start what all clusters are split off: it takes seconds to load."""
    with cluster(tmp_path_factory.mktemp("cluster")) as made:
        yield made


@pytest.fixture
def theirs(starter: Cluster) -> Iterator[Cluster]:
    """Start two workers; over whose brief one dies, no other is asked."""
    starter.begin(deaths=0)
    yield starter
    starter.end()


def crew_at(theirs: Cluster, luggage: Luggage | None = None) -> ClusterCrew:
    """Give the crew of a cluster."""
    return ClusterCrew(theirs.address, (lambda: luggage) if luggage else None, QUICK)


def bag(*files: tuple[str, bytes]) -> Luggage:
    """Pack luggage."""
    return Luggage("0123", files, listed)


def refusal(crew: ClusterCrew) -> DocgenError:
    """Give why a crew can't begin."""
    with pytest.raises(DocgenError) as refused, crew:
        pass
    return refused.value


def test_every_brief_is_answered_once(theirs: Cluster) -> None:
    with crew_at(theirs) as crew:
        assert sorted(crew.work(doubled, range(25))) == [(n, 2 * n) for n in range(25)]
        assert list(crew.work(doubled, [])) == []
        work = crew.work(doubled, range(50))
        next(work)
        work.close()
        assert sorted(crew.work(doubled, [7, 8])) == [(7, 14), (8, 16)]


def test_what_fails_twice_is_told_without_its_words_and_the_others_go_on(
    theirs: Cluster, tmp_path: Path
) -> None:
    with crew_at(theirs) as crew:
        answers = dict(crew.work(partial(fragile, tmp_path), range(20)))
        [(_, unsaid)] = crew.work(unspeakable, [1])
    lost = answers.pop(POISON)
    assert answers == {n: n for n in range(20) if n != POISON}
    assert isinstance(lost, Lost)
    assert lost.why.startswith("ValueError at crewwork:")
    assert isinstance(unsaid, Lost)


def test_a_brief_over_which_a_worker_dies_is_given_up_and_the_others_go_on(
    theirs: Cluster, tmp_path: Path
) -> None:
    (tmp_path / "always").touch()
    with crew_at(theirs) as crew:
        answers = dict(crew.work(partial(deadly, tmp_path), [1, POISON, 3]))
        theirs.hire()
        again = dict(crew.work(doubled, range(12)))
    assert answers == {1: 1, POISON: Lost(DIED), 3: 3}
    assert again == {n: 2 * n for n in range(12)}


def test_luggage_lies_where_only_the_worker_reads_it_and_later_ones_get_it_too(
    theirs: Cluster,
) -> None:
    with crew_at(theirs, bag(("a/b.txt", b"ink"))) as crew:
        before = dict(crew.work(opened, range(4)))
        for worker in tuple(theirs.workers):
            theirs.kill(worker)
        theirs.hire()
        later = dict(crew.work(opened, range(4)))
    told = [str(each).split(" ") for each in (*before.values(), *later.values())]
    assert {(who, text) for who, text, _ in told} == {("0o700", "ink")}
    assert {home for _, _, home in told[:4]}.isdisjoint(home for _, _, home in told[4:])
    assert all(Path(home).is_relative_to(theirs.home) for _, _, home in told)


def test_luggage_that_has_no_room_is_told(theirs: Cluster) -> None:
    refused = refusal(crew_at(theirs, bag(("a", b""), ("a/b", b""))))
    assert refused.code == "cluster-no-room"


def test_workers_with_another_docgen_are_told_before_anything_is_made(theirs: Cluster) -> None:
    crew = crew_at(theirs)
    crew.made = Made("0.0.9", "3.9")
    refused = refusal(crew)
    assert refused.code == "cluster-stranger"
    assert f" workers of {theirs.address} can't do this work: they have docgen" in refused.message
    with crew_at(theirs) as late:
        late.made = Made("0.0.9", "3.9")
        with pytest.raises(UsageTrouble) as stranger:
            list(late.work(doubled, [1]))
    assert stranger.value.code == "cluster-stranger"


def test_a_scheduler_that_goes_away_ends_the_work(theirs: Cluster) -> None:
    with crew_at(theirs) as crew:
        work = crew.work(doubled, range(1000))
        next(work)
        theirs.kill(theirs.scheduler)
        theirs.scheduler = 0
        with pytest.raises(DiskTrouble) as gone:
            list(work)
    assert gone.value.code == "cluster-gone"


def test_workers_that_all_go_away_and_stay_away_end_the_work(theirs: Cluster) -> None:
    with ClusterCrew(theirs.address, None, Patience(answer=5, workers=1)) as crew:
        work = crew.work(doubled, range(1000))
        next(work)
        for worker in tuple(theirs.workers):
            theirs.kill(worker)
        with pytest.raises(DiskTrouble) as deserted:
            list(work)
    assert deserted.value.code == "cluster-deserted"


def test_workers_from_whom_nothing_comes_are_not_waited_for_for_ever(theirs: Cluster) -> None:
    crew = ClusterCrew(theirs.address, None, Patience(answer=5, workers=3, result=0.5))
    with crew, pytest.raises(DiskTrouble) as still:
        list(crew.work(idle, [1]))
    assert still.value.code == "cluster-still"


def test_where_nobody_listens_or_no_worker_comes_it_is_told(starter: Cluster) -> None:
    silent = ClusterCrew(f"tcp://{HERE}:9", None, Patience(answer=0.5))
    assert refusal(silent).code == "cluster-silent"
    starter.begin(workers=0)
    nobody = ClusterCrew(starter.address, None, Patience(workers=0.2))
    assert refusal(nobody).code == "cluster-nobody"
    starter.end()


def test_without_a_certificate_for_tls_it_is_told() -> None:
    assert refusal(ClusterCrew(f"tls://{HERE}:9")).code == "cluster-no-certificate"


def test_without_dask_it_is_told_how_to_get_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "distributed", None)
    refused = refusal(ClusterCrew(f"tcp://{HERE}:9"))
    assert refused.code == "cluster-needs-package"
    assert 'pip install "docgen[cluster]"' in refused.remedy
