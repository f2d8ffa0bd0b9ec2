"""The worked cases → a contact sheet of each kind: LibreOffice's pages and ours.

Each kind is shown with short, usual and long values, then in each language, in large print, plain
English and easy read, in a folder of its own. Each pair of pages has LibreOffice's at the left.
Each document stands with its file name and digest under its pages, so that a page that was looked
at can be told from one that changed since.
"""

import hashlib
import sys
import tempfile
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "tests")]

from drafts import Draft, chosen, drafts_in, in_every_language  # noqa: E402 - found from here on
from sideways import GAP, GROUND, side_by_side  # noqa: E402 - as above
from soffice import PROGRAM, office_pdfs  # noqa: E402 - as above

from docgen.press.pdf.native import Native  # noqa: E402 - as above

PROOFS = ROOT / "output" / "proofs"
LINE, INK = 22, "#20262b"


@dataclass(frozen=True, slots=True)
class Proof:
    """A document to look at: its caption, and its pages set by both engines."""

    caption: str
    picture: Image.Image


def proofs_of(drafts: Sequence[Draft], folder: Path) -> dict[Path, list[Proof]]:
    """Set the drafts by both engines; give their pictures by the sheet that shows them."""
    native = Native()
    proofs: dict[Path, list[Proof]] = defaultdict(list)
    for draft, theirs in zip(drafts, office_pdfs([d.path for d in drafts], folder), strict=True):
        ours = native.pdf(draft.content, str(draft), draft.dated)
        digest = hashlib.sha256(draft.content).hexdigest()[:16]
        caption = f"{draft.path.name}   digest {digest}"
        path = PROOFS / draft.authority / draft.setting / f"{draft.kind}.png"
        proofs[path].append(Proof(caption, side_by_side(theirs.read_bytes(), ours)))
    return proofs


def sheet(proofs: Sequence[Proof]) -> Image.Image:
    """Lay documents out under each other, each with its caption below it."""
    width = max(proof.picture.width for proof in proofs) + 2 * GAP
    height = sum(proof.picture.height + LINE + GAP for proof in proofs) + GAP
    made = Image.new("RGB", (width, height), GROUND)
    pen, font, top = ImageDraw.Draw(made), ImageFont.load_default(13), GAP
    for proof in proofs:
        made.paste(proof.picture, (GAP, top))
        top += proof.picture.height
        pen.text((GAP, top + 3), proof.caption, fill=INK, font=font)
        top += LINE + GAP
    return made


def main() -> int:
    """Draw a contact sheet of every kind of every pack."""
    if PROGRAM is None:
        sys.exit("The proofs need LibreOffice; install it and run make proofs again.")
    with tempfile.TemporaryDirectory() as aside:
        folder = Path(aside)
        drafts = (*chosen(drafts_in(folder / "office")), *in_every_language(folder))
        for path, proofs in proofs_of(drafts, folder).items():
            path.parent.mkdir(parents=True, exist_ok=True)
            sheet(proofs).save(path)
            told = f"{path.relative_to(ROOT)}: {len(proofs)} documents\n"
            sys.stdout.write(told)
    return 0


if __name__ == "__main__":
    sys.exit(main())
