"""Odd things in a line of text, as Word writes them: what is told, or what is printed."""

from collections.abc import Mapping

from oddwork import BY, Odd, control, look, numbered, shown, styled
from pdfwork import word
from wordfiles import field, para, paras, text

THEME = (
    b'<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    b'name="Office"><a:themeElements><a:fontScheme name="Office"><a:majorFont>'
    b'<a:latin typeface="Cambria"/><a:ea typeface=""/><a:cs typeface=""/>'
    b'</a:majorFont><a:minorFont><a:latin typeface="Calibri"/><a:ea typeface=""/>'
    b'<a:cs typeface=""/></a:minorFont></a:fontScheme></a:themeElements></a:theme>'
)

TEXT: Mapping[str, Odd] = {
    "a content control filled in": Odd(
        word(para(text("Dear "), control(text("Sam"), "<w:text/>"))), prints=("Dear Sam",)
    ),
    "a content control of paragraphs": Odd(
        word(control(paras("One", "Two"))), prints=("One", "Two")
    ),
    "a date chosen in a content control": Odd(
        word(
            para(
                control(
                    text("21 March 2026"),
                    '<w:date w:fullDate="2026-03-21T00:00:00Z"><w:dateFormat w:val="d MMMM yyyy"/>'
                    '<w:lid w:val="en-GB"/><w:storeMappedDataAs w:val="dateTime"/><w:calendar '
                    'w:val="gregorian"/></w:date>',
                )
            )
        ),
        prints=("21 March 2026",),
    ),
    "a content control that shows its prompt": Odd(
        word(
            para(
                control(
                    text("Click or tap here to enter text."),
                    '<w:placeholder><w:docPart w:val="DefaultPlaceholder_-1854013440"/>'
                    "</w:placeholder><w:showingPlcHdr/><w:text/>",
                )
            )
        ),
        told=("pdf-control-empty",),
    ),
    "a checkbox": Odd(
        word(
            para(
                control(
                    '<w:r><w:rPr><w:rFonts w:ascii="MS Gothic" w:eastAsia="MS Gothic" '
                    'w:hAnsi="MS Gothic" w:hint="eastAsia"/></w:rPr><w:t>☒</w:t></w:r>',
                    '<w14:checkbox><w14:checked w14:val="1"/><w14:checkedState w14:val="2612" '
                    'w14:font="MS Gothic"/><w14:uncheckedState w14:val="2610" '
                    'w14:font="MS Gothic"/></w14:checkbox>',
                ),
                text(" I agree."),
            )
        ),
        prints=(" I agree.",),
    ),
    "a row that repeats in content controls": Odd(
        word(
            "<w:tbl><w:tblPr/><w:tblGrid><w:gridCol w:w='4508'/></w:tblGrid>"
            + control(
                control(
                    f"<w:tr><w:tc><w:tcPr/>{para(text('Action'))}</w:tc></w:tr>",
                    '<w15:repeatingSectionItem xmlns:w15="http://schemas.microsoft.com/office/word'
                    '/2012/wordml"/>',
                )
            )
            + f"</w:tbl>{para()}"
        ),
        prints=("Action",),
    ),
    "words added under Track Changes": Odd(
        word(para(text("I will"), f"<w:ins {BY}>{text(' not')}</w:ins>", text(" come."))),
        stops=("pdf-tracked-changes",),
    ),
    "words struck out under Track Changes": Odd(
        word(para(text("One"), f"<w:del {BY}><w:r><w:delText>Two</w:delText></w:r></w:del>")),
        stops=("pdf-tracked-changes",),
    ),
    "a paragraph moved under Track Changes": Odd(
        word(
            para(
                '<w:moveFromRangeStart w:id="1" w:author="Office" w:name="move1"/>',
                f"<w:moveFrom {BY}>{text('Here.')}</w:moveFrom>",
                '<w:moveFromRangeEnd w:id="1"/>',
            )
            + para(f"<w:moveTo {BY}>{text('There.')}</w:moveTo>")
        ),
        stops=("pdf-tracked-changes",),
    ),
    "a look changed under Track Changes": Odd(
        look(f"<w:b/><w:rPrChange {BY}><w:rPr/></w:rPrChange>"), stops=("pdf-tracked-changes",)
    ),
    "a paragraph added under Track Changes": Odd(
        styled(f"<w:rPr><w:ins {BY}/></w:rPr>"), stops=("pdf-tracked-changes",)
    ),
    "a paragraph's look changed under Track Changes": Odd(
        styled(f'<w:jc w:val="center"/><w:pPrChange {BY}><w:pPr/></w:pPrChange>'),
        stops=("pdf-tracked-changes",),
    ),
    "a comment": Odd(
        word(
            para(
                '<w:commentRangeStart w:id="0"/>',
                text("Odd"),
                '<w:commentRangeEnd w:id="0"/>',
                '<w:r><w:commentReference w:id="0"/></w:r>',
            ),
            comments=f'<w:comment w:id="0" w:author="Office">{para(text("Why?"))}</w:comment>',
        ),
        told=("pdf-comment",),
        prints=("Odd",),
    ),
    "page x of y": Odd(
        word(para(text("Page "), shown(" PAGE "), text(" of "), shown(" NUMPAGES "))),
        prints=("Page ", " of "),
    ),
    "a table of contents": Odd(
        word(para(shown(' TOC \\o "1-3" \\h \\z \\u ', result="The meeting")) + para(text("End"))),
        stops=("pdf-field",),
    ),
    "a cross-reference": Odd(
        word(para(text("See "), shown(" REF _Ref1 \\h ", result="action 2"))), stops=("pdf-field",)
    ),
    "a field in an element of its own": Odd(
        word(para(f'<w:fldSimple w:instr=" STYLEREF Title ">{text("Letter")}</w:fldSimple>')),
        stops=("pdf-field",),
    ),
    "a form field of the older kind": Odd(
        word(
            para(
                '<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:name w:val="Text1"/>'
                '<w:enabled/><w:calcOnExit w:val="0"/><w:textInput/></w:ffData></w:fldChar></w:r>',
                "<w:r><w:instrText> FORMTEXT </w:instrText></w:r>",
                '<w:r><w:fldChar w:fldCharType="separate"/></w:r>',
                text("Filled in"),
                '<w:r><w:fldChar w:fldCharType="end"/></w:r>',
            )
        ),
        prints=("Filled in",),
    ),
    "a field in a field": Odd(
        word(para(shown(" = ", result="1"), field(" SEQ ", field(" PAGE ")))),
        stops=("pdf-field",),
    ),
    "an old date stamp": Odd(word(para("<w:r><w:dayLong/></w:r>")), stops=("pdf-field",)),
    "a link": Odd(
        word(
            para(f'<w:hyperlink r:id="rIdLink" w:history="1">{text("our page")}</w:hyperlink>'),
            relations=(("rIdLink", "hyperlink!", "https://www.example.org/a?b=c&d=e"),),
        ),
        prints=("our page",),
    ),
    "a link to a place in the document": Odd(
        word(
            para('<w:bookmarkStart w:id="0" w:name="there"/>', text("There"))
            + para(
                '<w:bookmarkEnd w:id="0"/>',
                f'<w:hyperlink w:anchor="there">{text("go there")}</w:hyperlink>',
            )
        ),
        prints=("There", "go there"),
    ),
    "an equation": Odd(
        word(
            para(
                "<m:oMath><m:r><w:rPr><w:rFonts w:ascii='Cambria Math' w:hAnsi='Cambria Math'/>"
                "</w:rPr><m:t>x=1</m:t></m:r></m:oMath>"
            )
        ),
        stops=("pdf-equation",),
    ),
    "an equation of its own line": Odd(
        word(para("<m:oMathPara><m:oMath><m:r><m:t>x=1</m:t></m:r></m:oMath></m:oMathPara>")),
        stops=("pdf-equation",),
    ),
    "a phonetic guide": Odd(
        word(
            para(
                '<w:r><w:ruby><w:rubyPr><w:rubyAlign w:val="center"/><w:hps w:val="12"/><w:lid '
                f'w:val="ja-JP"/></w:rubyPr><w:rt>{text("nee")}</w:rt><w:rubyBase>{text("Nia")}'
                "</w:rubyBase></w:ruby></w:r>"
            )
        ),
        stops=("pdf-phonetic-guide",),
    ),
    "hidden text": Odd(
        word(para(text("Seen."), text("Not seen.", "<w:vanish/>"))),
        told=("pdf-hidden-text",),
        prints=("Seen.",),
    ),
    "fonts of the theme": Odd(
        word(
            para(text("Themed", '<w:rFonts w:asciiTheme="minorHAnsi" w:hAnsiTheme="minorHAnsi"/>')),
            more={
                "word/theme/theme1.xml": (
                    THEME,
                    "application/vnd.openxmlformats-officedocument.theme+xml",
                )
            },
            relations=(("rIdTheme", "theme", "theme/theme1.xml"),),
        ),
        prints=("Themed",),
    ),
    "letters of a newer look": Odd(
        look('<w14:glow w14:rad="63500"><w14:srgbClr w14:val="FF0000"/></w14:glow>'),
        stops=("pdf-text-effect",),
    ),
    "hollow letters": Odd(look("<w:outline/>"), stops=("pdf-text-effect",)),
    "a border around letters": Odd(
        look('<w:bdr w:val="single" w:sz="4" w:space="0" w:color="auto"/>'),
        stops=("pdf-text-border",),
    ),
    "raised letters": Odd(look('<w:position w:val="6"/>'), prints=("Odd",)),
    "squeezed letters": Odd(look('<w:w w:val="80"/>'), stops=("pdf-text-shifted",)),
    "letters fitted into a width": Odd(
        look('<w:fitText w:val="900" w:id="-1"/>'), stops=("pdf-text-shifted",)
    ),
    "emphasis marks": Odd(look('<w:em w:val="dot"/>'), stops=("pdf-east-asian-layout",)),
    "a heading run on into its text": Odd(
        word(
            para(text("Heading"), properties="<w:rPr><w:vanish/><w:specVanish/></w:rPr>")
            + para(text(" and text."))
        ),
        stops=("pdf-hidden-mark",),
    ),
    "letters joined as OpenType fonts do": Odd(
        look('<w14:ligatures w14:val="standardContextual"/>'), prints=("Odd",)
    ),
    "indents counted in letters": Odd(
        styled('<w:ind w:leftChars="100" w:left="240"/>'), stops=("pdf-east-asian-layout",)
    ),
    "indents counted in no letters": Odd(
        styled('<w:ind w:leftChars="0" w:left="240"/>'), prints=("Odd",)
    ),
    "mirrored indents": Odd(styled("<w:mirrorIndents/>"), stops=("pdf-mirrored",)),
    "text direction turned by hand": Odd(
        word(para(text("Call "), f'<w:dir w:val="ltr">{text("01632 960001")}</w:dir>')),
        prints=("01632 960001",),
    ),
    "a smart tag of older versions": Odd(
        word(
            para(
                '<w:smartTag w:uri="urn:schemas-microsoft-com:office:smarttags" w:element="place">'
                f'<w:smartTagPr><w:attr w:name="x" w:val="y"/></w:smartTagPr>{text("Kemsley")}'
                "</w:smartTag>"
            )
        ),
        prints=("Kemsley",),
    ),
    "an inked note": Odd(
        word(para('<w:r><w:contentPart r:id="rIdInk"/></w:r>')), stops=("pdf-object",)
    ),
    "a font that is not one of the set": Odd(
        look('<w:rFonts w:ascii="Comic Sans MS" w:hAnsi="Comic Sans MS"/>'),
        told=("pdf-font-replaced",),
        prints=("Odd",),
    ),
    "a letter that no font of the set has": Odd(look("", "\u4e2d"), stops=("pdf-glyph-missing",)),
    "a sign of a font of signs": Odd(
        word(para('<w:r><w:sym w:font="Wingdings" w:char="F0FE"/></w:r>', text(" Yes"))),
        prints=(" Yes",),
    ),
    "a sign that nobody knows": Odd(
        word(para('<w:r><w:sym w:font="Webdings" w:char="F0FF"/></w:r>')),
        stops=("pdf-symbol-unknown",),
    ),
    "two lines under a word": Odd(
        look('<w:u w:val="double"/>'), told=("pdf-underline-kind",), prints=("Odd",)
    ),
    "a line drawn at a tab stop": Odd(
        styled('<w:tabs><w:tab w:val="bar" w:pos="2000"/></w:tabs>'), stops=("pdf-tab-kind",)
    ),
    "a tab to the indent": Odd(
        word(para('<w:r><w:ptab w:relativeTo="indent" w:alignment="left" w:leader="none"/></w:r>')),
        stops=("pdf-tab-kind",),
    ),
    "a link to a place that is not there": Odd(
        word(para(f'<w:hyperlink w:anchor="gone">{text("go there")}</w:hyperlink>')),
        told=("pdf-link-target",),
        prints=("go there",),
    ),
    "headings that leave a level out": Odd(
        word(
            para(text("First"), properties='<w:pStyle w:val="Heading1"/>')
            + para(text("Third"), properties='<w:outlineLvl w:val="2"/>')
        ),
        told=("pdf-heading-jump",),
        prints=("First", "Third"),
    ),
    "numbers as people write them in Thailand": Odd(
        numbered('<w:numFmt w:val="thaiCounting"/>'), stops=("pdf-number-format",)
    ),
    "a picture as bullet": Odd(
        numbered('<w:numFmt w:val="bullet"/><w:lvlPicBulletId w:val="0"/>'),
        stops=("pdf-number-picture",),
    ),
    "something that nobody knows": Odd(look("<w:foo/>"), stops=("pdf-unknown",)),
}
