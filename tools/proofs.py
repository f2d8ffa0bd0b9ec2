"""The worked cases → one picture a pack: the pages of each kind with short, usual and long values.

Each document stands with its file name and digest under its pages, so that a
page that was looked at can be told from one that changed since.
"""

import datetime as dt
import shutil
import subprocess
import sys
import tempfile
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

import yaml
from PIL import Image, ImageDraw, ImageFont

from docgen.press.ooxml.words import words_of
from docgen.service.desk import Desk, run_id
from docgen.service.generate import generate
from docgen.service.report import Made, Wish
from docgen.store.workspace import find_workspace, lay_out

ROOT = Path(__file__).resolve().parent.parent
PROOFS = ROOT / "output" / "proofs"
NEEDED = {"soffice": "LibreOffice", "pdftoppm": "poppler-utils"}
DOTS = "56"
GAP, LINE = 16, 22
GROUND, PAPER, INK = "#d5d9dd", "white", "#20262b"


@dataclass(frozen=True, slots=True)
class Proof:
    """A document to look at: its kind, its file, its digest and its pages as pictures."""

    kind: str
    path: Path
    digest: str
    pages: tuple[Image.Image, ...] = ()

    @property
    def caption(self) -> str:
        """Name the document."""
        return f"{self.kind}: {self.path.name}   digest {self.digest[:16]}"

    @property
    def size(self) -> tuple[int, int]:
        """Give the room that its pages and caption need."""
        width = sum(page.width + GAP for page in self.pages)
        return width, max(page.height for page in self.pages) + LINE + GAP


def drafted(office: Path) -> Mapping[str, list[Made]]:
    """Draft everything that the worked cases hold; give the documents by authority."""
    lay_out(office)
    made: dict[str, list[Made]] = defaultdict(list)
    for expected in sorted((ROOT / "tests" / "expected").glob("*.yaml")):
        told = yaml.load(expected.read_text("utf-8"), yaml.BaseLoader)  # noqa: S506 (text only)
        workspace = find_workspace(office, office, {})
        desk = Desk(workspace, dt.date.fromisoformat(told["today"]), "proofs", run_id())
        path = next(workspace.casefiles.rglob(expected.name))
        made[path.parent.name] += generate(desk, str(path), Wish(every=True)).made
    return made


def chosen(made: Iterable[Made]) -> list[Proof]:
    """Choose of each kind the shortest document, a middling one and the longest."""
    kinds: dict[str, list[tuple[int, str, Made]]] = defaultdict(list)
    for each in made:
        words = sum(len(piece.text) for piece in words_of(each.path.read_bytes()))
        kinds[each.job.kind.name].append((words, each.path.name, each))
    proofs = []
    for name, documents in kinds.items():
        ordered = [each for _, _, each in sorted(documents, key=lambda entry: entry[:2])]
        places = sorted({0, len(ordered) // 2, len(ordered) - 1})
        proofs += [Proof(name, ordered[n].path, ordered[n].digest) for n in places]
    return proofs


def pictured(proofs: list[Proof], folder: Path) -> list[Proof]:
    """Turn documents into pictures of their pages."""
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    words = ["--headless", "--convert-to", "pdf", "--outdir", str(folder)]
    run("soffice", profile, *words, *(str(proof.path) for proof in proofs))
    return [
        Proof(proof.kind, proof.path, proof.digest, _pages(proof.path.stem, folder))
        for proof in proofs
    ]


def _pages(name: str, folder: Path) -> tuple[Image.Image, ...]:
    run("pdftoppm", "-r", DOTS, "-png", str(folder / f"{name}.pdf"), str(folder / name))
    files = sorted(folder.glob(f"{name}-*.png"), key=lambda file: int(file.stem.rpartition("-")[2]))
    return tuple(Image.open(file).convert("RGB") for file in files)


def run(*command: str) -> None:
    """Run a program; stop with what it said if it fails."""
    done = subprocess.run(command, capture_output=True, encoding="utf-8", check=False)  # noqa: S603 (programs named here)
    if done.returncode:
        sys.exit(f"{command[0]} failed:\n{done.stdout}{done.stderr}")


def sheet(proofs: list[Proof]) -> Image.Image:
    """Lay documents out under each other, each with its pages side by side."""
    width = max(proof.size[0] for proof in proofs) + GAP
    made = Image.new("RGB", (width, sum(proof.size[1] for proof in proofs) + GAP), GROUND)
    pen, font, top = ImageDraw.Draw(made), ImageFont.load_default(13), GAP
    for proof in proofs:
        left = GAP
        for page in proof.pages:
            made.paste(page, (left, top))
            left += page.width + GAP
        foot = top + proof.size[1] - LINE - GAP
        pen.text((GAP, foot + 3), proof.caption, fill=INK, font=font)
        top += proof.size[1]
    return made


def main() -> int:
    """Draw a contact sheet of every pack."""
    missing = [name for program, name in NEEDED.items() if shutil.which(program) is None]
    if missing:
        sys.exit(f"The proofs need {' and '.join(missing)}; install it and run make proofs again.")
    PROOFS.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as aside:
        for authority, made in drafted(Path(aside) / "office").items():
            folder = Path(aside) / authority
            folder.mkdir()
            proofs = pictured(chosen(made), folder)
            path = PROOFS / f"{authority}.png"
            sheet(proofs).save(path)
            pages = sum(len(proof.pages) for proof in proofs)
            told = f"{path.relative_to(ROOT)}: {len(proofs)} documents, {pages} pages\n"
            sys.stdout.write(told)
    return 0


if __name__ == "__main__":
    sys.exit(main())
