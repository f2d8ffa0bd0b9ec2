"""Tasks for workers: some that work, some that fail, some that kill whoever does them."""

import os
import signal
import time
from pathlib import Path

POISON = 13


def doubled(number: int) -> int:
    """Do a task that always works."""
    return 2 * number


def fragile(marks: Path, number: int) -> int:
    """Fail over the poisoned brief each time, and leave a mark of each try."""
    with (marks / f"{number}-{os.getpid()}-{time.monotonic_ns()}").open("w"):
        pass
    if number == POISON:
        message = "a name that must not be told"
        raise ValueError(message)
    return number


def deadly(marks: Path, number: int) -> int:
    """Die over the poisoned brief: each time, or only where no mark says that somebody did."""
    if number == POISON:
        died_before = (marks / "died").exists()
        (marks / "died").touch()
        if not died_before or (marks / "always").exists():
            os.kill(os.getpid(), signal.SIGTERM)
            time.sleep(10)
    return number


def unspeakable(_number: int) -> object:
    """Give a result that can't be handed over."""
    return lambda: None


def spacious(number: int) -> bytes:
    """Give a result larger than any pipe holds."""
    return bytes([number]) * 2_000_000


def own_process(_number: int) -> int:
    """Tell which process did it."""
    return os.getpid()


def listed(folder: Path, _brief: int) -> Path:
    """Give a folder of luggage as the brief."""
    return folder


def opened(folder: object) -> str:
    """Tell who may read a folder, what is in it, and where it is."""
    assert isinstance(folder, Path)
    who = oct(folder.stat().st_mode & 0o777)
    return f"{who} {(folder / 'a' / 'b.txt').read_text('utf-8')} {folder}"


def idle(_number: int) -> None:
    """Take a long time."""
    time.sleep(20)
