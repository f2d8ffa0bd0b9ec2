"""Bytes of a Word file → a PDF set by docgen itself, or all that stands in its way."""

import datetime as dt
import os
from collections import deque
from collections.abc import Generator, Iterable
from concurrent.futures import Executor, Future, ThreadPoolExecutor
from dataclasses import replace
from queue import LifoQueue

from docgen.errors import TemplateRejected
from docgen.model.finding import Finding, Severity, fault
from docgen.model.sheet import Mark
from docgen.press.fonts.faces import own_faces
from docgen.press.ooxml.package import open_package
from docgen.press.pdf.faults import FAULTS, REASONS
from docgen.press.pdf.gate.gathered import PLACES, gathered
from docgen.press.pdf.gate.places import without_words
from docgen.press.pdf.lowering.document import lower
from docgen.press.pdf.setting import Copy, Setter, copy_of
from docgen.press.pdf.survey import surveyed
from docgen.press.pdf.tree import Lowered, Remark

NOWHERE = "The document"
TOO_MUCH = "pdf-too-much"
AHEAD = 3
"""So many files are read before they can be set."""
MOST_SETTERS = 4
Given = tuple[bytes, str, dt.date]
"""A Word file, what messages call it, and the date of its PDF."""


class Native:
    """Sets Word files as PDF/UA-1 and PDF/A-2a; one for each worker.

    Several threads may ask. A compiler sets one file at a time. There is one for each core of the
    machine, up to four, but for that which reads; it begins with the first file that needs it.
    """

    def __init__(self) -> None:
        """Take the project's own fonts."""
        self._setters = min(max((os.cpu_count() or 1) - 1, 1), MOST_SETTERS)
        self._free: LifoQueue[Setter | None] = LifoQueue()
        for each in (*[None] * (self._setters - 1), Setter(own_faces())):
            self._free.put(each)

    def pdf(self, content: bytes, place: str, dated: dt.date) -> bytes:
        """Set a Word file; raises `TemplateRejected` that names each construct in the way."""
        return self._set(_copy(content, place), dated)

    def tried(self, contents: Iterable[Given]) -> Generator[bytes | TemplateRejected]:
        """Set Word files, each with its place and date, in their order.

        Where one can't be set, what says why stands in its place, and the others go on. While
        some are set, which Typst does by itself, the next are read.
        """
        waiting: deque[Future[bytes]] = deque()
        setting = ThreadPoolExecutor(self._setters, thread_name_prefix="docgen-setting")
        try:
            for content, place, dated in contents:
                waiting.append(self._begun(setting, content, place, dated))
                if len(waiting) > AHEAD + self._setters:
                    yield _come_to(waiting.popleft())
            while waiting:
                yield _come_to(waiting.popleft())
        finally:
            setting.shutdown(cancel_futures=True)

    def _begun(
        self, setting: Executor, content: bytes, place: str, dated: dt.date
    ) -> "Future[bytes]":
        """Read a file, and begin to set it."""
        try:
            return setting.submit(self._set, _copy(content, place), dated)
        except TemplateRejected as refused:
            failed: Future[bytes] = Future()
            failed.set_exception(refused)
            return failed

    def _set(self, copy: Copy, dated: dt.date) -> bytes:
        setter = self._free.get() or Setter(own_faces())
        try:
            return setter.typeset(copy, dated)
        finally:
            self._free.put(setter)


def _come_to(future: "Future[bytes]") -> bytes | TemplateRejected:
    try:
        return future.result()
    except TemplateRejected as refused:
        return refused


def _copy(content: bytes, place: str) -> Copy:
    """Read a Word file that can be set; else all that is in the way is raised."""
    lowered = read_for_pdf(content, place)
    refused = findings_of((each for each in lowered.remarks if each.stops), place)
    if refused:
        raise _rejected("pdf-unsupported", place, refused)
    return copy_of([lowered])


def read_for_pdf(content: bytes, place: str) -> Lowered:
    """Read a Word file from outside as a tree, with all that the tree can't hold.

    Raises `TemplateRejected` where it can't be read or holds what is dangerous.
    """
    package, findings = open_package(content, place)
    if package is None:
        raise _rejected("pdf-unreadable", place, findings)
    seen = surveyed(package)
    if any(each.rule == TOO_MUCH for each in seen):
        raise _rejected("pdf-too-large", place, findings_of(seen, place))
    lowered = lower(package, own_faces())
    told = {each.rule for each in seen if each.stops}
    further = (each for each in lowered.remarks if each.rule not in told)
    return replace(lowered, remarks=gathered((*seen, *further)))


def findings_of(
    remarks: Iterable[Remark], place: str, *, quoting: bool = False
) -> tuple[Finding, ...]:
    """Say remarks in Word's words, as E where they stop and else as I.

    The document's own words are quoted only where it is a template, about nobody.
    """
    return tuple(_finding(each, Mark(place, 1, 1), quoting=quoting) for each in remarks)


def _finding(remark: Remark, mark: Mark, *, quoting: bool) -> Finding:
    where = remark.where if quoting else without_words(remark.where)
    at = f"{where[:1].upper()}{where[1:]}" or NOWHERE
    found = fault(FAULTS, remark.rule, mark, **{**remark.names, "at": at})
    places = remark.names.get(PLACES, "1")
    message = found.message if places == "1" else f"{found.message} It is there {places} times."
    severity = Severity.ERROR if remark.stops else Severity.INFORMATION
    return replace(found, message=message, severity=severity)


def _rejected(code: str, place: str, findings: tuple[Finding, ...]) -> TemplateRejected:
    wording = REASONS[code]
    message = wording.message.format(place=place, count=len(findings))
    return TemplateRejected(code, message, wording.remedy, findings)
