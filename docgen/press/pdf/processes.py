"""A program that may hang → run to its end or stopped with all that it started, on every system."""

import os
import signal
import subprocess
import sys
from collections.abc import Mapping, Sequence
from contextlib import suppress


def run_whole(command: Sequence[str], environ: Mapping[str, str], seconds: float) -> bool:
    """Run a program in the background; tell whether it ended by itself within the time.

    However this ends, nothing of the program is left running. Raises `OSError` where it can't be
    started.
    """
    process = subprocess.Popen(  # noqa: S603 (a program named by the office itself)
        command,
        env=dict(environ),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
        creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
    )
    try:
        process.wait(seconds)
    except subprocess.TimeoutExpired:
        return False
    finally:
        _stop(process)
    return True


def _stop(process: "subprocess.Popen[bytes]") -> None:
    """Stop a process and its children; on POSIX they are one session, on Windows a tree."""
    if sys.platform == "win32":
        if process.poll() is None:
            command = ["taskkill", "/T", "/F", "/PID", str(process.pid)]
            subprocess.run(command, capture_output=True, check=False)  # noqa: S603 (as above)
    else:
        with suppress(ProcessLookupError, PermissionError):
            os.killpg(process.pid, signal.SIGKILL)
    process.wait()
