"""A compiled part and plain data → its XML; what goes wrong is told with the tag's place."""

from types import TracebackType

from jinja2 import UndefinedError

from docgen.press.word.plain import Budget, Stopped
from docgen.press.word.shapes import Tagged
from docgen.press.word.trouble import Trouble, refusal


def fill(place: str, tagged: Tagged, data: dict[str, object], budget: Budget) -> str:
    """Fill a part in; raises TemplateRejected for what its tags can't do with the data."""
    pieces: list[str] = []
    source = tagged.source
    try:
        for piece in source.root_render_func(source.new_context(data)):
            budget.grow(len(piece))
            pieces.append(piece)
    except (UndefinedError, Stopped, TypeError) as error:
        trouble = _told(tagged, error)
    else:
        return "".join(pieces)
    raise refusal(place, [trouble])


def _told(tagged: Tagged, error: UndefinedError | Stopped | TypeError) -> Trouble:
    if isinstance(error, Stopped):
        return _trouble(tagged, error, error.rule, error.what)
    if isinstance(error, UndefinedError):
        return _trouble(tagged, error, "word-undefined-name", str(error).split("'")[1])
    if not _is_template(tagged, _last(error.__traceback__)):
        raise error
    return _trouble(tagged, error, "word-not-comparable", "")


def _trouble(tagged: Tagged, error: BaseException, rule: str, what: str) -> Trouble:
    line = _line(tagged, error.__traceback__)
    passed = [(place, tag) for at, place, tag in tagged.places if at <= line]
    place, tag = passed[-1] if passed else tagged.places[0][1:]
    return Trouble(rule, place, tag, {"what": what, "nearest": ""})


def _line(tagged: Tagged, trace: TracebackType | None) -> int:
    """Give the line of the source at which an error rose."""
    line = 0
    while trace is not None:
        if _is_template(tagged, trace):
            line = tagged.source.get_corresponding_lineno(trace.tb_lineno)
        trace = trace.tb_next
    return line


def _last(trace: TracebackType | None) -> TracebackType | None:
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    return trace


def _is_template(tagged: Tagged, trace: TracebackType | None) -> bool:
    return trace is not None and trace.tb_frame.f_code.co_filename == tagged.source.filename
