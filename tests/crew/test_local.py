"""Workers of this machine: every brief answered, whoever dies over it."""

import os
import sys
from functools import partial
from pathlib import Path

import pytest
from crewwork import POISON, deadly, doubled, fragile, own_process, spacious, unspeakable

from docgen.crew.local import LocalCrew, Lost


@pytest.mark.parametrize("processes", [1, 2, 3])
def test_every_brief_is_answered_once(processes: int) -> None:
    with LocalCrew(processes) as crew:
        answers = sorted(crew.work(doubled, range(25)))
        again = sorted(crew.work(doubled, [4]))
    assert answers == [(n, 2 * n) for n in range(25)]
    assert again == [(4, 8)]


def test_one_does_the_work_in_this_process() -> None:
    with LocalCrew() as crew:
        assert list(crew.work(own_process, [1])) == [(1, os.getpid())]


def test_nobody_is_hired_for_nothing() -> None:
    with LocalCrew(2) as crew:
        assert list(crew.work(doubled, [])) == []


@pytest.mark.parametrize("processes", [1, 2])
def test_what_fails_twice_is_told_without_its_words_and_the_others_go_on(
    tmp_path: Path, processes: int
) -> None:
    with LocalCrew(processes) as crew:
        answers = dict(crew.work(partial(fragile, tmp_path), range(20)))
    lost = answers.pop(POISON)
    assert answers == {n: n for n in range(20) if n != POISON}
    assert isinstance(lost, Lost)
    assert lost.why.startswith("ValueError at crewwork:")
    assert len(list(tmp_path.glob(f"{POISON}-*"))) == 2


@pytest.mark.skipif(sys.platform == "win32", reason="Windows knows no signals")
def test_the_brief_of_a_worker_that_died_is_tried_again(tmp_path: Path) -> None:
    with LocalCrew(2) as crew:
        answers = dict(crew.work(partial(deadly, tmp_path), range(20)))
    assert answers == {n: n for n in range(20)}


@pytest.mark.skipif(sys.platform == "win32", reason="Windows knows no signals")
def test_a_brief_over_which_two_workers_died_is_given_up(tmp_path: Path) -> None:
    (tmp_path / "always").touch()
    with LocalCrew(2) as crew:
        answers = dict(crew.work(partial(deadly, tmp_path), range(20)))
    assert answers.pop(POISON) == Lost("the worker process died")
    assert answers == {n: n for n in range(20) if n != POISON}


def test_a_result_that_cannot_be_handed_over_is_lost() -> None:
    with LocalCrew(2) as crew:
        [(_, lost)] = crew.work(unspeakable, [1])
    assert isinstance(lost, Lost)


def test_large_briefs_and_results_pass_each_other() -> None:
    with LocalCrew(2) as crew:
        answers = dict(crew.work(spacious, range(8)))
    assert all(isinstance(each, bytes) and len(each) == 2_000_000 for each in answers.values())
    assert sorted(answers) == list(range(8))


def test_work_that_is_broken_off_leaves_nothing_behind() -> None:
    with LocalCrew(2) as crew:
        work = crew.work(doubled, range(50))
        next(work)
        work.close()
        assert sorted(crew.work(doubled, [7, 8])) == [(7, 14), (8, 16)]
