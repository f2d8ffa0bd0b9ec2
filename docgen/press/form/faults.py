"""What may be wrong with a form, and what was taken out of one, in words."""

from docgen.errors import Reasons, TemplateRejected
from docgen.model.finding import Faults, Finding, Severity, Wording, fault
from docgen.model.sheet import Mark

ASK = "Ask whoever sent it for a form that can be filled in on screen (an AcroForm)."
REASONS: Reasons = {
    "form-rejected": Wording("{place} can't be used as a form.", "See below."),
}
FAULTS: Faults = {
    "form-not-pdf": Wording(
        "The file is no PDF.",
        "Give the form as a PDF file. A Word file is filled in with `docgen word merge`.",
    ),
    "form-damaged": Wording(
        "The PDF is damaged, or was cut off on its way, and can't be read.",
        "Download it again. If it still can't be read, ask for another copy.",
    ),
    "form-encrypted": Wording(
        "The PDF is protected: by a password, or against being changed.",
        "Ask whoever sent it for a copy without protection.",
    ),
    "form-xfa": Wording(
        "The form is made for Adobe's own programs alone (XFA): as a PDF it has no fields.", ASK
    ),
    "form-signed": Wording(
        "The form is signed. Filled in any further, its signature would no longer hold.",
        "Ask for a copy that isn't signed yet; `docgen form read` reads this one.",
    ),
    "form-no-fields": Wording(
        "The PDF has no fields to fill in.",
        f"{ASK} If it was one, it was made final: nothing can be filled in or read back.",
    ),
    "form-circle": Wording(
        "The PDF's {what} lead in a circle, so it can't be read to its end.",
        "Ask whoever sent it for another copy.",
    ),
    "form-too-much": Wording(
        "The PDF has more than {limit} {what}.",
        "Forms have far less. Ask for a smaller one, or split it.",
    ),
    "form-too-dense": Wording(
        "The PDF unpacks to far more than a form holds, so it isn't read any further.",
        "Ask whoever sent it for a smaller one.",
    ),
    "form-out-scripts": Wording(
        "Scripts are taken out: {count}.", "What they worked out or checked, work out yourself."
    ),
    "form-out-launch": Wording(
        "Commands that start programs or open other files are taken out: {count}.", ""
    ),
    "form-out-submit": Wording(
        "Buttons or commands that send, import or empty the form are taken out: {count}.",
        "Send the form by hand.",
    ),
    "form-out-other": Wording("Other commands are taken out: {count}.", ""),
    "form-out-attachments": Wording("Attached files are taken out: {count}.", ""),
    "form-out-media": Wording("Films, sounds and 3D scenes are taken out: {count}.", ""),
    "form-out-xfa": Wording(
        "A second form for Adobe's own programs (XFA) is taken out, so that all show the same.",
        "",
    ),
    "form-out-rich": Wording(
        "Fonts and colours within texts are taken out, so that all show the same: {count}.", ""
    ),
    "form-out-rights": Wording(
        "Adobe's extra rights, which hold for the unchanged file alone, are taken out.", ""
    ),
    "form-name-twice": Wording(
        "Two fields of different kinds are called “{name}”; the second is called “{new}” here.", ""
    ),
    "form-unseen": Wording(
        "The field “{name}” stands on no page, so what is filled in there is not seen.", ""
    ),
}


def refusal(place: str, *findings: Finding) -> TemplateRejected:
    """Make the refusal of a form."""
    wording = REASONS["form-rejected"]
    return TemplateRejected(
        "form-rejected", wording.message.format(place=place), wording.remedy, findings
    )


def refused(place: str, rule: str, **names: object) -> TemplateRejected:
    """Make the refusal of a form for one reason."""
    return refusal(place, fault(FAULTS, rule, Mark(place, 1, 1), **names))


def told(rule: str, severity: Severity = Severity.INFORMATION, **names: object) -> Finding:
    """Make a remark about a form."""
    wording = FAULTS[rule]
    message = wording.message.format_map(names)
    return Finding(rule, severity, message, wording.remedy)
