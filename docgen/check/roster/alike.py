"""What headings of spreadsheets call each field: data, in lower case without punctuation."""

from collections.abc import Mapping

PUPIL = frozenset({"pupil", "pupils", "student", "students", "child", "childs", "learner"})
CONTACT = frozenset({
    "contact", "contacts", "parent", "parents", "carer", "carers", "guardian", "guardians",
    "adult", "recipient", "addressee",
})  # fmt: skip
SLOTS = frozenset({"mother", "mothers", "mum", "mums", "father", "fathers", "dad", "dads"})
"""Words that stand for one contact of several in a row, as figures do: Contact 1."""
FILLERS = frozenset({"the", "of", "main", "primary", "home", "current", "no", "to"})

FORENAME = ("forename", "first name", "firstname", "given name", "christian name", "forenames")
MIDDLE = ("middle name", "middle names", "middlename", "other names", "middle")
SURNAME = ("surname", "last name", "lastname", "family name")
WHOLE_NAME = ("name", "full name", "fullname")
LANGUAGE = ("language", "first language", "language spoken")
IDS = ("id", "reference", "ref", "number")

PARTS: Mapping[tuple[str, ...], tuple[str, str]] = {
    FORENAME: ("pupil.legal_forename", "contact.forename"),
    MIDDLE: ("pupil.legal_middle", "contact.middle"),
    SURNAME: ("pupil.legal_surname", "contact.surname"),
    WHOLE_NAME: ("pupil.full_name", "contact.full_name"),
    LANGUAGE: ("pupil.home_language", "contact.speaks"),
    IDS: ("pupil.admission_number", "contact.id"),
}
"""What may be said of a pupil and of a contact, by what else the heading says."""

FIELDS_BY_NAME: Mapping[str, tuple[str, ...]] = {
    "pupil.upn": ("upn", "unique pupil number", "upn number"),
    "pupil.admission_number": (
        "admission number", "admission no", "adm no", "adno", "admissions number", "admno",
    ),
    "pupil.legal_forename": ("legal forename", "legal first name", "legal forenames"),
    "pupil.legal_middle": ("legal middle name", "legal middle names"),
    "pupil.legal_surname": ("legal surname", "legal last name", "legal family name"),
    "pupil.full_name": ("legal name", "legal full name"),
    "pupil.preferred_forename": (
        "preferred forename", "preferred first name", "known as", "known as first name",
        "preferred name", "chosen name",
    ),
    "pupil.preferred_surname": (
        "preferred surname", "preferred last name", "known as last name", "known as surname",
    ),
    "pupil.date_of_birth": ("date of birth", "dob", "d o b", "birth date", "birthdate", "born"),
    "pupil.year_group": (
        "year group", "year", "yr", "nc year", "curriculum year", "national curriculum year",
        "year taught in", "yr group", "ncy",
    ),
    "pupil.class": (
        "class", "registration group", "reg group", "reg", "form", "tutor group", "form group",
        "registration form", "registration", "class name",
    ),
    "pupil.home_language": ("home language", "mother tongue"),
    "pupil.parental_salutation": ("parental salutation", "salutation"),
    "contact.title": ("title", "salutation title"),
    "contact.relationship": (
        "relationship", "relation", "relationship to pupil", "relationship to student",
        "relationship to child", "contact relationship", "relationship type", "contact type",
    ),
    "contact.parental_responsibility": (
        "parental responsibility", "pr", "has parental responsibility", "legal guardian",
        "parental responsibility pr", "responsibility", "parental resp",
    ),
    "contact.lives_with": (
        "lives with", "lives with pupil", "lives with student", "lives with child",
        "lives at same address", "resides with", "pupil lives with contact",
    ),
    "contact.priority": ("priority", "contact priority", "contact order", "emergency contact"),
    "contact.correspondence": (
        "correspondence", "receives correspondence", "letters", "receives letters",
        "send letters", "mail", "mailing", "send correspondence",
    ),
    "contact.court_order": (
        "court order", "court order restricted access", "court order in place",
        "restricted access", "court orders",
    ),
    "contact.deceased": ("deceased", "is deceased", "died"),
    "contact.protected": (
        "protected", "confidential address", "do not disclose", "address confidential",
        "protected address", "address withheld",
    ),
    "contact.reads": (
        "reads", "reading language", "correspondence language", "language of letters",
        "preferred language", "written language", "letter language", "language for letters",
    ),
    "contact.speaks": ("speaks", "spoken language", "interpreter language", "spoken"),
    "contact.variant": (
        "variant", "letter format", "accessible format", "print", "print size", "format",
    ),
    "contact.phone": (
        "phone", "telephone", "mobile", "tel", "phone number", "telephone number", "mobile number",
        "mobile phone", "main telephone", "home telephone", "home phone", "main phone",
        "mobile telephone", "main telephone number",
    ),
    "contact.email": (
        "email", "e mail", "email address", "e mail address", "primary email", "home email",
        "main email", "primary email address",
    ),
    "address.whole": (
        "address", "full address", "postal address", "address block", "correspondence address",
    ),
    "address.line_1": ("address line 1", "address 1", "address1", "line 1", "apartment", "flat"),
    "address.line_2": ("address line 2", "address 2", "address2", "line 2", "house name"),
    "address.line_3": ("address line 3", "address 3", "address3", "line 3", "house number"),
    "address.line_4": (
        "address line 4", "address 4", "address4", "line 4", "street", "road", "street name",
    ),
    "address.line_5": (
        "address line 5", "address 5", "address5", "line 5", "district", "locality", "village",
    ),
    "address.line_6": ("address line 6", "address 6", "address6", "line 6"),
    "address.line_7": ("address line 7", "address 7", "address7", "line 7", "country"),
    "address.town": ("town", "city", "post town", "town city", "posttown"),
    "address.county": ("county",),
    "address.postcode": ("postcode", "post code", "postal code", "zip"),
    "attendance.possible": ("sessions possible", "possible sessions", "possible", "possible marks"),
    "attendance.attended": (
        "sessions attended", "attended", "present", "sessions present", "attendances", "presents",
    ),
    "attendance.authorised": (
        "authorised", "authorised absence", "authorised absences", "sessions authorised",
        "authorised sessions",
    ),
    "attendance.unauthorised": (
        "unauthorised", "unauthorised absence", "unauthorised absences", "sessions unauthorised",
        "unauthorised sessions",
    ),
    "attendance.as_at": ("as at", "attendance as at", "attendance date", "figures as at"),
    "meeting.date": ("meeting date", "date of meeting", "meeting day", "appointment date"),
    "meeting.time": ("meeting time", "time of meeting", "appointment time"),
    "meeting.place": (
        "meeting place", "meeting room", "venue", "meeting venue", "meeting location", "room",
        "place of meeting",
    ),
    "meeting.online": ("meeting online", "online meeting", "online"),
    "meeting.chair": ("meeting chair", "chair", "chaired by"),
    "school.key": ("school key", "school id", "school code"),
    "school.name": ("school", "school name", "name of school"),
}  # fmt: skip

BY_NAME: Mapping[str, str] = {
    name: field for field, names in FIELDS_BY_NAME.items() for name in names
}
BY_PART: Mapping[str, tuple[str, str]] = {
    name: fields for names, fields in PARTS.items() for name in names
}
