"""A staged chunk of a plain mail merge → recorded in book and ledger, then delivered."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from functools import lru_cache
from pathlib import Path

from docgen.model.entry import Receipt
from docgen.service.batch.word_chunk import Brief, Filed, Letter, Staged
from docgen.service.desk import Desk
from docgen.service.record import engine
from docgen.store.keys import keyed
from docgen.store.ledger import Ledger, Stamp
from docgen.store.letterbox import clear, deliver
from docgen.store.rowbook import Chunk, Kept, Listed, RowBook

KIND, STANDARD = "word", "standard"


@dataclass
class Recording:
    """Records and delivers chunks, one after the other, in the one process that may."""

    desk: Desk
    ledger: Ledger
    book: RowBook
    hidden: Path
    case: str
    key: bytes
    notices: list[str] = field(default_factory=list)

    def recover(self) -> None:
        """Bring what an ended run had recorded to its place, and forget what it had not."""
        for chunk in self.book.open_chunks():
            if self.ledger.has_run(chunk):
                self.notices += deliver(self.hidden, chunk)
                self.book.settle(chunk)
            else:
                self.book.drop(chunk)
        clear(self.hidden)

    def record(self, brief: Brief, staged: Staged) -> int:
        """Record and deliver a chunk; gives how many letters. Raises before, or not at all.

        Raises `LedgerTrouble` and `DiskTrouble`: what the ledger has by then is delivered when the
        command is run again.
        """
        made = [each for each in brief.letters if each.row in staged.files]
        fresh: list[Kept] = []
        moved: list[Kept] = []
        receipts: list[Receipt] = []
        for each in made:
            files = staged.files[each.row]
            kept, is_new = self._kept(each, files, brief.archive)
            (fresh if is_new else moved).append(kept)
            receipts += self._receipts(each, kept, files) if is_new else ()
        archive = (brief.archive, staged.archive) if brief.archive else None
        self.book.begin(Chunk(brief.key, tuple(fresh), archive))
        if receipts:
            time = self.desk.now().isoformat(timespec="seconds")
            self.ledger.append(receipts, Stamp(brief.key, self.desk.actor, time))
        self.notices += deliver(self.hidden, brief.key)
        self.book.settle(brief.key, moved)
        self._note(made, (*fresh, *moved))
        return len(made)

    def _note(self, made: list[Letter], kept: Iterable[Kept]) -> None:
        by_number = {each.number: each for each in kept}
        for each in made:
            now = by_number[each.kept.number]
            told = (each.stem, now.version, each.kept.version, now.number, now.archive)
            self.book.note(Listed(each.row, "made", *told))

    def _kept(self, each: Letter, files: tuple[Filed, ...], archive: str) -> tuple[Kept, bool]:
        """Tell what the book holds of a letter, and whether that is new to the ledger."""
        sums = tuple(filed.sum for filed in files)
        was = each.kept
        inputs = keyed(self.key, was.inputs)
        kept = Kept(was.letter, was.version, was.number, inputs, archive, sums)
        if not each.before:
            return kept, True
        if each.before == sums:
            return kept, False
        return replace(kept, version=kept.version + 1), True

    def _receipts(self, each: Letter, kept: Kept, files: tuple[Filed, ...]) -> Iterator[Receipt]:
        for filed in files:
            yield Receipt(
                act="issue",
                case=self.case,
                number=f"{self.case}/{kept.number}",
                version=kept.version,
                kind=KIND,
                about="",
                recipient=None,
                pupil=None,
                language="",
                variant=STANDARD,
                format=filed.ending,
                engine=_engine(filed.engine),
                inputs=each.kept.inputs,
                output=filed.digest,
            )


@lru_cache
def _engine(which: str) -> str:
    """Ask which docgen this is once, not for each letter."""
    return engine(which)
