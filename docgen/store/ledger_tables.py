"""A database's URL → an engine that waits, syncs and locks as the ledger needs; rows ↔ entries."""

from collections.abc import Collection, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import fields
from pathlib import Path
from typing import Any

from sqlalchemy import (
    URL,
    Column,
    Connection,
    Engine,
    Index,
    Integer,
    MetaData,
    Row,
    Select,
    Table,
    Text,
    create_engine,
    event,
    make_url,
    select,
)
from sqlalchemy.exc import ArgumentError, IntegrityError, SQLAlchemyError
from sqlalchemy.pool import NullPool

from docgen.errors import LedgerTrouble, Reasons, stop
from docgen.model.entry import Entry, Receipt
from docgen.model.finding import Wording

REASONS: Reasons = {
    "ledger-url": Wording(
        "The ledger's address in docgen.yaml can't be used.",
        "Write it like sqlite:///ledger.db or postgresql://server/name, and see that the driver"
        " for that kind of database is installed.",
    ),
    "ledger-locked": Wording(
        "Another program has been holding the ledger for too long.",
        "Close programs that look into it, wait until other runs of docgen have ended, and run"
        " the command again.",
    ),
    "ledger-read-only": Wording(
        "The ledger can't be written: its file or folder is read-only.",
        "See that you may write in the folder of the ledger, then run the command again.",
    ),
    "ledger-no-room": Wording(
        "The ledger can't be written: the disk is full, or does not answer.",
        "Make room, or see that the disk is there; then run the command again. Nothing was"
        " recorded.",
    ),
    "ledger-unreachable": Wording(
        "The ledger can't be opened.",
        "See that its folder or its database server can be reached and that docgen.yaml names"
        " the right place; then run the command again.",
    ),
    "ledger-damaged": Wording(
        "The ledger is damaged, or is not a ledger of docgen's.",
        "Put the file back from a backup, with keys/ of the same day, and run"
        " `docgen ledger verify`.",
    ),
    "ledger-number-taken": Wording(
        "The ledger already holds a document under a number that was to be given now.",
        "If another run was issuing for the same case, run the command again. Otherwise the"
        " casefile has lost entries under issued: put them back from a backup.",
    ),
}
SQLITE = {
    "SQLITE_BUSY": "ledger-locked",
    "SQLITE_LOCKED": "ledger-locked",
    "SQLITE_READONLY": "ledger-read-only",
    "SQLITE_FULL": "ledger-no-room",
    "SQLITE_IOERR": "ledger-no-room",
    "SQLITE_CORRUPT": "ledger-damaged",
    "SQLITE_NOTADB": "ledger-damaged",
    "SQLITE_ERROR": "ledger-damaged",
}
FILE = "sqlite:///"
MANY = 500
"""Cases in one question; SQLite takes no more than 999."""
ENTRIES = Table(
    "entries",
    MetaData(),
    *(
        Column(
            field.name,
            Integer if field.type is int else Text,
            primary_key=field.name == "seq",
            autoincrement=False,
            nullable=field.name in {"recipient", "pupil"},
        )
        for field in fields(Entry)
    ),
)
ISSUES = ENTRIES.c.act == "issue"
ISSUED_ONCE = Index(
    "issued_once_in_a_format",
    ENTRIES.c.case,
    ENTRIES.c.number,
    ENTRIES.c.version,
    ENTRIES.c.format,
    unique=True,
    sqlite_where=ISSUES,
    postgresql_where=ISSUES,
)
FORMER = "issued_once"
"""The index of ledgers from when each document was one file."""


def engine_for(url: str, patience: float) -> Engine:
    """Make an engine that keeps no connection open between two tasks."""
    try:
        where = _address(url)
        settings = {"timeout": patience} if where.get_backend_name() == "sqlite" else {}
        engine = create_engine(
            where, poolclass=NullPool, hide_parameters=True, connect_args=settings
        )
    except (ArgumentError, ImportError, SQLAlchemyError) as error:
        raise stop(LedgerTrouble, REASONS, "ledger-url") from error
    if engine.dialect.name == "sqlite":
        event.listen(engine, "connect", _leave_transactions_to_us)
        event.listen(engine, "begin", _begin)
    return engine


def _address(url: str) -> URL:
    """Read a URL; in a file's path all is name, as a folder may well hold a `?`."""
    file = url.removeprefix(FILE)
    if file == url or file.startswith("file:"):  # SQLite's own URI, which ends in settings
        return make_url(url)
    return URL.create("sqlite", database=file)


def is_there(engine: Engine) -> bool:
    """Tell whether there is a ledger, without making an empty file."""
    if engine.dialect.name == "sqlite" and engine.url.database:
        file = Path(engine.url.database)
        if not file.exists() and file.parent.is_dir():
            return False
    with reading(engine) as connection:
        return engine.dialect.has_table(connection, ENTRIES.name)


def create(engine: Engine) -> None:
    """Make the empty ledger."""
    with writing(engine) as connection:
        ENTRIES.metadata.create_all(connection)


