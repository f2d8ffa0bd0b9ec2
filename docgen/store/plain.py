"""A plain value → the YAML words for it on one line, and the same as a reader of text sees it."""

import datetime as dt
import re
from collections.abc import Mapping, Sequence
from typing import Any

import yaml

PlainYaml = str | int | bool | dt.date | Sequence["PlainYaml"] | Mapping[str, "PlainYaml | None"]

WIDE = 1_000_000
IN_QUOTES = re.compile(r"^[-+.0-9]|^\s|\s$|[^\S ]")
"""What other readers might take for a number (a digest such as 12e34), or would not keep."""


class _OneLine(yaml.SafeDumper):
    """Writes a text with line breaks in double quotes, so that it stays on one line."""

    def ignore_aliases(self, data: object) -> bool:
        """Write a value out wherever it stands, never as a mark to copy from."""
        del data
        return True


def _text(dumper: yaml.SafeDumper, text: str) -> yaml.ScalarNode:
    style = '"' if IN_QUOTES.search(text) else None
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style=style)


_OneLine.add_representer(str, _text)


def in_one_line(value: PlainYaml | None) -> str:
    """Write a value as YAML that fits anywhere, in brackets too."""
    listed = yaml.dump(
        [_said(value)],
        Dumper=_OneLine,
        default_flow_style=True,
        allow_unicode=True,
        sort_keys=False,
        width=WIDE,
    )
    return listed.strip()[1:-1]


def as_read(value: PlainYaml) -> Any:  # noqa: ANN401 - lists, fields and texts, as deep as the value
    """Give a value as it reads back: every scalar a text, nothing that says nothing."""
    if isinstance(value, Mapping):
        return {key: as_read(each) for key, each in value.items() if each is not None}
    if isinstance(value, str):
        return value
    if isinstance(value, Sequence):
        return [as_read(each) for each in value]
    return in_one_line(value)


def _said(value: PlainYaml | None) -> Any:  # noqa: ANN401 - as above
    if isinstance(value, Mapping):
        return {key: _said(each) for key, each in value.items() if each is not None}
    if isinstance(value, Sequence) and not isinstance(value, str):
        return [_said(each) for each in value]
    return value
