"""Templates of paragraphs: printing, conditions, loops, and all that stands beside tags in Word."""

from collections.abc import Mapping

from press.corpus.building import bookmark, link, spaced, split
from wordfiles import box, drawing, field, para, paras, table, text

BREAK, TAB, PAGE = "<w:r><w:br/></w:r>", "<w:r><w:tab/></w:r>", '<w:r><w:br w:type="page"/></w:r>'
BOLD, ITALIC, RTL = "<w:b/>", "<w:i/>", "<w:rtl/>"
HEADING, BULLET = '<w:pStyle w:val="Heading1"/>', '<w:pStyle w:val="ListBullet"/>'
NUMBERED = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
CONTROL = '<w:sdt><w:sdtPr><w:alias w:val="Name"/></w:sdtPr><w:sdtContent>{}</w:sdtContent></w:sdt>'

PRINTING: Mapping[str, str] = {
    "a name": paras("Dear {{ name }},"),
    "a name without blanks in its braces": paras("Dear {{name}},"),
    "a name in a group": paras("{{ person.name }} is {{ person.age }}"),
    "a key in brackets": paras("{{ person['name'] }}"),
    "a key in Word's curly quotes": paras("{{ person[\u2018name\u2019] }}"),
    "an item of a list": paras("{{ lines[1] }} {{ people[1].name }} {{ lines[-1] }}"),
    "several names in a sentence": paras("{{ name }}, {{ number }} of {{ name }}{{ name }}."),
    "a text and a number written out": paras("{{ 'it is' }} {{ 5 }}"),
    "the same name many times": paras(*["{{ name }} and {{ person.name }}"] * 40),
    "no tag at all": paras("Nothing to fill in here, & nothing < lost."),
    "words beside tags that XML escapes": paras("R & D <{{ name }}> 'a' \"b\""),
    "braces that are no tags": paras("f(x) = 1 %, 5 # 6, {{ name }}"),
    "join": paras("{{ lines | join(', ') }}", "{{ lines|join }}"),
    "length": paras("{{ lines | length }} {{ nobody | length }}"),
    "upper, lower, title and capitalize": paras(
        "{{ kind | upper }} {{ kind | lower }} {{ kind | title }} {{ kind | capitalize }}"
    ),
    "trim, replace and default": paras(
        "[{{ name | trim }}] {{ kind | replace('n', 'm') }} {{ missing | default('none') }}"
    ),
    "first, last and sort": paras("{{ days | first }} {{ days | last }} {{ days | sort | join }}"),
    "filters in a row": paras("{{ days | join(' ') | upper | length }}"),
    "a choice of words": paras("{{ 'open' if yes else 'closed' }}"),
    "a sum": paras("{{ number + 1 }} {{ number * 2 }} {{ number - 1 }}"),
    "texts put together": paras("{{ kind ~ ' of ' ~ number }}"),
    "reading methods": paras("{{ kind.upper() }} {{ kind.replace('n', 'm') }}"),
    "a remark": paras("before {# nobody reads this #}after {{ name }}"),
    "a name set": paras("{%p set again = name %}", "{{ again }}"),
}

