# ruff: noqa: INP001 - a script, no package
"""Names, streets and languages that a made-up county is put together from: data."""

from collections.abc import Mapping
from dataclasses import dataclass

Words = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Community:
    """Who lives in the county: of a thousand families so many, what they read, what they bear."""

    share: int
    reads: str
    tag: str
    women: Words
    men: Words
    surnames: Words
    feminine: Mapping[str, str]
    """What a surname of a woman ends in, in place of a man's."""

    def borne(self, surname: str) -> str:
        """Give a surname as a woman bears it."""
        ends = (end for end in self.feminine if surname.endswith(end))
        end = next(ends, "")
        return surname[: len(surname) - len(end)] + self.feminine.get(end, "")


def _words(text: str) -> Words:
    return tuple(text.split())


COMMUNITIES = (
    Community(
        800,
        "English",
        "en",
        _words(
            "Alice Beth Carol Denise Ellen Fiona Gemma Hannah Isla Janet Karen Laura Megan Nadine"
            " Olivia Paula Rachel Sarah Tracey Wendy"
        ),
        _words(
            "Adam Brian Colin Daniel Edward Francis Gareth Harry Ian James Kevin Liam Martin Neil"
            " Oliver Peter Robert Simon Thomas Wayne"
        ),
        _words(
            "Abbott Barker Carter Dawson Ellis Fletcher Gibbs Harris Ingram Jarvis Kemp Lambert"
            " Marsh Norris Osborne Parker Quinn Rowe Saunders Turner Underwood Vincent Walsh Yates"
        ),
        {},
    ),
    Community(
        50,
        "Polish",
        "pl",
        _words("Agnieszka Beata Dorota Ewa Halina Joanna Katarzyna Magdalena Wiktoria Zofia"),
        _words("Andrzej Bartosz Dariusz Jakub Krzysztof Łukasz Marek Paweł Tomasz Wojciech"),
        _words("Kowalski Lewandowski Wójcik Nowicki Zieliński Mazur Górski Kaczmarek Sikora Wrona"),
        {"ski": "ska", "cki": "cka"},
    ),
    Community(
        40,
        "Romanian",
        "ro",
        _words("Alina Cristina Daniela Elena Ioana Larisa Mihaela Raluca Simona Teodora"),
        _words("Alexandru Bogdan Cosmin Dragoș Florin Ionuț Mihai Răzvan Sorin Vlad"),
        _words("Popescu Ionescu Dumitru Stoica Munteanu Rusu Ciobanu Moraru Lungu Țăran"),
        {},
    ),
    Community(
        30,
        "Urdu",
        "ur",
        _words("Aisha Bushra Fatima Hina Kiran Maryam Nadia Rabia Saima Zainab"),
        _words("Ahmed Bilal Faisal Hamza Imran Kashif Nadeem Omar Tariq Usman"),
        _words("Akhtar Butt Chaudhry Hussain Iqbal Khan Mahmood Qureshi Shah Siddiqui"),
        {},
    ),
    Community(
        20,
        "Bengali",
        "bn",
        _words("Anjuman Dilara Farzana Ishrat Jahanara Kohinoor Nasrin Rehana Shirin Tahmina"),
        _words("Anwar Delwar Fazlul Habib Jahangir Mizanur Nazrul Rafiq Shahin Tareque"),
        _words("Ahmed Begum Chowdhury Hoque Islam Miah Rahman Sarkar Talukder Uddin"),
        {},
    ),
    Community(
        20,
        "Panjabi",
        "pa",
        _words("Amrit Balwinder Daljit Gurpreet Harjit Jasleen Kulwant Manpreet Navdeep Simran"),
        _words(
            "Amandeep Baldev Davinder Gurdeep Harbhajan Jaswant Kuldip Mohinder Parminder Surjit"
        ),
        _words("Bains Dhaliwal Dhillon Gill Grewal Johal Sandhu Sidhu Singh Virk"),
        {},
    ),
    Community(
        20,
        "Ukrainian",
        "uk",
        _words("Daryna Halyna Iryna Kateryna Liudmyla Mariia Nataliia Oksana Svitlana Yuliia"),
        _words("Andrii Bohdan Dmytro Ihor Mykola Oleksandr Roman Serhii Taras Volodymyr"),
        _words(
            "Bondarenko Boiko Kovalenko Kravchenko Lysenko Melnyk Moroz Shevchenko Tkachuk Zaiets"
        ),
        {},
    ),
    Community(
        20,
        "Arabic",
        "ar",
        _words("Amal Dalal Farah Hanan Layla Mona Noor Rania Salma Yasmin"),
        _words("Adel Basim Fadi Hassan Karim Mazen Nabil Rami Samir Ziad"),
        _words("Abbas Aziz Darwish Farouk Haddad Khalil Mansour Nasser Saleh Yousef"),
        {},
    ),
)
TOWNS = _words("SALTMOUTH ALDERWICK BRAYFORD CROXLEIGH DENMERE EASTHOLM FENBRIDGE GRAYTHORPE")
STREETS = (
    "Mill Road", "Quay Street", "Church Lane", "Orchard Close", "Station Road", "Harbour View",
    "Elm Grove", "Beacon Hill", "Priory Walk", "Tanyard Lane", "Lime Avenue", "Foundry Row",
)  # fmt: skip
PRINTS = (
    (("", "standard"), 950),
    (("Large print", "large"), 25),
    (("Plain", "plain"), 15),
    (("Easy read", "easy"), 10),
)
"""Sorts of print that contacts ask for, as typed and as docgen calls it; of a thousand so many."""
