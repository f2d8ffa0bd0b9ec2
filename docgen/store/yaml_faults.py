"""What a YAML file can get wrong before anybody reads its fields, in a clerk's words."""

from docgen.model.finding import Faults, Wording

QUOTES = "Put the whole text in double quotes"

FAULTS: Faults = {
    "yaml-too-large": Wording(
        "The file is larger than {limit:,} bytes, which no casefile needs.",
        "Check that it is the right file; keep letters, scans and spreadsheets outside it.",
    ),
    "yaml-text-too-long": Wording(
        "A text is longer than {limit:,} characters.",
        "Shorten it; a long report belongs in a paper of its own.",
    ),
    "yaml-too-deep": Wording(
        "Lists and fields stand inside each other more than {limit} deep.",
        "Check the brackets and the indentation of this line; the rest was not read.",
    ),
    "yaml-not-utf8": Wording(
        "The file is not saved as UTF-8, probably as Windows-1252 (“ANSI”): "
        "letters with accents can't be told from each other.",
        "Save it again with the encoding UTF-8: in Notepad under Save as, Encoding.",
    ),
    "yaml-utf16": Wording(
        "The file is saved as UTF-16 (“Unicode”), not as UTF-8.",
        "Save it again with the encoding UTF-8: in Notepad under Save as, Encoding.",
    ),
    "yaml-no-text": Wording(
        "This is no text file: it looks like a Word file, spreadsheet, PDF or picture.",
        "Name the YAML file itself, or export what is in this one to it.",
    ),
    "yaml-control": Wording(
        "An invisible control character (U+{code:04X}) stands here.",
        "Delete it: type the word around it anew.",
    ),
    "yaml-bidi": Wording(
        "An invisible character that turns the direction of writing (U+{code:04X}) stands here; "
        "with it a text can look other than it is.",
        "Delete it: type the words around it anew. Right-to-left languages need none of these.",
    ),
    "yaml-tab": Wording(
        "This line is indented with something other than spaces: a tab or a wide blank.",
        "Indent with spaces alone, as far as the lines around it.",
    ),
    "yaml-empty": Wording(
        "The file says nothing.",
        "Check that it was saved, or begin one with: docgen new case.",
    ),
    "yaml-no-fields": Wording(
        "The file doesn't begin with fields such as “schema: 1”.",
        "Write “field: value” lines from the first column on.",
    ),
    "yaml-two-documents": Wording(
        "A line of three hyphens begins a second document in the file.",
        "Keep one case in one file: take the line out or move what follows to a file of its own.",
    ),
    "yaml-alias": Wording(
        "A value begins with & or *, which makes it a mark to copy from; docgen reads none.",
        f"{QUOTES} if the sign is part of it, else write the value out in full.",
    ),
    "yaml-tag": Wording(
        "A value begins with !, which gives it a special type; docgen reads none.",
        f"{QUOTES} if the sign is part of it, else take it out.",
    ),
    "yaml-key": Wording(
        "Before this colon stands no plain field name.",
        "Write a name before the colon; a text that begins with a bracket goes in quotes.",
    ),
    "yaml-duplicate-key": Wording(
        "“{name}” stands here twice: first in line {first}.",
        "Keep one of the two; YAML would drop the other without a word.",
    ),
    "yaml-apostrophe": Wording(
        "The text in quotes ends before the line does: an apostrophe or quote inside it "
        "ended it early.",
        'Write the text without quotes, or in double quotes: "D\'Arcy".',
    ),
    "yaml-after-end": Wording(
        "More stands after a text in quotes, or after a bracket that closes.",
        "Put the quotes around the whole text or take them out; take a bracket too many away.",
    ),
    "yaml-quote-open": Wording(
        "The quote that opens here is never closed.",
        "Put the same kind of quote at the text's end.",
    ),
    "yaml-backslash": Wording(
        "A backslash in double quotes begins a code, and this is none.",
        "Write the backslash twice, or use single quotes.",
    ),
    "yaml-no-space": Wording(
        "There is no space after the colon of “{name}”.",
        "Write “{name}: ” with a space after the colon.",
    ),
    "yaml-colon": Wording(
        "There is a colon too many in this line, or the line is indented deeper than it may be.",
        "Put a text that holds a colon in double quotes; "
        "else indent the line as far as the lines around it.",
    ),
    "yaml-colon-missing": Wording(
        "This line has no colon after its field name.",
        "Write “field: value”; a text that goes on from the line above is indented further.",
    ),
    "yaml-indent": Wording(
        "This line is not indented as the lines around it are.",
        "Begin it in the same column as its neighbours.",
    ),
    "yaml-bracket": Wording(
        "A list or fields in brackets, opened in line {first}, are not closed, "
        "or a comma is missing before this place.",
        "Put commas between the values and close the bracket; "
        "a text with a comma or bracket in it goes in quotes.",
    ),
    "yaml-sign": Wording(
        "A value can't begin with this sign.",
        f"{QUOTES}.",
    ),
    "yaml-hyphen": Wording(
        "A list begins in the line of its field name.",
        "Put each “- value” on a line of its own below; "
        "a text that begins with a hyphen goes in quotes.",
    ),
    "yaml-broken": Wording(
        "This line can't be read as YAML.",
        "Compare its indentation, colons, quotes and brackets with the lines around it.",
    ),
    "yaml-and-more": Wording(
        "There are more faults of this sort than {limit}; the rest are not listed.",
        "Put these right and check again.",
    ),
}
