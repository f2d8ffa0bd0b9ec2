# ruff: noqa: INP001 - a script, no package
"""Asked for letters line by line, one tool of Python's makes them: template, values → seconds."""

import json
import sys
from collections.abc import Callable, Mapping, Sequence
from importlib import import_module
from pathlib import Path
from time import perf_counter

Letters = Sequence[Mapping[str, str]]


def docxtpl(template: Path, letters: Letters, out: Path) -> None:
    """Make them as its documentation shows, with what keeps `&` and `<` whole."""
    tool = import_module("docxtpl")
    for number, values in enumerate(letters):
        document = tool.DocxTemplate(template)
        document.render(dict(values), autoescape=True)
        document.save(out / f"{number}.docx")


def docx_mailmerge2(template: Path, letters: Letters, out: Path) -> None:
    """Make them as its documentation shows, one document a letter."""
    tool = import_module("mailmerge")
    for number, values in enumerate(letters):
        with tool.MailMerge(str(template)) as document:
            document.merge(**values)
            document.write(str(out / f"{number}.docx"))


TOOLS: Mapping[str, Callable[[Path, Letters, Path], None]] = {
    "docxtpl": docxtpl,
    "docx-mailmerge2": docx_mailmerge2,
}


def main() -> None:
    """Make what is asked for until nobody asks any more."""
    tool = TOOLS[sys.argv[1]]
    import_module("mailmerge" if sys.argv[1] == "docx-mailmerge2" else "docxtpl")
    say("ready")
    for line in sys.stdin:
        asked = json.loads(line)
        letters = json.loads(Path(asked["values"]).read_text("utf-8"))
        begun = perf_counter()
        tool(Path(asked["template"]), letters, Path(asked["out"]))
        say(str(perf_counter() - begun))


def say(words: str) -> None:
    """Answer at once."""
    sys.stdout.write(words + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
