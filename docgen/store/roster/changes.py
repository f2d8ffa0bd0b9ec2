"""The rows of a roster → keyed digests; and which rows of a later one are not among them."""

import hashlib
import hmac
from collections.abc import Collection, Iterable, Iterator

from docgen.model.roster import Row

FIGURES = 32


def row_digests(rows: Iterable[Row], key: bytes) -> Iterator[tuple[int, str]]:
    """Give each row's number and the digest of what its cells say, wherever the row stands."""
    for row in rows:
        yield row.number, row_digest(row, key)


def row_digest(row: Row, key: bytes) -> str:
    """Digest what the cells of a row say (hex), so that nobody without the key can try values."""
    digest = hmac.new(key, digestmod=hashlib.sha256)
    for cell in row.cells:
        content = cell.text.encode("utf-8", "surrogatepass")
        digest.update(len(content).to_bytes(4, "big") + content)
    return digest.hexdigest()[:FIGURES]


def changed_rows(before: Collection[str], rows: Iterable[Row], key: bytes) -> Iterator[Row]:
    """Give the rows that were not there before as they are now."""
    return (row for row in rows if row_digest(row, key) not in before)
