"""Odd pictures, tables, frames and notes, as Word writes them: told, or printed."""

from collections.abc import Mapping

from oddwork import (
    BY,
    CHARTS,
    DIAGRAMS,
    EMBEDDED,
    GRID,
    PICTURE,
    Odd,
    anchor,
    gate,
    grid,
    inline,
    styled,
    watermark,
)
from pdfwork import word
from wordfiles import box, para, paras, picture, table, text

SAID = 'descr="The gate of the school"'
NAMED = 'name="gate.png"/>'
LINKED = 'name="gate.png"><a:hlinkClick r:id="rIdLink"/></pic:cNvPr>'

BLOCKS: Mapping[str, Odd] = {
    "a text box": Odd(
        word(para(text("Beside"), box(paras("In the box")))), stops=("pdf-text-box",)
    ),
    "a text box of the older kind alone": Odd(
        word(
            para(
                '<w:r><w:pict><v:shape id="s1" type="#_x0000_t202" style="width:99pt"><v:textbox>'
                f"<w:txbxContent>{paras('In the box')}</w:txbxContent></v:textbox></v:shape>"
                "</w:pict></w:r>"
            )
        ),
        stops=("pdf-text-box",),
    ),
    "a drawn line": Odd(
        word(
            para(
                '<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:anchor '
                'behindDoc="0"><wp:extent cx="9" cy="9"/><wp:docPr id="3" name="Line 3"/>'
                '<a:graphic><a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp><wps:cNvCnPr/><wps:spPr/>'
                "</wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing></mc:Choice>"
                '<mc:Fallback><w:pict><v:line from="0,0" to="9,9"/></w:pict></mc:Fallback>'
                "</mc:AlternateContent></w:r>"
            )
        ),
        stops=("pdf-shape",),
    ),
    "a chart": Odd(
        word(para(inline(f'<c:chart {CHARTS} r:id="rIdChart"/>', "chart"))), stops=("pdf-chart",)
    ),
    "a SmartArt diagram": Odd(
        word(
            para(
                inline(
                    f'<dgm:relIds {DIAGRAMS} r:dm="rId8" r:lo="rId9" r:qs="rId10" r:cs="rId11"/>',
                    "diagram",
                )
            )
        ),
        stops=("pdf-smartart",),
    ),
    "a picture": Odd(
        word(para(inline(gate(), "picture")), relations=EMBEDDED, more=PICTURE), prints=("",)
    ),
    "a cropped picture": Odd(
        word(para(inline(gate(' l="10000"'), "picture")), relations=EMBEDDED, more=PICTURE),
        stops=("pdf-picture-cropped",),
    ),
    "a picture cut to a shape": Odd(
        word(para(inline(gate(geometry="ellipse"), "picture")), relations=EMBEDDED, more=PICTURE),
        stops=("pdf-picture-effect",),
    ),
    "a grey picture": Odd(
        word(para(inline(gate(blip="<a:grayscl/>"), "picture")), relations=EMBEDDED, more=PICTURE),
        stops=("pdf-picture-effect",),
    ),
    "a picture with a shadow": Odd(
        word(
            para(
                inline(
                    gate(properties='<a:effectLst><a:outerShdw dist="1"/></a:effectLst>'), "picture"
                )
            ),
            relations=EMBEDDED,
            more=PICTURE,
        ),
        stops=("pdf-picture-effect",),
    ),
    "a picture of the screen's own kind": Odd(
        word(
            para(inline(gate(), "picture")),
            relations=(("rIdPic", "image", "media/image1.emf"),),
            more={"word/media/image1.emf": (b"\x01\0\0\0", "image/x-emf")},
        ),
        stops=("pdf-picture-kind",),
    ),
    "a picture that is not in the file": Odd(
        word(para(inline(gate(), "picture"))), stops=("pdf-picture-missing",)
    ),
    "a picture behind the text": Odd(
        word(para(anchor("<wp:wrapNone/>", behind=1)), relations=EMBEDDED, more=PICTURE),
        prints=("",),
    ),
    "a picture that text runs around": Odd(
        word(
            para(text("Beside"), anchor('<wp:wrapSquare wrapText="bothSides"/>')),
            relations=EMBEDDED,
            more=PICTURE,
        ),
        stops=("pdf-picture-place",),
    ),
    "a watermark": Odd(word(para(text("Dear")), header=para(watermark())), stops=("pdf-word-art",)),
    "a table": Odd(grid(), prints=("Left", "Right")),
    "a floating table": Odd(
        grid(
            '<w:tblpPr w:leftFromText="180" w:rightFromText="180" w:vertAnchor="text" '
            'w:horzAnchor="margin" w:tblpY="1"/><w:tblOverlap w:val="never"/>'
        ),
        stops=("pdf-table-floating",),
    ),
    "a table with room between cells": Odd(
        grid(row='<w:tblCellSpacing w:w="15" w:type="dxa"/>'), stops=("pdf-table-look",)
    ),
    "a table with a hidden row": Odd(grid(row="<w:hidden/>"), stops=("pdf-table-look",)),
    "a row with borders of its own": Odd(
        grid(row="<w:cantSplit/>", more=f"<w:tblPrEx>{GRID}</w:tblPrEx>"), prints=("Left",)
    ),
    "a shaded table": Odd(
        grid('<w:shd w:val="clear" w:color="auto" w:fill="FFFF00"/>'), stops=("pdf-table-look",)
    ),
    "a crossed-out cell": Odd(
        grid(cell='<w:tcBorders><w:tl2br w:val="single" w:sz="4"/></w:tcBorders>'),
        stops=("pdf-table-look",),
    ),
    "a cell whose text runs upwards": Odd(
        grid(cell='<w:textDirection w:val="btLr"/>'), stops=("pdf-text-direction",)
    ),
    "a cell added under Track Changes": Odd(
        grid(cell=f"<w:cellIns {BY}/>"), stops=("pdf-tracked-changes", "pdf-table-look")
    ),
    "a row added under Track Changes": Odd(
        grid(row=f"<w:ins {BY}/>"), stops=("pdf-tracked-changes",)
    ),
    "a drop cap": Odd(
        word(
            para(
                text("D", '<w:position w:val="-9"/><w:sz w:val="102"/>'),
                properties='<w:keepNext/><w:framePr w:dropCap="drop" w:lines="3" w:wrap="around" '
                'w:vAnchor="text" w:hAnchor="text"/><w:spacing w:after="0" w:line="827" '
                'w:lineRule="exact"/>',
            )
            + para(text("ear parents"))
        ),
        stops=("pdf-drop-cap",),
    ),
    "a frame that text runs beside": Odd(
        word(
            para(
                text("In the frame"),
                properties='<w:framePr w:w="2000" w:hSpace="180" w:wrap="around" w:vAnchor="text" '
                'w:hAnchor="page" w:x="5000" w:y="1"/>',
            )
            + paras("Beside the frame " * 40)
        ),
        stops=("pdf-frame",),
    ),
    "a border with a shadow": Odd(
        styled('<w:pBdr><w:top w:val="single" w:sz="4" w:space="1" w:shadow="1"/></w:pBdr>'),
        stops=("pdf-border-kind",),
    ),
    "a shading with a pattern": Odd(
        styled('<w:shd w:val="pct25" w:color="auto" w:fill="FFFF00"/>'), stops=("pdf-shading",)
    ),
    "a style with a patterned shading": Odd(
        word(
            para(text("Odd"), properties='<w:pStyle w:val="Odd"/>'),
            sheets={
                "styles": '<w:style w:type="paragraph" w:styleId="Odd"><w:name w:val="Odd"/><w:pPr>'
                '<w:shd w:val="diagStripe" w:fill="FFFF00"/></w:pPr></w:style>'
            },
        ),
        stops=("pdf-shading",),
    ),
    "a footnote": Odd(
        word(
            para(text("Noted"), '<w:r><w:footnoteReference w:id="2"/></w:r>'),
            footnotes='<w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r>'
            '</w:p></w:footnote><w:footnote w:type="continuationSeparator" w:id="0"><w:p><w:r>'
            "<w:continuationSeparator/></w:r></w:p></w:footnote><w:footnote w:id='2'><w:p><w:r>"
            f"<w:footnoteRef/></w:r>{text(' The note')}</w:p></w:footnote>",
        ),
        prints=("Noted", "The note"),
    ),
    "an endnote": Odd(
        word(
            para(text("Noted"), '<w:r><w:endnoteReference w:id="2"/></w:r>'),
            endnotes=f'<w:endnote w:id="2">{para(text("The note"))}</w:endnote>',
        ),
        stops=("pdf-endnotes",),
    ),
    "an object of another program": Odd(
        word(para('<w:r><w:object w:dxaOrig="1440" w:dyaOrig="1440"/></w:r>')),
        stops=("pdf-object",),
    ),
    "something of a newer Word": Odd(
        word(
            para(
                '<w:r><mc:AlternateContent xmlns:am3d="http://schemas.microsoft.com/office/drawing/'
                '2017/model3d"><mc:Choice Requires="am3d"><am3d:model3d/></mc:Choice>'
                "</mc:AlternateContent></w:r>"
            )
        ),
        stops=("pdf-newer-word",),
    ),
    "a picture that leads somewhere": Odd(
        word(
            para(
                inline(gate(), "picture").replace(
                    'name="gate.png"/>',
                    'name="gate.png"><a:hlinkClick r:id="rIdLink"/></pic:cNvPr>',
                )
            ),
            relations=EMBEDDED,
            more=PICTURE,
        ),
        stops=("pdf-picture-link",),
    ),
    "a picture that says nothing": Odd(
        word(para(inline(gate(), "picture").replace(SAID, "")), relations=EMBEDDED, more=PICTURE),
        stops=("pdf-picture-no-alt",),
    ),
    "a picture whose file is empty": Odd(
        word(
            para(inline(gate(), "picture")),
            relations=EMBEDDED,
            more={"word/media/image1.png": (b"", "image/png")},
        ),
        stops=("pdf-picture-damaged",),
    ),
    "a print shop's picture": Odd(
        word(
            para(inline(gate(), "picture")),
            relations=(("rIdPic", "image", "media/image1.jpg"),),
            more={"word/media/image1.jpg": (picture("JPEG", mode="CMYK"), "image/jpeg")},
        ),
        stops=("pdf-picture-cmyk",),
    ),
    "a picture as wide as two pages": Odd(
        word(
            para(inline(gate(), "picture").replace('cx="1800000"', 'cx="15000000"')),
            relations=EMBEDDED,
            more=PICTURE,
        ),
        told=("pdf-picture-large",),
    ),
    "a row that is too low for its text": Odd(
        grid(row='<w:trHeight w:val="120" w:hRule="exact"/>'),
        told=("pdf-row-low",),
        prints=("Left",),
    ),
    "a table without widths": Odd(word(table(["One", "Two"]) + para()), stops=("pdf-table-grid",)),
    "a table of more columns than Word has": Odd(
        word(table(["x"] * 64) + para()), stops=("pdf-table-size",)
    ),
}
