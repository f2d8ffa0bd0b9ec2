"""Folders of translations as an office keeps them, and what is found wrong with them."""

from collections.abc import Iterable
from pathlib import Path

from docgen.model.finding import Finding
from docgen.model.language import Language
from docgen.store.bundles import Entry, read_po

POLISH = Language("pl", "Polish", "polski", "pl_PL", font="Arimo")
SHEET = """\
name: Polish
own_name: polski
locale: pl_PL
script: Latn
font: Arimo
contact: "Telefon: {phone}"
"""
COUNTING = "(n==1 ? 0 : n%10>=2 && n%10<=4 && (n%100<10 || n%100>=20) ? 1 : 2)"
HEAD = f"""\
msgid ""
msgstr ""
"Language: pl\\n"
"Content-Type: text/plain; charset=UTF-8\\n"
"Plural-Forms: nplurals=3; plural={COUNTING};\\n"

"""
YES = 'msgctxt "yes"\nmsgid "Yes"\nmsgstr "Tak"\n\n'
NO = 'msgctxt "no"\nmsgid "No"\nmsgstr "Nie"\n\n'
WEEKS = """\
msgid "{{ n | count }} weeks"
msgid_plural "{{ n | count }} weeks"
msgstr[0] "{{ n | count }} tydzień"
msgstr[1] "{{ n | count }} tygodnie"
msgstr[2] "{{ n | count }} tygodni"

"""


def read(text: str | bytes, language: Language = POLISH) -> tuple[Entry, ...]:
    """Read a .po file in which nothing is wrong."""
    entries, findings = read_po(_bytes(text), "pl/x.po", language)
    assert findings == ()
    return entries


def faults(text: str | bytes, language: Language = POLISH) -> list[tuple[str, int]]:
    """Give what is wrong with a .po file, each with its line."""
    return told(read_po(_bytes(text), "pl/x.po", language)[1])


def told(findings: Iterable[Finding]) -> list[tuple[str, int]]:
    """Give the ids of findings, each with its line."""
    return [(each.rule, each.place.line if each.place else 0) for each in findings]


def folder(root: Path, tag: str = "pl", sheet: str = SHEET, **files: str) -> Path:
    """Lay out a folder of translations with one language; `review` and `previous` are CSV."""
    home = root / "translations" / tag
    home.mkdir(parents=True, exist_ok=True)
    (home / "language.yaml").write_text(sheet, "utf-8")
    for name, text in files.items():
        ending = "csv" if name in {"review", "previous"} else "po"
        (home / f"{name}.{ending}").write_text(text, "utf-8")
    return root / "translations"


def _bytes(text: str | bytes) -> bytes:
    return text if isinstance(text, bytes) else text.encode()
