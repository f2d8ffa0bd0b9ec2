"""What holds for the sheet of every pack in the repository."""

import re

import pytest
from templatework import AUTHORITIES, TEMPLATES, pack_of, source_of

from docgen.check.pack import judge_topics
from docgen.model.pack import Pack
from docgen.wording.topics import JUDGEMENTS, TOPICS
from docgen.wording.values import promised

LONGEST_SENTENCE = 25
USUAL_SENTENCE = 20
SENTENCE = re.compile(r"(?<=[.?!])\s+")
TAG = re.compile(r"\{\{\s*([\w.]+)\s*\}\}")
HARSH = ("must pay", "will be prosecuted", "mr and mrs", "punished")
OVERSTATED = ("breaks the law", "no court", "never go to court", "will have to take")


@pytest.fixture(params=AUTHORITIES)
def pack(request: pytest.FixtureRequest) -> Pack:
    """Give each pack in turn."""
    return pack_of(request.param)


def parents_statements(pack: Pack) -> dict[str, str]:
    return {key: statement.text for key, statement in pack.statements.items()}


def test_there_are_packs() -> None:
    assert len(AUTHORITIES) > 1


def test_a_pack_is_without_a_fault(pack: Pack) -> None:
    source = source_of(pack.authority)
    assert source.sheet is not None
    assert source.findings == ()
    assert judge_topics(source.sheet, pack, TOPICS) == ()


def test_a_readme_says_whose_wording_it_is(pack: Pack) -> None:
    readme = (TEMPLATES / pack.authority / "README.md").read_text("utf-8")
    assert f"Status: {pack.status}" in readme
    for kind in pack.kinds:
        assert f"`{kind}`" in readme


def test_a_pack_stays_a_draft_until_a_council_approves_it(pack: Pack) -> None:
    assert pack.status == "draft"


def test_every_statement_is_carried_by_a_kind(pack: Pack) -> None:
    carried = {key for kind in pack.kinds.values() for key in kind.statements}
    assert carried == set(pack.statements)


def test_statements_ask_for_what_their_kinds_promise(pack: Pack) -> None:
    for kind in pack.kinds.values():
        for key in kind.statements:
            asked = set(TAG.findall(pack.statements[key].text))
            assert asked <= set(promised(kind, pack)), (kind.name, key)


def test_sentences_are_short(pack: Pack) -> None:
    sentences = [
        sentence
        for text in parents_statements(pack).values()
        for sentence in SENTENCE.split(TAG.sub("Name", text))
    ]
    lengths = [len(sentence.split()) for sentence in sentences]
    assert max(lengths) <= LONGEST_SENTENCE
    assert sum(lengths) / len(lengths) <= USUAL_SENTENCE * 0.75


def test_statements_are_kind_and_true(pack: Pack) -> None:
    for key, text in parents_statements(pack).items():
        words = text.casefold()
        assert not any(harsh in words for harsh in HARSH), key
        assert not any(claim in words for claim in OVERSTATED), key
        of_today = words.replace("the act calls it a parenting contract", "")
        assert "parenting contract" not in of_today, key  # the older name
        assert ("breach of contract" in words) <= (key == "no_breach_action"), key
        assert ("legally binding" in words) <= (key == "not_legally_binding"), key


def test_who_reads_that_no_crime_is_done_reads_that_the_duty_stays(pack: Pack) -> None:
    for kind in pack.kinds.values():
        told = kind.statements
        assert ("no_criminal_sanction" in told) == ("duty_stays" in told), kind.name


def test_a_judgement_is_never_answered_for_the_school(pack: Pack) -> None:
    for kind in pack.kinds.values():
        for row in kind.rows.values():
            assert not (row.prefill and row.evidence in JUDGEMENTS)


def test_every_contract_says_the_three_things_the_law_asks_for(pack: Pack) -> None:
    wanted = {"requirements_heading", "school_support_agreement", "parent_agreement"}
    assert wanted <= set(pack.must_carry["contract"])
    agreement = pack.statements["parent_agreement"].text
    assert {"contract.period.start", "contract.period.end"} <= set(TAG.findall(agreement))
    assert "section 19" in pack.statements["section19_basis"].text
    assert "Anti-social Behaviour Act 2003" in pack.statements["section19_basis"].text


def test_every_warning_says_what_may_happen(pack: Pack) -> None:
    for kind in pack.kinds.values():
        if kind.act == "warning":
            assert {"not_working_may_terminate", "another_course_of_action"} <= set(kind.statements)
