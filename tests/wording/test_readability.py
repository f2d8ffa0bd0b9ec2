"""Reading age is measured by sentences and syllables; what is no sentence isn't measured."""

from decimal import Decimal

import pytest

from docgen.wording.readability import Reading, length, lix, reading, sentences_of

EASY = "We will meet at the school on Monday."
HARD = "Statutory responsibilities necessitate appropriate documentation of attendance."


def test_the_age_is_the_grade_of_flesch_and_kincaid_and_five_years() -> None:
    # 8 words, 9 syllables: 0.39 x 8 + 11.8 x 9/8 - 15.59 = 0.805; and 5 is 5.805
    assert reading([EASY]) == Reading(Decimal("5.8"), 8, EASY, Decimal("5.8"))


def test_sentences_are_measured_together() -> None:
    # 15 words, 36 syllables, 2 sentences: 0.39 x 7.5 + 11.8 x 36/15 - 15.59 = 15.655
    found = reading([EASY, HARD])
    assert found is not None
    assert (found.age, found.longest) == (Decimal("20.7"), 8)
    # 7 words, 27 syllables: 0.39 x 7 + 11.8 x 27/7 - 15.59 = 32.654
    assert (found.worst, found.worst_age) == (HARD, Decimal("37.7"))


def test_half_a_tenth_is_rounded_up() -> None:
    # 10 words, 12 syllables: 0.39 x 10 + 11.8 x 1.2 - 15.59 = 2.47; 20 words, 24: 6.37
    ten = "We will all go to school with Omar on Tuesday."
    assert reading([ten]) == Reading(Decimal("7.5"), 10, ten, Decimal("7.5"))
    # 5 words, 5 syllables: 1.95 + 11.8 - 15.59 = -1.84; 10 and 10 of 2 sentences: the same
    assert reading(["We will come to school."] * 2) == Reading(
        Decimal("3.2"), 5, "We will come to school.", Decimal("3.2")
    )


def test_without_sentences_there_is_no_age() -> None:
    assert reading([]) is None
    assert reading(["", "?!"]) is None


def test_one_long_word_in_a_short_line_is_not_called_the_hardest() -> None:
    short = "Appropriate responsibilities necessitate documentation always."
    found = reading([short, EASY])
    assert found is not None
    assert (found.worst, found.longest) == (EASY, 8)
    alone = reading([short])
    assert alone is not None
    assert alone.worst == short


def test_six_words_may_be_the_hardest() -> None:
    six = "Statutory responsibilities always necessitate appropriate documentation."
    found = reading([EASY, six])
    assert found is not None
    assert found.worst == six


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ("Come on 6 November 2025 at 3:30pm.", 5),
        ("Phone 01632 960 200 today.", 3),
        ("It was 41 of 68 sessions (60.3%).", 7),
        ("In March we will meet.", 5),
        ("Write to office@harbourview.example now.", 4),
        ("See https://harbourview.example/a-b or www.harbourview.example today.", 5),
        ("A part-time job isn\u2019t one.", 5),
    ],
)
def test_a_date_a_time_a_number_and_an_address_are_one_word_each(sentence: str, words: int) -> None:
    assert length(sentence) == words


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        (
            "We met. You came!  Will you come again?",
            ["We met.", "You came!", "Will you come again?"],
        ),
        (
            "Mr. Firth met Dr. Osei at St. Mary\u2019s.",
            ["Mr. Firth met Dr. Osei at St. Mary\u2019s."],
        ),
        (
            "She said “We will come.” Then they came.",
            ["She said “We will come.”", "Then they came."],
        ),
        ("We ask two things: come, and phone us.", ["We ask two things: come, and phone us."]),
        ("We meet at 3.30pm in the hall.", ["We meet at 3.30pm in the hall."]),
        ("We will give you three things:\nthe policy", ["We will give you three things:"]),
        ("You can phone us at any time", ["You can phone us at any time"]),
        ("we are\there\t to help", ["we are here to help"]),
    ],
)
def test_a_paragraph_is_split_into_its_sentences(text: str, sentences: list[str]) -> None:
    assert list(sentences_of([text])) == sentences


@pytest.mark.parametrize(
    "text",
    [
        "",
        "What we agreed",
        "Support from the school",
        "Ms Grace Mbeki",
        "2 Mill Lane, SALTMOUTH, SM99 1AB",
        "6 November 2025",
        "Dear Ms Mbeki,",
        "Signed:",
        "Headteacher",
        "Will Smith",
    ],
)
def test_headings_names_dates_addresses_and_labels_are_no_sentences(text: str) -> None:
    assert sentences_of([text]) == ()


def test_the_paragraphs_keep_their_order() -> None:
    assert sentences_of(["We meet today.", "Notes", "You may come."]) == (
        "We meet today.",
        "You may come.",
    )


@pytest.mark.parametrize(
    ("text", "measure"),
    [
        ("We go now. You come.", "2.5"),
        ("Spotkanie odbędzie się w poniedziałek.", "65.0"),
        ("کیا آپ آ سکتے ہیں؟ ہم مل سکتے ہیں\u06d4", "4.5"),
        ("আমরা দেখা করব। আপনি আসবেন।", "2.5"),
    ],
)
def test_other_languages_are_measured_by_words_and_long_words(text: str, measure: str) -> None:
    assert lix([text]) == Decimal(measure)


@pytest.mark.parametrize("texts", [[], [""], ["12 + 14"]])
def test_without_words_there_is_no_measure(texts: list[str]) -> None:
    assert lix(texts) is None
