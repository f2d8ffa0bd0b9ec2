"""Templates of tables: rows and columns repeated, cells merged and shaded, tables in tables."""

from collections.abc import Mapping

from press.corpus.building import grid, split
from wordfiles import para, paras, text

SPAN = '<w:tcPr><w:tcW w:w="6000" w:type="dxa"/><w:gridSpan w:val="2"/></w:tcPr>'
DOWN = '<w:tcPr><w:tcW w:w="3000" w:type="dxa"/><w:vMerge{}/></w:tcPr>'
SHADED = '<w:tcPr><w:tcW w:w="3000" w:type="dxa"/><w:shd w:val="clear" w:fill="EEEEEE"/></w:tcPr>'

TABLES: Mapping[str, str] = {
    "names in cells": grid(("Name", "{{ name }}"), ("Age", "{{ person.age }}")),
    "a table with a style": grid(("{{ name }}", "x"), style="TableGrid"),
    "rows repeated": grid(
        ("Name", "Role"),
        ("{%tr for p in people %}", ""),
        ("{{ p.name }}", "{{ p.role }}"),
        ("{%tr endfor %}", ""),
    ),
    "rows repeated, tags split into runs": grid(
        (para(split("{%tr fo", "r p in peop", "le %}")), ""),
        (para(split("{{ p.na", "me }", "}")), "{{ loop.index }}"),
        (para(split("{%", "tr endfor %}")), ""),
    ),
    "rows on a condition": grid(
        ("{%tr if yes %}", ""),
        ("{{ name }}", "a"),
        ("{%tr else %}", ""),
        ("b", "b"),
        ("{%tr endif %}", ""),
        ("{%tr if no %}", ""),
        ("c", "c"),
        ("{%tr endif %}", ""),
    ),
    "rows repeated and on a condition": grid(
        ("{%tr for p in people %}", ""),
        ("{%tr if p.children %}", ""),
        ("{{ p.name }}", "x"),
        ("{%tr endif %}", ""),
        ("{%tr endfor %}", ""),
        ("end", "end"),
    ),
    "rows inside rows": grid(
        ("{%tr for p in people %}", ""),
        ("{{ p.name }}", ""),
        ("{%tr for c in p.children %}", ""),
        ("{{ c.name }}", "{{ c.age }}"),
        ("{%tr endfor %}", ""),
        ("{%tr endfor %}", ""),
        ("end", "end"),
    ),
    "paragraphs repeated in a cell": grid(
        (paras("{%p for l in lines %}", "{{ l }}", "{%p endfor %}", "end"), "x")
    ),
    "a remark of its own row": grid(("{#tr nobody reads this #}", ""), ("{{ name }}", "x")),
    "a table in a table": grid(
        (grid(("{{ name }}", "inner")) + paras("after"), "{{ kind }}"), ("x", "y")
    ),
    "rows repeated in a table in a table": grid(
        (
            grid(
                ("{%tr for l in lines %}", ""), ("{{ l }}", "x"), ("{%tr endfor %}", ""), ("z", "z")
            )
            + paras("after"),
            "{{ kind }}",
        )
    ),
    "a table in a repeated row": grid(
        ("{%tr for p in people %}", ""),
        (grid(("{{ p.name }}", "inner")) + paras("after"), "{{ p.role }}"),
        ("{%tr endfor %}", ""),
        ("end", "end"),
    ),
    "cells merged in Word": grid(
        (SPAN + para(text("{{ name }}")),),
        (DOWN.format(' w:val="restart"') + para(text("{{ name }}")), "a"),
        (DOWN.format("") + para(), "b"),
    ),
    "columns repeated": grid(
        ("Who", "{%tc for d in days %}", "{{ d }}", "{%tc endfor %}"),
        ("{{ name }}", "{%tc for d in days %}", "{{ loop.index }}", "{%tc endfor %}"),
        widths=(2000, 2000, 2000, 2000),
    ),
    "more columns than before": grid(
        ("{%tc for d in days %}", "{{ d }}", "{%tc endfor %}"), widths=(3000,)
    ),
    "fewer columns than before": grid(
        ("a", "{%tc for d in nobody %}", "{{ d }}", "{%tc endfor %}"), widths=(2000,) * 4
    ),
    "columns on a condition": grid(
        ("a", "{%tc if yes %}", "{{ name }}", "{%tc endif %}", "z"), widths=(1000,) * 5
    ),
    "rows and columns repeated": grid(
        ("{%tr for p in people %}", "", "", ""),
        ("{{ p.name }}", "{%tc for d in days %}", "{{ d }}", "{%tc endfor %}"),
        ("{%tr endfor %}", "", "", ""),
        widths=(2000,) * 4,
    ),
    "a remark of its own column": grid(("{#tc nobody #}", "{{ name }}"), widths=(3000, 3000)),
    "colspan by number": grid(("a", "b"), ("{% colspan 2 %}{{ name }}",)),
    "colspan by name": grid(
        ("a", "b", "c"), ("{% colspan days | length %}{{ name }}",), widths=(2000,) * 3
    ),
    "colspan over columns repeated": grid(
        ("{% colspan days|length %}Week of {{ name }}",),
        ("{%tc for d in days %}", "{{ d }}", "{%tc endfor %}"),
        widths=(2000,) * 3,
    ),
    "cellbg by name": grid(("{% cellbg colour %}{{ name }}", "b")),
    "cellbg over a shade": grid((SHADED + para(text("{% cellbg colour %}{{ name }}")), "b")),
    "cellbg in rows repeated": grid(
        ("{%tr for p in people %}", ""),
        ("{% cellbg p.colour %}{{ p.name }}", "x"),
        ("{%tr endfor %}", ""),
        ("end", ""),
    ),
    "vm in rows repeated": grid(
        ("{%tr for p in people %}", ""),
        ("{% vm %}All of {{ name }}", "{{ p.name }}"),
        ("{%tr endfor %}", ""),
        ("end", ""),
    ),
    "hm in columns repeated": grid(
        ("{%tc for d in days %}", "{% hm %}Week of {{ name }}", "{%tc endfor %}"),
        ("{%tc for d in days %}", "{{ d }}", "{%tc endfor %}"),
        widths=(2000,) * 3,
    ),
    "hm in a merged cell": grid(
        ("{%tc for d in days %}", SPAN + para(text("{% hm %}Week")), "{%tc endfor %}"),
        ("a", "b", "c", "d", "e", "f"),
        widths=(1000,) * 6,
    ),
    "a list in a cell on a condition": grid(
        (paras("{%p if yes %}", "{{ name }}", "{%p endif %}", "always"), "b")
    ),
    "many rows": grid(
        ("{%tr for l in lines %}", ""),
        *[("{{ l }}", "{{ name }}")] * 30,
        ("{%tr endfor %}", ""),
        ("end", ""),
    ),
}
