"""A .po file is read strictly, each fault told with its line, and written the same every time."""

import pytest
from bundlework import HEAD, NO, POLISH, WEEKS, YES, faults, read

from docgen.model.language import Language, Message
from docgen.store import bundles
from docgen.store.bundles import Entry, forms_of, plural_of, written_po

ENTRIES = (
    Entry(Message("Yes", "yes", places=("docgen: yes (in a table)",)), ("Tak",)),
    Entry(Message("{{ n | count }} weeks", "", counts=True), ("tydzień", "tygodnie", "tygodni")),
    Entry(Message('50% of\tx\nsay "y" \\'), ("",), notes=("ask the school",)),
    Entry(Message("Maybe {{ x }}"), ("Może {{ x }}",), fuzzy=True),
)


def test_what_is_written_is_read_back() -> None:
    written = written_po(ENTRIES, POLISH)
    entries, findings = bundles.read_po(written, "pl/x.po", POLISH)
    assert [each.message for each in entries] == [each.message for each in ENTRIES]
    assert [each.texts for each in entries] == [each.texts for each in ENTRIES]
    assert [each.notes for each in entries] == [each.notes for each in ENTRIES]
    assert [each.is_written for each in entries] == [True, True, False, False]
    assert [each.rule for each in findings] == ["po-fuzzy"]
    assert written_po(entries, POLISH) == written


def test_a_file_says_nothing_of_the_day_or_machine_it_was_written_on() -> None:
    head = written_po((), POLISH).decode()
    assert "Date" not in head
    assert "Babel" not in head
    assert "Language: pl" in head


def test_a_message_tells_the_line_where_it_begins() -> None:
    entries = read(HEAD + YES + WEEKS)
    assert [(each.message.text, each.line) for each in entries] == [
        ("Yes", 8),
        ("{{ n | count }} weeks", 11),
    ]


def test_what_was_said_long_ago_is_no_message() -> None:
    assert len(read(HEAD + YES + '#~ msgid "Old"\n#~ msgstr "Stare"\n')) == 1


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (HEAD + 'msgid "Yes\nmsgstr "Tak"\n', [("po-line", 7), ("po-order", 8)]),
        (HEAD + 'msgid "Yes"\nmsgstr "Ta"k"\n', [("po-line", 8), ("po-unfinished", 9)]),
        (HEAD + 'msgid "a \\d"\nmsgstr "b"\n', [("po-line", 7), ("po-order", 8)]),
        (HEAD + "Yes = Tak\n", [("po-line", 7)]),
        (HEAD + 'msgstr "Tak"\n', [("po-order", 7)]),
        (HEAD + 'msgid "Yes"\nmsgstr "Tak"\nmsgstr "Ta"\n', [("po-order", 9)]),
        (HEAD + 'msgid "Yes"\nmsgid "No"\nmsgstr "Nie"\n', [("po-order", 8)]),
        ('"Yes"\n', [("po-order", 1)]),
        (HEAD + 'msgid "Yes"\n', [("po-unfinished", 8)]),
        (HEAD + WEEKS.replace("msgstr[1]", "msgstr[2]", 1), [("po-order", 10), ("po-order", 11)]),
        (HEAD + YES + NO + YES, [("po-twice", 16)]),
        (HEAD + WEEKS + 'msgstr[3] "x"\n', [("po-forms", 7)]),
        (HEAD.replace("nplurals=3", "nplurals=2"), [("po-plural", 1)]),
        (HEAD.replace("n==1 ?", "n!=1 ?"), [("po-plural", 1)]),
        (HEAD.replace("nplurals=3", "nplurals=many"), [("po-header", 1)]),
        (HEAD.replace("Language: pl", "PO-Revision-Date: today"), [("po-header", 1)]),
        (HEAD.replace("Language: pl", "Language: ro"), [("po-language", 1)]),
        (HEAD.replace("UTF-8", "ISO-8859-2"), [("po-charset", 1)]),
        ((HEAD + YES).encode().replace(b"Tak", b"T\xb1k"), [("yaml-not-utf8", 9)]),
        (b"\xff\xfe" + HEAD.encode("utf-16-le"), [("yaml-utf16", 1)]),
        (HEAD + YES.replace("Tak", "T\u202eak"), [("yaml-bidi", 9)]),
        (HEAD + YES.replace("Tak", "T\u0007ak"), [("yaml-control", 9)]),
        (HEAD + "#, fuzzy\n" + YES, [("po-fuzzy", 9)]),
    ],
)
def test_every_fault_of_a_file_is_told_with_its_line(
    text: str | bytes, expected: list[tuple[str, int]]
) -> None:
    assert faults(text) == expected


def test_a_message_said_twice_names_the_first_line() -> None:
    _, (told,) = bundles.read_po((HEAD + YES + NO + YES).encode(), "pl/x.po", POLISH)
    assert "first in line 8" in told.message


def test_a_file_too_large_is_not_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bundles, "LARGEST", 10)
    assert faults(HEAD) == [("po-too-large", 1)]


def test_each_language_counts_as_gettext_says() -> None:
    forms = {tag: (plural_of(tag) or (0, ""))[0] for tag in ("pl_PL", "ro_RO", "ar", "ur_PK")}
    assert forms == {"pl_PL": 3, "ro_RO": 3, "ar": 6, "ur_PK": 2}


def test_a_locale_that_nobody_knows_has_no_forms_of_its_own() -> None:
    assert plural_of("xx_XX") is None
    assert plural_of("no locale") is None
    assert forms_of(Language("xx", "X", "x", "xx_XX")) == 2
