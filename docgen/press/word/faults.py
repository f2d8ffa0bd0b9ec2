"""What can be wrong with a template's tags, and with what is merged into them."""

from docgen.errors import Reasons
from docgen.model.finding import Faults, Wording

FAULTS: Faults = {
    "word-tag-unclosed": Wording(
        "{at}: a tag begins here and is not closed in this paragraph: {tag}",
        "End it with }}}} or %}}, in the paragraph where it began.",
    ),
    "word-tag-unopened": Wording(
        "{at}: {tag} ends a tag that does not begin in this paragraph.",
        "Begin the tag with {{{{ or {{%, in the same paragraph; or delete {tag}.",
    ),
    "word-single-brace": Wording(
        "{at}: a single {tag} stands in the text, probably half of a tag.",
        "Write two braces, as in {{{{ pupil.legal_name }}}}; in a sentence use ( ) instead.",
    ),
    "word-tag-broken-up": Wording(
        "{at}: a picture, field, note or page break stands inside the tag {tag}.",
        "Delete the tag and type it again in one go.",
    ),
    "word-tag-elsewhere": Wording(
        "{at}: a tag stands where nothing is filled in: {tag}",
        "Tags are filled in in the text, tables, text boxes, headers, footers, notes and the "
        "document's title. Move it there.",
    ),
    "word-tag-lost": Wording(
        "{at}: the tags can't be put in place; the file was made by a program that writes "
        "unusual XML.",
        "Open it in Word, and save it as “Word Document (*.docx)”.",
    ),
    "word-paragraph-too-long": Wording(
        "{at}: a paragraph with tags has more than {limit} letters.",
        "Split the paragraph.",
    ),
    "word-too-many-tags": Wording(
        "{at}: there are more than {limit} tags.",
        "Use {{%p for … %}} or {{%tr for … %}} for what repeats.",
    ),
    "word-tag-misspelt": Wording(
        "{at}: the tag {tag} can't be understood.",
        "Write a name, as in {{{{ pupil.legal_name }}}}, or {{%p if meeting.online %}}.",
    ),
    "word-tag-too-long": Wording(
        "{at}: a tag has more than {limit} letters or too many brackets: {tag}",
        "Split the condition over two {{%p if … %}}.",
    ),
    "word-dash": Wording(
        "{at}: the tag {tag} has a dash or plus beside its braces, which swallows the words "
        "next to it.",
        "Take the sign away, as in {{%p if … %}}.",
    ),
    "word-level-not-allowed": Wording(
        "{at}: {tag} begins with the letter {level!r}, which is not used here.",
        "Write {{{{ name }}}} to print, {{%p … %}} for paragraphs and {{%tr … %}} for rows of a "
        "table. Instead of repeating columns, repeat rows.",
    ),
    "word-block-not-allowed": Wording(
        "{at}: {tag} is not one of the tags that templates use.",
        "Use if, elif, else, endif, for or endfor, as in {{%p if … %}}. Merge and shade cells in "
        "Word itself. Name and reckon things in the casefile, not in the template.",
    ),
    "word-block-in-sentence": Wording(
        "{at}: {tag} stands without p or tr after its {{%.",
        "Give it a paragraph of its own and write {{%p {what} … %}}, or a table row of its own and "
        "write {{%tr {what} … %}}. For a choice of words write each sentence whole, in its own "
        "paragraph.",
    ),
    "word-text-beside-tag": Wording(
        "{at}: {tag} shares its {unit} with other text, pictures or breaks, which would be lost.",
        "Put the tag into a {unit} of its own.",
    ),
    "word-two-tags": Wording(
        "{at}: two tags share one {unit}, and one of them would be lost: {tag}",
        "Put each {{% … %}} into a {unit} of its own.",
    ),
    "word-row-tag-outside-table": Wording(
        "{at}: {tag} stands in no table.",
        "Write {{%p … %}} for paragraphs; {{%tr … %}} is for rows of a table.",
    ),
    "word-section-beside-tag": Wording(
        "{at}: the paragraph of {tag} ends a section of the document, which would be lost.",
        "Put the section break (Layout, Breaks) into a paragraph of its own.",
    ),
    "word-block-open": Wording(
        "{at}: {tag} has no {ending}.",
        "Write {ending} where it shall end, in a {unit} of its own.",
    ),
    "word-block-end": Wording(
        "{at}: {tag} has nothing open before it that it could belong to.",
        "Delete it, or write the tag that opens it.",
    ),
    "word-block-crosses": Wording(
        "{at}: {tag} does not stand in the same table, cell, box or text as the tag that it "
        "belongs to, {opened}.",
        "Begin and end it in the same table cell, or both outside the table, both with p or both "
        "with tr.",
    ),
    "word-nested-too-much": Wording(
        "{at}: {tag} stands inside {limit} others.",
        "Use fewer conditions and loops inside each other.",
    ),
    "word-not-allowed": Wording(
        "{at}: {tag} uses {what}, which templates may not.",
        "A tag holds a name, as in {{{{ meeting.date }}}}; a condition may compare names with == "
        "and join conditions with and, or, not. Put all else into the casefile or the statements.",
    ),
    "word-name-not-allowed": Wording(
        "{at}: {tag} uses {what!r}, which is not a name for data.",
        "Use the names that “docgen pack placeholders” lists.",
    ),
    "word-filter-not-allowed": Wording(
        "{at}: {tag} uses the filter {what!r}, which is not known here.",
        "Use join with one text, as in {{{{ recipient.address | join(', ') }}}}, length or count.",
    ),
    "word-filter-value": Wording(
        "{at}: {tag} can't be printed: {what}.",
        "Correct the value in the data, or take the filter out of the tag; docs/docxtpl.md shows "
        "what each filter takes.",
    ),
    "word-loop-outside": Wording(
        "{at}: {tag} asks for loop.… where nothing is repeated, or for something that a loop "
        "does not tell.",
        "Inside {{%p for … %}} write loop.index, loop.first, loop.last or loop.length.",
    ),
    "word-undefined-name": Wording(
        "{at}: there is nothing called {what} ({tag}).{nearest}",
        "Use the names that “docgen pack placeholders” lists.",
    ),
    "word-statement-missing": Wording(
        "{at}: the pack has no statement {what!r}.{nearest}",
        "Add it to the kind's statements in pack.yaml, or correct the name.",
    ),
    "word-statement-beside": Wording(
        "{at}: a statement needs a paragraph of its own: {tag}",
        "Put {tag} alone into a paragraph.",
    ),
    "word-odd-angle": Wording(
        "{at}: a < stands before a digit or a stroke, where translations have their own signs.",
        "Write “less than” or “under”, or put a blank behind the <.",
    ),
    "word-two-counts": Wording(
        "{at}: a sentence counts two things, and no language has forms for that.",
        "Write a sentence for each count, in a paragraph of its own.",
    ),
    "word-tracked-changes": Wording(
        "{at}: the template holds tracked changes; what was struck out would be printed.",
        "In Word choose Review, Accept All Changes and Stop Tracking, and save.",
    ),
    "word-comment": Wording(
        "{at}: the template holds comments, which would go out with every letter.",
        "In Word choose Review, Delete, Delete All Comments in Document, and save.",
    ),
    "word-letterhead-no-picture": Wording(
        "Something in the template is called “letterhead” and is not a picture.",
        "Put a picture there (Insert, Pictures), and write letterhead as its alt text.",
    ),
    "word-letterhead-not-picture": Wording(
        "The school's letterhead is not a whole PNG or JPEG picture.",
        "Open it in a picture program and save it as PNG.",
    ),
    "word-letterhead-too-large": Wording(
        "The school's letterhead is too large: at most {limit} MB and {pixels} million pixels.",
        "Open it in a picture program, make it smaller and save it.",
    ),
    "word-picture-shape": Wording(
        "Something in the template is called “picture: {what}” and is not a picture.",
        "Put a picture there (Insert, Pictures), and give it that alt text.",
    ),
    "word-picture-unknown": Wording(
        "The template asks for the picture “{what}”, which nobody has drawn.{nearest}",
        "Correct the picture's alt text, or add the picture to the folder of pictures.",
    ),
    "word-picture-broken": Wording(
        "The picture “{what}” is not a whole PNG or JPEG picture.",
        "Open it in a picture program and save it as PNG.",
    ),
    "word-not-printable": Wording(
        "{at}: {tag} would print {what}, not a text.",
        "Print one of its values, or repeat it with {{%p for … %}}; use yes or no values in "
        "{{%p if … %}}.",
    ),
    "word-not-a-list": Wording(
        "{at}: {tag} repeats {what}, not a list.",
        "Repeat a list, as in {{%p for person in meeting.attendees %}}.",
    ),
    "word-no-length": Wording(
        "{at}: {tag} asks for the length of {what}.",
        "Ask for the length of a list.",
    ),
    "word-not-comparable": Wording(
        "{at}: {tag} compares things of two kinds.",
        "Compare a text with a text in quotes, a number with a number.",
    ),
    "word-not-pairs": Wording(
        "{at}: {tag} takes apart what has not so many parts.",
        "Repeat over two names only what comes in pairs, as in {{%p for k, v in group.items() %}}.",
    ),
    "word-lists-differ": Wording(
        "{at}: {tag} runs over a list that has not as many entries in both languages.",
        "Give the values in both languages the same entries, in the same order.",
    ),
    "word-no-reckoning": Wording(
        "{at}: {tag} can't be reckoned, or the result is too large.",
        "Reckon with numbers alone, as in {{{{ a + b }}}}; do all else in the data.",
    ),
    "word-odd-span": Wording(
        "{at}: {tag} needs a number of columns from 1 to 63.",
        "Give colspan a whole number.",
    ),
    "word-odd-colour": Wording(
        "{at}: {tag} needs a colour.",
        "Write a colour as six signs, as in {{% cellbg 'FFFF00' %}}.",
    ),
    "word-loops-too-long": Wording(
        "{at}: the loops of this template run too long.",
        "Take loops out of loops.",
    ),
    "word-output-too-large": Wording(
        "{at}: the document grows too large.",
        "Take loops out of loops, or print less in each turn.",
    ),
}

REASONS: Reasons = {
    "word-odd-look": Wording(
        "The rich text {name} has a colour, size, style or link that Word does not know.",
        "Write a colour as 1F4E79, a size in points, a style's key, and a link that begins with "
        "https, http, mailto or tel.",
    ),
    "word-odd-picture": Wording(
        "The picture {name} is not a whole PNG or JPEG picture, or too large.",
        "Open it in a picture program, make it smaller and save it as PNG; give its width in "
        "millimetres.",
    ),
    "word-picture-nowhere": Wording(
        "The picture {name} is given as a file, and no folder of pictures was named.",
        "Say in which folder the pictures are, or hand over the picture's bytes.",
    ),
    "word-odd-document": Wording(
        "The document {name} can't be put into another: {why}.",
        "Open it in Word, take that out, and save it as “Word Document (*.docx)”.",
    ),
    "word-rejected": Wording(
        "The template {place} can't be used: {count} fault(s).",
        "Mend each fault in Word and save the template.",
    ),
    "word-unprintable": Wording(
        "The value {name} holds a character that no document can show.",
        "Delete the value in the casefile and type it again.",
    ),
}
