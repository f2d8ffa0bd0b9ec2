"""What values for a form can be wrong in → what it says: names and limits, never a value."""

from docgen.errors import Reasons
from docgen.model.finding import Faults, Wording

REASONS: Reasons = {
    "form-values": Wording(
        "The values don't fit {place}.",
        "Put right what is listed below; nothing was written.",
    ),
}
FAULTS: Faults = {
    "form-unknown": Wording(
        "The form has no field called {name}.{nearest}",
        "Take the name from `docgen form inspect`, which lists all fields.",
    ),
    "form-value-twice": Wording(
        "The field {name} is given twice, by its full name and in a group.",
        "Take one of them out.",
    ),
    "form-read-only": Wording(
        "The form says that the field {name} may not be filled in.",
        "Take the value out.",
    ),
    "form-not-fillable": Wording(
        "{name} is a {kind}: nothing can be filled in there.",
        "Take the value out.",
    ),
    "form-wrong-type": Wording(
        "The field {name} is a {kind} and takes {takes}, not {was}.",
        "Give {takes}. Words like true and false are text in quotes only.",
    ),
    "form-wrong-state": Wording(
        "The field {name} has no state that is called as the value says. It has: {states}.",
        "Give one of these, letter for letter, or nothing to leave it open.",
    ),
    "form-no-choice": Wording(
        "The field {name} does not offer what the value says. It offers: {choices}.",
        "Give one of these, letter for letter, or nothing.",
    ),
    "form-too-long": Wording(
        "The field {name} takes {limit} characters, and the value has {length}.",
        "Make the value shorter.",
    ),
    "form-line-break": Wording(
        "The field {name} has one line, and the value has a line break.",
        "Put the value on one line.",
    ),
    "form-choices-hidden": Wording(
        "Of what is chosen in the field {name}, {count} can't be seen: its box is too low.",
        "Choose less, or say the rest elsewhere in the form.",
    ),
    "form-not-drawn": Wording(
        "What the field {name} holds already can't be drawn: it doesn't fit into its box, or has"
        " characters that no font of docgen can show. It was left as it is.",
        "Give it a value that fits. Viewers may show the old one in their own way, or not at all.",
    ),
    "form-control": Wording(
        "The value for the field {name} holds a control character (U+{code:04X}).",
        "Take it out: it can't be shown. Set words apart with spaces, and lines with line breaks.",
    ),
}
