"""What can be wrong with a Word file before anybody looks at its words."""

from docgen.model.finding import Faults, Wording

SAVE_AS_DOCX = "Open it in Word, choose File, Save As, “Word Document (*.docx)”, and use that file."

FAULTS: Faults = {
    "word-not-docx": Wording(
        "This is not a Word document of the .docx kind.",
        SAVE_AS_DOCX,
    ),
    "word-damaged": Wording(
        "This Word file is damaged or cut short.",
        "Fetch it once more from where it came; or open it in Word, let Word repair it, and save.",
    ),
    "word-encrypted": Wording(
        "This Word file is locked with a password.",
        "Open it in Word, choose File, Info, Protect Document, Encrypt with Password, "
        "empty the box, and save.",
    ),
    "word-old-format": Wording(
        "This is a Word file of the old .doc kind.",
        SAVE_AS_DOCX,
    ),
    "word-macros": Wording(
        "This Word file holds macros, which are programs.",
        SAVE_AS_DOCX + " Word leaves the macros out.",
    ),
    "word-member-twice": Wording(
        "The file holds two parts with one name, {member!r}; programs disagree on which counts.",
        SAVE_AS_DOCX,
    ),
    "word-member-name": Wording(
        "The file holds a part with a name that no Word file has, {member!r}.",
        "Ask where this file comes from. If you trust it: " + SAVE_AS_DOCX,
    ),
    "word-too-many-members": Wording(
        "The file holds {count} parts; at most {limit} are read.",
        SAVE_AS_DOCX,
    ),
    "word-too-large": Wording(
        "The file is too large: at most {limit} MB, and {unpacked} MB when unpacked, are read.",
        "In Word, choose Picture Format, Compress Pictures, and save; or take pictures out.",
    ),
    "word-bomb": Wording(
        "The file unpacks to more than {limit} times its size, as no letter does.",
        "Do not open it. Ask where this file comes from.",
    ),
    "word-doctype": Wording(
        "The part {member!r} holds a DOCTYPE, which no Word file has and which can reach for "
        "other files.",
        "Do not open it. Ask where this file comes from.",
    ),
    "word-xml-broken": Wording(
        "The part {member!r} can't be read.",
        "Open it in Word, let Word repair it, and save it.",
    ),
    "word-part-too-large": Wording(
        "The part {member!r} holds more than {limit} MB of text and markup.",
        "Split the document; a letter is far smaller.",
    ),
    "word-nested-too-deep": Wording(
        "The part {member!r} nests deeper than {depth} levels.",
        "Take tables out of tables, then save the file again.",
    ),
    "word-linked-file": Wording(
        "The file fetches something from outside when it is opened ({kind}: {target}).",
        "Put pictures into the file (Insert, Pictures, This Device). For a linked template choose "
        "Developer, Document Template, and write Normal.dotm.",
    ),
    "word-odd-link": Wording(
        "A link leads to {target}, which is no web page, e-mail address or phone number.",
        "Right-click the link, choose Edit Link, and write an address that begins with https, "
        "http, mailto or tel.",
    ),
    "word-embedded-document": Wording(
        "Another document is embedded in this one ({kind}).",
        "Copy its words into the template, and delete the embedded document.",
    ),
    "word-embedded-object": Wording(
        "An object of another program is embedded in the file ({kind}).",
        "Delete the object, or put a picture of it in its place.",
    ),
    "word-field-dangerous": Wording(
        "A {field} field fetches or starts something when the letter is opened.",
        "Click the field, press Shift+F9 to see it, delete it, and write the text itself.",
    ),
    "word-field-of-today": Wording(
        "A {field} field prints another date each time the letter is opened.",
        "Delete the field and write {{{{ document.date }}}} in its place.",
    ),
    "word-field-of-mail-merge": Wording(
        "A {field} field belongs to Word's own mail merge, and would stay empty.",
        "Delete the field and write the placeholder in its place, such as "
        "{{{{ recipient.addressee }}}}.",
    ),
    "word-field-unknown": Wording(
        "A field of a kind that is not known to be safe: {field}.",
        "Click the field, press Ctrl+Shift+F9 to turn it into text, and save.",
    ),
    "word-picture-too-large": Wording(
        "The picture {member!r} is too large: at most {limit} MB and {pixels} million pixels.",
        "In Word, choose Picture Format, Compress Pictures, and save.",
    ),
}