CONDITIONS: Mapping[str, str] = {
    "if on paragraphs": paras("{%p if yes %}", "{{ name }}", "{%p endif %}", "end"),
    "if that is not": paras("{%p if no %}", "{{ name }}", "{%p endif %}", "end"),
    "if, elif and else": paras(
        "{%p if no %}",
        "a",
        "{%p elif number == 3 %}",
        "b {{ name }}",
        "{%p else %}",
        "c",
        "{%p endif %}",
    ),
    "and, or, not and brackets": paras(
        "{%p if (yes and not no) or nobody %}",
        "a",
        "{%p endif %}",
        "{%p if not (yes or no) %}",
        "b",
        "{%p endif %}",
    ),
    "comparisons": paras(
        "{%p if number > 2 and number >= 3 and number < 4 and number <= 3 %}",
        "a",
        "{%p endif %}",
        "{%p if kind != 'invite' and kind == 'warning' %}",
        "b",
        "{%p endif %}",
    ),
    "comparisons in Word's curly quotes": paras("{%p if kind == “warning” %}", "a", "{%p endif %}"),
    "in a list": paras("{%p if 'first' in lines and 'x' not in lines %}", "a", "{%p endif %}"),
    "is defined": paras("{%p if name is defined %}", "a", "{%p endif %}"),
    "if on an empty text, list and nought": paras(
        "{%p if empty or nobody or zero %}", "a", "{%p else %}", "b", "{%p endif %}"
    ),
    "if inside a sentence": paras("We {% if yes %}will meet {{ name }}{% endif %} soon."),
    "if and else inside a sentence": paras("We {% if no %}will{% else %}won't{% endif %} meet."),
    "if around runs that look otherwise": para(
        text("a "),
        text("{% if yes %}"),
        text("bold {{ name }}", BOLD),
        text("{% endif %}"),
        text(" z"),
    ),
    "if on runs": para(
        text("a "),
        text("{%r if yes %}"),
        text("bold {{ name }}", BOLD),
        text("{%r endif %}"),
        text(" z"),
    ),
    "if that is not, on runs": para(
        text("a"),
        text("{%r if no %}"),
        text("bold {{ name }}", BOLD),
        text("{%r endif %}"),
        text("z"),
    ),
    "if inside if": paras(
        "{%p if yes %}",
        "a",
        "{%p if no %}",
        "b",
        "{%p else %}",
        "{{ name }}",
        "{%p endif %}",
        "d",
        "{%p endif %}",
    ),
    "if around a table": paras("{%p if yes %}")
    + table(["{{ name }}", "x"])
    + paras("{%p endif %}", "end"),
}

LOOPS: Mapping[str, str] = {
    "for on paragraphs": paras("{%p for l in lines %}", "{{ l }}", "{%p endfor %}"),
    "for over nothing": paras("a", "{%p for l in nobody %}", "{{ l }}", "{%p endfor %}", "z"),
    "for with else": paras(
        "{%p for l in nobody %}", "{{ l }}", "{%p else %}", "nobody", "{%p endfor %}"
    ),
    "for inside for": paras(
        "{%p for p in people %}",
        "{{ p.name }}, {{ p.role }}",
        "{%p for c in p.children %}",
        "{{ c.name }} of {{ p.name }}",
        "{%p endfor %}",
        "{%p endfor %}",
    ),
    "if inside for": paras(
        "{%p for p in people %}",
        "{%p if p.children %}",
        "{{ p.name }}",
        "{%p else %}",
        "none",
        "{%p endif %}",
        "{%p endfor %}",
    ),
    "for with a condition": paras(
        "{%p for p in people if p.children %}", "{{ p.name }}", "{%p endfor %}"
    ),
    "what a loop tells of itself": paras(
        "{%p for l in lines %}",
        "{{ loop.index }} {{ loop.index0 }} {{ loop.revindex }} {{ loop.length }}",
        "{%p if loop.first %}",
        "first",
        "{%p endif %}",
        "{%p if not loop.last %}",
        "and",
        "{%p endif %}",
        "{%p endfor %}",
    ),
    "for inside a sentence": paras(
        "With {% for l in lines %}{{ l }}{% if not loop.last %}, {% endif %}{% endfor %}."
    ),
    "for on runs": para(
        text("With "),
        text("{%r for l in lines %}"),
        text("{{ l }}", BOLD),
        text(" "),
        text("{%r endfor %}"),
        text("end"),
    ),
    "for around a table": paras("{%p for p in people %}")
    + table(["{{ p.name }}", "{{ p.role }}"])
    + paras("", "{%p endfor %}"),
    "a bulleted list": para(text("{%p for l in lines %}"))
    + para(text("{{ l }}"), properties=BULLET)
    + para(text("{%p endfor %}")),
    "a numbered list": para(text("{%p for l in lines %}"), properties=NUMBERED)
    + para(text("{{ l }}"), properties=NUMBERED)
    + para(text("{%p endfor %}"), properties=NUMBERED),
    "remarks of their own paragraph": paras("a", "{#p nobody reads this #}", "{{ name }}"),
}

