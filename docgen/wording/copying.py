"""A copy of a contract or review into what its cover says; the links sheet's services into rows."""

from docgen.model.contract import Copy
from docgen.model.pack import Act, Pack
from docgen.model.values import Plain, Promise, Promises
from docgen.wording import formats
from docgen.wording.bundle import Bundle
from docgen.wording.matter import Matter
from docgen.wording.messages import KIND, LINK

COPY: Promises = {
    "copy.is_review": Promise("yes or no", "whether it is of a review, not of a contract", "no"),
    "copy.title": Promise("text", "the title of what is copied", "Attendance contract"),
    "copy.made_on": Promise(
        "text", "the day of the review, or on which the contract was made", "3 November 2025"
    ),
    "copy.reason": Promise("text", "why it comes late, empty if it does not", ""),
}
LINKS: Promises = {
    "links": Promise("list", "services that families may turn to"),
    "links[].name": Promise("text", "a service", "Family Information Service"),
    "links[].helps_with": Promise("text", "what it helps with", "Childcare and its cost"),
    "links[].web": Promise("text", "its web address, empty if none", "www.families.example"),
    "links[].phone": Promise("text", "its phone number, empty if none", "01632 960 700"),
    "links[].email": Promise("text", "its e-mail address, empty if none", "hello@families.example"),
}


def copy(matter: Matter) -> dict[str, Plain]:
    """Give what the recipient gets a copy of."""
    act: Act = "review" if matter.review else "contract"
    made = matter.meeting.date if matter.meeting else None
    return {
        "is_review": matter.review is not None,
        "title": _title(matter, act),
        "made_on": formats.day(matter.bundle, matter.review.date if matter.review else made),
        "reason": _reason(matter),
    }


def links(matter: Matter) -> list[Plain]:
    """Give the pack's services, in its order."""
    return services(matter.pack, matter.bundle)


def services(pack: Pack, bundle: Bundle) -> list[Plain]:
    """Give what a sheet of links says of each service."""
    return [
        {
            "name": link.name,
            "helps_with": bundle.read(LINK, link.helps_with),
            "web": link.web or "",
            "phone": link.phone or "",
            "email": link.email or "",
        }
        for link in pack.links
    ]


def _title(matter: Matter, act: Act) -> str:
    titles = (kind.title for kind in matter.pack.kinds.values() if kind.act == act)
    title = next(titles, None)
    return matter.bundle.read(KIND, title) if title else matter.bundle.say(f"copy-of-{act}")


def _reason(matter: Matter) -> str:
    given: tuple[Copy, ...] = (matter.review or matter.agreed).copies
    reasons = (copy.reason for copy in given if copy.to == matter.job.recipient)
    key = matter.job.about if matter.review else matter.contract_key
    return matter.written(next(filter(None, reasons), None), key, "copies")
