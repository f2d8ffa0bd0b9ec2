"""Two PDFs of one Word file → a picture of their pages, LibreOffice's at the left of ours."""

from collections.abc import Iterable, Sequence
from io import BytesIO
from itertools import zip_longest

from PIL import Image

from docgen.press.pdf.pages import pages_of

DOTS = 56
GAP, BETWEEN = 16, 4
GROUND = "#d5d9dd"


def side_by_side(theirs: bytes, ours: bytes, dots: int = DOTS) -> Image.Image:
    """Lay the pages of both out in pairs; where one has fewer, its place stays empty."""
    pairs = list(zip_longest(drawn(theirs, dots), drawn(ours, dots)))
    wide, high = _largest(page for pair in pairs for page in pair if page)
    step = 2 * wide + BETWEEN + GAP
    made = Image.new("RGB", (step * len(pairs) - GAP, high), GROUND)
    for number, (left, right) in enumerate(pairs):
        for page, x in ((left, 0), (right, wide + BETWEEN)):
            if page:
                made.paste(page, (number * step + x, 0))
    return made


def drawn(pdf: bytes, dots: int) -> Sequence[Image.Image]:
    """Draw the pages of a PDF."""
    return [Image.open(BytesIO(page)).convert("RGB") for page in pages_of(pdf, dots)]


def _largest(pages: Iterable[Image.Image]) -> tuple[int, int]:
    sizes = [page.size for page in pages]
    return max(width for width, _ in sizes), max(height for _, height in sizes)
