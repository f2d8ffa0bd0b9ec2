"""The texts that a workbook's cells share → the same on disk, so that they take no memory."""

from array import array
from collections.abc import Iterator
from tempfile import SpooledTemporaryFile
from typing import IO
from xml.etree.ElementTree import Element

from openpyxl.utils.escape import unescape
from openpyxl.xml.constants import SHEET_MAIN_NS
from openpyxl.xml.functions import iterparse

KEPT = 8 * 1024 * 1024
"""Bytes up to which the texts stay in memory all the same."""
LONGEST = 200_000
ITEM, TEXT, RUN = (f"{{{SHEET_MAIN_NS}}}{name}" for name in ("si", "t", "r"))
RUN_TEXT = f"{RUN}/{TEXT}"


def text_of(element: Element) -> str:
    """Give the text of an item, its runs joined, without how it is pronounced."""
    parts = [*element.iterfind(TEXT), *element.iterfind(RUN_TEXT)]
    return unescape("".join(part.text or "" for part in parts))


class Strings:
    """The shared texts by number."""

    def __init__(self) -> None:
        """Begin without any."""
        self._ends = array("Q", [0])
        self._file = SpooledTemporaryFile(max_size=KEPT)  # noqa: SIM115 - closed by `close`

    def fill(self, source: IO[bytes]) -> None:
        """Read them from their part of the workbook."""
        for text in _texts(source):
            content = text[:LONGEST].encode("utf-8", "surrogatepass")
            self._file.write(content)
            self._ends.append(self._ends[-1] + len(content))

    def __getitem__(self, number: int) -> str:
        """Give one."""
        if not 0 <= number < len(self._ends) - 1:
            raise IndexError
        self._file.seek(self._ends[number])
        size = self._ends[number + 1] - self._ends[number]
        return self._file.read(size).decode("utf-8", "surrogatepass")

    def close(self) -> None:
        """Throw them away."""
        self._file.close()


def _texts(source: IO[bytes]) -> Iterator[str]:
    root: Element | None = None
    for event, element in iterparse(source, ("start", "end")):
        if root is None:
            root = element
        if event == "end" and element.tag == ITEM:
            yield text_of(element)
            root.clear()
