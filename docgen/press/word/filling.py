"""A compiled part and plain data → its XML; what goes wrong is told with the tag's place."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from itertools import islice
from types import TracebackType

from jinja2 import TemplateRuntimeError, UndefinedError

from docgen.press.word.compiled import Compiled, Tagged
from docgen.press.word.environment import Bound, bind, run
from docgen.press.word.plain import Budget, Stopped
from docgen.press.word.trouble import Trouble, refusal

CHUNK = 64
FAILS = (
    UndefinedError, Stopped, TypeError, KeyError, ValueError, AttributeError, LookupError,
    ArithmeticError, RecursionError, TemplateRuntimeError,
)  # fmt: skip


def fill(
    compiled: Compiled, tagged: Tagged, bound: Bound, data: Mapping[str, object], budget: Budget
) -> str:
    """Fill a part in; raises TemplateRejected for what its tags can't do with the data."""
    before = replace(budget)
    try:
        return _joined(run(compiled.env, bound, data, budget), budget)
    except FAILS:
        pass
    return _carefully(compiled, tagged, data, before)


def _joined(pieces: Iterator[str], budget: Budget) -> str:
    joined: list[str] = []
    while True:
        some = list(islice(pieces, CHUNK))
        text = "".join(some)
        budget.grow(len(text))
        joined.append(text)
        if len(some) < CHUNK:
            return "".join(joined)


def _carefully(
    compiled: Compiled, tagged: Tagged, data: Mapping[str, object], budget: Budget
) -> str:
    """Fill in once more, by the code that can tell what is wrong and where."""
    bound = bind(compiled.env, tagged.careful, in_line=tagged.in_line, looks=tagged.looks)
    file = tagged.careful.co_filename
    try:
        return _joined(run(compiled.env, bound, data, budget), budget)
    except FAILS as error:
        told = _told(error, is_template=_last(error.__traceback__) == file)
        if told is None:
            raise
        trouble = _trouble(tagged, _line(bound, file, error.__traceback__), *told)
    raise refusal(compiled.place, [trouble])


def _told(error: Exception, *, is_template: bool) -> tuple[str, str] | None:
    """Give the fault that an error is, and what it is about; None for a bug."""
    if isinstance(error, Stopped):
        return error.rule, error.what
    if isinstance(error, UndefinedError) and "'" not in str(error).partition(" evaluated")[0]:
        return "word-not-printable", "nothing"
    if isinstance(error, UndefinedError):
        return "word-undefined-name", [*str(error).split("'"), "…"][1]
    if isinstance(error, TypeError) and is_template:
        return "word-not-comparable", ""
    if isinstance(error, ValueError) and is_template:
        return "word-not-pairs", ""
    return None


def _trouble(tagged: Tagged, line: int, rule: str, what: str) -> Trouble:
    passed = [(place, tag) for at, place, tag in tagged.places if at <= line]
    place, tag = passed[-1] if passed else tagged.places[0][1:]
    return Trouble(rule, place, tag, {"what": what, "nearest": ""})


def _line(bound: Bound, file: str, trace: TracebackType | None) -> int:
    """Give the line of the source at which an error rose."""
    line = 0
    while trace is not None:
        if trace.tb_frame.f_code.co_filename == file:
            line = bound.line(trace.tb_lineno)
        trace = trace.tb_next
    return line


def _last(trace: TracebackType | None) -> str:
    file = ""
    while trace is not None:
        file = trace.tb_frame.f_code.co_filename
        trace = trace.tb_next
    return file
