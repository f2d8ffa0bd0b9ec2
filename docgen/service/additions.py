"""What docgen did → what a casefile is told of it."""

from collections.abc import Mapping
from dataclasses import asdict
from typing import Any, Literal

from docgen.model.action import Frozen
from docgen.model.case import Decision, Issued, Withdrawal
from docgen.model.contract import Service
from docgen.store.edits import Addition

ISSUED, DECISIONS = ("issued",), ("decisions",)
Event = Literal["withdrawn", "sent", "served"]


def issued_addition(entry: Issued) -> Addition:
    """Add an issued document."""
    return Addition(ISSUED, _said(asdict(entry)), _key(entry))


def decision_addition(decision: Decision) -> Addition:
    """Add the reason for which a warning was accepted."""
    key: dict[str, str | int] = {"rule": decision.rule, "about": decision.about}
    return Addition(DECISIONS, _said(asdict(decision)), key)


def frozen_addition(contract: str, part: str, key: str, frozen: Frozen) -> Addition:
    """Add the wording of a phrase, as a paper shows it, to the action that uses it."""
    return Addition(("contracts", contract, part, key), {"frozen": _said(asdict(frozen))}, op="put")


def event_addition(entry: Issued, event: Event, what: Withdrawal | Service) -> Addition:
    """Add what became of an issued document."""
    return Addition(ISSUED, {event: _said(asdict(what))}, _key(entry), "set")


def _key(entry: Issued) -> dict[str, str | int]:
    return {"number": entry.number, "version": entry.version}


def _said(fields: Mapping[str, Any]) -> dict[str, Any]:
    """Leave out what says nothing."""
    return {name: value for name, value in fields.items() if value not in (None, "", ())}
