"""The values that the templates of the corpus are filled in with, ordinary and awkward."""

from collections.abc import Mapping

from docgen.model.values import Plain

WORDS: Mapping[str, str] = {
    "ordinary": "Ada Ward",
    "ampersands": "Smith & Sons <mum> a < b > c &amp; &lt;b&gt; &#39;",
    "quotes and accents": 'Siân O\'Brien “Zoë” "x" \u2018y\u2019 Łukasz e\u0301 👩\u200d👧',
    "right to left": "محمد علي, שלום 12\u200f",
    "line breaks": "one\ntwo\n\nfour\n",
    "tabs": "a\tb\t\tc",
    "blanks": "  two  blanks  ",
    "empty": "",
    "very long": "long words & more " * 500,
    "tags": "{{ name }} {% if x %} {# no #} } { %",
}


def common(word: str) -> dict[str, Plain]:
    """Give the values that all templates of the corpus draw on, with a word in many places."""
    return {
        "name": word,
        "person": {"name": word, "age": 15, "lines": ["1 High Street", word, "EL1 2AB"]},
        "people": [
            {
                "name": word,
                "role": "mother",
                "colour": "FFCC00",
                "children": [{"name": "Ali", "age": 9}, {"name": word, "age": 11}],
            },
            {"name": "Bea", "role": word, "colour": "00CCFF", "children": []},
            {"name": "Cai", "role": "", "colour": "auto", "children": [{"name": "Di", "age": 2}]},
        ],
        "lines": ["first", word, "third"],
        "days": ["Monday", "Tuesday", "Wednesday"],
        "nobody": [],
        "yes": True,
        "no": False,
        "number": 3,
        "zero": 0,
        "empty": "",
        "colour": "FFCC00",
        "kind": "warning",
    }