BESIDE: Mapping[str, str] = {
    "tags split into many runs": para(
        split("Dear {", "{ na", "me }", "}, yours {{ person", ".age}}")
    ),
    "a tag split where its look changes": para(text("Dear "), text("{{ na"), text("me }}", BOLD)),
    "a condition split into many runs": para(split("{", "%p i", "f ye", "s %", "}"))
    + paras("{{ name }}")
    + para(split("{%p", " endif ", "%}")),
    "texts that keep no blanks": para(spaced("Dear {{ name }},"), spaced("a"), spaced(" b ")),
    "a tag in bold among plain words": para(
        text("Dear "), text("{{ name }}", BOLD), text(", the "), text("{{ kind }}", ITALIC)
    ),
    "headings": para(text("About {{ name }}"), properties=HEADING) + paras("{{ name }}"),
    "a character style": para(text("{{ name }}", '<w:rStyle w:val="Strong"/>')),
    "a language and a font": para(
        text("{{ name }}", '<w:rFonts w:ascii="Georgia"/><w:color w:val="FF0000"/>')
    ),
    "right to left": para(text("{{ name }} مرحبا", RTL), properties="<w:bidi/>"),
    "a line break and a tab": para(text("a"), BREAK, text("{{ name }}"), TAB, text("b")),
    "a page break": para(text("{{ name }}"), PAGE) + paras("{{ name }}"),
    "a page break of its own": paras("{{ name }}") + para(PAGE) + paras("{{ name }}"),
    "a hyperlink": para(text("See "), link("{{ name }} online"), text(" now")),
    "a bookmark": para(text("a "), bookmark(text("{{ name }}")), text(" z")),
    "a page number": para(text("{{ name }}, page "), *field(" PAGE ")),
    "a simple field": para(
        text("{{ name }} "), '<w:fldSimple w:instr=" NUMPAGES ">' + text("3") + "</w:fldSimple>"
    ),
    "a picture": para(text("{{ name }}"), drawing("a tree")),
    "a picture in a loop": paras("{%p for l in days %}")
    + para(text("{{ l }}"), drawing("a tree"))
    + paras("{%p endfor %}"),
    "a picture on a condition": paras("{%p if no %}")
    + para(drawing("a tree"))
    + paras("{%p endif %}", "{{ name }}"),
    "a text box": para(text("x {{ name }}"), box(paras("{{ name }}", "{{ number }}"))),
    "loops in a text box": para(
        box(paras("{%p for l in lines %}", "{{ l }}", "{%p endfor %}")), text("{{ kind }}")
    ),
    "a content control in a sentence": para(text("a "), CONTROL.format(text("{{ name }}"))),
    "a content control of paragraphs": CONTROL.format(paras("{{ name }}", "b")) + paras("end"),
    "signs that Word writes as elements": para(
        text("{{ name }}"), "<w:r><w:noBreakHyphen/></w:r>", '<w:r><w:sym w:char="F0FC"/></w:r>'
    ),
    "two sections": paras("{{ name }}")
    + '<w:p><w:pPr><w:sectPr><w:pgSz w:w="11906" w:h="16838"/></w:sectPr></w:pPr></w:p>'
    + paras("{{ kind }}"),
    "an equation": para(text("{{ name }}"), "<m:oMath><m:r><m:t>x</m:t></m:r></m:oMath>"),
}

BODIES: Mapping[str, str] = {**PRINTING, **CONDITIONS, **LOOPS, **BESIDE}
