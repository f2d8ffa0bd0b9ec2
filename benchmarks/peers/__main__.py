# ruff: noqa: INP001 - a script, no package
"""How many times faster docgen makes letters than its peers: one run, taking turns, texts compared.

Run it in the project's folder: python benchmarks/peers [--quick] [--rounds N] [--in FOLDER].
README.md beside this file says how the peers are installed; one that isn't there is left out, and
said so. It leaves with 1 if a floor is missed or a text differs.
"""

import csv
import json
import shutil
import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from statistics import median

from lxml import etree

HERE, ROOT = Path(__file__).parent, Path(__file__).parents[2]
sys.path[:0] = [str(ROOT), str(ROOT / "tests")]

from benchmarks.peers.templates import TEXTS, template, values  # noqa: E402 - found from here on

IN_FILES, IN_ARCHIVE = 20, 30
MEMORY = Path("/dev/shm")  # noqa: S108 - a disk that others are busy with would be measured else
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
SPELLINGS = {
    "easy-template-x": "single",
    "docxtemplater": "single",
    "carbone": "carbone",
    "docx-templates": "plus",
    "docxtpl": "braces",
    "docx-mailmerge2": "fields",
}
OURS = {
    "docgen: files": "files",
    "docgen: archive": "archive",
    "docgen batch word: files": "batch",
    "docgen batch word: archive": "batch-archive",
}
FLOORS = {"docgen: files": IN_FILES, "docgen: archive": IN_ARCHIVE}


@dataclass(frozen=True, slots=True)
class Letters:
    """What all tools are to make: values as JSON and as a sheet, a template for each spelling."""

    name: str
    count: int
    folder: Path

    def asked(self, tool: str, out: Path) -> Mapping[str, str]:
        """Give what a tool is asked."""
        spelling = SPELLINGS.get(tool, "braces")
        return {
            "template": str(self.folder / f"{spelling}.docx"),
            "values": str(self.folder / "values.json"),
            "rows": str(self.folder / "rows.csv"),
            "out": str(out),
        }


class Side:
    """A tool at work in a process of its own, everything loaded."""

    def __init__(self, tool: str, process: "subprocess.Popen[str]") -> None:
        """Wait until it is ready."""
        self.tool, self.process = tool, process
        if self._heard() != "ready":
            raise SystemExit(f"{tool} did not start")

    def seconds(self, letters: Letters, out: Path) -> float:
        """Let it make all letters into a new folder; gives the seconds that took."""
        if self.process.stdin is None:
            raise SystemExit(self.tool)
        self.process.stdin.write(json.dumps(letters.asked(self.tool, out)) + "\n")
        self.process.stdin.flush()
        return float(self._heard())

    def _heard(self) -> str:
        return self.process.stdout.readline().strip() if self.process.stdout else ""


def main(arguments: Sequence[str]) -> int:
    """Measure, compare and print; 1 if a floor is missed or a text differs."""
    count, rounds = (200, 2) if "--quick" in arguments else (1_000, 3)
    rounds = int(arguments[arguments.index("--rounds") + 1]) if "--rounds" in arguments else rounds
    wished = arguments[arguments.index("--in") + 1] if "--in" in arguments else None
    place = wished or (MEMORY if MEMORY.is_dir() else None)
    failures = 0
    with tempfile.TemporaryDirectory(dir=place) as folder, ExitStack() as stack:
        sides = [Side(tool, stack.enter_context(started)) for tool, started in _started()]
        for name in TEXTS:
            letters = _laid_out(name, count, Path(folder) / name)
            few = _laid_out(name, 20, Path(folder) / f"{name}-few")
            for side in sides:
                side.seconds(few, _new(Path(folder)))
            failures += _compared(sides, letters, Path(folder), rounds)
        for side in sides:
            if side.process.stdin:
                side.process.stdin.close()
    return int(failures > 0)


def _started() -> Iterator[tuple[str, "subprocess.Popen[str]"]]:
    """Start each tool that is installed, docgen's ways last."""
    python = HERE / ".venv" / "bin" / "python"
    node = shutil.which("node", path=str(Path(sys.executable).parent)) or shutil.which("node")
    for tool in SPELLINGS:
        in_python = tool in {"docxtpl", "docx-mailmerge2"}
        program, side = (str(python), "python_side.py") if in_python else (node, "node_side.mjs")
        there = python.exists() if in_python else (HERE / "node_modules" / tool).is_dir()
        if program and there:
            yield tool, _process(program, str(HERE / side), tool)
        else:
            _say(f"{tool} is not installed; see {HERE.name}/README.md")
    for name, way in OURS.items():
        yield name, _process(sys.executable, str(HERE / "docgen_side.py"), way)


