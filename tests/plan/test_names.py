"""Numbers and file names: none alike, and nobody's name in them."""

import re
from collections.abc import Sequence
from dataclasses import replace

import pytest
from household import PERS, family, job, plan
from hypothesis import given, settings
from hypothesis import strategies as st

from docgen.model.case import Issued
from docgen.model.pack import Kind
from docgen.model.plan import Identity, Job
from docgen.model.rendition import ENDINGS
from docgen.plan.names import file_name, identity

FIRST = Identity("fam-0042/7", 1)


@pytest.mark.parametrize(
    ("kind", "about", "whom", "draft", "issued"),
    [
        (
            "invite",
            "m-3",
            "p-2",
            "fam-0042-draft-invite-m-3-p-2-c-1-en.docx",
            "fam-0042-7-invite-p-2-c-1-en-v1.docx",
        ),
        (
            "contract",
            "ct-1",
            "",
            "fam-0042-draft-contract-ct-1-c-1-en.docx",
            "fam-0042-7-contract-c-1-en-v1.docx",
        ),
        (
            "partner-invite",
            "m-4",
            "",
            "fam-0042-draft-partner-invite-m-4-pa-1-en.docx",
            "fam-0042-7-partner-invite-pa-1-en-v1.docx",
        ),
        ("links", "", "", "fam-0042-draft-links-en.docx", "fam-0042-7-links-en-v1.docx"),
    ],
)
def test_a_part_that_a_kind_lacks_is_left_out_of_the_name(
    kind: str, about: str, whom: str, draft: str, issued: str
) -> None:
    found = job(kind, about, whom)
    assert file_name(found, "fam-0042", None) == draft
    assert file_name(found, "fam-0042", FIRST) == issued


@pytest.mark.parametrize("case_id", ["fam-0042", "x" * 200])
@pytest.mark.parametrize("known", [None, FIRST])
def test_files_of_one_document_differ_in_their_endings_alone(
    case_id: str, known: Identity | None
) -> None:
    found = job("invite", "m-3")
    word, pdf = (file_name(found, case_id, known, ending) for ending in ENDINGS)
    assert word.removesuffix(".docx") == pdf.removesuffix(".pdf")
    assert len(word) <= 120


def test_a_variant_and_a_version_stand_in_the_name() -> None:
    found = replace(job("warning"), variant="large", language="pl-en")
    third = Identity("fam-0042/7", 3, "fam-0042/7-v2")
    assert file_name(found, "fam-0042", third) == "fam-0042-7-warning-p-2-c-1-pl-en-large-v3.docx"


@pytest.mark.parametrize(
    ("case_id", "kind"),
    [("x" * 200, "invite"), ("Fam 42", "invite"), ("a:b", "invite"), ("fam-1", "k" * 150)],
)
def test_a_name_too_long_or_unfit_for_a_disk_gets_a_digest(case_id: str, kind: str) -> None:
    found = job("invite", "m-3")
    found = replace(found, kind=replace(found.kind, name=kind))
    names = {file_name(found, case_id, known) for known in (None, FIRST)}
    assert len(names) == 2
    for name in names:
        assert len(name) <= 120
        assert re.fullmatch(r"[a-z0-9_-]+-[0-9a-f]{8}-en(-v1)?\.docx", name)


def named(kind: str) -> str:
    """Give the file name of an issued letter of a kind."""
    found = job("invite", "m-3")
    return file_name(replace(found, kind=replace(found.kind, name=kind)), "fam-0042", FIRST)


def test_a_name_is_whole_up_to_a_hundred_and_twenty_letters() -> None:
    spare = 120 - len(named("k"))
    whole, cut = named("k" * (1 + spare)), named("k" * (2 + spare))
    assert len(whole) == 120
    assert whole == f"fam-0042-7-{'k' * (1 + spare)}-p-2-c-1-en-v1.docx"
    assert len(cut) == 120
    assert re.fullmatch(r"fam-0042-7-k+-[0-9a-f]{8}-en-v1\.docx", cut)


def test_names_cut_at_the_same_place_differ_by_their_digest() -> None:
    found, case = job("invite", "m-3"), "x" * 150
    names = {
        file_name(found, case_id, Identity(f"{case_id}/{n}", 1))
        for case_id in (f"{case}a", f"{case}b")
        for n in (1, 2)
    }
    assert len(names) == 4


def test_a_kind_that_could_be_a_key_gets_a_digest() -> None:
    assert re.fullmatch(r"fam-0042-7-p-1-p-2-c-1-[0-9a-f]{8}-en-v1\.docx", named("p-1"))
    assert named("links") == "fam-0042-7-links-p-2-c-1-en-v1.docx"


def test_a_name_made_legal_is_told_from_one_that_was() -> None:
    assert re.fullmatch(r"fam-0042-7-a-b-p-2-c-1-[0-9a-f]{8}-en-v1\.docx", named("a.b"))
    assert named("a-b") == "fam-0042-7-a-b-p-2-c-1-en-v1.docx"


def entry(number: str, version: int = 1, kind: str = "invite", about: str = "m-3") -> str:
    """Write down an issued paper to p-2 about c-1."""
    return (
        f"{{number: {number}, version: {version}, kind: {kind}, about: {about}, recipient: p-2, "
        "pupil: c-1, dated: 2025-12-03, language: en, variant: standard, format: docx, "
        'template: "1.0", digest: "00", inputs: "00"}'
    )


