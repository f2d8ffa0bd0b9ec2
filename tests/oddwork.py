"""Word files as people make them, each with one construct, and the XML that Word writes for it."""

from dataclasses import dataclass

from pdfwork import word
from wordfiles import field, para, picture, text

PICTURE = {"word/media/image1.png": (picture(), "image/png")}
EMBEDDED = (("rIdPic", "image", "media/image1.png"),)
GRID = (
    '<w:tblBorders><w:top w:val="single" w:sz="4" w:space="0" w:color="auto"/><w:left '
    'w:val="single" w:sz="4" w:space="0" w:color="auto"/><w:bottom w:val="single" w:sz="4" '
    'w:space="0" w:color="auto"/><w:right w:val="single" w:sz="4" w:space="0" w:color="auto"/>'
    '<w:insideH w:val="single" w:sz="4" w:space="0" w:color="auto"/><w:insideV w:val="single" '
    'w:sz="4" w:space="0" w:color="auto"/></w:tblBorders>'
)
BY = 'w:id="7" w:author="Office" w:date="2025-10-20T09:00:00Z"'
OUTER = 'xmlns:wp14="http://schemas.microsoft.com/office/word/2010/wordprocessingDrawing"'
CHARTS = 'xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart"'
DIAGRAMS = 'xmlns:dgm="http://schemas.openxmlformats.org/drawingml/2006/diagram"'
OFFICE = 'xmlns:w10="urn:schemas-microsoft-com:office:word"'


@dataclass(frozen=True, slots=True)
class Odd:
    """A Word file: ids told of it, of those that stop; the text that is printed."""

    content: bytes
    stops: tuple[str, ...] = ()
    told: tuple[str, ...] = ()
    prints: tuple[str, ...] = ()


def control(inside: str, properties: str = "", content: str = "") -> str:
    """Make a content control."""
    return (
        f'<w:sdt><w:sdtPr><w:alias w:val="Name"/><w:tag w:val="name"/><w:id w:val="-13"/>'
        f"{properties}</w:sdtPr>{content}<w:sdtContent>{inside}</w:sdtContent></w:sdt>"
    )


def inline(graphic: str, uri: str) -> str:
    """Make a run with a drawing in the line."""
    return (
        f'<w:r><w:rPr><w:noProof/></w:rPr><w:drawing><wp:inline {OUTER} distT="0" distB="0" '
        'distL="0" distR="0" wp14:anchorId="2D1F9C11" wp14:editId="50D07946"><wp:extent '
        'cx="1800000" cy="900000"/><wp:effectExtent l="0" t="0" r="0" b="0"/><wp:docPr id="1" '
        'name="Picture 1" descr="The gate of the school"/><wp:cNvGraphicFramePr>'
        '<a:graphicFrameLocks noChangeAspect="1"/></wp:cNvGraphicFramePr><a:graphic>'
        f'<a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/{uri}">{graphic}'
        "</a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
    )


def gate(crop: str = "", blip: str = "", properties: str = "", geometry: str = "rect") -> str:
    """Make the picture of a drawing, as Word writes it."""
    return (
        '<pic:pic><pic:nvPicPr><pic:cNvPr id="1" name="gate.png"/><pic:cNvPicPr><a:picLocks '
        'noChangeAspect="1" noChangeArrowheads="1"/></pic:cNvPicPr></pic:nvPicPr><pic:blipFill>'
        f'<a:blip r:embed="rIdPic">{blip}<a:extLst><a:ext uri="{{28A0092B}}"/></a:extLst></a:blip>'
        f"<a:srcRect{crop}/><a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr "
        'bwMode="auto"><a:xfrm><a:off x="0" y="0"/><a:ext cx="1800000" cy="900000"/></a:xfrm>'
        f'<a:prstGeom prst="{geometry}"><a:avLst/></a:prstGeom><a:noFill/><a:ln><a:noFill/></a:ln>'
        f"{properties}</pic:spPr></pic:pic>"
    )


