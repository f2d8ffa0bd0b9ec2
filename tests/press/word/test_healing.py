"""Tags as Word splits them over runs are read as one, and nothing of the rest changes."""

import pytest
from lxml import etree
from wordfiles import W, letter, merged, para, paras, refused, table, text, word_file, words_at

from docgen.press.ooxml.members import read_members

BOLD = "<w:b/>"


def runs(content: bytes) -> list[tuple[str, bool]]:
    """Give the text of each run of the body, and whether it is bold."""
    root = etree.fromstring(read_members(content)[0]["word/document.xml"])
    found = [
        ("".join(map(str, run.itertext())), run.find(f"{{{W}}}rPr/{{{W}}}b") is not None)
        for run in root.iter(f"{{{W}}}r")
    ]
    return [(words, bold) for words, bold in found if words]


@pytest.mark.parametrize(
    "pieces",
    [
        [text("{{ na"), text("me }}")],
        [text("{"), text("{ name }}")],
        [text("{{ name }"), text("}")],
        [text("{"), text("{"), text(" "), text("name"), text(" "), text("}"), text("}")],
        [text("{{ na"), '<w:proofErr w:type="spellStart"/>', text("me }}")],
        [text("{{ na"), '<w:bookmarkStart w:id="0" w:name="_GoBack"/>', text("me }}")],
        [text("{{ na"), '<w:bookmarkEnd w:id="0"/>', text("me }}")],
        [text("{{ na", '<w:lang w:val="pl-PL"/>'), text("me }}", "<w:noProof/>")],
        [text("{{ na", '<w:rFonts w:hint="cs"/>'), text("me }}")],
        [
            '<w:r w:rsidR="00A1"><w:t>{{ na</w:t></w:r>',
            '<w:r w:rsidRPr="00B2"><w:t>me }}</w:t></w:r>',
        ],
        [text("{{ na"), "<w:r><w:lastRenderedPageBreak/><w:t>me }}</w:t></w:r>"],
        ["<w:smartTag><w:r><w:t>{{ na</w:t></w:r></w:smartTag>", text("me }}")],
        ["<w:r><w:t>{{</w:t><w:tab/><w:t>name</w:t><w:br/><w:t>}}</w:t></w:r>"],
        ["<w:sdt><w:sdtContent><w:r><w:t>{{ na</w:t></w:r></w:sdtContent></w:sdt>", text("me }}")],
    ],
)
def test_a_tag_split_by_word_is_read_as_one(pieces: list[str]) -> None:
    content = word_file(para(text("Dear "), *pieces, text(", yours")))
    assert words_at(merged(content, {"name": "Ms Nowak"})) == ["Dear Ms Nowak, yours"]


def test_bold_does_not_spread_past_a_split_tag() -> None:
    content = word_file(para(text("Dear "), text("{{ na", BOLD), text("me"), text(" }} and all")))
    assert runs(merged(content, {"name": "Ms Nowak"}).content) == [
        ("Dear ", False),
        ("Ms Nowak", True),
        (" and all", False),
    ]


def test_two_tags_that_share_a_run_keep_their_own_looks() -> None:
    content = word_file(para(text("{{ a", BOLD), text(" }} x {{ b"), text(" }} y", BOLD)))
    assert runs(merged(content, {"a": "1", "b": "2"}).content) == [
        *(("1", True), (" x 2", False), (" y", True))
    ]


def test_runs_that_look_alike_are_joined_and_others_are_not() -> None:
    look = '<w:rFonts w:ascii="Arial" w:hint="cs"/><w:sz w:val="24"/>'
    content = word_file(
        para(
            text("a", look),
            text("b", look.replace(' w:hint="cs"', "") + '<w:lang w:val="fr-FR"/>'),
            text("c", BOLD),
            text("{{ d }}", look),
        )
    )
    assert [words for words, _ in runs(merged(content, {"d": "d"}).content)] == ["ab", "c", "d"]


def test_spaces_beside_a_tag_are_kept() -> None:
    content = word_file(para("<w:r><w:t>a:{{ a }}</w:t></w:r>", text(" {{ b }} ", BOLD), text("c")))
    assert words_at(merged(content, {"a": " x ", "b": "y"})) == ["a: x  y c"]


def test_a_structural_tag_may_be_split_and_marked() -> None:
    split = para(text("{%"), '<w:bookmarkStart w:id="5"/>', text("p if "), text("a %}", BOLD))
    end = para('<w:bookmarkEnd w:id="5"/>', text("{%p endif %}"))
    content = word_file(
        split
        + paras("x")
        + end
        + table([para(text("{%t"), text("r if a %}"))], ["y"], ["{%tr endif %}"])
    )
    document = merged(content, {"a": True})
    assert [words.text for words in document.words] == ["x", "y"]
    assert b"bookmark" not in read_members(document.content)[0]["word/document.xml"]


def test_what_is_bound_to_a_property_of_the_office_is_not_filled_in_again_by_word() -> None:
    bound = (
        '<w:sdt><w:sdtPr><w:dataBinding w:xpath="/x"/></w:sdtPr><w:sdtContent>'
        f"{text('{{ name }}')}</w:sdtContent></w:sdt>"
    )
    document = merged(word_file(para(bound)), {"name": "x"})
    assert b"dataBinding" not in read_members(document.content)[0]["word/document.xml"]


def test_notes_to_the_template_s_editor_are_not_printed() -> None:
    content = letter("Dear {# who? {{ x }} #}{{ name }}", "{# all of it #}", "{#p and this #}Yours")
    assert words_at(merged(content, {"name": "Ms Nowak"})) == ["Dear Ms Nowak", "Yours"]
    assert words_at(merged(letter("{%p if a %}{# why #}", "x", "{%p endif %}"), {"a": True})) == [
        "x"
    ]


def test_a_hash_and_a_percent_sign_are_words_like_others() -> None:
    assert words_at(merged(letter("#1: 100% of {{ a }}% #"), {"a": "5"})) == ["#1: 100% of 5% #"]


def test_a_tag_over_two_paragraphs_is_not_joined() -> None:
    assert refused(letter("{{ na", "me }}")) == ["word-tag-unclosed", "word-tag-unopened"]