@pytest.mark.parametrize(
    ("issued", "expected"),
    [
        ([], Identity("fam-0007/1", 1)),
        ([entry("fam-0007/2", about="m-1")], Identity("fam-0007/3", 1)),
        (
            [entry("fam-0007/9", about="m-1"), entry("fam-0007/4", kind="x")],
            Identity("fam-0007/10", 1),
        ),
        ([entry("fam-0007/2")], Identity("fam-0007/2", 2, "fam-0007/2-v1")),
        (
            [entry("fam-0007/2", 2), entry("fam-0007/2", 1), entry("fam-0007/5", kind="x")],
            Identity("fam-0007/2", 3, "fam-0007/2-v2"),
        ),
    ],
)
def test_a_number_is_given_once_and_each_version_replaces_the_last(
    issued: list[str], expected: Identity
) -> None:
    case = family({"issued": f"[{', '.join(issued)}]"})
    assert identity(job("invite", "m-3", case=case), case) == expected


def test_a_withdrawn_version_is_counted_and_replaced() -> None:
    gone = entry("fam-0007/2").replace(
        "}", ", withdrawn: {date: 2025-12-04, reason: sent too soon, by: st-1}}"
    )
    case = family({"issued": f"[{gone}]"})
    found = identity(job("invite", "m-3", case=case), case)
    assert found == Identity("fam-0007/2", 2, "fam-0007/2-v1")


def test_a_number_that_docgen_did_not_write_counts_for_nothing() -> None:
    case = family()
    strange = replace(issued_as(job("links"), Identity("fam-0007/1", 1)), number="by hand")
    assert identity(job("invite", "m-3"), replace(case, issued=(strange,))).number == "fam-0007/1"


KEYS = st.from_regex("(p|c|m|ct|pa)-[a-z0-9]{1,3}(-[a-z0-9]{1,3}){0,2}", fullmatch=True)
KINDS = st.from_regex("[a-z]{1,4}(-[a-z0-9]{1,4}){0,4}", fullmatch=True)
PARTS = st.tuples(KINDS, KEYS | st.just(""), st.none() | KEYS, st.none() | KEYS)


@st.composite
def plans(draw: st.DrawFn) -> list[Job]:
    """Give jobs of unlike identity, a kind's parts being always the same ones."""
    base = job("links")
    parts = draw(st.lists(PARTS, min_size=2, max_size=12, unique=True))
    shapes: dict[str, Sequence[bool]] = {}
    jobs = []
    for name, about, recipient, pupil in parts:
        shape = (bool(about), recipient is not None, pupil is not None)
        if shapes.setdefault(name, shape) == shape:
            of = Kind(f"The {name}", "notice", "once", "made up", name)
            jobs.append(replace(base, kind=of, about=about, recipient=recipient, pupil=pupil))
    return jobs


@given(jobs=plans(), case_id=st.sampled_from(["fam-0042", "x" * 100]))
@settings(deadline=None)
def test_no_two_drafts_of_a_plan_share_a_name(jobs: list[Job], case_id: str) -> None:
    names = [file_name(each, case_id, None) for each in jobs]
    assert len(set(names)) == len(names)
    assert all(len(name) <= 120 and name == name.lower() for name in names)


def test_drafts_whose_keys_would_read_alike_have_unlike_names() -> None:
    base = job("invite", "m-3")
    one = replace(base, about="m-1-p-1", recipient="p-2")
    other = replace(base, about="m-1", recipient="p-1-p-2")
    assert file_name(one, "fam-1", None) != file_name(other, "fam-1", None)


def issued_as(of: Job, identity: Identity) -> Issued:
    """Give the record of a job that was issued."""
    kind = next(name for name in PERS if name == of.kind.name)
    return Issued(
        number=identity.number,
        version=identity.version,
        kind=kind,
        about=of.about,
        dated=family().declined[0].date,
        language=of.language,
        variant=of.variant,
        format=of.format,
        template="1.0",
        digest="00",
        inputs="00",
        recipient=of.recipient,
        pupil=of.pupil,
    )


def test_issued_papers_never_share_a_name_with_each_other_or_with_a_draft() -> None:
    case = family()
    names = [file_name(each, case.case_id, None) for each in plan(case=case).jobs]
    for _ in range(2):
        for each in plan(case=case).jobs:
            known = identity(each, case)
            names.append(file_name(each, case.case_id, known))
            case = replace(case, issued=(*case.issued, issued_as(each, known)))
    assert len(set(names)) == len(names)


def test_no_name_of_a_person_stands_in_a_files_name() -> None:
    case = family()
    words = {
        word.lower()
        for table in (case.people, case.pupils, case.school.staff)
        for somebody in table.values()
        for word in somebody.legal_name.split()
    }
    names = " ".join(file_name(each, case.case_id, None) for each in plan(case=case).jobs)
    assert words.isdisjoint(re.split("[^a-z]+", names))


@pytest.mark.parametrize("start", ["p", "c", "st", "pa", "m", "ct", "rv", "nc", "n", "w", "t"])
def test_a_kind_that_could_be_taken_for_a_key_gets_a_digest(start: str) -> None:
    paper = job("warning")
    named = {
        name: file_name(replace(paper, kind=replace(paper.kind, name=name)), "fam-0007", None)
        for name in (f"letter-{start}", "letter-x")
    }
    assert re.search("-[0-9a-f]{8}-en", named[f"letter-{start}"])
    assert not re.search("-[0-9a-f]{8}-en", named["letter-x"])