def anchor(wrap: str, place: str = "", behind: int = 0) -> str:
    """Make a run with a picture that floats."""
    at = place or (
        '<wp:positionH relativeFrom="page"><wp:posOffset>900000</wp:posOffset></wp:positionH>'
        '<wp:positionV relativeFrom="page"><wp:posOffset>900000</wp:posOffset></wp:positionV>'
    )
    return (
        f'<w:r><w:drawing><wp:anchor {OUTER} distT="0" distB="0" distL="114300" distR="114300" '
        f'simplePos="0" relativeHeight="251658240" behindDoc="{behind}" locked="0" '
        'layoutInCell="1" allowOverlap="1" wp14:anchorId="2D1F9C11" wp14:editId="50D07946">'
        f'<wp:simplePos x="0" y="0"/>{at}<wp:extent cx="900000" cy="450000"/><wp:effectExtent '
        f'l="0" t="0" r="0" b="0"/>{wrap}<wp:docPr id="1" name="Picture 1" descr="The gate"/>'
        "<wp:cNvGraphicFramePr/><a:graphic><a:graphicData "
        f'uri="http://schemas.openxmlformats.org/drawingml/2006/picture">{gate()}'
        '</a:graphicData></a:graphic><wp14:sizeRelH relativeFrom="page"><wp14:pctWidth>0'
        "</wp14:pctWidth></wp14:sizeRelH></wp:anchor></w:drawing></w:r>"
    )


def shown(*instruction: str, result: str = "3") -> str:
    """Make a field with what it showed last."""
    code = field(*instruction)
    end = code.rindex("<w:r>")
    split = '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
    return f"{code[:end]}{split}{text(result)}{code[end:]}"


def watermark() -> str:
    """Make the run that Word puts into a header for a watermark."""
    return (
        f'<w:r><w:rPr><w:noProof/></w:rPr><w:pict {OFFICE}><v:shapetype id="_x0000_t136" '
        'coordsize="21600,21600" o:spt="136" path="m@7,l@8,m@5,21600l@6,21600e"><v:formulas><v:f '
        'eqn="sum #0 0 10800"/></v:formulas><v:textpath on="t" fitshape="t"/></v:shapetype>'
        '<v:shape id="PowerPlusWaterMarkObject" o:spid="_x0000_s2049" type="#_x0000_t136" '
        'style="position:absolute;width:412pt;height:247pt;rotation:315" o:allowincell="f" '
        'fillcolor="silver" stroked="f"><v:textpath style="font-family:&quot;Calibri&quot;" '
        'string="DRAFT"/><w10:wrap anchorx="margin" anchory="margin"/></v:shape></w:pict></w:r>'
    )


def section(properties: str) -> str:
    """Make a paragraph that ends a section."""
    return para(
        text("The end of a section."),
        properties=f'<w:sectPr>{properties}<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1440" '
        'w:right="1440" w:bottom="1440" w:left="1440" w:header="708" w:footer="708" '
        'w:gutter="0"/></w:sectPr>',
    )


def look(properties: str, words: str = "Odd") -> bytes:
    """Make a file with a run of a look."""
    return word(para(text("Before "), text(words, properties), text(" after.")))


def styled(properties: str) -> bytes:
    """Make a file with a paragraph of a look."""
    return word(para(text("Before.")) + para(text("Odd"), properties=properties))


def grid(properties: str = "", row: str = "", cell: str = "", more: str = "") -> bytes:
    """Make a file with a table of two rows as Word writes it."""
    cells = "".join(
        f'<w:tc><w:tcPr><w:tcW w:w="4508" w:type="dxa"/>{cell}</w:tcPr>{para(text(words))}</w:tc>'
        for words in ("Left", "Right")
    )
    rows = f"<w:tr>{more}<w:trPr>{row}</w:trPr>{cells}</w:tr>" if row else f"<w:tr>{cells}</w:tr>"
    return word(
        f'<w:tbl><w:tblPr>{properties}<w:tblW w:w="9016" w:type="dxa"/>{GRID}<w:tblLayout '
        'w:type="fixed"/><w:tblLook w:val="04A0" w:firstRow="1" w:lastRow="0" w:firstColumn="1" '
        'w:lastColumn="0" w:noHBand="0" w:noVBand="1"/></w:tblPr><w:tblGrid><w:gridCol '
        f'w:w="4508"/><w:gridCol w:w="4508"/></w:tblGrid>{rows}{rows}</w:tbl>{para()}'
    )


def numbered(level: str) -> bytes:
    """Make a file with a paragraph in a list."""
    numbering = (
        f'<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/>{level}'
        '<w:lvlText w:val="%1."/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId '
        'w:val="0"/></w:num>'
    )
    used = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
    return word(para(text("Odd"), properties=used), sheets={"numbering": numbering})