def _process(*command: str) -> "subprocess.Popen[str]":
    pipe = subprocess.PIPE
    return subprocess.Popen(command, stdin=pipe, stdout=pipe, text=True, encoding="utf-8")  # noqa: S603 - our own programs


def _laid_out(name: str, count: int, folder: Path) -> Letters:
    folder.mkdir()
    for spelling in {*SPELLINGS.values()}:
        made = template(TEXTS[name], spelling, right_to_left=name == "Urdu")
        (folder / f"{spelling}.docx").write_bytes(made)
    rows = [values(number) for number in range(count)]
    (folder / "values.json").write_text(json.dumps(rows), "utf-8")
    with (folder / "rows.csv").open("w", newline="", encoding="utf-8") as file:
        writer = csv.DictWriter(file, list(rows[0]))
        writer.writeheader()
        writer.writerows(rows)
    return Letters(name, count, folder)


def _compared(sides: Sequence[Side], letters: Letters, folder: Path, rounds: int) -> int:
    """Let all take turns; print a line for each; gives how many failed."""
    taken: dict[str, list[float]] = {side.tool: [] for side in sides}
    differing: set[str] = set()
    wanted = _texts_wanted(letters)
    for side in _turns(sides, rounds):
        out = _new(folder)
        taken[side.tool].append(letters.count / side.seconds(letters, out))
        if len(taken[side.tool]) == 1 and _texts(out) != wanted:
            differing.add(side.tool)
        shutil.rmtree(out)
    rates = {tool: median(each) for tool, each in taken.items()}
    fastest = max((rate for tool, rate in rates.items() if tool in SPELLINGS), default=0.0)
    _say(f"\n{letters.count:,} letters, {letters.name}: median of {rounds} rounds")
    for tool, rate in sorted(rates.items(), key=lambda each: each[1]):
        times = f"{rate / fastest:6.1f}x the fastest peer" if fastest and tool in OURS else ""
        floor = f", at least {FLOORS[tool]}x" if tool in FLOORS else ""
        says = "  TEXT DIFFERS" if tool in differing else ""
        _say(f"{tool:30}{rate:9,.0f} a second  {times}{floor}{says}")
    missed = [tool for tool, floor in FLOORS.items() if fastest and rates[tool] < floor * fastest]
    for tool in missed:
        _say(f"FLOOR MISSED: {tool}")
    return len(missed) + len(differing & set(OURS))


def _turns(sides: Sequence[Side], rounds: int) -> Iterator[Side]:
    """Give the order: docgen's ways, which are soon done, take a turn after each peer."""
    peers = [side for side in sides if side.tool in SPELLINGS]
    ours = [side for side in sides if side.tool in OURS]
    for _ in range(rounds):
        for peer in peers:
            yield from (peer, *ours)


def _texts(out: Path) -> list[str]:
    """Give the words of all letters in a folder or its archive, whatever they are called."""
    found = [path.read_bytes() for path in out.glob("*.docx")]
    for path in out.glob("*.zip"):
        with zipfile.ZipFile(path) as archive:
            found += [archive.read(name) for name in archive.namelist()]
    return sorted(map(_words, found))


def _texts_wanted(letters: Letters) -> list[str]:
    """Give the words as they should be, put together from the template's own text."""
    made = (letters.folder / "braces.docx").read_bytes()
    wanted = _words(made)
    rows = json.loads((letters.folder / "values.json").read_text("utf-8"))
    return sorted(_filled(wanted, row) for row in rows)


def _filled(words: str, row: Mapping[str, str]) -> str:
    for name, value in row.items():
        words = words.replace(f"{{{{ {name} }}}}", value)
    return words


def _words(content: bytes) -> str:
    """Give the text of body and footer, paragraph by paragraph, as any reader would."""
    with zipfile.ZipFile(BytesIO(content)) as archive:
        names = [n for n in archive.namelist() if n in {"word/document.xml", "word/footer1.xml"}]
        parts = [etree.fromstring(archive.read(name)) for name in sorted(names)]
    paragraphs = (p for part in parts for p in part.iter(f"{W}p"))
    return "\n".join("".join(t.text or "" for t in p.iter(f"{W}t")) for p in paragraphs)


def _new(folder: Path) -> Path:
    return Path(tempfile.mkdtemp(dir=folder))


def _say(words: str) -> None:
    sys.stdout.write(words + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
