"""The same Word file gives the same PDF, byte by byte, in any process and after any other file."""

import hashlib
import os
import subprocess
import sys

from drafts import ordinary

from docgen.press.pdf.native import Native

SETS = """
import datetime, hashlib, pathlib, sys
from docgen.press.pdf.native import Native
dated = datetime.date.fromisoformat(sys.argv[1])
for name in sys.argv[2:]:
    made = Native().pdf(pathlib.Path(name).read_bytes(), "kind", dated)
    print(hashlib.sha256(made).hexdigest())
"""
PAPERS = (("essex", "invite"), ("kent", "contract"), ("kent", "checklist"))


def in_a_process(hashing: str) -> list[str]:
    """Set the papers in a new process, their words and sets hashed otherwise."""
    papers = [ordinary(*paper) for paper in PAPERS]
    command = [
        sys.executable,
        "-c",
        SETS,
        papers[0].dated.isoformat(),
        *(str(p.path) for p in papers),
    ]
    settings = {**os.environ, "PYTHONHASHSEED": hashing}
    made = subprocess.run(command, env=settings, capture_output=True, check=True, text=True)  # noqa: S603 - our own program
    return made.stdout.split()


def test_two_processes_give_the_same_bytes() -> None:
    assert in_a_process("1") == in_a_process("2") == [digest(paper) for paper in PAPERS]


def digest(paper: tuple[str, str]) -> str:
    """Set a paper here, by a press that has set others before."""
    native, dated = Native(), ordinary(*PAPERS[0]).dated
    for other in PAPERS:
        native.pdf(ordinary(*other).content, "kind", dated)
    return hashlib.sha256(native.pdf(ordinary(*paper).content, "kind", dated)).hexdigest()
