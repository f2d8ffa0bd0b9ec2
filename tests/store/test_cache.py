"""What can be made again is kept in the user's own folder; what is not the user's is dropped."""

import os
from pathlib import Path

import pytest

from docgen.store.cache import Cache, own_cache

POSIX = pytest.mark.skipif(not hasattr(os, "geteuid"), reason="Windows has no such rights")


def test_what_was_put_is_there_again(tmp_path: Path) -> None:
    cache = Cache(tmp_path / "own" / "compiled")
    assert cache.get("a") is None
    cache.put("a", b"one")
    cache.put("a", b"two")
    assert cache.get("a") == b"two"
    assert [path.name for path in cache.folder.iterdir()] == ["a"]
    cache.drop("a")
    assert cache.get("a") is None


@POSIX
def test_the_folder_and_its_files_are_the_user_s_alone(tmp_path: Path) -> None:
    cache = Cache(tmp_path / "own")
    cache.put("a", b"x")
    assert cache.folder.stat().st_mode & 0o777 == 0o700
    assert (cache.folder / "a").stat().st_mode & 0o777 == 0o600


@POSIX
def test_a_file_that_others_may_write_is_dropped(tmp_path: Path) -> None:
    cache = Cache(tmp_path / "own")
    cache.put("a", b"x")
    (cache.folder / "a").chmod(0o666)
    assert cache.get("a") is None
    assert not (cache.folder / "a").exists()


@POSIX
def test_a_folder_that_others_may_write_is_not_used(tmp_path: Path) -> None:
    cache = Cache(tmp_path / "own")
    cache.put("a", b"x")
    cache.folder.chmod(0o777)
    assert cache.get("a") is None
    cache.put("b", b"y")
    assert not (cache.folder / "b").exists()


@POSIX
def test_a_link_is_not_followed(tmp_path: Path) -> None:
    cache = Cache(tmp_path / "own")
    cache.put("a", b"x")
    (cache.folder / "b").symlink_to(cache.folder / "a")
    assert cache.get("b") is None


def test_the_oldest_go_when_there_are_too_many(tmp_path: Path) -> None:
    cache = Cache(tmp_path / "own", most=25)
    for number, key in enumerate("abcd"):
        cache.put(key, b"x" * 10)
        if (cache.folder / key).exists():
            os.utime(cache.folder / key, (number, number))
    assert {path.name for path in cache.folder.iterdir()} == {"c", "d"}
    cache.put("e", b"x" * 26)
    assert cache.get("e") is None


def test_a_folder_that_can_t_be_made_hinders_nothing(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    cache = Cache(tmp_path / "file" / "own")
    cache.put("a", b"x")
    assert cache.get("a") is None


def test_the_user_s_own_cache_is_in_the_user_s_folder() -> None:
    assert own_cache().folder.parts[-2:] == ("docgen", "compiled")
