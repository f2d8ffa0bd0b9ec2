"""A Word template and values → a document, by way of templates compiled before and kept."""

import hashlib
import json
from collections.abc import Callable, Mapping
from functools import lru_cache, partial
from pathlib import Path
from typing import Any

from docgen.press.word.compiled import Compiled, from_bytes, python
from docgen.press.word.merge import compile_template, merge
from docgen.press.word.shapes import Demands, Filters, Template
from docgen.store.cache import Cache, own_cache
from docgen.store.pictures import read_within

PLACE = "the template"
KEPT = 16
LARGEST_KEPT = 4_000_000
Named = tuple[tuple[str, Callable[..., Any]], ...]


def merge_word(
    template: bytes,
    values: Mapping[str, Any],
    filters: Filters | None = None,
    pictures: Path | None = None,
) -> bytes:
    r"""Fill in a Word template written for docxtpl, and give the document.

    `values` are plain data: texts, numbers, yes and no, None, lists, and groups with texts as
    keys. Dates and times become texts as Python writes them (`2025-11-03`, `16:15:00`); decimals
    and floats stay numbers and are printed as Python writes them. Beside these stand `RichText`,
    `Picture` and `SubDocument` of this package. Anything else raises `TypeError`. In a text a
    line break and a tab become Word's; `\f` begins a page and `\a` a paragraph.

    `filters` are the caller's own, each a plain function of plain values. Pictures given as
    paths are read from the folder `pictures` and nowhere else.

    A name without a value is a fault, never a blank. Raises `TemplateRejected` with all findings
    (place, what is wrong, what to do), `CasefileRejected` for a character that no document can
    show. The same template and values give the same bytes.
    """
    named = tuple(sorted(filters.items())) if filters else ()
    made = _kept if len(template) <= LARGEST_KEPT else _kept.__wrapped__
    read = partial(read_within, pictures) if pictures is not None else None
    return merge(made(template, named), values, read).content


@lru_cache(maxsize=KEPT)
def _kept(template: bytes, filters: Named) -> Compiled:
    demands = Demands(free=True, filters=frozenset(name for name, _ in filters))

    def compile_it() -> Compiled:
        return compile_template(Template(template, PLACE), {}, demands=demands)

    about = {"template": hashlib.sha256(template).hexdigest(), "filters": sorted(demands.filters)}
    compiled = by_way_of(own_cache(), about, compile_it)
    return compiled.with_filters(dict(filters)) if filters else compiled


def by_way_of(
    cache: Cache, about: Mapping[str, object], compile_it: Callable[[], Compiled]
) -> Compiled:
    """Give a compiled template from the cache, or compile and keep it.

    `about` is all that it is made from, as JSON can write it.
    """
    key = _key(about)
    kept = cache.get(key)
    compiled = from_bytes(kept) if kept is not None else None
    if compiled is None:
        if kept is not None:
            cache.drop(key)
        compiled = compile_it()
        cache.put(key, compiled.to_bytes())
    return compiled


def _key(about: Mapping[str, object]) -> str:
    made_by = {"python": python(), "docgen": _version()}
    text = json.dumps({**about, **made_by}, sort_keys=True, ensure_ascii=True)
    return hashlib.sha256(text.encode()).hexdigest()


@lru_cache(maxsize=1)
def _version() -> str:
    from importlib.metadata import PackageNotFoundError, version  # noqa: PLC0415 - needed here alone

    try:
        return version("docgen")
    except PackageNotFoundError:
        return "not installed"
