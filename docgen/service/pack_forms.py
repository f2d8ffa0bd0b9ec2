"""A pack's forms and what it says of their fields → what doesn't fit, before any case is seen."""

from collections.abc import Iterator
from dataclasses import replace

from docgen.check.pack_forms import Reading, prove_form
from docgen.errors import TemplateRejected
from docgen.model.finding import Finding, Severity
from docgen.model.pack import Pack
from docgen.model.sheet import Mark
from docgen.service.forms import blank_kept
from docgen.store.packs import PackSource
from docgen.wording.values import promised


def proved_forms(pack: Pack, source: PackSource) -> Iterator[Finding]:
    """Read each form of a pack, and hold what `fields.yaml` says against it."""
    for kind, map_ in pack.forms.items():
        file = pack.templates[f"{kind}.pdf"]
        try:
            form = blank_kept(source.contents[file.name], file.place).form
        except TemplateRejected as refused:
            yield Finding(refused.code, Severity.ERROR, refused.message, refused.remedy)
            yield from refused.findings
            continue
        yield from (replace(each, place=Mark(file.place, 1, 1)) for each in form.taken_out)
        if source.forms is not None:
            reading = Reading(_names, frozenset(_promised(pack, kind)))
            yield from prove_form(source.forms, kind, form, map_, reading)


def _names(text: str, row: str) -> tuple[str, ...] | None:
    from docgen.press.word.expressions import read_line  # noqa: PLC0415 - slow to load

    line = read_line(text, row)
    return None if line is None else line.names


def _promised(pack: Pack, kind: str) -> Iterator[str]:
    """Give the names that a form may use; those of a table's entries as of any of them."""
    for name in promised(pack.kinds[kind], pack):
        yield name
        for rows in pack.forms[kind].rows:
            if name.startswith(f"{rows.each}."):
                own = name.removeprefix(f"{rows.each}.").partition(".")[2]
                yield f"{rows.each}[].{own}"
