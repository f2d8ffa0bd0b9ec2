"""A folder of secrets → the office's key, a case's key, and digests under them."""

import hmac
import re
import secrets
from pathlib import Path

from docgen.errors import LedgerTrouble, Reasons, stop
from docgen.model.finding import Wording
from docgen.store.disk import disk, sync_folder, write_whole
from docgen.store.locks import alone

OFFICE = "office.key"
KEY = re.compile(r"[0-9a-f]{64}\n?")
REASONS: Reasons = {
    "key-damaged": Wording(
        "keys/{name} is not a key as docgen wrote it.",
        "Put the file back from a backup. Don't write a new one: nothing sealed before would"
        " verify any more.",
    ),
}


def read_key(folder: Path, name: str) -> bytes | None:
    """Give the key of that name, None if there is none; raises `LedgerTrouble` if damaged."""
    path = folder / name
    with disk(f"keys/{name}"):
        if not path.exists():
            return None
        text = path.read_bytes().decode("latin-1")
    if not KEY.fullmatch(text):
        raise stop(LedgerTrouble, REASONS, "key-damaged", name=name)
    return bytes.fromhex(text)


def make_key(folder: Path, name: str) -> bytes:
    """Give the key of that name, made now if there is none; never overwrites one."""
    with disk("keys"):
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    with alone(folder / ".lock", "keys/"):
        there = read_key(folder, name)
        if there is not None:
            return there
        key = secrets.token_bytes(32)
        write_whole(folder / name, f"{key.hex()}\n".encode(), private=True)
        sync_folder(folder.parent)
        return key


def keyed(key: bytes, text: str) -> str:
    """Give the HMAC-SHA256 (hex) of a text under a key."""
    return hmac.digest(key, text.encode(), "sha256").hex()
