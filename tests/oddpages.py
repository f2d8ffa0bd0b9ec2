"""Odd pages, settings and styles, as Word writes them: told, or printed."""

from collections.abc import Mapping

from oddwork import Odd, section, shown
from pdfwork import word
from wordfiles import members, para, paras, text, zipped

PAGES: Mapping[str, Odd] = {
    "two columns": Odd(
        word(section('<w:cols w:num="2" w:space="708"/>') + paras("After")),
        stops=("pdf-columns",),
    ),
    "two columns on a part of a page": Odd(
        word(
            section("")
            + section('<w:type w:val="continuous"/><w:cols w:num="2" w:space="708"/>')
            + paras("After")
        ),
        stops=("pdf-section-continuous",),
    ),
    "a section that begins on the same page": Odd(
        word(
            paras("Before")
            + para(
                properties='<w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1440" '
                'w:right="2880" w:bottom="1440" w:left="2880" w:header="708" w:footer="708" '
                'w:gutter="0"/></w:sectPr>'
            )
            + paras("After"),
            section='<w:type w:val="continuous"/>',
        ),
        stops=("pdf-section-continuous",),
    ),
    "a section that begins on an odd page": Odd(
        word(paras("Before") + section("") + paras("After"), section='<w:type w:val="oddPage"/>'),
        stops=("pdf-section-page",),
    ),
    "a section that begins on a new page": Odd(
        word(section("") + paras("After")), prints=("The end of a section.", "After")
    ),
    "page borders": Odd(
        word(
            paras("Dear"),
            section='<w:pgBorders w:offsetFrom="page"><w:top w:val="single" w:sz="4" w:space="24" '
            'w:color="auto"/></w:pgBorders>',
        ),
        stops=("pdf-page-borders",),
    ),
    "line numbers": Odd(
        word(paras("Dear"), section='<w:lnNumType w:countBy="1"/>'), stops=("pdf-line-numbers",)
    ),
    "text in the middle of the page": Odd(
        word(paras("Dear"), section='<w:vAlign w:val="center"/>'), stops=("pdf-page-place",)
    ),
    "page numbers of an uncommon kind": Odd(
        word(
            para(shown(" PAGE ")),
            section='<w:pgNumType w:fmt="hebrew1"/>',
        ),
        stops=("pdf-page-numbers",),
    ),
    "text on a grid": Odd(
        word(section('<w:docGrid w:type="lines" w:linePitch="360"/>') + paras("Dear")),
        stops=("pdf-page-grid",),
    ),
    "a page that stands on its side": Odd(
        word(
            para(
                text("Wide"),
                properties='<w:sectPr><w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/>'
                '<w:pgMar w:top="1440" w:right="1440" w:bottom="1440" w:left="1440" w:header="708" '
                'w:footer="708" w:gutter="0"/></w:sectPr>',
            )
            + paras("High")
        ),
        prints=("Wide", "High"),
    ),
    "a page without room": Odd(
        word(
            para(
                text("Odd"),
                properties='<w:sectPr><w:pgSz w:w="0" w:h="0"/><w:pgMar w:top="1440" '
                'w:right="1440" w:bottom="1440" w:left="1440" w:header="708" w:footer="708" '
                'w:gutter="0"/></w:sectPr>',
            )
            + paras("High")
        ),
        stops=("pdf-page-size",),
    ),
    "a page with a footnote's own rules": Odd(
        word(section('<w:footnotePr><w:numFmt w:val="lowerRoman"/></w:footnotePr>') + paras("A")),
        stops=("pdf-note-look",),
    ),
    "a gutter on the other side": Odd(
        word(section("<w:rtlGutter/>") + paras("Dear")), stops=("pdf-mirrored",)
    ),
    "inner and outer margins": Odd(
        word(paras("Dear"), sheets={"settings": "<w:mirrorMargins/>"}), stops=("pdf-setting",)
    ),
    "parted words": Odd(
        word(paras("Dear"), sheets={"settings": "<w:autoHyphenation/>"}), stops=("pdf-setting",)
    ),
    "a layout of older programs": Odd(
        word(
            paras("Dear"),
            sheets={"settings": "<w:compat><w:wpJustification/><w:useFELayout/></w:compat>"},
        ),
        told=("pdf-older-layout",),
        prints=("Dear",),
    ),
    "settings as Word writes them": Odd(
        word(
            paras("Dear"),
            sheets={
                "settings": '<w:zoom w:percent="100"/><w:proofState w:spelling="clean"/>'
                '<w:defaultTabStop w:val="720"/><w:characterSpacingControl '
                'w:val="doNotCompress"/><w:footnotePr><w:footnote w:id="-1"/><w:footnote w:id="0"/>'
                '</w:footnotePr><w:endnotePr><w:endnote w:id="-1"/></w:endnotePr><w:compat>'
                '<w:compatSetting w:name="compatibilityMode" '
                'w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat><w:rsids>'
                '<w:rsidRoot w:val="00A77B3E"/></w:rsids><m:mathPr><m:mathFont m:val="Cambria"/>'
                '</m:mathPr><w:themeFontLang w:val="en-GB"/><w:clrSchemeMapping w:bg1="light1"/>'
                '<w:decimalSymbol w:val="."/><w:listSeparator w:val=","/>'
            },
        ),
        prints=("Dear",),
    ),
    "no title": Odd(word(paras("Dear"), title=""), stops=("pdf-no-title",)),
    "a header that is not in the file": Odd(
        word(section('<w:headerReference w:type="default" r:id="rIdGone"/>') + paras("Dear")),
        stops=("pdf-document-part",),
    ),
    "a style with an effect in use": Odd(
        word(
            para(text("Odd"), properties='<w:pStyle w:val="Odd"/>'),
            sheets={
                "styles": '<w:style w:type="paragraph" w:styleId="Odd"><w:name w:val="Odd"/><w:rPr>'
                "<w:emboss/></w:rPr></w:style>"
            },
        ),
        stops=("pdf-text-effect",),
    ),
    "a style with an effect that nothing uses": Odd(
        word(
            paras("Even"),
            sheets={
                "styles": '<w:style w:type="paragraph" w:styleId="Odd"><w:name w:val="Odd"/><w:rPr>'
                "<w:emboss/></w:rPr></w:style>"
            },
        ),
        prints=("Even",),
    ),
    "a coloured page": Odd(
        zipped(
            {
                name: data.replace(b"<w:body>", b'<w:background w:color="FFFF00"/><w:body>')
                for name, data in members(paras("Dear"), title="A letter").items()
            }
        ),
        told=("pdf-page-colour",),
        prints=("Dear",),
    ),
}