def must_be_new(connection: Connection, receipts: Iterable[Receipt]) -> None:
    """Stop where a version of a number was issued before, in whatever format."""
    new = sorted({(r.case, r.number, r.version) for r in receipts if r.act == "issue"})
    asked = select(ENTRIES.c.case, ENTRIES.c.number, ENTRIES.c.version).where(ISSUES)
    for at in range(0, len(new), MANY):
        some = new[at : at + MANY]
        cases, numbers = {case for case, _, _ in some}, {number for _, number, _ in some}
        these = asked.where(ENTRIES.c.case.in_(cases), ENTRIES.c.number.in_(numbers))
        if {tuple(row) for row in connection.execute(these)} & {*some}:
            raise stop(LedgerTrouble, REASONS, "ledger-number-taken")


def issued_of(connection: Connection, cases: Collection[str]) -> frozenset[tuple[str, str, int]]:
    """Give all versions of all numbers that were issued of cases."""
    asked = select(ENTRIES.c.case, ENTRIES.c.number, ENTRIES.c.version).where(ISSUES)
    rows = (tuple(row) for row in _of_cases(connection, asked, cases))
    return frozenset((case, number, version) for case, number, version in rows)


def known_of(connection: Connection, cases: Collection[str]) -> set[str]:
    """Give those of the cases of which something was issued."""
    return {case for (case,) in _of_cases(connection, select(ENTRIES.c.case).where(ISSUES), cases)}


def outputs_of(
    connection: Connection, run: str, cases: Collection[str]
) -> dict[tuple[str, str, int, str], str]:
    """Give the digests of what a run issued of cases, by case, number, version and format."""
    told = (ENTRIES.c.case, ENTRIES.c.number, ENTRIES.c.version, ENTRIES.c.format)
    asked = select(*told, ENTRIES.c.output).where(ISSUES, ENTRIES.c.run == run)
    rows = (tuple(row) for row in _of_cases(connection, asked, cases))
    return {(case, number, version, ending): out for case, number, version, ending, out in rows}


def _of_cases(
    connection: Connection, asked: Select[Any], cases: Collection[str]
) -> Iterator[Row[Any]]:
    """Ask of some cases alone, by way of the index of what was issued."""
    listed = sorted(cases)
    for at in range(0, len(listed), MANY):
        yield from connection.execute(asked.where(ENTRIES.c.case.in_(listed[at : at + MANY])))


def take_over(connection: Connection) -> None:
    """Let an older docgen's ledger take a document of two files, an entry for each."""
    connection.exec_driver_sql(f"DROP INDEX IF EXISTS {FORMER}")
    ISSUED_ONCE.create(connection, checkfirst=True)


@contextmanager
def reading(engine: Engine) -> Iterator[Connection]:
    """Open a transaction to read in; raises `LedgerTrouble`."""
    with _troubles(), engine.begin() as connection:
        yield connection


@contextmanager
def writing(engine: Engine) -> Iterator[Connection]:
    """Open a transaction that no other writer is in; raises `LedgerTrouble`."""
    with _troubles(), engine.execution_options(writes=True).begin() as connection:
        yield connection


def all_entries(connection: Connection) -> Iterator[Entry]:
    """Give all entries in order, as a stream."""
    asked = select(ENTRIES).order_by(ENTRIES.c.seq)
    for row in connection.execution_options(yield_per=MANY).execute(asked):
        yield entry_of(row)


def entry_of(row: Row[Any]) -> Entry:
    """Make an entry of a row, whatever somebody may have put into it; bytes are no text."""
    told: dict[str, Any] = {
        name: f"<no text: {value!r}>" if isinstance(value, bytes) else value
        for name, value in row._asdict().items()
    }
    return Entry(**told)


@contextmanager
def _troubles() -> Iterator[None]:
    try:
        yield
    except IntegrityError as error:
        raise stop(LedgerTrouble, REASONS, "ledger-number-taken") from error
    except SQLAlchemyError as error:
        cause = getattr(getattr(error, "orig", None), "sqlite_errorname", "")
        name = "_".join(cause.split("_")[:2])  # SQLITE_READONLY_DIRECTORY is one, too
        code = SQLITE.get(name, "ledger-unreachable")
        raise stop(LedgerTrouble, REASONS, code) from error


def _leave_transactions_to_us(connection: Any, record: object) -> None:  # noqa: ANN401, ARG001 - SQLAlchemy's signature
    connection.isolation_level = None


def _begin(connection: Connection) -> None:
    """Begin as SQLite should: never WAL (offices use network drives), synced, one writer.

    EXTRA is FULL, and syncs the folder too after the journal goes: what is
    committed is still committed when the power fails.
    """
    if not connection.get_execution_options().get("writes"):
        connection.exec_driver_sql("BEGIN")
        return
    connection.exec_driver_sql("PRAGMA journal_mode=DELETE")
    connection.exec_driver_sql("PRAGMA synchronous=EXTRA")
    connection.exec_driver_sql("BEGIN IMMEDIATE")
