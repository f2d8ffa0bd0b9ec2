"""What a PDF says of itself → its information, its XMP packet and its identifier, alike each time.

PDF/A-2 (ISO 19005-2, 6.6) wants information and XMP to agree, and what isn't in its own list of
properties described; PDF/UA-1's mark is one of these.
"""

import datetime as dt
import re
from dataclasses import dataclass, replace
from hashlib import sha256
from io import BytesIO
from typing import Self
from xml.sax.saxutils import escape

from pypdf import PdfReader, PdfWriter
from pypdf.generic import (
    ArrayObject,
    BooleanObject,
    ByteStringObject,
    DictionaryObject,
    NameObject,
    StreamObject,
    TextStringObject,
)

RIGHT_TO_LEFT = frozenset({"ar", "dv", "fa", "he", "ku", "ps", "sd", "ug", "ur", "yi"})
PART = re.compile(r"pdfaid:part(?:>|=\")\s*([1-4])")
LEVEL = re.compile(r"pdfaid:conformance(?:>|=\")\s*([ABU])")
ACCESSIBLE = re.compile(r"pdfuaid:part(?:>|=\")\s*1")
PACKET = """\
<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/">
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
<dc:language><rdf:Bag><rdf:li>{language}</rdf:li></rdf:Bag></dc:language>
<xmp:CreatorTool>docgen</xmp:CreatorTool>
<xmp:CreateDate>{date}</xmp:CreateDate><xmp:ModifyDate>{date}</xmp:ModifyDate>
<pdf:Producer>{producer}</pdf:Producer>
</rdf:Description>
{claims}</rdf:RDF>
</x:xmpmeta>
<?xpacket end="w"?>"""
ARCHIVE = """\
<rdf:Description rdf:about="" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/">
<pdfaid:part>{part}</pdfaid:part><pdfaid:conformance>{level}</pdfaid:conformance>
</rdf:Description>
"""
UNIVERSAL = """\
<rdf:Description rdf:about="" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
<pdfuaid:part>1</pdfuaid:part>
</rdf:Description>
<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
 xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#"
 xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>PDF/UA version identifier</pdfaProperty:description>
<pdfaProperty:name>part</pdfaProperty:name>
<pdfaProperty:valueType>Integer</pdfaProperty:valueType>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas>
</rdf:Description>
"""


@dataclass(frozen=True, slots=True)
class Said:
    """What a PDF says of itself; `archive` is the part and level of PDF/A, such as `2A`."""

    title: str
    language: str
    dated: dt.date
    producer: str = "docgen"
    archive: str = ""
    universal: bool = False

    def claiming(self, reader: PdfReader) -> Self:
        """Say the same of a file, with the standards that the file claims and who made it."""
        packet = reader.root_object.get("/Metadata")
        text = packet.get_object().get_data().decode("utf-8", "replace") if packet else ""
        part, level = PART.search(text), LEVEL.search(text)
        about = reader.metadata
        return replace(
            self,
            producer=(about and about.producer) or self.producer,
            archive=part[1] + level[1] if part and level else "",
            universal=bool(self.title.strip() and ACCESSIBLE.search(text)),  # ISO 14289-1, 7.1
        )

    @property
    def packet(self) -> bytes:
        """Give the XMP packet."""
        claims = ARCHIVE.format(part=self.archive[0], level=self.archive[1]) if self.archive else ""
        names = {"title": self.title, "language": self.language, "producer": self.producer}
        return PACKET.format(
            **{name: escape(text) for name, text in names.items()},
            date=f"{self.dated.isoformat()}T00:00:00Z",
            claims=claims + (UNIVERSAL if self.universal else ""),
        ).encode()


def say(writer: PdfWriter, said: Said) -> None:
    """Write what a PDF says of itself into it: title, language, dates, the claims it keeps."""
    moment = f"D:{said.dated:%Y%m%d}000000Z"
    writer.metadata = {
        "/Title": said.title,
        "/Producer": said.producer,
        "/Creator": "docgen",
        "/CreationDate": moment,
        "/ModDate": moment,
    }
    writer.xmp_metadata = said.packet
    root = writer.root_object
    packet = root["/Metadata"].get_object()
    if isinstance(packet, StreamObject):
        packet[NameObject("/Type")] = NameObject("/Metadata")
        packet[NameObject("/Subtype")] = NameObject("/XML")
    root[NameObject("/Lang")] = TextStringObject(said.language)
    wishes = DictionaryObject({NameObject("/DisplayDocTitle"): BooleanObject(True)})
    if said.language.partition("-")[0] in RIGHT_TO_LEFT:
        wishes[NameObject("/Direction")] = NameObject("/R2L")
    root[NameObject("/ViewerPreferences")] = wishes


def sealed(writer: PdfWriter) -> bytes:
    """Write a PDF down, its identifier the digest of all the rest."""
    writer._ID = None  # noqa: SLF001 (pypdf has only one by chance)
    mark = ByteStringObject(sha256(_written(writer)).digest()[:16])
    writer._ID = ArrayObject((mark, mark))  # noqa: SLF001 (as above)
    return _written(writer)


def _written(writer: PdfWriter) -> bytes:
    out = BytesIO()
    writer.write(out)
    return out.getvalue()
