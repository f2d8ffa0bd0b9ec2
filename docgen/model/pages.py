"""The pages of a made PDF as they are judged: how many, how big, what is printed where."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Boxed:
    """A word where it is printed, in points from the page's top left; pages count from 1.

    The box is that of the ink; `base` is the height of the line it stands on, `piece` the number
    of the page's marked content that holds it, -1 for a header or footer. A picture, a line or a
    filled shape has no text.
    """

    page: int
    x0: float
    y0: float
    x1: float
    y1: float
    text: str = ""
    base: float = 0
    piece: int = -1


@dataclass(frozen=True, slots=True)
class Pages:
    """All pages of a PDF: width and height of each, the file's bytes, its words, other marks."""

    sizes: tuple[tuple[float, float], ...]
    weight: int
    words: tuple[Boxed, ...]
    marks: tuple[Boxed, ...] = ()

    @property
    def count(self) -> int:
        """Give the number of pages."""
        return len(self.sizes)

    @property
    def printed(self) -> tuple[Boxed, ...]:
        """Give all that leaves ink: words, pictures, lines."""
        return (*self.words, *self.marks)


@dataclass(frozen=True, slots=True)
class Stretch:
    """A letter's pages among those of many: its first, from 1, how many, and the first as judged.

    The blank back of its last sheet is none of them.
    """

    first: int
    count: int
    top: Pages


@dataclass(frozen=True, slots=True)
class Part:
    """A paragraph, heading or cell of a tagged PDF, in reading order, with its words.

    `kind` is the tag (`P`, `H1`, `TD`), `within` the tags around it from the outside in, `table`
    the number of the outermost table that holds it, 0 for none.
    """

    kind: str
    words: tuple[Boxed, ...]
    within: tuple[str, ...] = ()
    table: int = 0

    @property
    def is_heading(self) -> bool:
        """Tell whether it is a heading."""
        return self.kind[:1] == "H" and self.kind[1:].isdecimal()

    @property
    def first_page(self) -> int:
        """Give the page on which it begins."""
        return min(word.page for word in self.words)

    @property
    def last_page(self) -> int:
        """Give the page on which it ends."""
        return max(word.page for word in self.words)
