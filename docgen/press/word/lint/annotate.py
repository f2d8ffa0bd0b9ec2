"""A template and its findings → a copy with a Word comment at each place, the rest unchanged."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import count

from docgen.model.finding import Severity
from docgen.press.ooxml import markup
from docgen.press.ooxml.heal import put_text
from docgen.press.ooxml.members import write_members
from docgen.press.ooxml.names import RELATIONS, TYPES, Element, R, w
from docgen.press.ooxml.package import CONTENT_TYPES, Package, read_package
from docgen.press.ooxml.paragraphs import BOX, PARAGRAPH
from docgen.press.ooxml.parts import STORIES
from docgen.press.ooxml.relations import relations_of, rels_name
from docgen.press.word.lint.told import Told

AUTHOR, INITIALS = "docgen", "dg"
COMMENTS = next(kind for kind, story in STORIES.items() if story == "comment")
MEMBER = "word/comments.xml"
EMPTY = f'<w:comments xmlns:w="{PARAGRAPH[1:].partition("}")[0]}"/>'
NO_RELATIONS = f'<Relationships xmlns="{RELATIONS}"/>'
WEIGHT = {
    Severity.ERROR: "To mend",
    Severity.WARNING: "To look at",
    Severity.INFORMATION: "Good to know",
}


def annotated(content: bytes, told: Sequence[Told]) -> bytes | None:
    """Write the copy; None if the file is none that Word could show.

    Word takes comments in the text alone: what is about a header, note or the whole file stands
    at the first paragraph, what is about a text box at the paragraph that holds it.
    """
    package, _ = read_package(content)
    if package is None:
        return None
    body = package.tree(package.main)
    paragraphs = list(body.iter(PARAGRAPH))
    if not paragraphs:
        return write_members(package.members)
    members, member = _with_part(package)
    comments = markup.parse(members[member])
    keys = _free_keys(body, comments)
    for each, key in zip(told, keys, strict=False):
        number = each.paragraph if each.part == package.main else 0
        _mark(_anchor(paragraphs, number), key)
        comments.append(_comment(each, key))
    changed = {package.main: markup.bytes_of(body), member: markup.bytes_of(comments)}
    return write_members({**members, **changed})


def _anchor(paragraphs: Sequence[Element], number: int) -> Element:
    found = paragraphs[number - 1 if 0 < number <= len(paragraphs) else 0]
    while (box := next(found.iterancestors(BOX), None)) is not None:
        above = next(box.iterancestors(PARAGRAPH), None)
        if above is None:
            break
        found = above
    return found


def _mark(paragraph: Element, key: str) -> None:
    """Put a comment's range around a paragraph's inside, and its sign at the end."""
    start, end = (
        markup.element(w(name), **{w("id"): key})
        for name in ("commentRangeStart", "commentRangeEnd")
    )
    properties = paragraph.find(w("pPr"))
    paragraph.insert(0 if properties is None else 1, start)
    run = markup.element(w("r"))
    run.append(markup.element(w("commentReference"), **{w("id"): key}))
    paragraph.extend([end, run])


def _comment(told: Told, key: str) -> Element:
    made = markup.element(
        w("comment"), **{w("id"): key, w("author"): AUTHOR, w("initials"): INITIALS}
    )
    finding = told.finding
    heading = f"{WEIGHT[finding.severity]} ({finding.rule})"
    for words in (heading, finding.message, finding.remedy):
        paragraph, run, text = (markup.element(w(name)) for name in ("p", "r", "t"))
        put_text(text, markup_safe(words))
        run.append(text)
        paragraph.append(run)
        made.append(paragraph)
    return made


def markup_safe(words: str) -> str:
    """Give words without the signs that XML can't hold."""
    return "".join(sign if sign.isprintable() else " " for sign in words)


def _free_keys(body: Element, comments: Element) -> Iterator[str]:
    names = ("comment", "commentRangeStart", "commentRangeEnd", "commentReference")
    marks = (each for root in (body, comments) for each in root.iter(*map(w, names)))
    taken = {int(key) for each in marks if (key := each.get(w("id"), "")).isdecimal()}
    return map(str, count(max(taken, default=-1) + 1))


def _with_part(package: Package) -> tuple[dict[str, bytes], str]:
    """Give the members with a part for comments, and its name."""
    members = dict(package.members)
    relations = relations_of(members, package.main)
    found = next((each.target for each in relations if each.kind == "comments"), None)
    if found in members and found is not None:
        return members, found
    name = _free(MEMBER, members)
    types = markup.parse(members[CONTENT_TYPES])
    types.append(markup.element(f"{{{TYPES}}}Override", PartName=f"/{name}", ContentType=COMMENTS))
    rels = markup.parse(members.get(rels_name(package.main), NO_RELATIONS))
    key = _free("rIdComments", {each.key for each in relations})
    made = {"Id": key, "Type": f"{R}/comments", "Target": f"/{name}"}
    rels.append(markup.element(f"{{{RELATIONS}}}Relationship", **made))
    return {
        **members,
        CONTENT_TYPES: markup.bytes_of(types),
        rels_name(package.main): markup.bytes_of(rels),
        name: EMPTY.encode(),
    }, name


def _free(name: str, taken: Iterable[str] | Mapping[str, bytes]) -> str:
    known = set(taken)
    stem, dot, ending = name.partition(".")
    names = (f"{stem}{number or ''}{dot}{ending}" for number in count(0))
    return next(each for each in names if each not in known)
